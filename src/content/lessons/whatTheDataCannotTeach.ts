import type { Lesson } from "../../model/lesson";
import { picture, uprightBar } from "../pictures";

const BLANK = picture("11111111", "11111111", "11111111", "11111111", "11111111", "11111111");
const ONE_COLUMN = picture("11101111", "11101111", "11101111", "11101111", "11101111", "11101111");

const EDGE_KERNEL = "kernel=1,-1&target-kernel=1,-1&start=0.6,0.2";
const TWO_ROWS = `view=learn&input=${uprightBar}&kernel=1,-1&target-kernel=1,-1;0,0&learning-rate=0.015`;

export const whatTheDataCannotTeach: Lesson = {
  name: "what-the-data-cannot-teach",
  title: { en: "What the data cannot teach", "zh-CN": "数据教不会的东西" },
  goal: {
    en: "Zero loss does not mean the right kernel: the picture must contain what the kernel is for.",
    "zh-CN": "损失为零不等于卷积核正确：图像里必须有这个卷积核要找的东西。",
  },
  misconception: {
    en: "If the loss is 0, we have found *the* kernel.",
    "zh-CN": "损失为 0，就找到了*那个*卷积核。",
  },
  start: `view=learn&input=${BLANK}&${EDGE_KERNEL}&learning-rate=0.005&updates=1`,
  steps: [
    {
      kind: "predict",
      controls: [],
      reveal: "updates=20&update=20",
      question: {
        kind: "choice",
        text: {
          en: "A blank page: on it the edge kernel 1, −1 gives 0 everywhere, so that is what is wanted here. Training starts at 0.6, 0.2. Where does it end?",
          "zh-CN":
            "一张白纸：边缘卷积核 1、−1 在上面处处得 0，所以目标处处是 0。训练从 0.6、0.2 出发。最后停在哪里？",
        },
        choices: [
          {
            value: { en: "1, −1: the edge kernel", "zh-CN": "1、−1：边缘卷积核" },
            mistake: {
              en: "Nothing on the page tells it about edges. It stops as soon as the output is 0.",
              "zh-CN": "纸上没有任何关于边缘的信息。输出一到 0，它就停了。",
            },
          },
          {
            value: { en: "0, 0", "zh-CN": "0、0" },
            mistake: {
              en: "The weights need not be 0, they only have to cancel. The nearest such pair is not 0, 0.",
              "zh-CN": "权重不必是 0，只要互相抵消。最近的一对不是 0、0。",
            },
          },
          { value: { en: "0.2, −0.2", "zh-CN": "0.2、−0.2" }, right: true },
          {
            value: { en: "It stays at 0.6, 0.2", "zh-CN": "停在 0.6、0.2 不动" },
            mistake: {
              en: "There the output is 0.8 everywhere and the loss 26.88, so it does move.",
              "zh-CN": "那里的输出处处是 0.8，损失是 26.88，所以它会动。",
            },
          },
        ],
        after: {
          en: "The loss falls from 26.88 to 0, and the kernel is 0.2, −0.2. Right on this page, but it is not the edge kernel.",
          "zh-CN": "损失从 26.88 降到 0，卷积核是 0.2、−0.2。在这张纸上是对的，但它不是边缘卷积核。",
        },
      },
      hints: [
        {
          en: "Every pixel is 1, so the output is the sum of the two weights. Both get the same push.",
          "zh-CN": "每个像素都是 1，所以输出是两个权重之和。两个权重受到的推力相同。",
        },
      ],
    },
    {
      kind: "observe",
      focus: ["output"],
      text: {
        en: "Look at the map of losses. Every pair of weights that sums to 0 has loss 0. So the map is no bowl with one lowest point but a *trench*, and training stops where it first meets it.",
        "zh-CN":
          "看损失图。凡是和为 0 的一对权重，损失都是 0。所以它不是只有一个最低点的碗，而是一条*沟*，训练一碰到沟底就停下。",
      },
    },
    {
      kind: "do",
      start: `view=learn&input=${BLANK}&${EDGE_KERNEL}&learning-rate=0.011&updates=50`,
      actions: [
        { text: { en: "One black column", "zh-CN": "一列黑色" }, set: `input=${ONE_COLUMN}` },
        { text: { en: "Blank page", "zh-CN": "白纸" }, set: `input=${BLANK}` },
      ],
      focus: ["input", "transport"],
      text: {
        en: "Put one black column into the page and train again, all 50 updates. What happens to the trench, and where does training end?",
        "zh-CN": "在白纸上放一列黑色，再训练一次，做完 50 次更新。沟变成什么样？训练停在哪里？",
      },
      goals: [
        {
          all: [
            { fact: "patchRank", is: 2 },
            { fact: "update", atLeast: 50 },
            { fact: "loss", atMost: 0.01 },
          ],
        },
      ],
      after: {
        en: "The trench closes to a bowl, and training goes to 1, −1. One edge was enough to teach the edge kernel.",
        "zh-CN": "沟合拢成一个碗，训练走向 1、−1。有了一条边缘，就学得会边缘卷积核。",
      },
      hints: [
        {
          en: "Press *One black column*, then go to the last update with the key End.",
          "zh-CN": "按“一列黑色”，再按 End 键到最后一次更新。",
        },
      ],
    },
    {
      kind: "do",
      start: `${TWO_ROWS}&updates=20`,
      actions: [],
      focus: ["transport"],
      text: {
        en: "The picture with the bar. The wanted output comes from a 2×2 kernel: 1, −1 above 0, 0. Train a 2×2 kernel from zeros, all 20 updates, and see whether it finds that one.",
        "zh-CN":
          "有竖条的图像。想要的输出来自一个 2×2 卷积核：上面 1、−1，下面 0、0。从零开始训练一个 2×2 卷积核，做完 20 次更新，看它能不能找到。",
      },
      goals: [
        {
          all: [
            { fact: "learnSize", is: 2 },
            { fact: "update", atLeast: 20 },
            { fact: "loss", atMost: 0.01 },
          ],
        },
      ],
      after: {
        en: "The loss goes from 10 to 0, but the kernel is 0.5, −0.5 in both rows. All rows of the picture are alike, so nothing says which row of the kernel should hold the weights.",
        "zh-CN":
          "损失从 10 降到 0，但卷积核两行都是 0.5、−0.5。图像每一行都一样，没有什么能说明权重该放在卷积核的哪一行。",
      },
      hints: [{ en: "Press Play, or the key End.", "zh-CN": "按“播放”，或按 End 键。" }],
    },
    {
      kind: "free",
      start: `${TWO_ROWS}&updates=200`,
      controls: [],
      actions: [],
      focus: ["input"],
      text: {
        en: "Change *a single pixel* so that there is only one kernel left with loss 0.",
        "zh-CN": "只改*一个像素*，使得损失为 0 的卷积核只剩一个。",
      },
      goals: [
        {
          all: [
            { fact: "learnSize", is: 2 },
            { fact: "changedInputCells", is: 1 },
            { fact: "patchRank", is: 4 },
          ],
        },
      ],
      after: {
        en: "Now the rows differ, and the windows are different enough to pin down all four weights.",
        "zh-CN": "现在各行不同了，窗口之间的差别足以确定全部四个权重。",
      },
      hints: [
        {
          en: "The trouble is that all rows are alike. Make one of them different.",
          "zh-CN": "问题在于每一行都一样。让其中一行不同。",
        },
        {
          en: "Paint a pixel in the middle of the bar: inside, more windows see it.",
          "zh-CN": "改黑条中间的一个像素：在里面，有更多窗口看得到它。",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "number",
      start: `input=${uprightBar}&kernel-size=3&step=99`,
      text: {
        en: "A 3×3 kernel is trained on pictures whose rows are all the same. Of its 9 weights, how many independent numbers can such pictures pin down at most?",
        "zh-CN": "用每一行都相同的图像训练一个 3×3 卷积核。9 个权重里，这样的图像最多能确定几个独立的数？",
      },
      answer: 3,
      mistakes: [
        {
          value: 9,
          text: {
            en: "For that the rows would have to differ. Here three weights above each other always meet the same pixel value.",
            "zh-CN": "那需要各行不同。这里上下三个权重碰到的总是同样的像素值。",
          },
        },
        {
          value: 1,
          text: {
            en: "That is a blank page: it tells the sum of all weights only. Here the columns differ.",
            "zh-CN": "那是白纸的情况：只能确定所有权重之和。这里各列不同。",
          },
        },
        {
          value: 6,
          text: {
            en: "6 is what stays open: 9 − 3.",
            "zh-CN": "6 是不能确定的个数：9 − 3。",
          },
        },
      ],
      after: {
        en: "Three: the sum of each column of the kernel. How a sum is shared out among its three rows, the pictures cannot say.",
        "zh-CN": "三个：卷积核每一列的和。一列的和怎样分给三行，图像说不出来。",
      },
    },
  ],
};
