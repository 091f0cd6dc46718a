import type { Lesson } from "../../model/lesson";
import { places } from "../pictures";

const COUNT = "dims=1&input=1,2,3,4,5,6,7,8,9&kernel=1,0,-1";

/** The same weights, further apart. */
export const dilation: Lesson = {
  name: "dilation",
  title: { en: "Dilation", "zh-CN": "膨胀" },
  goal: {
    en: "You can tell how far a dilated kernel reaches, and what it leaves out.",
    "zh-CN": "你能说出膨胀后的核伸多远，以及它跳过了什么。",
  },
  misconception: {
    en: "Dilation 1 already skips a pixel. (Older books call the usual kernel “dilation 0”.)",
    "zh-CN": "膨胀为 1 就已经跳过一个像素。（一些旧书把普通的核叫作“膨胀 0”。）",
  },
  start: `${COUNT}&step=999`,
  steps: [
    {
      kind: "predict",
      controls: ["dilation"],
      focus: ["kernel", "input"],
      question: {
        kind: "number",
        text: {
          en: "The signal counts from 1 to 9. The kernel [1, 0, −1] takes the first number under the window and subtracts the last. At [[dilation]] 1, what stands in *every* output?",
          "zh-CN":
            "信号从 1 数到 9。核 [1, 0, −1] 用窗口下的第一个数减去最后一个。[[dilation|膨胀]]为 1 时，*每个*输出都是几？",
        },
        answer: -2,
        mistakes: [
          {
            value: -4,
            text: {
              en: "You skipped a number between the weights. At dilation 1 nothing is skipped: that is the usual kernel.",
              "zh-CN": "你在权重之间跳过了一个数。膨胀 1 什么也不跳：就是普通的核。",
            },
          },
          {
            value: 2,
            text: {
              en: "First minus last: 1 − 3.",
              "zh-CN": "第一个减最后一个：1 − 3。",
            },
          },
          {
            value: -1,
            text: {
              en: "Those are direct neighbours. Between the 1 and the −1 lies the weight 0.",
              "zh-CN": "那是直接相邻的两个数。1 和 −1 之间还有权重 0。",
            },
          },
        ],
        after: {
          en: "1 − 3 = −2, seven times. Dilation 1 is the kernel that you know.",
          "zh-CN": "1 − 3 = −2，共七次。膨胀 1 就是你熟悉的核。",
        },
      },
      reveal: "step=999",
      hints: [
        {
          en: "The first window lies on 1, 2, 3.",
          "zh-CN": "第一个窗口压在 1、2、3 上。",
        },
      ],
    },
    {
      kind: "do",
      start: `${COUNT}&step=999`,
      controls: ["dilation"],
      focus: ["kernel", "output"],
      text: {
        en: "Set the dilation to 2. The three weights move apart: between two of them one number is skipped.",
        "zh-CN": "把膨胀设为 2。三个权重分开了：每两个之间跳过一个数。",
      },
      goals: [{ all: [{ fact: "dilation", is: 2 }] }],
      after: {
        en: "−4, five times: the outer weights are 4 apart now. Still three weights, but a reach of 5.",
        "zh-CN": "−4，共五次：外侧两个权重现在相距 4。仍是三个权重，却伸到 5 格宽。",
      },
      hints: [
        {
          en: "One field: dilation 2. Look how the weights lie on the signal.",
          "zh-CN": "只改一个数：膨胀 2。看看权重怎样压在信号上。",
        },
      ],
    },
    {
      kind: "predict",
      start: `${COUNT}&dilation=2&step=999`,
      controls: ["dilation"],
      focus: ["kernel"],
      question: {
        kind: "number",
        text: {
          en: "Go on to dilation 3. How many outputs do the nine numbers give?",
          "zh-CN": "再把膨胀增加到 3。九个数给出几个输出？",
        },
        answer: 3,
        mistakes: [
          {
            value: 5,
            text: {
              en: "5 is what dilation 2 gives. Each further step takes two more cells.",
              "zh-CN": "5 是膨胀 2 的个数。每再增加 1，又多占两格。",
            },
          },
          {
            value: 7,
            text: {
              en: "You kept the size of the usual kernel. It needs more room now.",
              "zh-CN": "你仍按普通的核算。现在它要占更多地方。",
            },
          },
          {
            value: 1,
            text: {
              en: "You took the kernel as 3 · 3 = 9 wide. It has two gaps, not three: 3 · (3 − 1) + 1 = 7.",
              "zh-CN": "你把核算成 3 · 3 = 9 宽。间隔是两段，不是三段：3 · (3 − 1) + 1 = 7。",
            },
          },
        ],
        after: {
          en: "The kernel reaches over d(k − 1) + 1 = 7 cells, so 9 − 7 + 1 = 3 windows fit. Each gives −6.",
          "zh-CN": "核伸到 d(k − 1) + 1 = 7 格宽，所以放得下 9 − 7 + 1 = 3 个窗口。每个给出 −6。",
        },
      },
      reveal: "dilation=3&step=999",
      hints: [
        {
          en: "Count the cells from the first weight to the last, both included.",
          "zh-CN": "从第一个权重数到最后一个，连两端一起数。",
        },
      ],
    },
    {
      kind: "do",
      start: `input=${places}&kernel=1,1,1;1,1,1;1,1,1&dilation=2&step=999`,
      controls: ["padding", "dilation"],
      focus: ["output", "formula"],
      text: {
        en: "In two dimensions: 8×8 with a 3×3 kernel at dilation 2 gives only 4×4. Make it 8×8 again, with padding.",
        "zh-CN": "二维的情形：8×8，3×3 的核，膨胀 2，只输出 4×4。用填充让它回到 8×8。",
      },
      goals: [
        {
          all: [
            { fact: "outputSize", is: 8 },
            { fact: "dilation", is: 2 },
            { fact: "kernelSize", is: 3 },
          ],
        },
      ],
      after: {
        en: "Padding 2. To keep the size, p = d(k − 1) / 2: half of what the kernel reaches beyond one cell.",
        "zh-CN": "填充 2。要保持大小，p = d(k − 1) / 2：核超出一格的部分的一半。",
      },
      hints: [
        {
          en: "The kernel reaches over 5 cells, so it takes away 4. Half of that goes on each side.",
          "zh-CN": "核伸到 5 格宽，所以少了 4。每侧补一半。",
        },
      ],
    },
    {
      kind: "free",
      start: `${COUNT}&step=999`,
      controls: ["dilation", "stride", "padding", "read-counts"],
      focus: ["input"],
      text: {
        en: "Make a layer that never reads positions 1, 3, 5 and 7 of these nine numbers, but every other one.",
        "zh-CN": "做一个层，它从不读取这九个数中的第 1、3、5、7 个位置，但其余的都读。",
      },
      goals: [{ all: [{ fact: "unreadCells", is: [1, 3, 5, 7] }] }],
      after: {
        en: "Dilation 2 with stride 2: the read counts are `1 0 2 0 3 0 2 0 1`. This is called *gridding*: half of the data is never seen.",
        "zh-CN": "膨胀 2 加步幅 2：读取次数是 `1 0 2 0 3 0 2 0 1`。这叫*网格效应*：一半的数据从未被看到。",
      },
      hints: [
        {
          en: "The weights must skip every second number, and so must the window.",
          "zh-CN": "权重要每隔一个数跳过一个，窗口也要这样。",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "number",
      text: {
        en: "A kernel of 3 weights at dilation 4: over how many cells does it reach?",
        "zh-CN": "3 个权重的核，膨胀 4：它伸到几格宽？",
      },
      answer: 9,
      mistakes: [
        {
          value: 12,
          text: {
            en: "4 · 3: but three weights have only two gaps between them.",
            "zh-CN": "4 · 3：但三个权重之间只有两段间隔。",
          },
        },
        {
          value: 7,
          text: {
            en: "4 + 3: the distance of 4 lies between each pair of neighbours, so twice.",
            "zh-CN": "4 + 3：每两个相邻权重之间都相距 4，共两次。",
          },
        },
        {
          value: 11,
          text: {
            en: "You counted dilation from 0, as if 4 numbers were skipped. At dilation 4 three are.",
            "zh-CN": "你把膨胀从 0 数起，好像跳过 4 个数。膨胀 4 只跳过三个。",
          },
        },
      ],
      after: {
        en: "d(k − 1) + 1 = 4 · 2 + 1 = 9.",
        "zh-CN": "d(k − 1) + 1 = 4 · 2 + 1 = 9。",
      },
    },
  ],
};
