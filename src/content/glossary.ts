import type { LessonText } from "../model/lesson";

/** A word of the field: what it means in two lines, and a figure that shows it. */
export interface GlossaryEntry {
  readonly title: LessonText;
  readonly text: LessonText;
  /** Fragment of the page's address. */
  readonly figure: string;
}

const PLAIN = "preset=corr2d";
const EDGES = "input=1,1,0,0,0,1;1,1,0,0,0,1;1,1,0,0,0,1&kernel=1,-1";
const SERIES = "dims=1&input=3,6,0,9,3";
const CHANNELS = "input=0,1,2;3,4,5;6,7,8|1,2,3;4,5,6;7,8,9&kernel=0,1;2,3|1,2;3,4&channels=stacked";

/** Every term by its word in the texts. */
export const glossary: Readonly<Record<string, GlossaryEntry>> = {
  convolution: {
    title: { en: "Convolution", "zh-CN": "卷积" },
    text: {
      en: "A kernel slides over the input; at each place the numbers are multiplied pair by pair and added. True convolution turns the kernel by 180° first.",
      "zh-CN": "卷积核在输入上滑动，在每个位置把对应的数相乘再相加。真正的卷积会先把卷积核旋转 180°。",
    },
    figure: "input=0,0,0;0,1,0;0,0,0&kernel=0,1;2,3&op=conv-flipped",
  },
  "cross-correlation": {
    title: { en: "Cross-correlation", "zh-CN": "互相关" },
    text: {
      en: "The sliding sum of products without turning the kernel. It is what deep learning calls convolution.",
      "zh-CN": "不旋转卷积核的滑动乘积之和。深度学习里说的“卷积”就是它。",
    },
    figure: PLAIN,
  },
  kernel: {
    title: { en: "Kernel", "zh-CN": "卷积核" },
    text: {
      en: "The small grid of weights that slides over the input. The same numbers are used at every place.",
      "zh-CN": "在输入上滑动的小权重网格。每个位置用的都是同一组数。",
    },
    figure: PLAIN,
  },
  filter: {
    title: { en: "Filter", "zh-CN": "滤波器" },
    text: {
      en: "Another word for a kernel with all its channels: it lets through what looks like it.",
      "zh-CN": "带有全部通道的卷积核的另一种叫法：与它相像的东西才能通过。",
    },
    figure: EDGES,
  },
  weight: {
    title: { en: "Weight", "zh-CN": "权重" },
    text: {
      en: "One number of the kernel. Training changes it; every window shares it.",
      "zh-CN": "卷积核中的一个数。训练会改变它；所有窗口共用它。",
    },
    figure: PLAIN,
  },
  bias: {
    title: { en: "Bias", "zh-CN": "偏置" },
    text: {
      en: "One number for each output channel, added to every output. It says how good a match must be.",
      "zh-CN": "每个输出通道一个数，加到每个输出上。它决定要匹配得多好才算数。",
    },
    figure: `${PLAIN}&bias=-30&activation=relu`,
  },
  "feature-map": {
    title: { en: "Feature map", "zh-CN": "特征图" },
    text: {
      en: "An output channel: a map of where in the input the kernel's pattern is found, and how clearly.",
      "zh-CN": "一个输出通道：它标出卷积核的图案出现在输入的哪里、有多明显。",
    },
    figure: EDGES,
  },
  channel: {
    title: { en: "Channel", "zh-CN": "通道" },
    text: {
      en: "One of several grids of the same size, such as red, green and blue. A kernel has a slab for each input channel.",
      "zh-CN": "若干个同样大小的网格之一，例如红、绿、蓝。卷积核对每个输入通道各有一片。",
    },
    figure: CHANNELS,
  },
  padding: {
    title: { en: "Padding", "zh-CN": "填充" },
    text: {
      en: "Extra cells around the input, usually zeros, so that windows fit at the edges too. p counts them on each side.",
      "zh-CN": "输入四周额外的单元格，通常是零，让窗口在边缘也放得下。p 是每一侧的个数。",
    },
    figure: `${PLAIN}&padding=1`,
  },
  stride: {
    title: { en: "Stride", "zh-CN": "步幅" },
    text: {
      en: "How many cells the window moves at a time. Stride 2 keeps every second output.",
      "zh-CN": "窗口每次移动的格数。步幅为 2 时，每两个输出只保留一个。",
    },
    figure: "input=0,1,2,3;4,5,6,7;8,9,10,11;12,13,14,15&kernel=0,1;2,3&stride=2",
  },
  dilation: {
    title: { en: "Dilation", "zh-CN": "膨胀" },
    text: {
      en: "How far apart the kernel's cells are laid on the input. 1 is the usual kernel; 2 skips every other cell.",
      "zh-CN": "卷积核各格铺在输入上的间隔。1 是普通卷积核；2 表示隔一格取一个。",
    },
    figure: "dims=1&input=1,2,3,4,5,6,7,8,9&kernel=1,0,-1&dilation=2",
  },
  "receptive-field": {
    title: { en: "Receptive field", "zh-CN": "感受野" },
    text: {
      en: "The part of the input that can change one output. It grows with every layer.",
      "zh-CN": "能够影响某一个输出的那部分输入。层数越多，它越大。",
    },
    figure: "input=0,1,2,3;4,5,6,7;8,9,10,11;12,13,14,15&kernel=1,1,1;1,1,1;1,1,1",
  },
  "output-shape": {
    title: { en: "Output shape", "zh-CN": "输出形状" },
    text: {
      en: "How many places the window fits into, along each axis: ⌊(n + 2p − d(k − 1) − 1) / s⌋ + 1.",
      "zh-CN": "窗口沿每个轴能放下的位置数：⌊(n + 2p − d(k − 1) − 1) / s⌋ + 1。",
    },
    figure: `${PLAIN}&padding=1`,
  },
  window: {
    title: { en: "Window", "zh-CN": "窗口" },
    text: {
      en: "The cells of the input that lie under the kernel at this step.",
      "zh-CN": "这一步中位于卷积核下面的那些输入单元格。",
    },
    figure: PLAIN,
  },
  parameter: {
    title: { en: "Parameter", "zh-CN": "参数" },
    text: {
      en: "A number that training finds: a weight or a bias. Their count does not depend on the input's size.",
      "zh-CN": "由训练求出的数：权重或偏置。它们的个数与输入大小无关。",
    },
    figure: `${PLAIN}&bias=1`,
  },
  activation: {
    title: { en: "Activation", "zh-CN": "激活函数" },
    text: {
      en: "A function applied to every output after the sum. Without it, layers on top of each other are one layer.",
      "zh-CN": "求和之后作用于每个输出的函数。没有它，多层叠加仍等于一层。",
    },
    figure: `${EDGES}&activation=relu`,
  },
  relu: {
    title: { en: "ReLU", "zh-CN": "ReLU" },
    text: {
      en: "Keeps positive numbers and makes the others 0: max(0, x).",
      "zh-CN": "保留正数，其余变为 0：max(0, x)。",
    },
    figure: `${EDGES}&activation=relu`,
  },
  pooling: {
    title: { en: "Pooling", "zh-CN": "汇聚（池化）" },
    text: {
      en: "A sliding window that takes the largest number or the mean. It has nothing to learn.",
      "zh-CN": "取最大值或平均值的滑动窗口。它没有要学习的东西。",
    },
    figure: "input=0,1,2;3,4,5;6,7,8&op=max-pool&kernel-size=2&stride=1",
  },
  stack: {
    title: { en: "Stack", "zh-CN": "堆叠" },
    text: {
      en: "Layers one after another: each reads what the one before has made.",
      "zh-CN": "一层接一层：每一层读取前一层的结果。",
    },
    figure: "input=0,1,2,3;4,5,6,7;8,9,10,11;12,13,14,15&kernel=1,1;1,1",
  },
  loss: {
    title: { en: "Loss", "zh-CN": "损失" },
    text: {
      en: "One number for how far the outputs are from their targets, such as the sum of squared differences.",
      "zh-CN": "用一个数表示输出离目标有多远，例如差的平方和。",
    },
    figure: EDGES,
  },
  gradient: {
    title: { en: "Gradient", "zh-CN": "梯度" },
    text: {
      en: "How the loss changes when a weight grows a little. Going against it makes the loss smaller.",
      "zh-CN": "权重稍微增大时损失如何变化。朝相反方向走，损失就变小。",
    },
    figure: EDGES,
  },
  "learning-rate": {
    title: { en: "Learning rate", "zh-CN": "学习率" },
    text: {
      en: "How far one step goes against the gradient. Too small is slow; beyond a limit of the data it diverges.",
      "zh-CN": "每一步逆着梯度走多远。太小则慢；超过数据决定的上限就会发散。",
    },
    figure: EDGES,
  },
  groups: {
    title: { en: "Groups", "zh-CN": "分组" },
    text: {
      en: "Channels split into lanes that don't mix: each output channel reads only the input channels of its group.",
      "zh-CN": "把通道分成互不混合的几组：每个输出通道只读取本组的输入通道。",
    },
    figure: "input=1,2;3,4|10,20;30,40&kernel=1,1;1,1/1,1;1,1&groups=2&channels=stacked",
  },
  depthwise: {
    title: { en: "Depthwise", "zh-CN": "逐通道卷积" },
    text: {
      en: "As many groups as input channels: every channel has a kernel of its own, and nothing is mixed.",
      "zh-CN": "分组数等于输入通道数：每个通道有自己的卷积核，互不混合。",
    },
    figure: "input=1,2;3,4|10,20;30,40&kernel=1,1;1,1/1,1;1,1&groups=2&channels=stacked",
  },
  transposed: {
    title: { en: "Transposed convolution", "zh-CN": "转置卷积" },
    text: {
      en: "Each input number stamps the kernel on the output; where stamps overlap they add up. It brings a size back, not the numbers.",
      "zh-CN": "每个输入数把卷积核“盖章”到输出上，重叠处相加。它能还原尺寸，不能还原数值。",
    },
    figure: "input=0,1;2,3&kernel=0,1;2,3&op=transposed",
  },
  equivariance: {
    title: { en: "Equivariance", "zh-CN": "等变性" },
    text: {
      en: "Shift the input, and the output shifts with it. Invariant would mean: the output stays.",
      "zh-CN": "输入平移，输出也随之平移。“不变性”则是说输出不变。",
    },
    figure: "dims=1&input=0,0,3,1,0,0,0&kernel=1,-1",
  },
  im2col: {
    title: { en: "im2col", "zh-CN": "im2col" },
    text: {
      en: "Every window written as a row: the layer becomes one product of two matrices.",
      "zh-CN": "把每个窗口写成一行：整层变成两个矩阵的一次乘法。",
    },
    figure: PLAIN,
  },
  batch: {
    title: { en: "Batch", "zh-CN": "批量" },
    text: {
      en: "Several inputs handled together. Their number, N, is the first axis and never enters the arithmetic.",
      "zh-CN": "一起处理的若干个输入。它们的个数 N 是第一个轴，从不参与运算。",
    },
    figure: PLAIN,
  },
  nchw: {
    title: { en: "NCHW", "zh-CN": "NCHW" },
    text: {
      en: "The order of the axes: sample, channel, height, width.",
      "zh-CN": "各轴的顺序：样本、通道、高、宽。",
    },
    figure: CHANNELS,
  },
  group: {
    title: { en: "Group", "zh-CN": "组" },
    text: {
      en: "One lane of channels: its outputs read its own inputs alone.",
      "zh-CN": "一组通道：它的输出只读取自己的输入。",
    },
    figure: "input=1,2;3,4|10,20;30,40&kernel=1,1;1,1/1,1;1,1&groups=2&channels=stacked",
  },
  "moving-average": {
    title: { en: "Moving average", "zh-CN": "滑动平均" },
    text: {
      en: "The mean of each window of a series: a kernel of equal weights that add up to 1.",
      "zh-CN": "序列中每个窗口的平均值：权重相等、总和为 1 的卷积核。",
    },
    figure: `${SERIES}&kernel=1,1,1`,
  },
};
