import type { Lesson } from "../../model/lesson";
import { picture } from "../pictures";

const SERIES = "dims=1&input=3,6,0,9,3";

/** Five words in four dimensions of an embedding: a row for each dimension, a column for each word. */
const SENTENCE = "2,0,0,0,1;0,0,2,0,0;0,2,1,0,0;0,0,2,0,1";
const WORD_KERNELS = "0,0,0;0,0,0;1,0,0;0,1,0|1,0,1;0,1,0;0,0,0;0,0,0";

const STILL = picture("0000", "0100", "0000", "0000");
const MOVING = [STILL, picture("0000", "0010", "0000", "0000"), picture("0000", "0001", "0000", "0000")].join(
  "|",
);

export const oneTwoThreeAxes: Lesson = {
  name: "one-two-three-axes",
  title: { en: "One, two, three axes", "zh-CN": "一、二、三个轴" },
  goal: {
    en: "The number in Conv1d, Conv2d and Conv3d counts the axes that the kernel *slides along*.",
    "zh-CN": "Conv1d、Conv2d、Conv3d 里的数字，是卷积核*滑动*的轴的个数。",
  },
  misconception: {
    en: "Text is a table, so it needs Conv2d; or: Conv1d ignores the embedding.",
    "zh-CN": "文本是一张表，所以要用 Conv2d；或者：Conv1d 忽略了词向量。",
  },
  start: `${SERIES}&kernel=1,1,1&step=9`,
  steps: [
    {
      kind: "predict",
      controls: [],
      focus: ["input", "kernel"],
      question: {
        kind: "number",
        text: {
          en: "A series of five numbers, one a day: 3 6 0 9 3. The kernel 1 1 1 slides along it. What comes out?",
          "zh-CN": "一串数，每天一个，共五个：3 6 0 9 3。卷积核 1 1 1 沿着它滑动。得到什么？",
        },
        answer: [9, 15, 12],
        mistakes: [
          {
            value: [3, 5, 4],
            text: {
              en: "You divided by 3: that is the average. The weights here are 1, not ⅓.",
              "zh-CN": "你除以了 3：那是平均值。这里的权重是 1，不是 ⅓。",
            },
          },
          {
            value: [0, 0, 0],
            text: {
              en: "You multiplied the three numbers with each other. Multiply each by its weight, then add.",
              "zh-CN": "你把三个数互相乘了。应各自乘上权重，再相加。",
            },
          },
          {
            value: [3, 9, 9],
            text: {
              en: "You kept adding from the beginning. The window holds three numbers and moves on.",
              "zh-CN": "你从头一直累加。窗口只含三个数，然后往前移。",
            },
          },
        ],
        after: {
          en: "9 15 12. Divided by 3 this is the moving average: 3 5 4.",
          "zh-CN": "9 15 12。除以 3 就是滑动平均：3 5 4。",
        },
      },
      hints: [{ en: "The first window holds 3, 6 and 0.", "zh-CN": "第一个窗口里是 3、6、0。" }],
    },
    {
      kind: "do",
      controls: ["kernel-size"],
      focus: ["kernel"],
      text: {
        en: "Make the kernel two long, with the weights −1 and 1.",
        "zh-CN": "把卷积核改成长度 2，权重为 −1 和 1。",
      },
      goals: [
        {
          all: [
            { fact: "kernel", is: [-1, 1] },
            { fact: "output", is: [3, -6, 9, -6] },
          ],
        },
      ],
      after: {
        en: "3 −6 9 −6: how much did it rise from one day to the next?",
        "zh-CN": "3 −6 9 −6：从一天到下一天，升了多少？",
      },
      hints: [
        {
          en: "Set the kernel size to 2, then click a weight and type.",
          "zh-CN": "把卷积核大小设为 2，再点击权重输入数字。",
        },
      ],
    },
    {
      kind: "observe",
      start: `dims=1&input=${SENTENCE}&words=I,really,like,this,film&kernel=${WORD_KERNELS}&bias=1,1`,
      controls: [],
      focus: ["input", "kernel"],
      text: {
        en: "A sentence of five words, four numbers for each word. The four numbers are [[channel|channels]]: the kernel covers all four and three words, and slides *along the words only*. Two kernels give two rows of three. 2·4·3 weights and 2 [[bias|biases]]: 26 [[parameter|parameters]].",
        "zh-CN":
          "一句话五个词，每个词用四个数表示。这四个数是四个[[channel|通道]]：卷积核盖住全部四个数和三个词，*只沿着词*滑动。两个卷积核得到两行，每行三个数。2·4·3 个权重加 2 个[[bias|偏置]]：26 个[[parameter|参数]]。",
      },
    },
    {
      kind: "predict",
      start: `dims=3&input=${MOVING}&kernel=-1|1&step=99`,
      focus: ["input"],
      question: {
        kind: "number",
        text: {
          en: "A video of three frames. In row 1 a dot moves: column 1, then 2, then 3. The kernel covers one pixel in two frames: −1 in the earlier, 1 in the later. What is row 1 of the first output frame?",
          "zh-CN":
            "一段三帧的视频。第 1 行里有个点在移动：先在第 1 列，再到 2、3 列。卷积核盖住同一个像素的前后两帧：前一帧乘 −1，后一帧乘 1。输出第一帧的第 1 行是什么？",
        },
        answer: [0, -1, 1, 0],
        mistakes: [
          {
            value: [0, 1, -1, 0],
            text: {
              en: "You took earlier minus later. The earlier frame has the weight −1.",
              "zh-CN": "你用前一帧减后一帧了。前一帧的权重是 −1。",
            },
          },
          {
            value: [0, 1, 1, 0],
            text: {
              en: "You added the two frames. The earlier one is subtracted.",
              "zh-CN": "你把两帧相加了。前一帧应该减去。",
            },
          },
          {
            value: [0, 0, -1, 1],
            text: {
              en: "That is the second output frame, from the second to the third frame of the video.",
              "zh-CN": "那是输出的第二帧：视频的第二帧到第三帧。",
            },
          },
        ],
        after: {
          en: "−1 where the dot was, +1 where it is now. In the second frame: 0 0 −1 1. This kernel sees what *moves*.",
          "zh-CN": "点原来的位置是 −1，现在的位置是 +1。第二帧是 0 0 −1 1。这个卷积核看见的是*运动*。",
        },
      },
      hints: [
        {
          en: "Row 1 is 0 1 0 0 in the first frame and 0 0 1 0 in the second. Later minus earlier.",
          "zh-CN": "第 1 行在第一帧是 0 1 0 0，在第二帧是 0 0 1 0。后减前。",
        },
      ],
    },
    {
      kind: "free",
      start: `dims=3&input=${[STILL, STILL, STILL].join("|")}&kernel=-1|1&step=99`,
      controls: ["kernel-size"],
      focus: ["kernel", "output"],
      text: {
        en: "Now the dot does *not* move, and the output is 0 everywhere. Change the kernel so that it sees the dot. Leave the video as it is.",
        "zh-CN": "现在点*不动*，输出处处是 0。改变卷积核，让它看见这个点。视频不要动。",
      },
      goals: [
        {
          all: [
            { fact: "changedInputCells", is: 0 },
            { fact: "nonZeroOutputs", atLeast: 1 },
          ],
        },
      ],
      after: {
        en: "Any kernel that sums instead of subtracting does it: 1 and 1, or just one weight in one frame.",
        "zh-CN": "只要是相加而不是相减的卷积核都行：1 和 1，或者只在一帧里放一个权重。",
      },
      hints: [
        {
          en: "−1 and 1 cancel when both frames are alike. Which weights do not?",
          "zh-CN": "两帧一样时，−1 和 1 互相抵消。什么样的权重不会？",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "choice",
      text: {
        en: "A 3-D convolution with one kernel 3×3×3 and a bias, no padding, on 8 frames of 16×16. What is the shape of its output, written (N, C, depth, height, width), and how many parameters are there?",
        "zh-CN":
          "一个三维卷积，卷积核 3×3×3，有偏置，没有填充，输入是 8 帧 16×16。输出的形状（N、C、深、高、宽）是什么？有多少个参数？",
      },
      choices: [
        {
          value: { en: "(1, 1, 8, 14, 14) and 10", "zh-CN": "(1, 1, 8, 14, 14)，10 个" },
          mistake: {
            en: "That is a 2-D kernel used on each frame. A 3-D kernel also slides along the frames.",
            "zh-CN": "那是在每一帧上用二维卷积核。三维卷积核也沿着帧滑动。",
          },
        },
        {
          value: { en: "(1, 1, 6, 14, 14) and 28", "zh-CN": "(1, 1, 6, 14, 14)，28 个" },
          right: true,
        },
        {
          value: { en: "(1, 1, 6, 14, 14) and 27", "zh-CN": "(1, 1, 6, 14, 14)，27 个" },
          mistake: {
            en: "27 weights, but the bias is missing.",
            "zh-CN": "27 个权重，但少了偏置。",
          },
        },
        {
          value: { en: "(1, 3, 6, 14, 14) and 28", "zh-CN": "(1, 3, 6, 14, 14)，28 个" },
          mistake: {
            en: "The depth of the kernel is not its number of channels. One kernel makes one channel.",
            "zh-CN": "卷积核的深度不是通道数。一个卷积核只产生一个通道。",
          },
        },
      ],
      after: {
        en: "8 − 3 + 1 = 6 and 16 − 3 + 1 = 14; 27 weights and a bias.",
        "zh-CN": "8 − 3 + 1 = 6，16 − 3 + 1 = 14；27 个权重加一个偏置。",
      },
    },
  ],
};
