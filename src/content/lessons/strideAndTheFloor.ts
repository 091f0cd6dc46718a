import type { Lesson } from "../../model/lesson";
import { picture, places } from "../pictures";

const MIDDLE = "0,0,0;0,1,0;0,0,0";
const COUNTED = "0,1,2;3,4,5;6,7,8";
const ODD = picture(...Array.from({ length: 9 }, () => "000000000"));

/** Stride keeps every s-th answer; the size formula rounds down. */
export const strideAndTheFloor: Lesson = {
  name: "stride-and-the-floor",
  title: { en: "Stride and the floor", "zh-CN": "步幅与向下取整" },
  goal: {
    en: "You can tell the output's size for any stride, and which answers a stride keeps.",
    "zh-CN": "对任何步幅，你都能算出输出的大小，并说出哪些结果被留下。",
  },
  misconception: {
    en: "Forgetting the + 1, rounding up, or “a size that does not divide is not allowed”.",
    "zh-CN": "忘了 + 1、向上取整，或者以为“除不尽的大小是不允许的”。",
  },
  start: `input=${places}&kernel=${MIDDLE}&padding=1&step=999`,
  steps: [
    {
      kind: "predict",
      minutes: 1,
      controls: ["stride"],
      focus: ["kernel", "output"],
      question: {
        kind: "number",
        text: {
          en: "This kernel hands on the number in its middle. Each number tells its place: 23 stands in row 2, column 3. Now let the window go *two* cells at a time, across and down: [[stride]] 2. What is the first row of the output?",
          "zh-CN":
            "这个核把中间的数原样传下去。每个数说明自己的位置：23 在第 2 行第 3 列。现在窗口横竖每次走*两*格：[[stride|步幅]]为 2。输出的第一行是什么？",
        },
        answer: [0, 2, 4, 6],
        mistakes: [
          {
            value: [0, 1, 2, 3],
            text: {
              en: "Those are neighbours: the window moved by one. It moves by two.",
              "zh-CN": "这些是相邻的数：窗口每次只走了一格。它应该走两格。",
            },
          },
          {
            value: [1, 3, 5, 7],
            text: {
              en: "You took the last number under each window. The middle is handed on: it starts on 0.",
              "zh-CN": "你取了每个窗口最右边的数。传下去的是中间的数：它从 0 开始。",
            },
          },
          {
            value: [10, 12, 14, 16],
            text: {
              en: "You counted the padding at the side but not on top. The first window’s middle lies in row 0.",
              "zh-CN": "你算了左侧的填充，却没算上面的。第一个窗口的中心在第 0 行。",
            },
          },
        ],
        after: {
          en: "Every second number of every second row survives: `0 2 4 6`, then `20 22 24 26`, `40 …`, `60 …`. The map is 4×4.",
          "zh-CN":
            "每隔一行、每隔一个数留下一个：`0 2 4 6`，然后 `20 22 24 26`、`40 …`、`60 …`。输出是 4×4。",
        },
      },
      reveal: "stride=2&step=999",
      hints: [
        {
          en: "The first window lies with its middle on the first number. Where is its middle after two steps to the right?",
          "zh-CN": "第一个窗口的中心在第一个数上。向右走两格之后，中心在哪里？",
        },
      ],
      notes: {
        en: "The numbers are addresses, so the class can read off the output which windows were kept.",
        "zh-CN": "这些数就是位置，全班可以直接从输出读出留下了哪些窗口。",
      },
    },
    {
      kind: "do",
      minutes: 1,
      start: `input=${places}&kernel=${MIDDLE}&padding=1&stride=2&step=999`,
      controls: ["stride"],
      focus: ["output", "cost"],
      text: {
        en: "Set the stride back to 1. Cross out every second row and every second column in your mind, and compare with what stride 2 gave.",
        "zh-CN": "把步幅改回 1。在心里划掉每隔一行和每隔一列，再与步幅 2 的结果比较。",
      },
      goals: [
        {
          all: [
            { fact: "stride", is: 1 },
            { fact: "padding", is: 1 },
          ],
        },
      ],
      after: {
        en: "It is the same picture. Stride only skips work: 16 sums instead of 64.",
        "zh-CN": "两张图一样。步幅只是省去了一些计算：16 个和，而不是 64 个。",
      },
      hints: [
        {
          en: "Both fields of the stride become 1; while they are linked, one is enough.",
          "zh-CN": "步幅的两个数都改为 1；两者相连时，改一个就够了。",
        },
      ],
    },
    {
      kind: "do",
      minutes: 1,
      start: `input=${COUNTED}&kernel=0,1;2,3&padding=1&step=999`,
      controls: ["stride"],
      focus: ["output", "formula"],
      text: {
        en: "The stride can differ from axis to axis. Here the image is 3×3 with padding 1. Let the window go 3 down and 2 across.",
        "zh-CN": "每个方向的步幅可以不同。这里的图像是 3×3，填充 1。让窗口向下每次走 3 格，向右每次走 2 格。",
      },
      goals: [
        {
          all: [
            {
              fact: "output",
              is: [
                [0, 8],
                [6, 8],
              ],
            },
          ],
        },
      ],
      after: {
        en: "`0 8 / 6 8`. Across, (3 − 2 + 2) / 2 = 1.5 more windows would fit. Half a window does not exist: 1 more, so 2.",
        "zh-CN": "`0 8 / 6 8`。横向还能再放 (3 − 2 + 2) / 2 = 1.5 个窗口。没有半个窗口：再放 1 个，共 2 个。",
      },
      hints: [
        {
          en: "Part the two strides with the chain between them: rows 3, columns 2.",
          "zh-CN": "用中间的链条把两个步幅分开：行 3，列 2。",
        },
      ],
    },
    {
      kind: "predict",
      minutes: 1,
      start:
        "input=0,1,2,3,4;5,6,7,8,9;10,11,12,13,14;15,16,17,18,19;20,21,22,23,24&kernel=0,0,0;0,1,0;0,0,0",
      controls: ["stride"],
      focus: ["input", "kernel"],
      question: {
        kind: "number",
        text: {
          en: "A side of 5 cells, a kernel 3 wide, no padding. How many windows fit along it at stride 2?",
          "zh-CN": "边长 5 格，核宽 3，没有填充。步幅为 2 时，沿这条边能放几个窗口？",
        },
        answer: 2,
        mistakes: [
          {
            value: 1,
            text: {
              en: "(5 − 3) / 2 = 1 counts the moves. The window also stands where it starts: + 1.",
              "zh-CN": "(5 − 3) / 2 = 1 是移动的次数。起点也有一个窗口：+ 1。",
            },
          },
          {
            value: 3,
            text: {
              en: "5 − 3 + 1 = 3 is the number at stride 1.",
              "zh-CN": "5 − 3 + 1 = 3 是步幅 1 时的个数。",
            },
          },
          {
            value: 2.5,
            text: {
              en: "You halved the 5. The window needs room: only 5 − 3 = 2 cells are left to move over.",
              "zh-CN": "你把 5 除以了 2。窗口自己要占地方：只剩 5 − 3 = 2 格可走。",
            },
          },
        ],
        after: {
          en: "⌊(5 − 3) / 2⌋ + 1 = 2. The same rule is often written ⌊(5 − 3 + 2) / 2⌋ = 2: adding the stride above the line is adding 1 below it.",
          "zh-CN":
            "⌊(5 − 3) / 2⌋ + 1 = 2。也常写成 ⌊(5 − 3 + 2) / 2⌋ = 2：在分子上加步幅，就等于在外面加 1。",
        },
      },
      reveal: "stride=2&step=999",
      hints: [
        {
          en: "The first window covers cells 0 to 2. Where does the next one lie, and is there a third?",
          "zh-CN": "第一个窗口盖住第 0 到 2 格。下一个在哪里？还有第三个吗？",
        },
      ],
    },
    {
      kind: "do",
      minutes: 1,
      start: `input=${COUNTED}&kernel=0,1;2,3&step=999`,
      controls: ["op", "stride", "kernel-size"],
      focus: ["output", "equation"],
      text: {
        en: "Windows need no weights. Choose *max pooling* with a 2×2 window and stride 1: each output is the largest number under the window. Then try *average pooling*.",
        "zh-CN":
          "窗口不一定要有权重。选*最大汇聚*，窗口 2×2，步幅 1：每个输出是窗口下最大的数。再试试*平均汇聚*。",
      },
      goals: [
        {
          text: { en: "Max pooling", "zh-CN": "最大汇聚" },
          all: [
            { fact: "op", is: "max-pool" },
            {
              fact: "output",
              is: [
                [4, 5],
                [7, 8],
              ],
            },
          ],
        },
        {
          text: { en: "Average pooling", "zh-CN": "平均汇聚" },
          all: [
            { fact: "op", is: "avg-pool" },
            {
              fact: "output",
              is: [
                [2, 3],
                [5, 6],
              ],
            },
          ],
        },
      ],
      after: {
        en: "`4 5 / 7 8` and `2 3 / 5 6`. [[pooling|Pooling]] slides with size, stride and padding too, but has nothing to learn.",
        "zh-CN": "`4 5 / 7 8` 和 `2 3 / 5 6`。[[pooling|汇聚]]也按大小、步幅和填充滑动，但没有要学的东西。",
      },
      hints: [
        {
          en: "Pooling windows stand side by side unless you say otherwise: set the stride to 1.",
          "zh-CN": "汇聚的窗口默认并排放置：请把步幅设为 1。",
        },
      ],
    },
    {
      kind: "free",
      minutes: 1,
      start: `input=${ODD}&kernel=${MIDDLE}&padding=1&step=999`,
      controls: ["stride", "padding"],
      focus: ["output", "formula"],
      text: {
        en: "Halve this 9×9 image: keep the 3×3 kernel and padding 1. How large is half of nine?",
        "zh-CN": "把这张 9×9 的图像减半：保持 3×3 的核和填充 1。九的一半是多大？",
      },
      goals: [
        {
          all: [
            { fact: "stride", is: 2 },
            { fact: "outputSize", is: 5 },
            { fact: "kernelSize", is: 3 },
          ],
        },
      ],
      after: {
        en: "5×5, not 4.5. With padding that keeps the size, stride s gives ⌈n / s⌉. It is “half” only when s divides n.",
        "zh-CN": "5×5，不是 4.5。用保持大小的填充时，步幅 s 给出 ⌈n / s⌉。只有 s 整除 n 时才正好是“一半”。",
      },
      hints: [
        {
          en: "One number is enough: how far should the window go each time?",
          "zh-CN": "改一个数就够了：窗口每次应该走多远？",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "number",
      text: {
        en: "A 28×28 image, a 3×3 kernel, no padding, stride 2. How long is a side of the output?",
        "zh-CN": "28×28 的图像，3×3 的核，没有填充，步幅 2。输出的边长是多少？",
      },
      answer: 13,
      mistakes: [
        {
          value: 13.5,
          text: {
            en: "(28 − 3) / 2 + 1 = 13.5, but half a window does not fit: round down.",
            "zh-CN": "(28 − 3) / 2 + 1 = 13.5，但放不下半个窗口：向下取整。",
          },
        },
        {
          value: 12,
          text: {
            en: "You counted the moves, ⌊25 / 2⌋. The window also stands where it starts: + 1.",
            "zh-CN": "你数的是移动次数 ⌊25 / 2⌋。起点也有一个窗口：+ 1。",
          },
        },
        {
          value: 14,
          text: {
            en: "That is half of 28, or 13.5 rounded up. The 3 of the kernel counts, and windows are rounded down.",
            "zh-CN": "那是 28 的一半，或是把 13.5 向上取整。核占 3 格，而且要向下取整。",
          },
        },
      ],
      after: {
        en: "⌊(28 − 3) / 2⌋ + 1 = 12 + 1 = 13.",
        "zh-CN": "⌊(28 − 3) / 2⌋ + 1 = 12 + 1 = 13。",
      },
    },
    {
      kind: "number",
      text: {
        en: "Now numbers that expose a wrong formula: 8 cells, kernel 5, padding 1 on each side, stride 4. How many outputs?",
        "zh-CN": "这组数能揭穿写错的公式：8 格，核 5，每侧填充 1，步幅 4。有几个输出？",
      },
      answer: 2,
      mistakes: [
        {
          value: 1,
          text: {
            en: "You wrote + 1 inside the fraction: ⌊(8 − 5 + 2 + 1) / 4⌋. Inside it must be + 4, the stride.",
            "zh-CN": "你把 + 1 写进了分数里：⌊(8 − 5 + 2 + 1) / 4⌋。写在里面就得是 + 4，即步幅。",
          },
        },
        {
          value: 3,
          text: {
            en: "You rounded 2.25 up. A window that does not fit is left out.",
            "zh-CN": "你把 2.25 向上取整了。放不下的窗口就不要。",
          },
        },
        {
          value: 2.25,
          text: {
            en: "The fraction is right; now round down: windows are whole.",
            "zh-CN": "分数没错；现在向下取整：窗口是整个的。",
          },
        },
      ],
      after: {
        en: "⌊(8 − 5 + 2) / 4⌋ + 1 = ⌊1.25⌋ + 1 = 2.",
        "zh-CN": "⌊(8 − 5 + 2) / 4⌋ + 1 = ⌊1.25⌋ + 1 = 2。",
      },
    },
  ],
  review: [
    {
      kind: "number",
      text: {
        en: "A 20×20 image, a 5×5 kernel, no padding, stride 2. How long is a side of the output?",
        "zh-CN": "20×20 的图像，5×5 的核，没有填充，步幅 2。输出的边长是多少？",
      },
      answer: 8,
      mistakes: [
        {
          value: 8.5,
          text: {
            en: "Half a window does not fit: round down.",
            "zh-CN": "放不下半个窗口：向下取整。",
          },
        },
        {
          value: 7,
          text: {
            en: "You counted the moves. The window also stands where it starts: + 1.",
            "zh-CN": "你数的是移动次数。起点也有一个窗口：+ 1。",
          },
        },
        {
          value: 9,
          text: {
            en: "You rounded 8.5 up. A window that does not fit is left out.",
            "zh-CN": "你把 8.5 向上取整了。放不下的窗口就不要。",
          },
        },
        {
          value: 10,
          text: {
            en: "You halved 20. The window needs 5 cells before it can move at all.",
            "zh-CN": "你把 20 减半了。窗口自己先要占 5 格。",
          },
        },
      ],
      after: {
        en: "⌊(20 − 5) / 2⌋ + 1 = 7 + 1 = 8.",
        "zh-CN": "⌊(20 − 5) / 2⌋ + 1 = 7 + 1 = 8。",
      },
    },
  ],
};
