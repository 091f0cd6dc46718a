import type { Lesson } from "../../model/lesson";

const SERIES = "view=stack&dims=1&input=4,1,5,2,6";

/** Views add up, and so do costs: why small kernels in many layers became the usual choice. */
export const smallAndDeepBeatsLargeAndWide: Lesson = {
  name: "small-and-deep-beats-large-and-wide",
  title: { en: "Small and deep beats large and wide", "zh-CN": "小而深胜过大而宽" },
  goal: {
    en: "You can tell how far a stack of layers sees, what it costs, and why there must be a bend between the layers.",
    "zh-CN": "你能说出一叠层能看多远、要花多少，以及为什么层与层之间要有弯折。",
  },
  misconception: {
    en: "Two 3×3 layers see 6×6; three layers of 3×3 see 3×3.",
    "zh-CN": "两个 3×3 的层看到 6×6；三个 3×3 的层看到 3×3。",
  },
  start: "view=stack&layers=k3&stack-channels=64",
  steps: [
    {
      kind: "predict",
      minutes: 1.5,
      controls: ["layers"],
      focus: ["input"],
      question: {
        kind: "number",
        text: {
          en: "One cell of a 3×3 layer sees 3×3 cells of the image. Put a second 3×3 layer on top of the first. How many image cells wide is what one of *its* cells sees, its [[receptive-field|receptive field]]?",
          "zh-CN":
            "3×3 层的一格看到图像的 3×3 格。在第一层上再放一个 3×3 的层。*它*的一格能看到图像中多宽的一块，也就是它的[[receptive-field|感受野]]是多少？",
        },
        answer: 5,
        mistakes: [
          {
            value: 6,
            text: {
              en: "You added 3 + 3. The three cells that the second layer reads overlap in what they see.",
              "zh-CN": "你算了 3 + 3。第二层读的三格所看到的范围互相重叠。",
            },
          },
          {
            value: 3,
            text: {
              en: "It reads 3 cells of the first map. But each of those has seen 3 cells itself.",
              "zh-CN": "它读第一张图的 3 格。但那每一格自己又看到 3 格。",
            },
          },
          {
            value: 9,
            text: {
              en: "You multiplied. Neighbours see almost the same, so each adds a single column at the side.",
              "zh-CN": "你用了乘法。相邻的格子看到的几乎一样，每个只在旁边多出一列。",
            },
          },
        ],
        after: {
          en: "5: the middle sees 3, and its two neighbours add one on each side. Three layers see 7. In general 1 + L(k − 1).",
          "zh-CN": "5：中间那格看到 3，两个邻居各多出一列。三层看到 7。一般地，1 + L(k − 1)。",
        },
      },
      reveal: "layers=k3,k3",
      hints: [
        {
          en: "The second layer reads three neighbours. Draw what each of them sees, one step apart.",
          "zh-CN": "第二层读三个相邻的格。画出每一格看到的范围，依次错开一步。",
        },
      ],
      notes: {
        en: "Add a third layer in front of the class and let them say 7 before it shows.",
        "zh-CN": "当着全班加上第三层，让大家先说出 7，再看结果。",
      },
    },
    {
      kind: "observe",
      minutes: 1,
      start: "view=stack&layers=k3p1,k3p1,k3p1&compare=k7p3&stack-channels=64",
      controls: ["layers"],
      focus: ["cost"],
      text: {
        en: "Now the bill. Three 3×3 layers and one 7×7 see the same 7×7. With C channels everywhere the first need 3·9 = 27C² weights, the second 49C²: for C = 64, 110,592 against 200,704. The same view for 55 %.",
        "zh-CN":
          "现在算账。三个 3×3 的层与一个 7×7 的层都看到 7×7。每层 C 个通道时，前者要 3·9 = 27C² 个权重，后者要 49C²：C = 64 时，110,592 对 200,704。同样的视野，只要 55%。",
      },
    },
    {
      kind: "observe",
      minutes: 0.5,
      start: "view=stack&layers=k3p1,k3p1,k3p1&compare=k5p2&stack-channels=64",
      controls: ["layers"],
      focus: ["cost"],
      text: {
        en: "Or the other way round: for the price of one 5×5, 25C², you get nearly three 3×3 layers, 27C². They see 7 cells instead of 5.",
        "zh-CN":
          "反过来看：一个 5×5 的价钱是 25C²，差不多能买三个 3×3 的层，27C²。它们看到 7 格，而不是 5 格。",
      },
    },
    {
      kind: "do",
      minutes: 1,
      start: `${SERIES}&layers=k2r,k2&kernels=1,1_1,-1`,
      controls: ["layers"],
      focus: ["output"],
      text: {
        en: "Is depth alone worth something? Here [1, 1] is followed by [1, −1], with a [[relu|ReLU]] between. Switch the ReLU off and compare the last map with the input: which single kernel would do the same?",
        "zh-CN":
          "光有深度有用吗？这里先是 [1, 1]，再是 [1, −1]，中间有 [[relu|ReLU]]。关掉 ReLU，把最后一张图与输入比较：哪一个单独的核也能做到？",
      },
      goals: [
        {
          all: [
            { fact: "layerActivations", is: "none" },
            { fact: "collapsed", is: [1, 0, -1] },
          ],
        },
      ],
      after: {
        en: "4 − 5, 1 − 2, 5 − 6: the single kernel [1, 0, −1] gives the same, on every input. Depth without a bend is one kernel in disguise.",
        "zh-CN":
          "4 − 5、1 − 2、5 − 6：单个核 [1, 0, −1] 对任何输入都给出同样的结果。没有弯折的深度，只是一个核的伪装。",
      },
      hints: [
        {
          en: "Each layer has a box “ReLU”. Clear that of layer 1.",
          "zh-CN": "每一层都有一个“ReLU”方框。去掉第 1 层的。",
        },
      ],
    },
    {
      kind: "do",
      minutes: 1,
      start: `${SERIES}&layers=k2,k2&kernels=1,-1_1,1`,
      controls: ["layers"],
      actions: [
        {
          text: { en: "Negate the signal", "zh-CN": "把信号取负" },
          set: "input=-4,-1,-5,-2,-6",
        },
      ],
      focus: ["output"],
      text: {
        en: "Now [1, −1], then [1, 1]. Switch the ReLU of layer 1 *on*: only rises or only falls get through. Then negate the signal.",
        "zh-CN": "现在是 [1, −1]，再 [1, 1]。*打开*第 1 层的 ReLU：只让一个方向的变化通过。然后把信号取负。",
      },
      goals: [
        {
          text: { en: "With ReLU: 3 3 3", "zh-CN": "有 ReLU：3 3 3" },
          all: [
            { fact: "layerActivations", is: ["relu", "none"] },
            { fact: "stackOutput", is: 3 },
          ],
        },
        {
          text: { en: "Negated: 4 4 4", "zh-CN": "取负后：4 4 4" },
          all: [
            { fact: "layerActivations", is: ["relu", "none"] },
            { fact: "stackOutput", is: 4 },
          ],
        },
      ],
      after: {
        en: "3 3 3 and 4 4 4. A single kernel would turn 3 into −3. With the bend, depth can do what no kernel can.",
        "zh-CN": "3 3 3 和 4 4 4。单个核只会把 3 变成 −3。有了弯折，深度才能做到任何一个核都做不到的事。",
      },
      hints: [
        {
          en: "First the box “ReLU” of layer 1, then the button below.",
          "zh-CN": "先勾选第 1 层的“ReLU”，再按下面的按钮。",
        },
      ],
    },
    {
      kind: "free",
      minutes: 1,
      start: "view=stack&layers=k3,k3,k3&stack-channels=64",
      controls: ["layers"],
      focus: ["input"],
      text: {
        en: "Three 3×3 layers see 7×7. Make them see at least 15×15, still three, still 3×3.",
        "zh-CN": "三个 3×3 的层看到 7×7。让它们至少看到 15×15，仍是三层，仍是 3×3。",
      },
      goals: [
        {
          all: [
            { fact: "layerCount", is: 3 },
            { fact: "layerKernels", is: 3 },
            { fact: "stackWorks", is: true },
            { fact: "receptiveField", atLeast: 15 },
          ],
        },
      ],
      after: {
        en: "Strides 2, 2, 2 do it, and so do dilations 1, 2, 4: both see 15. Strides shrink the map, dilations leave gaps.",
        "zh-CN": "步幅 2、2、2 可以，膨胀 1、2、4 也可以：都看到 15。步幅让图变小，膨胀留下空隙。",
      },
      hints: [
        {
          en: "A cell after a stride of 2 stands for two cells before it. Try s = 2.",
          "zh-CN": "步幅 2 之后的一格相当于之前的两格。试试 s = 2。",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "number",
      text: {
        en: "A 3×3 layer with stride 2, then a 3×3 layer with stride 1. How wide is the receptive field?",
        "zh-CN": "先是步幅 2 的 3×3 层，再是步幅 1 的 3×3 层。感受野有多宽？",
      },
      answer: 7,
      mistakes: [
        {
          value: 5,
          text: {
            en: "You forgot the stride: after it, one step of the second layer is two cells of the image.",
            "zh-CN": "你忘了步幅：经过它之后，第二层的一步是图像的两格。",
          },
        },
        {
          value: 6,
          text: {
            en: "You added 3 + 3. What the three cells see overlaps.",
            "zh-CN": "你算了 3 + 3。三格看到的范围互相重叠。",
          },
        },
        {
          value: 9,
          text: {
            en: "You multiplied 3 × 3. Views grow by steps: 3 + 2 · 2.",
            "zh-CN": "你算了 3 × 3。视野是一步步增加的：3 + 2 · 2。",
          },
        },
      ],
      after: {
        en: "3 + (3 − 1) · 2 = 7. The order matters: stride 1 first, then 2, gives only 5.",
        "zh-CN": "3 + (3 − 1) · 2 = 7。顺序有关：先步幅 1 再步幅 2，只有 5。",
      },
    },
  ],
};
