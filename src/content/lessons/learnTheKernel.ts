import type { Lesson } from "../../model/lesson";
import { uprightBar } from "../pictures";

const EDGES = `view=learn&input=${uprightBar}&kernel=1,-1&target-kernel=1,-1`;

export const learnTheKernel: Lesson = {
  name: "learn-the-kernel",
  title: { en: "Learn the kernel", "zh-CN": "学出卷积核" },
  goal: {
    en: "The kernel is found by following the gradient, and the learning rate has a hard limit.",
    "zh-CN": "卷积核是沿着梯度找到的，而学习率有一个硬性的上限。",
  },
  misconception: {
    en: "Someone chooses the kernel; or: a bigger learning rate just learns faster.",
    "zh-CN": "卷积核是人选的；或者：学习率越大，学得就越快。",
  },
  start: EDGES,
  steps: [
    {
      kind: "predict",
      controls: [],
      minutes: 2,
      reveal: "update=1",
      question: {
        kind: "number",
        text: {
          en: "Only picture and wanted output are given; the kernel starts at 0, 0. The [[loss]], the sum of the squared errors, is 12. Its [[gradient]] is −12, 12: uphill from here. One update steps downhill by the gradient times the [[learning-rate|learning rate]] 0.03. Where does the kernel land?",
          "zh-CN":
            "只给出图像和想要的输出；卷积核从 0、0 开始。[[loss|损失]]（误差的平方和）是 12。它的[[gradient|梯度]]是 −12、12，指向上坡。一次更新往下坡走：步子是梯度乘以[[learning-rate|学习率]] 0.03。卷积核走到哪里？",
        },
        answer: [0.36, -0.36],
        mistakes: [
          {
            value: [-0.36, 0.36],
            text: {
              en: "You added the gradient: that climbs. To go down, subtract it.",
              "zh-CN": "你加上了梯度：那是上坡。要下坡，就减去它。",
            },
          },
          {
            value: [12, -12],
            text: {
              en: "You took the whole gradient. Multiply it by the learning rate 0.03 first.",
              "zh-CN": "你用了整个梯度。先乘以学习率 0.03。",
            },
          },
          {
            value: [0.03, -0.03],
            text: {
              en: "You moved by the learning rate alone. Multiply it by the gradient.",
              "zh-CN": "你只移动了学习率那么多。要乘以梯度。",
            },
          },
        ],
        after: {
          en: "0 − 0.03·(−12) = 0.36 and 0 − 0.03·12 = −0.36: a good part of the way to 1, −1.",
          "zh-CN": "0 − 0.03·(−12) = 0.36，0 − 0.03·12 = −0.36：离 1、−1 近了一大截。",
        },
      },
      hints: [
        { en: "New weight = old weight − 0.03 · gradient.", "zh-CN": "新权重 = 旧权重 − 0.03 · 梯度。" },
      ],
      notes: {
        en: "Nobody told it 1, −1. Point at the target: that is all it knows.",
        "zh-CN": "没有人告诉它 1、−1。指一指目标：它只知道这个。",
      },
    },
    {
      kind: "do",
      focus: ["transport"],
      minutes: 1,
      text: {
        en: "Let it make all ten updates: press Play, or step with →. Watch the point slide down on the map of losses.",
        "zh-CN": "让它做完十次更新：按“播放”，或用 → 一步步走。看那个点在损失图上往下滑。",
      },
      goals: [
        {
          all: [
            { fact: "startWeights", is: 0 },
            { fact: "update", atLeast: 10 },
            { fact: "loss", atMost: 0.004 },
          ],
        },
      ],
      after: {
        en: "Every second loss: 4.9152, 0.8246, 0.1384, 0.0232, 0.0039. The kernel is 0.9885, −0.9885: it has found the edge kernel, each step leaving 0.64 of the error.",
        "zh-CN":
          "每隔一次的损失：4.9152、0.8246、0.1384、0.0232、0.0039。卷积核是 0.9885、−0.9885：它找到了边缘卷积核，每一步误差只剩 0.64 倍。",
      },
      hints: [{ en: "The key End goes to the last update.", "zh-CN": "按 End 键直接到最后一次更新。" }],
      notes: {
        en: "These five losses are what the notes' program prints.",
        "zh-CN": "这五个损失就是讲义里的程序打印出来的。",
      },
    },
    {
      kind: "do",
      actions: [{ text: { en: "Start at 1, 0", "zh-CN": "从 1、0 出发" }, set: "start=1,0" }],
      focus: ["transport"],
      minutes: 1,
      text: {
        en: "Start at 1, 0 instead, and go through the ten updates again, from the first to the last.",
        "zh-CN": "改从 1、0 出发，再把十次更新从头到尾走一遍。",
      },
      goals: [
        {
          all: [
            { fact: "startWeights", is: [1, 0] },
            { fact: "learningRate", is: 0.03 },
            { fact: "update", atLeast: 10 },
          ],
        },
      ],
      after: {
        en: "Losses 10.8288, 4.1383, 1.6452, 0.6655, 0.2712, in a zigzag. Across the valley each step goes too far, to −0.8 of the error; along the valley 0.64 is left.",
        "zh-CN":
          "损失为 10.8288、4.1383、1.6452、0.6655、0.2712，走的是之字形。横过山谷时每一步都走过头，误差变成 −0.8 倍；沿着山谷则剩 0.64 倍。",
      },
      hints: [
        {
          en: "The button sets the start. First step and last step show how far the point gets.",
          "zh-CN": "按钮设好起点。用“第一步”和“最后一步”看那个点走了多远。",
        },
      ],
    },
    {
      kind: "predict",
      start: `${EDGES}&start=1,0`,
      controls: [],
      actions: [],
      minutes: 2,
      reveal: "learning-rate=0.035&update=10",
      question: {
        kind: "choice",
        text: {
          en: "From 1, 0 again, with a learning rate of 0.035 instead of 0.03: 17 % more. What does the loss do, update after update?",
          "zh-CN": "还是从 1、0 出发，学习率用 0.035，而不是 0.03：只大了 17 %。损失会一次次怎样变化？",
        },
        choices: [
          {
            value: { en: "It falls faster", "zh-CN": "下降得更快" },
            mistake: {
              en: "Bigger steps are faster only while they land nearer. Across the valley each step now lands at −1.1 of the error.",
              "zh-CN": "步子大，只有落点更近时才更快。现在横过山谷的每一步，误差都变成 −1.1 倍。",
            },
          },
          {
            value: { en: "It falls, only more slowly", "zh-CN": "下降，只是慢一些" },
            mistake: {
              en: "It would fall more slowly just below the limit 1/30. 0.035 lies above it.",
              "zh-CN": "略低于上限 1/30 时才会慢一些。0.035 已经超过了它。",
            },
          },
          {
            value: { en: "It sticks at 15", "zh-CN": "停在 15 不动" },
            mistake: {
              en: "That happens exactly at 1/30 ≈ 0.0333, where each step lands just as far away on the other side.",
              "zh-CN": "那是学习率恰好为 1/30 ≈ 0.0333 时：每一步都落到另一边同样远的地方。",
            },
          },
          { value: { en: "It grows and grows", "zh-CN": "越来越大" }, right: true },
        ],
        after: {
          en: "18, 19.2, 22.3 … 83.4 after nine updates. The limit of this picture is 2/60 = 1/30 ≈ 0.0333; above it, training blows up.",
          "zh-CN":
            "18、19.2、22.3……九次更新后是 83.4。这张图的上限是 2/60 = 1/30 ≈ 0.0333；超过它，训练就会发散。",
        },
      },
      hints: [
        {
          en: "With 0.03 a step across the valley lands at −0.8 of the error: 1 − 60·0.03. What is it with 0.035?",
          "zh-CN": "学习率 0.03 时，横过山谷的一步使误差变成 −0.8 倍：1 − 60·0.03。0.035 时是多少？",
        },
      ],
      notes: {
        en: "0.034 is a good trap: the loss first dips from 18 to 17.3 and then grows.",
        "zh-CN": "0.034 是个好陷阱：损失先从 18 降到 17.3，然后上升。",
      },
    },
    {
      kind: "free",
      start: `${EDGES}&start=1,0&update=10`,
      controls: ["learning-rate"],
      actions: [],
      minutes: 2,
      text: {
        en: "Find the *fastest* learning rate from 1, 0: the one with which both directions, across and along the valley, shrink equally fast. Three digits are enough.",
        "zh-CN":
          "从 1、0 出发，找出*最快*的学习率：横过山谷和沿着山谷，两个方向缩小得一样快。精确到三位有效数字即可。",
      },
      goals: [
        {
          all: [
            { fact: "startWeights", is: [1, 0] },
            { fact: "learningRate", atLeast: 0.0277, atMost: 0.0279 },
          ],
        },
      ],
      after: {
        en: "1/36 ≈ 0.0278: losses 18, 8, 3.56, 1.58. Each update leaves 4/9 of the loss.",
        "zh-CN": "1/36 ≈ 0.0278：损失为 18、8、3.56、1.58。每次更新后，损失只剩 4/9。",
      },
      hints: [
        {
          en: "Across, a step leaves 1 − 60·rate of the error; along, 1 − 12·rate. One should be the negative of the other.",
          "zh-CN": "横向一步后误差剩 1 − 60·学习率，纵向剩 1 − 12·学习率。两者应互为相反数。",
        },
        { en: "60·rate − 1 = 1 − 12·rate", "zh-CN": "60·学习率 − 1 = 1 − 12·学习率" },
      ],
      notes: {
        en: "The limit belongs to the picture: 12 and 60 come from its pixels. Another picture, another limit.",
        "zh-CN": "上限取决于图像：12 和 60 来自它的像素。换一张图，上限也不同。",
      },
    },
  ],
  checks: [
    {
      kind: "choice",
      start: EDGES,
      text: {
        en: "Someone takes the *mean* of the 42 squared errors instead of their sum. The learning rate stays 0.03, the start 0, 0. After ten updates, what is the first weight about?",
        "zh-CN":
          "有人用 42 个平方误差的*平均值*代替总和。学习率仍是 0.03，从 0、0 出发。十次更新后，第一个权重大约是多少？",
      },
      choices: [
        {
          value: { en: "0.99", "zh-CN": "0.99" },
          mistake: {
            en: "That is with the sum. The mean makes every gradient 42 times smaller, and so every step.",
            "zh-CN": "那是用总和的结果。取平均使每个梯度小 42 倍，每一步也小 42 倍。",
          },
        },
        { value: { en: "0.08", "zh-CN": "0.08" }, right: true },
        {
          value: { en: "0.02", "zh-CN": "0.02" },
          mistake: {
            en: "You divided the end, 0.99, by 42. It is the steps that become smaller; small steps add up better, for there is more of the way left.",
            "zh-CN": "你把最终的 0.99 除以了 42。变小的是每一步；步子小时剩下的路长，所以加起来更多。",
          },
        },
        {
          value: { en: "It blows up", "zh-CN": "它会发散" },
          mistake: {
            en: "That would need steps 42 times larger. They become 42 times smaller.",
            "zh-CN": "步子大 42 倍才会这样。实际上小了 42 倍。",
          },
        },
      ],
      after: {
        en: "0.0825: the gradient is 42 times smaller, so training crawls. Sum and mean need different learning rates.",
        "zh-CN": "0.0825：梯度小了 42 倍，训练像在爬。总和与平均需要不同的学习率。",
      },
    },
  ],
};
