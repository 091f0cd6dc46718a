import type { Lesson } from "../../model/lesson";

const COUNTED = "0,1,2;3,4,5;6,7,8";
const COUNTED_ON = "1,2,3;4,5,6;7,8,9";
const FOUR = [COUNTED, COUNTED_ON, COUNTED, COUNTED_ON].join("|");
const BLOCK = "1,1,1;1,1,1;1,1,1";
const SMALL = "1,1;1,1";
const LARGER = "0,1,2,3,4;5,6,7,8,9;10,11,12,13,14;15,16,17,18,19;20,21,22,23,24";

/** Four kernels of ones for four channels in so many groups. */
function lanes(groups: number): string {
  const kernel = new Array<string>(4 / groups).fill(BLOCK).join("|");
  return `input=${FOUR}&kernel=${new Array<string>(4).fill(kernel).join("/")}&groups=${groups}`;
}

/** Groups part channels into lanes; one channel a lane is depthwise. */
export const groupsAndDepthwise: Lesson = {
  name: "groups-and-depthwise",
  title: { en: "Groups and depthwise", "zh-CN": "分组与逐通道卷积" },
  goal: {
    en: "You can tell what groups save and what they give up, and why a 1×1 layer follows a depthwise one.",
    "zh-CN": "你能说出分组省了什么、放弃了什么，以及为什么逐通道卷积后面要接 1×1 层。",
  },
  misconception: {
    en: "With groups = C_in one kernel serves all channels.",
    "zh-CN": "groups = C_in 时，所有通道共用一个核。",
  },
  start: `${lanes(1)}&step=999`,
  steps: [
    {
      kind: "predict",
      controls: ["groups"],
      focus: ["kernel"],
      question: {
        kind: "number",
        text: {
          en: "Four channels in, four out, 3×3: each output reads all four inputs, 4 · 4 · 9 = 144 weights. With 2 [[groups]] the channels run in two lanes, and an output reads only its own lane. How many weights are left?",
          "zh-CN":
            "输入四个通道，输出四个，3×3：每个输出读取全部四个输入，4 · 4 · 9 = 144 个权重。分成 2 [[groups|组]]后，通道走两条道，每个输出只读自己的道。还剩多少个权重？",
        },
        answer: 72,
        mistakes: [
          {
            value: 144,
            text: {
              en: "Nothing would be saved then. Half of the wires, those between the lanes, are gone.",
              "zh-CN": "那就什么也没省。两条道之间的连线，也就是一半，都没有了。",
            },
          },
          {
            value: 36,
            text: {
              en: "36 is for four lanes of one channel each. Here each output still reads two channels.",
              "zh-CN": "36 是四条道、每道一个通道的情形。这里每个输出还读两个通道。",
            },
          },
          {
            value: 288,
            text: {
              en: "You gave each lane a full set of kernels. Groups part what is there, they do not double it.",
              "zh-CN": "你给每条道都配了整套的核。分组是把现有的分开，不是加倍。",
            },
          },
        ],
        after: {
          en: "4 outputs · 2 inputs · 9 = 72. With 4 groups it is 4 · 1 · 9 = 36: one kernel for each channel, called [[depthwise]].",
          "zh-CN":
            "4 个输出 · 2 个输入 · 9 = 72。分 4 组时是 4 · 1 · 9 = 36：每个通道一个核，叫作[[depthwise|逐通道卷积]]。",
        },
      },
      reveal: `${lanes(2)}&step=999`,
      hints: [
        {
          en: "Each lane has two channels in and two out. Count the weights of one lane and double them.",
          "zh-CN": "每条道有两个输入、两个输出。算出一条道的权重，再乘 2。",
        },
      ],
    },
    {
      kind: "do",
      start: `input=1,2;3,4|10,20;30,40&kernel=${SMALL}|${SMALL}/${SMALL}|${SMALL}&step=999`,
      controls: ["groups"],
      focus: ["input", "output"],
      text: {
        en: "Two channels, all weights 1. Without groups both outputs say the same: 10 + 100 = 110, everything mixed. Set the groups to 2.",
        "zh-CN": "两个通道，权重全是 1。不分组时两个输出一样：10 + 100 = 110，全都混在一起。把组数设为 2。",
      },
      goals: [
        {
          all: [
            { fact: "groups", is: 2 },
            { fact: "outputChannel0", is: 10 },
            { fact: "outputChannel1", is: 100 },
          ],
        },
      ],
      after: {
        en: "10 and 100: each channel keeps to itself, with a kernel of its own. Nothing is mixed any more.",
        "zh-CN": "10 和 100：每个通道各管各的，各用自己的核，不再混合。",
      },
      hints: [
        {
          en: "As many groups as channels: each output then reads one channel only.",
          "zh-CN": "组数与通道数相同：这样每个输出只读一个通道。",
        },
      ],
    },
    {
      kind: "do",
      start: `view=stack&input=${FOUR}&layers=k3g4c4`,
      controls: ["layers"],
      actions: [
        {
          text: { en: "Add a 1×1 layer", "zh-CN": "加一个 1×1 层" },
          set: "layers=k3g4c4,k1c4",
        },
      ],
      focus: ["output"],
      text: {
        en: "This depthwise layer has 36 weights, but its channels never meet. Put a 1×1 layer with 4 channels behind it.",
        "zh-CN": "这个逐通道的层有 36 个权重，但通道之间从不相遇。在它后面放一个 4 通道的 1×1 层。",
      },
      goals: [
        {
          all: [
            { fact: "layerKernels", is: [3, 1] },
            { fact: "stackWeights", is: 52 },
          ],
        },
      ],
      after: {
        en: "Mixing is back: 36 + 16 = 52 weights instead of 144. First look around in each channel, then mix the channels.",
        "zh-CN": "又能混合了：36 + 16 = 52 个权重，而不是 144。先在每个通道里看四周，再混合通道。",
      },
      hints: [
        {
          en: "Press the button below, or add a layer by hand: kernel 1, channels 4.",
          "zh-CN": "按下面的按钮，或自己添加一层：核 1，通道 4。",
        },
      ],
    },
    {
      kind: "free",
      start: `input=${LARGER}&kernel=${BLOCK}&step=999`,
      controls: ["channels"],
      focus: ["kernel"],
      text: {
        en: "Make a layer whose weight has the shape (12, 1, 3, 3), and that reads three channels.",
        "zh-CN": "做一个读取三个通道的层，它的权重形状是 (12, 1, 3, 3)。",
      },
      goals: [
        {
          all: [
            { fact: "weightShape", is: [12, 1, 3, 3] },
            { fact: "inChannels", is: 3 },
          ],
        },
      ],
      after: {
        en: "`Conv2d(3, 12, 3, groups=3)`: three lanes, and four kernels in each.",
        "zh-CN": "`Conv2d(3, 12, 3, groups=3)`：三条道，每条四个核。",
      },
      hints: [
        {
          en: "The 1 says: each kernel reads one channel. So there are as many lanes as input channels.",
          "zh-CN": "那个 1 表示每个核只读一个通道。所以有几个输入通道，就有几条道。",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "number",
      text: {
        en: "From 32 to 64 channels with 3×3, no biases, a usual layer has 18,432 weights. How many has a depthwise 3×3 layer followed by a 1×1 layer?",
        "zh-CN":
          "从 32 到 64 个通道，3×3，没有偏置，普通的层有 18,432 个权重。逐通道的 3×3 层再接 1×1 层有多少个？",
      },
      answer: 2336,
      mistakes: [
        {
          value: 288,
          text: {
            en: "That is the depthwise part, 32 · 9. The 1×1 layer adds 32 · 64.",
            "zh-CN": "那只是逐通道的部分，32 · 9。1×1 层还有 32 · 64。",
          },
        },
        {
          value: 576,
          text: {
            en: "64 · 9: depthwise kernels belong to the 32 inputs, and the 1×1 layer is missing.",
            "zh-CN": "64 · 9：逐通道的核属于 32 个输入，而且还缺 1×1 层。",
          },
        },
        {
          value: 18432,
          text: {
            en: "That is the usual layer, in which every output reads every input with nine weights.",
            "zh-CN": "那是普通的层：每个输出用九个权重读每个输入。",
          },
        },
      ],
      after: {
        en: "32 · 9 + 32 · 64 = 288 + 2,048 = 2,336: 7.9 times fewer.",
        "zh-CN": "32 · 9 + 32 · 64 = 288 + 2,048 = 2,336：只有约 1/7.9。",
      },
    },
  ],
};
