import type { readoutEn } from "./readout.en";

export const readoutZhCN: Readonly<Record<Exclude<keyof typeof readoutEn, `${string}.one`>, string>> = {
  "readout.input.other": "X[{row}, {column}] = {value} 参与 {count} 个输出：{list}",
  "readout.use": "Y[{row}, {column}]（权重 {weight}）",
  "readout.separator": "、",
  "readout.unread": "X[{row}, {column}] = {value}：没有窗口读取它，因此它不影响输出。",
  "readout.kernel.other": "W[{row}, {column}] = {value} 被使用 {count} 次，每个输出一次：权重是共享的。",
  "readout.product": "X[{row}, {column}] · W[{kernelRow}, {kernelColumn}] = {input} · {weight} = {product}",
  "readout.productOnPadding": "填充 · W[{kernelRow}, {kernelColumn}] = {input} · {weight} = {product}",
  "readout.output": "Y[{row}, {column}] = {value}：它的窗口从第 {windowRow} 行、第 {windowColumn} 列开始。",
  "readout.notYet": "Y[{row}, {column}] 尚未计算：它的窗口从第 {windowRow} 行、第 {windowColumn} 列开始。",
  "unread.rows.other": "有 {count} 行从未被读取。",
  "unread.columns.other": "有 {count} 列从未被读取。",
  "unread.scramble": "打乱未读取的单元格",
  "unread.effect": "无论那里是什么数，输出都不变。",
};
