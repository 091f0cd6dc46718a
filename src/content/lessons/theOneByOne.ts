import type { Lesson } from "../../model/lesson";

const PIXELS = "input=10,0;0,40|20,0;50,40|30,60;0,40&kernel=1|1|1/1|0|-1";
const FILLED = `${PIXELS}&step=999`;

/** A kernel of one cell looks at one pixel, but at all its channels. */
export const theOneByOne: Lesson = {
  name: "the-one-by-one",
  title: { en: "The 1×1", "zh-CN": "1×1 卷积" },
  goal: {
    en: "You can use a 1×1 layer to mix channels, and to make them more or fewer.",
    "zh-CN": "你会用 1×1 层混合通道，并增加或减少通道数。",
  },
  misconception: {
    en: "A 1×1 kernel only multiplies each channel by a constant.",
    "zh-CN": "1×1 的核只是把每个通道乘以一个常数。",
  },
  start: PIXELS,
  steps: [
    {
      kind: "predict",
      controls: ["channels", "channel-view"],
      focus: [{ grid: "input", row: 0, column: 0 }, "kernel"],
      question: {
        kind: "number",
        text: {
          en: "The first pixel is (red, green, blue) = (10, 20, 30). The layer has two 1×1 kernels: (1, 1, 1) and (1, 0, −1), a weight for each colour. Which two numbers does this pixel become?",
          "zh-CN":
            "第一个像素是（红，绿，蓝）=（10，20，30）。这一层有两个 1×1 的核：(1, 1, 1) 和 (1, 0, −1)，每种颜色一个权重。这个像素变成哪两个数？",
        },
        answer: [60, -20],
        mistakes: [
          {
            value: [60, 20],
            text: {
              en: "The second kernel is red minus blue: 10 − 30.",
              "zh-CN": "第二个核是红减蓝：10 − 30。",
            },
          },
          {
            value: [60, 40],
            text: {
              en: "You lost the minus sign: the weight for blue is −1.",
              "zh-CN": "你漏了负号：蓝色的权重是 −1。",
            },
          },
        ],
        after: {
          en: "10 + 20 + 30 = 60 and 10 − 30 = −20. A 1×1 sees no neighbour, but every channel: it is a small dense layer on each pixel.",
          "zh-CN":
            "10 + 20 + 30 = 60，10 − 30 = −20。1×1 看不到邻居，却看到每个通道：它是每个像素上的一个小全连接层。",
        },
      },
      reveal: "step=999",
      hints: [
        {
          en: "Multiply each colour by its weight and add the three products, once for each kernel.",
          "zh-CN": "每种颜色乘以它的权重，把三个乘积加起来；每个核做一次。",
        },
      ],
    },
    {
      kind: "do",
      start: FILLED,
      controls: ["channels"],
      focus: ["kernel", "output"],
      text: {
        en: "Many say: a 1×1 only multiplies by a constant. Set the *input channels* to 1 and see where that comes from.",
        "zh-CN": "很多人说：1×1 只是乘一个常数。把*输入通道数*设为 1，看看这种说法从哪里来。",
      },
      goals: [
        {
          all: [
            { fact: "inChannels", is: 1 },
            { fact: "kernelSize", is: 1 },
          ],
        },
      ],
      after: {
        en: "With one channel there is nothing to mix: each output is the image times a number. Only here the saying is true.",
        "zh-CN": "只有一个通道时没有什么可混合：每个输出就是图像乘一个数。那句话只在这里成立。",
      },
      hints: [
        { en: "Input channels is the first of the two fields.", "zh-CN": "输入通道数是两个数中的第一个。" },
      ],
    },
    {
      kind: "do",
      start: FILLED,
      controls: ["channels"],
      focus: ["output", "formula"],
      text: {
        en: "Three channels again, two maps out. Set the *output channels* to 1 and watch height and width.",
        "zh-CN": "又是三个通道，输出两张图。把*输出通道数*设为 1，注意高和宽。",
      },
      goals: [
        {
          all: [
            { fact: "outChannels", is: 1 },
            { fact: "inChannels", is: 3 },
          ],
        },
      ],
      after: {
        en: "Three maps became one, still 2×2. That is what 1×1 layers are mostly for: fewer channels, the same picture size.",
        "zh-CN": "三张图变成一张，仍是 2×2。1×1 层最常见的用处就是这个：减少通道，图的大小不变。",
      },
      hints: [{ en: "Leave the input channels at 3.", "zh-CN": "输入通道数保持 3。" }],
    },
    {
      kind: "free",
      start: FILLED,
      controls: ["channels"],
      focus: ["kernel", "output"],
      text: {
        en: "Change the weights: let the first map be grey × 4 = R + 2G + B, and the second a “redness”, R − G.",
        "zh-CN": "改变权重：让第一张图是 4 倍灰度，即 R + 2G + B；第二张是“红的程度”，R − G。",
      },
      goals: [
        {
          text: { en: "R + 2G + B", "zh-CN": "R + 2G + B" },
          all: [
            {
              fact: "outputChannel0",
              is: [
                [80, 60],
                [100, 160],
              ],
            },
          ],
        },
        {
          text: { en: "R − G", "zh-CN": "R − G" },
          all: [
            {
              fact: "outputChannel1",
              is: [
                [-10, 0],
                [-50, 0],
              ],
            },
          ],
        },
      ],
      after: {
        en: "The kernels (1, 2, 1) and (1, −1, 0): the pixel (10, 20, 30) becomes (80, −10).",
        "zh-CN": "两个核是 (1, 2, 1) 和 (1, −1, 0)：像素 (10, 20, 30) 变成 (80, −10)。",
      },
      hints: [
        {
          en: "Click a weight and type. The first kernel needs only its green weight changed.",
          "zh-CN": "点一个权重再输入。第一个核只需改绿色的权重。",
        },
        {
          en: "R − G is 1 for red, −1 for green, 0 for blue.",
          "zh-CN": "R − G 就是红 1、绿 −1、蓝 0。",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "number",
      text: {
        en: "How many parameters does `Conv2d(256, 64, 1)` have, with its biases?",
        "zh-CN": "`Conv2d(256, 64, 1)` 连偏置一共有多少个参数？",
      },
      answer: 16448,
      mistakes: [
        {
          value: 64,
          text: {
            en: "That would be one factor for each output map. Each map has a weight for every one of the 256 channels.",
            "zh-CN": "那样每张输出图只有一个系数。其实每张图对 256 个通道各有一个权重。",
          },
        },
        {
          value: 16384,
          text: { en: "Those are the weights. Add 64 biases.", "zh-CN": "那只是权重。还要加 64 个偏置。" },
        },
        {
          value: 147520,
          text: {
            en: "That is a 3×3 layer: nine times as many weights.",
            "zh-CN": "那是 3×3 的层：权重是九倍。",
          },
        },
      ],
      after: {
        en: "256 · 64 + 64 = 16,448. A bottleneck 256→64→64→256 of 1×1, 3×3, 1×1 needs 69,632 weights; a single 3×3 on 256 channels 589,824, 8.5 times as many.",
        "zh-CN":
          "256 · 64 + 64 = 16,448。瓶颈结构 256→64→64→256（1×1、3×3、1×1）要 69,632 个权重；256 通道上的一个 3×3 要 589,824 个，是 8.5 倍。",
      },
    },
  ],
};
