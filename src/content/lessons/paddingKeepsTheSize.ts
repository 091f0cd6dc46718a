import type { Lesson } from "../../model/lesson";
import { places } from "../pictures";

const ONES = "1,1,1;1,1,1;1,1,1";
const SPOT = Array.from({ length: 20 }, (_, row) =>
  Array.from({ length: 20 }, (_, column) => (row === 10 && column === 10 ? 1 : 0)).join(","),
).join(";");

export const paddingKeepsTheSize: Lesson = {
  name: "padding-keeps-the-size",
  title: { en: "Padding keeps the size", "zh-CN": "填充保持尺寸" },
  goal: {
    en: "Keep an output as large as its input: k − 1 extra rows and columns in all.",
    "zh-CN": "让输出与输入一样大：一共要多加 k − 1 行和 k − 1 列。",
  },
  misconception: {
    en: "Mixing up the total padding P, as d2l counts it, with the padding per side p, as PyTorch does.",
    "zh-CN": "把 d2l 所说的总填充 P 与 PyTorch 所说的每侧填充 p 弄混。",
  },
  start: "input=0,1,2;3,4,5;6,7,8&kernel=0,1;2,3",
  steps: [
    {
      kind: "predict",
      controls: [],
      focus: ["input", "formula"],
      minutes: 1,
      reveal: "padding=1&step=15",
      question: {
        kind: "number",
        text: {
          en: "Each convolution makes the picture smaller: 3×3 has become 2×2. Put a ring of zeros around the input: [[padding]] 1. How many rows has the output of the 2×2 kernel then?",
          "zh-CN":
            "每次卷积都让图像变小：3×3 变成了 2×2。在输入四周加一圈零：[[padding|填充]]为 1。这时 2×2 卷积核的输出有几行？",
        },
        answer: 4,
        mistakes: [
          {
            value: 3,
            text: {
              en: "You added one row in all. A ring adds one at the top *and* one at the bottom.",
              "zh-CN": "你总共只加了一行。一圈是上面*和*下面各加一行。",
            },
          },
          {
            value: 5,
            text: {
              en: "5 is the size with its ring. The window still has to fit: subtract 2, add 1.",
              "zh-CN": "5 是加上一圈以后的大小。窗口还得放得下：减 2，加 1。",
            },
          },
          {
            value: 2,
            text: {
              en: "That is without the ring. With it the window has more places.",
              "zh-CN": "那是没有加圈的情况。加了以后，窗口有更多位置。",
            },
          },
        ],
        after: {
          en: "3 + 2 − 2 + 1 = 4 rows, and 4 columns: now the output is larger than the input.",
          "zh-CN": "3 + 2 − 2 + 1 = 4 行，也是 4 列：现在输出比输入还大。",
        },
      },
      hints: [
        {
          en: "With the ring the input has 5 rows. In how many places does a window 2 tall fit?",
          "zh-CN": "加上一圈，输入有 5 行。高 2 的窗口放得下几个位置？",
        },
      ],
      notes: {
        en: "Say which padding you mean, per side or in total, every time. This page counts per side.",
        "zh-CN": "每次都说清是每侧还是总共。这个页面按每侧计算。",
      },
    },
    {
      kind: "do",
      controls: ["padding"],
      focus: [{ grid: "output", row: 0, column: 0 }, "equation"],
      minutes: 1,
      text: {
        en: "Go back to the first step and look at the corner: how many real pixels lie under the window there?",
        "zh-CN": "回到第一步，看左上角：那里的窗口下面有几个真正的像素？",
      },
      goals: [
        {
          all: [
            { fact: "step", is: 0 },
            { fact: "padding", is: 1 },
          ],
        },
      ],
      after: {
        en: "Only one, and it is 0: 0·0 + 0·1 + 0·2 + 0·3 = 0. The other three are padding.",
        "zh-CN": "只有一个，而且是 0：0·0 + 0·1 + 0·2 + 0·3 = 0。另外三个是填充。",
      },
      hints: [{ en: "*First step*, or the key Home.", "zh-CN": "按“第一步”，或按 Home 键。" }],
    },
    {
      kind: "do",
      start: `input=${places}&kernel=${ONES}&step=99`,
      controls: ["padding"],
      focus: ["formula"],
      minutes: 1,
      text: {
        en: "An 8×8 input and a 3×3 kernel: the output is 6×6. Raise the padding until it is 8×8 again.",
        "zh-CN": "输入 8×8，卷积核 3×3：输出是 6×6。增大填充，直到输出又是 8×8。",
      },
      goals: [
        {
          all: [
            { fact: "inputSize", is: 8 },
            { fact: "kernelSize", is: 3 },
            { fact: "outputSize", is: 8 },
          ],
        },
      ],
      after: {
        en: "p = 1 on each side, so k − 1 = 2 in all. That keeps the size.",
        "zh-CN": "每侧 p = 1，总共 k − 1 = 2。这样尺寸不变。",
      },
      hints: [{ en: "Two rows are missing. How many is that per side?", "zh-CN": "少了两行。每侧是几行？" }],
    },
    {
      kind: "do",
      start: `input=${places}&kernel-size=5,3&step=99`,
      controls: ["padding"],
      focus: ["formula"],
      minutes: 1,
      text: {
        en: "Now the kernel is 5 tall and 3 wide, and the output 4×6. Make it 8×8. Rows and columns can have a padding each.",
        "zh-CN": "现在卷积核高 5、宽 3，输出是 4×6。让它变成 8×8。行和列可以各有自己的填充。",
      },
      goals: [
        {
          all: [
            { fact: "inputSize", is: 8 },
            { fact: "kernelSize", is: [5, 3] },
            { fact: "outputSize", is: 8 },
          ],
        },
      ],
      after: {
        en: "p = 2 for the rows and 1 for the columns: height and width are separate stories.",
        "zh-CN": "行 p = 2，列 p = 1：高和宽各算各的。",
      },
      hints: [
        {
          en: "Take the link between rows and columns off, then set each.",
          "zh-CN": "先取消行与列的联动，再分别设置。",
        },
        { en: "k − 1 is 4 for the rows: half on each side.", "zh-CN": "行的 k − 1 是 4：每侧一半。" },
      ],
    },
    {
      kind: "predict",
      controls: [],
      focus: ["formula"],
      minutes: 1,
      question: {
        kind: "number",
        text: {
          en: "Ten layers one after another, each with a 5×5 kernel and no padding, on a picture of 240×240. How wide is what is left?",
          "zh-CN": "十层连在一起，每层是 5×5 卷积核，没有填充，输入 240×240。最后剩下多宽？",
        },
        answer: 200,
        mistakes: [
          {
            value: 190,
            text: {
              en: "You took 5 away each time. A layer takes k − 1 = 4.",
              "zh-CN": "你每次减了 5。一层只减 k − 1 = 4。",
            },
          },
          {
            value: 220,
            text: {
              en: "You took 2 away each time: that is one side only. Both sides lose 2.",
              "zh-CN": "你每次减了 2：那只是一侧。两侧各少 2。",
            },
          },
          {
            value: 236,
            text: {
              en: "That is after one layer. There are ten.",
              "zh-CN": "那是一层之后。一共有十层。",
            },
          },
        ],
        after: {
          en: "240 − 10·4 = 200: 30.6 % of the area is gone.",
          "zh-CN": "240 − 10·4 = 200：面积少了 30.6 %。",
        },
      },
      hints: [{ en: "One layer: 240 − 5 + 1.", "zh-CN": "一层：240 − 5 + 1。" }],
    },
    {
      kind: "free",
      start: `view=stack&input=${SPOT}&layers=k5,k5,k5`,
      controls: ["layers"],
      minutes: 1,
      text: {
        en: "Three layers with 5×5 kernels turn 20×20 into 8×8. Rescue it: let the last map be 20×20, with the same three kernels.",
        "zh-CN": "三层 5×5 卷积核把 20×20 变成了 8×8。挽救它：用同样三个卷积核，让最后一张图仍是 20×20。",
      },
      goals: [
        {
          all: [
            { fact: "layerCount", is: 3 },
            {
              fact: "layerKernels",
              is: [
                [5, 5],
                [5, 5],
                [5, 5],
              ],
            },
            { fact: "inputSize", is: 20 },
            { fact: "stackOutputSize", is: 20 },
          ],
        },
      ],
      after: {
        en: "Padding 2 in every layer does it, and any number of such layers keeps the size. With it, ten layers leave the 240 as they are.",
        "zh-CN": "每层填充 2 就行，这样的层再多也不改变尺寸。十层之后，240 还是 240。",
      },
      hints: [
        {
          en: "What does one 5×5 layer need to keep its size?",
          "zh-CN": "一层 5×5 要多少填充才能保持尺寸？",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "number",
      text: {
        en: "An 8×8 input and a 7×7 kernel. Which `padding=` keeps 8×8 in PyTorch, which counts per side?",
        "zh-CN": "输入 8×8，卷积核 7×7。PyTorch 按每侧计算，`padding=` 填几能保持 8×8？",
      },
      answer: 3,
      mistakes: [
        {
          value: 6,
          text: {
            en: "6 is the total, as d2l counts it. Per side it is half of that.",
            "zh-CN": "6 是总数，是 d2l 的算法。每侧是它的一半。",
          },
        },
        {
          value: 7,
          text: {
            en: "That is the kernel's size. In all k − 1 is needed, half on each side.",
            "zh-CN": "那是卷积核的大小。总共需要 k − 1，每侧一半。",
          },
        },
        {
          value: 4,
          text: {
            en: "You rounded 7/2 up. It is (7 − 1)/2.",
            "zh-CN": "你把 7/2 向上取整了。应该是 (7 − 1)/2。",
          },
        },
      ],
      after: { en: "(7 − 1)/2 = 3 on each side.", "zh-CN": "每侧 (7 − 1)/2 = 3。" },
    },
  ],
  review: [
    {
      kind: "number",
      text: {
        en: "A 10×10 input and a 5×5 kernel. Which padding per side keeps 10×10?",
        "zh-CN": "输入 10×10，卷积核 5×5。每侧填充多少能保持 10×10？",
      },
      answer: 2,
      mistakes: [
        {
          value: 4,
          text: {
            en: "4 is the total. Per side it is half of that.",
            "zh-CN": "4 是总数。每侧是它的一半。",
          },
        },
        {
          value: 5,
          text: {
            en: "That is the kernel's size. In all k − 1 is needed, half on each side.",
            "zh-CN": "那是卷积核的大小。总共需要 k − 1，每侧一半。",
          },
        },
        {
          value: 3,
          text: {
            en: "You rounded 5/2 up. It is (5 − 1)/2.",
            "zh-CN": "你把 5/2 向上取整了。应该是 (5 − 1)/2。",
          },
        },
      ],
      after: { en: "(5 − 1)/2 = 2 on each side.", "zh-CN": "每侧 (5 − 1)/2 = 2。" },
    },
  ],
};
