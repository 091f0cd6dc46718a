import type { fieldsEn } from "./fields.en";

export const fieldsZhCN: Readonly<Record<keyof typeof fieldsEn, string>> = {
  "keys.close": "关闭",
  "notices.reload": "重新加载",
  "notices.download": "下载原始副本",
  "field.fitsNow": "现在可以用 {value} 了。",
  "field.use": "使用 {value}",
  "seed.input": "输入的随机种子",
  "seed.kernel": "卷积核的随机种子",
  "seed.short": "种子",
  "seed.new": "换一个种子",
  "paste.title.input": "把数字粘贴到输入",
  "paste.title.kernel": "把数字粘贴到卷积核",
  "paste.field": "数字",
  "paste.hint": "来自电子表格，或 NumPy、PyTorch 打印的结果。",
  "paste.apply": "填入",
  "paste.cancel": "取消",
  "paste.sizes": "粘贴的数字为 {pasted}，网格为 {grid}。",
  "paste.resize": "把网格改为 {size}",
  "paste.cut": "网格保持 {size}",
};
