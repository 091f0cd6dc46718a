import type { Lesson } from "../../model/lesson";
import { lyingBar, picture, uprightBar, uprightBarTurned } from "../pictures";

const TRIANGLE = picture("10000", "11000", "11100", "11110", "11111");

export const edgesHaveADirection: Lesson = {
  name: "edges-have-a-direction",
  title: { en: "Edges have a direction", "zh-CN": "边缘有方向" },
  goal: {
    en: "Read a difference kernel: its sign says which way the brightness steps, its shape which edges it can see.",
    "zh-CN": "能读懂差分卷积核：符号说明亮度往哪边变，形状说明它看得见哪些边缘。",
  },
  misconception: {
    en: "An edge detector finds edges, all of them.",
    "zh-CN": "边缘检测器能找出所有的边缘。",
  },
  start: `input=${uprightBar}&kernel=1,-1&step=99`,
  steps: [
    {
      kind: "predict",
      controls: [],
      focus: ["input", "kernel"],
      minutes: 2,
      question: {
        kind: "number",
        text: {
          en: "White is 1, black is 0. The kernel 1, −1 takes each pixel and subtracts its right neighbour. Every row of this picture reads 1 1 0 0 0 0 1 1. What is one row of the output?",
          "zh-CN":
            "白是 1，黑是 0。卷积核 1、−1 用每个像素减去它右边的像素。图中每一行都是 1 1 0 0 0 0 1 1。输出的一行是什么？",
        },
        answer: [0, 1, 0, 0, 0, -1, 0],
        mistakes: [
          {
            value: [0, -1, 0, 0, 0, 1, 0],
            text: {
              en: "You subtracted the left number from the right one. This kernel does it the other way round: left minus right.",
              "zh-CN": "你用右边的数减去了左边的数。这个卷积核相反：左减右。",
            },
          },
          {
            value: [0, 1, 0, 0, 0, 1, 0],
            text: {
              en: "You left out the sign. Where black turns to white, 0 − 1 is −1.",
              "zh-CN": "你漏了符号。黑变白的地方，0 − 1 等于 −1。",
            },
          },
          {
            value: [2, 1, 0, 0, 0, 1, 2],
            text: {
              en: "You added the two neighbours. The second weight is −1: it subtracts.",
              "zh-CN": "你把相邻两数相加了。第二个权重是 −1：应该相减。",
            },
          },
        ],
        after: {
          en: "0 1 0 0 0 −1 0: flat areas give 0, and only the two edges answer.",
          "zh-CN": "0 1 0 0 0 −1 0：平坦的地方得 0，只有两条边缘有回应。",
        },
      },
      hints: [
        {
          en: "Go along the row pair by pair: 1 − 1, 1 − 0, 0 − 0 …",
          "zh-CN": "沿着这一行逐对计算：1 − 1，1 − 0，0 − 0 ……",
        },
      ],
      notes: {
        en: "Do the first two pairs aloud, then let the class finish the row.",
        "zh-CN": "先一起算前两对，再让全班算完这一行。",
      },
    },
    {
      kind: "observe",
      focus: ["output"],
      minutes: 1,
      text: {
        en: "Look at the signs. White to black gives +1, black to white gives −1, flat gives 0. The output has 6 rows of 7, and 12 cells are not 0: two in each row.",
        "zh-CN": "看符号：白变黑得 +1，黑变白得 −1，平坦得 0。输出是 6 行 7 列，有 12 格不是 0：每行两格。",
      },
      notes: {
        en: "The sign is information: it says on which side it is bright.",
        "zh-CN": "符号就是信息：它说明哪一边是亮的。",
      },
    },
    {
      kind: "predict",
      start: `input=${uprightBarTurned}&kernel=1,-1&step=99`,
      focus: ["input", "kernel"],
      minutes: 1,
      question: {
        kind: "choice",
        text: {
          en: "Now the picture lies on its side: the edges run from left to right. The kernel is the same 1, −1. What does it report?",
          "zh-CN": "现在图像横过来了：边缘从左到右。卷积核还是 1、−1。它会报告什么？",
        },
        choices: [
          {
            value: {
              en: "+1 along the upper edge, −1 along the lower one",
              "zh-CN": "上边缘一行 +1，下边缘一行 −1",
            },
            mistake: {
              en: "That would be a kernel that subtracts the pixel *below*. This one only compares with the right.",
              "zh-CN": "那是减去*下方*像素的卷积核。这个卷积核只与右边比较。",
            },
          },
          { value: { en: "0 in every cell", "zh-CN": "每一格都是 0" }, right: true },
          {
            value: {
              en: "The same output as before",
              "zh-CN": "和刚才一样的输出",
            },
            mistake: {
              en: "The edges have turned, so within a row nothing changes any more: every difference is 0.",
              "zh-CN": "边缘转了方向，一行之内不再有变化：每个差都是 0。",
            },
          },
        ],
        after: {
          en: "All zeros: each pixel equals its right neighbour. To these edges the kernel is blind.",
          "zh-CN": "全是 0：每个像素都等于它右边的像素。这个卷积核看不见这些边缘。",
        },
      },
      hints: [
        {
          en: "Take any row of the picture. Does anything change along it?",
          "zh-CN": "随便看图中的一行。沿着它有变化吗？",
        },
      ],
    },
    {
      kind: "do",
      controls: [],
      actions: [
        {
          text: { en: "Load the black bar", "zh-CN": "载入黑色横条" },
          set: `input=${lyingBar}`,
        },
        { text: { en: "Transpose kernel", "zh-CN": "转置卷积核" }, command: "transpose-kernel" },
      ],
      focus: ["kernel", "output"],
      minutes: 1,
      text: {
        en: "Load the picture with the black bar, 10 rows of 8. Then stand the kernel up: 1 above −1. Now it subtracts the pixel below.",
        "zh-CN":
          "载入有黑色横条的图像，10 行 8 列。再把卷积核竖起来：1 在上，−1 在下。现在它减去的是下方的像素。",
      },
      goals: [
        {
          all: [
            { fact: "kernel", is: [[1], [-1]] },
            { fact: "outputSize", is: [9, 8] },
            { fact: "nonZeroOutputs", is: 16 },
          ],
        },
      ],
      after: {
        en: "The output is 9×8. Row 2 is all +1, row 6 all −1: 16 cells are not 0.",
        "zh-CN": "输出是 9×8。第 2 行全是 +1，第 6 行全是 −1：有 16 格不是 0。",
      },
      hints: [
        {
          en: "Two buttons: one loads the picture, the other stands the kernel up.",
          "zh-CN": "两个按钮：一个载入图像，另一个把卷积核竖起来。",
        },
      ],
    },
    {
      kind: "free",
      start: `input=${TRIANGLE}&kernel=1,1&step=99`,
      controls: ["kernel-size"],
      actions: [{ text: { en: "Transpose kernel", "zh-CN": "转置卷积核" }, command: "transpose-kernel" }],
      focus: ["kernel"],
      minutes: 2,
      text: {
        en: "A staircase of ones. Make a kernel that answers *+1* four times along it and is 0 elsewhere. Then make one that answers *−1* four times.",
        "zh-CN":
          "由 1 组成的阶梯。做一个卷积核，沿着阶梯回应四次 *+1*，别处都是 0。再做一个，回应四次 *−1*。",
      },
      goals: [
        {
          text: { en: "+1 four times", "zh-CN": "四次 +1" },
          all: [
            { fact: "nonZeroOutputs", is: 4 },
            { fact: "largestOutput", is: 1 },
            { fact: "smallestOutput", is: 0 },
          ],
        },
        {
          text: { en: "−1 four times", "zh-CN": "四次 −1" },
          all: [
            { fact: "nonZeroOutputs", is: 4 },
            { fact: "largestOutput", is: 0 },
            { fact: "smallestOutput", is: -1 },
          ],
        },
      ],
      after: {
        en: "1, −1 side by side gives +1 four times: going right, white turns black. 1 above −1 gives −1 four times: going down, black turns white. A slanted edge is seen by both.",
        "zh-CN":
          "横放的 1、−1 得到四次 +1：往右走，白变黑。竖放的 1、−1 得到四次 −1：往下走，黑变白。斜的边缘两个都看得见。",
      },
      hints: [
        { en: "Change the second weight first.", "zh-CN": "先改第二个权重。" },
        { en: "Then stand the kernel up.", "zh-CN": "再把卷积核竖起来。" },
      ],
      notes: {
        en: "Ask which other kernels do it: −1, 1 gives −1 too. Any solution counts.",
        "zh-CN": "问问还有哪些卷积核可以：−1、1 也得到 −1。任何解法都算。",
      },
    },
  ],
  checks: [
    {
      kind: "choice",
      start: `input=${uprightBar}&kernel=-1,1&step=99`,
      text: {
        en: "The first picture again, every row 1 1 0 0 0 0 1 1, now with the kernel −1, 1. What is row 0 of the output?",
        "zh-CN": "回到第一张图，每行是 1 1 0 0 0 0 1 1，卷积核换成 −1、1。输出的第 0 行是什么？",
      },
      choices: [
        {
          value: [[0, 1, 0, 0, 0, -1, 0]],
          mistake: {
            en: "That is the answer of 1, −1. The order of the weights matters.",
            "zh-CN": "那是 1、−1 的结果。权重的顺序很重要。",
          },
        },
        {
          value: [[0, 0, 0, 0, 0, 0, 0]],
          mistake: {
            en: "That would be so for edges running sideways. These stand upright, and the kernel compares left with right.",
            "zh-CN": "边缘横着时才会这样。这里的边缘是竖的，卷积核比较的是左右。",
          },
        },
        { value: [[0, -1, 0, 0, 0, 1, 0]], right: true },
        {
          value: [[0, 1, 0, 0, 0, 1, 0]],
          mistake: {
            en: "Edges are not always positive: one of the two steps the other way.",
            "zh-CN": "边缘的回应不总是正的：两条边缘的变化方向相反。",
          },
        },
      ],
      after: {
        en: "0 −1 0 0 0 1 0: right minus left, so both signs change.",
        "zh-CN": "0 −1 0 0 0 1 0：右减左，所以两个符号都变了。",
      },
    },
  ],
  review: [
    {
      kind: "choice",
      start: "input=0,0,1,1,1,0;0,0,1,1,1,0;0,0,1,1,1,0&kernel=1,-1&step=99",
      text: {
        en: "Every row reads 0 0 1 1 1 0. The kernel 1, −1 subtracts the right neighbour. What is one row of the output?",
        "zh-CN": "每行是 0 0 1 1 1 0。卷积核 1、−1 减去右边的数。输出的一行是什么？",
      },
      choices: [
        { value: [[0, -1, 0, 0, 1]], right: true },
        {
          value: [[0, 1, 0, 0, -1]],
          mistake: {
            en: "You took right minus left. The kernel 1, −1 takes left minus right.",
            "zh-CN": "你用右减左了。卷积核 1、−1 是左减右。",
          },
        },
        {
          value: [[0, 1, 0, 0, 1]],
          mistake: {
            en: "You left out the sign: 0 − 1 is −1.",
            "zh-CN": "你漏了符号：0 − 1 等于 −1。",
          },
        },
        {
          value: [[0, 1, 2, 2, 1]],
          mistake: {
            en: "You added the neighbours. The second weight is −1: it subtracts.",
            "zh-CN": "你把相邻两数相加了。第二个权重是 −1：应该相减。",
          },
        },
      ],
      after: {
        en: "0 −1 0 0 1: −1 where it gets brighter, +1 where it gets darker.",
        "zh-CN": "0 −1 0 0 1：变亮的地方是 −1，变暗的地方是 +1。",
      },
    },
  ],
};
