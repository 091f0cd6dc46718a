import type { Lesson } from "../../model/lesson";

const INPUT = "input=0,1,2;3,4,5;6,7,8";
const COUNTED = `${INPUT}&kernel=0,1;2,3&step=3`;

export const oneNumberLiftsTheWholeMap: Lesson = {
  name: "one-number-lifts-the-whole-map",
  title: { en: "One number lifts the whole map", "zh-CN": "一个数抬高整张图" },
  goal: {
    en: "Know what the bias does: one learnable number, added to every cell of the output.",
    "zh-CN": "知道偏置做什么：它是一个可学习的数，加到输出的每一格上。",
  },
  misconception: {
    en: "Every output cell, or every weight, has a bias of its own.",
    "zh-CN": "每个输出格（或每个权重）都有自己的偏置。",
  },
  start: COUNTED,
  steps: [
    {
      kind: "predict",
      controls: ["bias"],
      focus: ["output", "formula"],
      reveal: "bias=1",
      question: {
        kind: "number",
        text: {
          en: "This is the figure you know; its output is 19, 25 above 37, 43. Besides its weights a layer has one more number, the [[bias]] b. It is added after the products. With b = 1, what is the output?",
          "zh-CN":
            "这张图你已经见过：输出是上面 19、25，下面 37、43。除了权重，这一层还有一个数：[[bias|偏置]] b，在乘积之和上再加它。当 b = 1 时，输出是什么？",
        },
        answer: [
          [20, 26],
          [38, 44],
        ],
        mistakes: [
          {
            value: [
              [20, 25],
              [37, 43],
            ],
            text: {
              en: "You added it to one cell only. The same b is added wherever the window stands.",
              "zh-CN": "你只给一格加了。窗口无论停在哪里，加的都是同一个 b。",
            },
          },
          {
            value: [
              [23, 29],
              [41, 47],
            ],
            text: {
              en: "You added 1 to each of the four products. The bias is added once to their sum.",
              "zh-CN": "你给四个乘积各加了 1。偏置只在它们的和上加一次。",
            },
          },
          {
            value: [
              [27, 37],
              [57, 67],
            ],
            text: {
              en: "You added 1 to each weight. The bias is no weight: nothing of the input is multiplied by it.",
              "zh-CN": "你给每个权重加了 1。偏置不是权重：它不与输入相乘。",
            },
          },
        ],
        after: {
          en: "All four cells rise by 1: one number lifts the whole map.",
          "zh-CN": "四个格都升高 1：一个数抬高了整张图。",
        },
      },
      hints: [
        {
          en: "There is one b, and each cell of the output gets it once.",
          "zh-CN": "只有一个 b，每个输出格各加一次。",
        },
      ],
    },
    {
      kind: "do",
      controls: ["bias"],
      actions: [
        { text: { en: "Blank input", "zh-CN": "清空输入" }, command: "blank-input" },
        { text: { en: "Restore input", "zh-CN": "恢复输入" }, set: INPUT },
      ],
      focus: ["input", "output"],
      text: {
        en: "Make the input blank, all 0, and set b to 5. What does the layer say when it has nothing to look at?",
        "zh-CN": "把输入清空，全部变成 0，再把 b 设为 5。没有东西可看时，这一层会说什么？",
      },
      goals: [
        {
          all: [
            { fact: "input", is: 0 },
            { fact: "bias", is: 5 },
            { fact: "output", is: 5 },
          ],
        },
      ],
      after: {
        en: "5 in every cell. All products are 0, so only the bias is left.",
        "zh-CN": "每一格都是 5。乘积全是 0，只剩下偏置。",
      },
      hints: [
        {
          en: "The button *Blank input* sets all nine numbers to 0. Then type 5 into the bias.",
          "zh-CN": "按“清空输入”，九个数都变成 0。然后在偏置里填 5。",
        },
      ],
    },
    {
      kind: "do",
      controls: ["bias", "activation"],
      actions: [{ text: { en: "Restore input", "zh-CN": "恢复输入" }, set: INPUT }],
      focus: ["output"],
      text: {
        en: "Bring the input back, set b to −30 and switch on [[relu|ReLU]]. ReLU turns every negative number into 0.",
        "zh-CN": "恢复输入，把 b 设为 −30，再打开 [[relu|ReLU]]。ReLU 把每个负数变成 0。",
      },
      goals: [
        {
          all: [
            { fact: "bias", is: -30 },
            { fact: "activation", is: "relu" },
            {
              fact: "output",
              is: [
                [0, 0],
                [7, 13],
              ],
            },
          ],
        },
      ],
      after: {
        en: "19 − 30 and 25 − 30 are negative: they become 0. Only 7 and 13 show. A bias sets how good a match must be before anything shows.",
        "zh-CN": "19 − 30 和 25 − 30 是负数，变成 0。只看得见 7 和 13。偏置决定了匹配要多好，才会显示出来。",
      },
      hints: [
        {
          en: "Three things: *Restore input*, −30 in the bias, and ReLU as the activation.",
          "zh-CN": "三件事：按“恢复输入”，偏置填 −30，激活函数选 ReLU。",
        },
      ],
    },
    {
      kind: "free",
      start: `${COUNTED}&bias=-30&activation=relu`,
      controls: ["bias", "activation"],
      actions: [],
      focus: ["output"],
      text: {
        en: "Now two cells are lit. Find the *largest* whole number b with which ReLU leaves *exactly one* cell lit.",
        "zh-CN": "现在亮着两格。找出*最大*的整数 b，使得 ReLU 之后*恰好只有一格*亮着。",
      },
      goals: [
        {
          all: [
            { fact: "bias", is: -37 },
            { fact: "activation", is: "relu" },
            { fact: "nonZeroOutputs", is: 1 },
          ],
        },
      ],
      after: {
        en: "b = −37: 37 − 37 is 0, and 43 − 37 = 6 alone is left.",
        "zh-CN": "b = −37：37 − 37 得 0，只剩下 43 − 37 = 6。",
      },
      hints: [
        {
          en: "Without b the cells are 19, 25, 37 and 43. Which must fall to 0, and which must stay above it?",
          "zh-CN": "没有 b 时，四格是 19、25、37、43。哪些要降到 0，哪个要留在 0 以上？",
        },
        {
          en: "With b = −36 the third cell still shows 1.",
          "zh-CN": "b = −36 时，第三格还剩 1。",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "number",
      text: {
        en: "A layer has one 2×2 kernel, a bias, and an input of 1000×1000. How many numbers can it learn?",
        "zh-CN": "一层有一个 2×2 卷积核和偏置，输入是 1000×1000。它有多少个可学习的数？",
      },
      answer: 5,
      mistakes: [
        {
          value: 4,
          text: { en: "You forgot the bias: it is learned too.", "zh-CN": "你忘了偏置：它也是学出来的。" },
        },
        {
          value: 998005,
          text: {
            en: "You gave every one of the 999 × 999 outputs a bias of its own. There is one for the whole map.",
            "zh-CN": "你给 999 × 999 个输出各配了一个偏置。整张图只有一个。",
          },
        },
        {
          value: 8,
          text: {
            en: "You gave every weight a bias of its own. There is one for the whole kernel.",
            "zh-CN": "你给每个权重各配了一个偏置。整个卷积核只有一个。",
          },
        },
      ],
      after: {
        en: "Four weights and one bias. The size of the input does not matter.",
        "zh-CN": "四个权重加一个偏置。输入多大都没有关系。",
      },
    },
  ],
};
