import type { Lesson } from "../../model/lesson";

const SPIKE = "dims=1&input=0,0,1,0,0";
const PAIR = `${SPIKE}&kernel=1,1&step=9`;
const LONG_SPIKE = "dims=1&input=0,0,0,0,0,1,0,0,0,0,0";

export const whyOdd: Lesson = {
  name: "why-odd",
  title: { en: "Why odd?", "zh-CN": "为什么用奇数？" },
  goal: {
    en: "Even kernels cannot be padded equally on both sides, so they shift the picture by half a pixel.",
    "zh-CN": "偶数大小的卷积核无法在两侧等量填充，所以会把图像移动半个像素。",
  },
  misconception: {
    en: "Even kernels are not allowed; or: “same” padding is the same everywhere.",
    "zh-CN": "不允许用偶数卷积核；或者：“same” 填充在哪里都一样。",
  },
  start: PAIR,
  steps: [
    {
      kind: "predict",
      controls: [],
      focus: ["input", "kernel"],
      question: {
        kind: "choice",
        text: {
          en: "Five numbers and a kernel of 2: the output has four. To keep five, one extra zero is needed in all. On which side does it go?",
          "zh-CN": "五个数，卷积核长 2：输出只有四个。要保持五个，总共需要多加一个零。加在哪一边？",
        },
        choices: [
          {
            value: { en: "Left or right: you must choose", "zh-CN": "左边或右边：必须选一边" },
            right: true,
          },
          {
            value: { en: "Half of it on each side", "zh-CN": "两边各一半" },
            mistake: {
              en: "There are no half cells: 1 cannot be split.",
              "zh-CN": "没有半个格子：1 不能再分。",
            },
          },
          {
            value: { en: "One on each side", "zh-CN": "两边各一个" },
            mistake: {
              en: "Those are two zeros: the output would have six numbers.",
              "zh-CN": "那是两个零：输出会有六个数。",
            },
          },
        ],
        after: {
          en: "k − 1 = 1 cannot be split, so one side gets it. Which one is a convention.",
          "zh-CN": "k − 1 = 1 不能平分，只能给一边。给哪边，是个约定。",
        },
      },
      hints: [{ en: "How many zeros are there to hand out?", "zh-CN": "总共有几个零可以分？" }],
    },
    {
      kind: "do",
      controls: ["padding-sides"],
      focus: ["input", "output"],
      text: {
        en: "Put the zero on the *left*, as d2l does. Where is the middle of the output now?",
        "zh-CN": "像 d2l 那样，把零加在*左边*。输出的中心在哪里？",
      },
      goals: [
        {
          all: [
            { fact: "padding", is: [[1, 0]] },
            { fact: "output", is: [0, 0, 1, 1, 0] },
          ],
        },
      ],
      after: {
        en: "0 0 1 1 0: its middle lies at 2.5. The spike was at 2, so the picture has moved half a pixel to the right.",
        "zh-CN": "0 0 1 1 0：中心在 2.5。尖峰原来在 2，所以图像向右移了半个像素。",
      },
      hints: [
        { en: "Set the padding before to 1 and after to 0.", "zh-CN": "把前面的填充设为 1，后面的设为 0。" },
      ],
    },
    {
      kind: "do",
      controls: ["padding-sides", "padding-same"],
      focus: ["input", "output"],
      text: {
        en: "Now put it on the *right*, as PyTorch's and TensorFlow's “same” does.",
        "zh-CN": "现在把零加在*右边*，PyTorch 和 TensorFlow 的 “same” 就是这样。",
      },
      goals: [
        {
          all: [
            { fact: "padding", is: [[0, 1]] },
            { fact: "output", is: [0, 1, 1, 0, 0] },
          ],
        },
      ],
      after: {
        en: "0 1 1 0 0: the middle lies at 1.5, half a pixel to the left.",
        "zh-CN": "0 1 1 0 0：中心在 1.5，向左移了半个像素。",
      },
      hints: [
        {
          en: "Choose PyTorch's “same”, or set 0 before and 1 after.",
          "zh-CN": "选择 PyTorch 的 “same”，或者前面设 0、后面设 1。",
        },
      ],
    },
    {
      kind: "predict",
      start: `view=stack&${LONG_SPIKE}&layers=k2p0:1,k2p0:1,k2p0:1,k2p0:1`,
      controls: [],
      focus: ["output"],
      question: {
        kind: "number",
        text: {
          en: "Eleven numbers, a spike at 5, and four such layers in a row, each with its zero on the right. Where is the middle of the last map?",
          "zh-CN": "十一个数，尖峰在 5，连着四层这样的层，零都加在右边。最后一张图的中心在哪里？",
        },
        answer: 3,
        mistakes: [
          {
            value: 4.5,
            text: {
              en: "That is after one layer. Each of the four moves it by another half.",
              "zh-CN": "那是一层之后。四层里每层都再移半个。",
            },
          },
          {
            value: 1,
            text: {
              en: "You moved it by a whole pixel each time. It is half a pixel.",
              "zh-CN": "你每次移了一整个像素。实际是半个。",
            },
          },
          {
            value: 7,
            text: {
              en: "The distance is right, the direction is not: a zero on the right moves it to the left.",
              "zh-CN": "距离对了，方向反了：零在右边，图像向左移。",
            },
          },
        ],
        after: {
          en: "0 1 4 6 4 1 0 0 0 0 0: its middle is at 3, two whole pixels off. With the zero on alternate sides it would be back at 5.",
          "zh-CN": "0 1 4 6 4 1 0 0 0 0 0：中心在 3，偏了整整两个像素。如果左右交替加零，它会回到 5。",
        },
      },
      hints: [{ en: "Four times half a pixel, to the left.", "zh-CN": "四次半个像素，向左。" }],
    },
    {
      kind: "free",
      start: `${PAIR}&padding=same`,
      controls: ["kernel-size", "padding-same"],
      focus: ["kernel", "output"],
      text: {
        en: "Find a kernel that blurs the spike over two cells or more, but leaves its middle *at 2*, with five numbers in the output.",
        "zh-CN": "找一个卷积核，把尖峰模糊到两格以上，但中心仍在 *2*，输出还是五个数。",
      },
      goals: [
        {
          all: [
            { fact: "input", is: [0, 0, 1, 0, 0] },
            { fact: "outputSize", is: 5 },
            { fact: "nonZeroOutputs", atLeast: 2 },
            { fact: "outputCentre", is: 2 },
          ],
        },
      ],
      after: {
        en: "An odd kernel with a symmetric shape does it, such as 1 1 1, which gives 0 1 1 1 0. It has a middle cell, so both sides get the same padding.",
        "zh-CN": "奇数长、形状对称的卷积核就行，例如 1 1 1，得到 0 1 1 1 0。它有中间格，所以两侧填充一样多。",
      },
      hints: [
        {
          en: "A kernel with a middle cell can be padded equally.",
          "zh-CN": "有中间格的卷积核，可以两侧等量填充。",
        },
        { en: "Make it 3 long.", "zh-CN": "把长度改成 3。" },
      ],
    },
  ],
  checks: [
    {
      kind: "choice",
      text: {
        en: "k = 4, the size is kept. How many rows does d2l put on top, and how many PyTorch's `padding='same'`?",
        "zh-CN": "k = 4，尺寸不变。d2l 在上面加几行？PyTorch 的 `padding='same'` 加几行？",
      },
      choices: [
        {
          value: { en: "1 and 2", "zh-CN": "1 和 2" },
          mistake: {
            en: "The other way round: d2l puts the odd row first, PyTorch last.",
            "zh-CN": "反了：d2l 把多出的一行放在前面，PyTorch 放在后面。",
          },
        },
        { value: { en: "2 and 1", "zh-CN": "2 和 1" }, right: true },
        {
          value: { en: "2 and 2", "zh-CN": "2 和 2" },
          mistake: {
            en: "That would be 4 rows in all. Only k − 1 = 3 are needed.",
            "zh-CN": "那样一共 4 行。只需要 k − 1 = 3 行。",
          },
        },
        {
          value: { en: "1.5 and 1.5", "zh-CN": "1.5 和 1.5" },
          mistake: {
            en: "There are no half rows: 3 cannot be split equally.",
            "zh-CN": "没有半行：3 不能平分。",
          },
        },
      ],
      after: {
        en: "3 rows in all. d2l: 2 above, 1 below. PyTorch and TensorFlow: 1 above, 2 below.",
        "zh-CN": "一共 3 行。d2l：上 2 下 1。PyTorch 和 TensorFlow：上 1 下 2。",
      },
    },
  ],
  review: [
    {
      kind: "choice",
      text: {
        en: "k = 6, the size is kept. How many rows does d2l put on top, and how many PyTorch's `padding='same'`?",
        "zh-CN": "k = 6，尺寸不变。d2l 在上面加几行？PyTorch 的 `padding='same'` 加几行？",
      },
      choices: [
        { value: { en: "3 and 2", "zh-CN": "3 和 2" }, right: true },
        {
          value: { en: "2 and 3", "zh-CN": "2 和 3" },
          mistake: {
            en: "The other way round: d2l puts the odd row first, PyTorch last.",
            "zh-CN": "反了：d2l 把多出的一行放在前面，PyTorch 放在后面。",
          },
        },
        {
          value: { en: "3 and 3", "zh-CN": "3 和 3" },
          mistake: {
            en: "That would be 6 rows in all. Only k − 1 = 5 are needed.",
            "zh-CN": "那样一共 6 行。只需要 k − 1 = 5 行。",
          },
        },
        {
          value: { en: "2.5 and 2.5", "zh-CN": "2.5 和 2.5" },
          mistake: {
            en: "There are no half rows: 5 cannot be split equally.",
            "zh-CN": "没有半行：5 不能平分。",
          },
        },
      ],
      after: {
        en: "5 rows in all. d2l: 3 above, 2 below. PyTorch: 2 above, 3 below.",
        "zh-CN": "一共 5 行。d2l：上 3 下 2。PyTorch：上 2 下 3。",
      },
    },
  ],
};
