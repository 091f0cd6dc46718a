import type { Lesson } from "../../model/lesson";
import { picture } from "../pictures";

const CHECKER = picture("1010", "0101", "1010", "0101");
const STRIPES = picture("1010", "1010", "1010", "1010");
const FLAT = picture("1111", "1111", "1111", "1111");
const BRIGHT = picture("9999", "9999", "9999", "9999");
const CHECKER_KERNEL = "1,-1;-1,1";
const STRIPE_KERNEL = "1,-1;1,-1";

const tiles = [
  { text: { en: "Checkerboard", "zh-CN": "棋盘" }, set: `input=${CHECKER}` },
  { text: { en: "Stripes", "zh-CN": "条纹" }, set: `input=${STRIPES}` },
  { text: { en: "Flat", "zh-CN": "纯色" }, set: `input=${FLAT}` },
];

export const aKernelIsATemplate: Lesson = {
  name: "a-kernel-is-a-template",
  title: { en: "A kernel is a template", "zh-CN": "卷积核是模板" },
  goal: {
    en: "A kernel answers “how much does this window look like me?” and throws the rest away.",
    "zh-CN": "卷积核回答“这个窗口有多像我？”，其余的都丢掉。",
  },
  misconception: {
    en: "A bigger output means a brighter area, and the kernel is a patch cut from the picture.",
    "zh-CN": "输出越大，说明那里越亮；卷积核是从图像上剪下的一块。",
  },
  start: `input=${CHECKER}&kernel=${CHECKER_KERNEL}&step=99`,
  steps: [
    {
      kind: "predict",
      controls: [],
      actions: tiles,
      focus: ["input", "kernel"],
      question: {
        kind: "choice",
        text: {
          en: "There are three tiles: a checkerboard, stripes and a flat one. This kernel looks like a little checkerboard. Which tiles make it answer with something other than 0?",
          "zh-CN": "有三块图：棋盘、条纹和纯色。这个卷积核像一小块棋盘。哪些图会让它给出非 0 的回应？",
        },
        choices: [
          {
            value: { en: "All three", "zh-CN": "三块都会" },
            mistake: {
              en: "On flat, 1 − 1 − 1 + 1 is 0. On stripes too, the two rows cancel.",
              "zh-CN": "在纯色上，1 − 1 − 1 + 1 得 0。在条纹上，两行也互相抵消。",
            },
          },
          { value: { en: "Only the checkerboard", "zh-CN": "只有棋盘" }, right: true },
          {
            value: { en: "Only the flat one: it is the brightest", "zh-CN": "只有纯色：它最亮" },
            mistake: {
              en: "The output is not brightness: the weights sum to 0, so what is flat cancels.",
              "zh-CN": "输出不是亮度：权重之和为 0，平坦的部分正好抵消。",
            },
          },
          {
            value: { en: "The checkerboard and the stripes", "zh-CN": "棋盘和条纹" },
            mistake: {
              en: "On stripes the upper row gives +1 or −1 and the lower row the opposite: together 0.",
              "zh-CN": "在条纹上，上一行得 +1 或 −1，下一行正好相反：合起来是 0。",
            },
          },
        ],
        after: {
          en: "Only the checkerboard: +2 five times, −2 four times. −2 is the same pattern, shifted by one. On the other tiles it says 0. Try them with the buttons.",
          "zh-CN": "只有棋盘：五次 +2，四次 −2。−2 是同样的图案错开一格。在另两块上都是 0。用按钮试试。",
        },
      },
      hints: [
        {
          en: "Flat: 1·1 + 1·(−1) + 1·(−1) + 1·1. Do the same for a window of stripes.",
          "zh-CN": "纯色：1·1 + 1·(−1) + 1·(−1) + 1·1。再对条纹的一个窗口算一遍。",
        },
      ],
    },
    {
      kind: "do",
      start: `input=${CHECKER}&kernel=${STRIPE_KERNEL}&step=99`,
      actions: tiles,
      focus: ["kernel", "output"],
      text: {
        en: "Now the kernel looks like stripes, and to the checkerboard it says nothing. Try it on the other two tiles: which one does it answer to?",
        "zh-CN": "现在卷积核像条纹，它对棋盘没有回应。在另外两块图上试一试：它对哪一块有回应？",
      },
      goals: [
        {
          text: { en: "Flat: no answer", "zh-CN": "纯色：没有回应" },
          all: [
            {
              fact: "kernel",
              is: [
                [1, -1],
                [1, -1],
              ],
            },
            { fact: "input", is: 1 },
            { fact: "output", is: 0 },
          ],
        },
        {
          text: { en: "Stripes: an answer", "zh-CN": "条纹：有回应" },
          all: [
            {
              fact: "kernel",
              is: [
                [1, -1],
                [1, -1],
              ],
            },
            { fact: "largestOutput", is: 2 },
            { fact: "nonZeroOutputs", is: 9 },
          ],
        },
      ],
      after: {
        en: "Only to the stripes: +2 six times, −2 three times.",
        "zh-CN": "只对条纹有回应：六次 +2，三次 −2。",
      },
      hints: [{ en: "Press the buttons one after another.", "zh-CN": "依次按按钮。" }],
    },
    {
      kind: "do",
      start: `view=stack&input=${FLAT}&layers=k2r,max3&kernels=${CHECKER_KERNEL}_`,
      controls: [],
      actions: [
        { text: { en: "Checkerboard", "zh-CN": "棋盘" }, set: `input=${CHECKER}` },
        { text: { en: "Stripes", "zh-CN": "条纹" }, set: `input=${STRIPES}` },
        {
          text: { en: "Checkerboard kernel", "zh-CN": "棋盘卷积核" },
          set: `kernel=${CHECKER_KERNEL}&kernels=${CHECKER_KERNEL}_`,
        },
        {
          text: { en: "Stripe kernel", "zh-CN": "条纹卷积核" },
          set: `kernel=${STRIPE_KERNEL}&kernels=${STRIPE_KERNEL}_`,
        },
      ],
      focus: ["output"],
      text: {
        en: "Two things follow the kernel now: [[relu|ReLU]] keeps what is positive, and *max* keeps the largest number of the map. On the flat tile the result is 0. Get a 2 out of the checkerboard, then out of the stripes.",
        "zh-CN":
          "现在卷积核后面接了两样东西：[[relu|ReLU]] 只留正数，*max* 只留图中最大的数。纯色图的结果是 0。先让棋盘得到 2，再让条纹得到 2。",
      },
      goals: [
        {
          text: { en: "2 from the checkerboard", "zh-CN": "棋盘得到 2" },
          all: [
            {
              fact: "input",
              is: [
                [1, 0, 1, 0],
                [0, 1, 0, 1],
                [1, 0, 1, 0],
                [0, 1, 0, 1],
              ],
            },
            { fact: "stackOutput", is: 2 },
          ],
        },
        {
          text: { en: "2 from the stripes", "zh-CN": "条纹得到 2" },
          all: [
            {
              fact: "input",
              is: [
                [1, 0, 1, 0],
                [1, 0, 1, 0],
                [1, 0, 1, 0],
                [1, 0, 1, 0],
              ],
            },
            { fact: "stackOutput", is: 2 },
          ],
        },
      ],
      after: {
        en: "Each kernel answers 2 to its own tile and 0 to the others. Sixteen pixels have become one answer: “yes, my texture is here”.",
        "zh-CN": "每个卷积核对自己的图得 2，对别的图得 0。十六个像素变成了一个回答：“是的，这里有我的纹理。”",
      },
      hints: [{ en: "The tile and the kernel must fit each other.", "zh-CN": "图和卷积核要相配。" }],
    },
    {
      kind: "predict",
      start: `input=${BRIGHT}&kernel=${CHECKER_KERNEL}&step=99`,
      actions: [],
      focus: ["input", "kernel"],
      question: {
        kind: "number",
        text: {
          en: "The flat tile, nine times as bright. What does the checkerboard kernel say in every cell?",
          "zh-CN": "纯色图，亮度变成 9 倍。棋盘卷积核在每一格说什么？",
        },
        answer: 0,
        mistakes: [
          {
            value: 36,
            text: {
              en: "You added all four pixels. Two of the weights are −1: they subtract.",
              "zh-CN": "你把四个像素都加起来了。有两个权重是 −1：应该相减。",
            },
          },
          {
            value: 18,
            text: {
              en: "You counted only the weights that are +1. The −1s take the 18 away again.",
              "zh-CN": "你只算了 +1 的权重。−1 的权重又把 18 减掉了。",
            },
          },
          {
            value: 9,
            text: {
              en: "A kernel does not copy brightness: 9 − 9 − 9 + 9.",
              "zh-CN": "卷积核不是复制亮度：9 − 9 − 9 + 9。",
            },
          },
        ],
        after: {
          en: "Still 0. Weights that sum to 0 ignore brightness.",
          "zh-CN": "还是 0。权重之和为 0，就不理会亮度。",
        },
      },
      hints: [{ en: "9·1 + 9·(−1) + 9·(−1) + 9·1", "zh-CN": "9·1 + 9·(−1) + 9·(−1) + 9·1" }],
    },
    {
      kind: "free",
      start: `input=${FLAT}&kernel=${CHECKER_KERNEL}&step=99`,
      controls: [],
      actions: tiles,
      focus: ["kernel"],
      text: {
        en: "Find a kernel that likes flat best: *4* in every cell on the flat tile, only *2* in every cell on the checkerboard.",
        "zh-CN": "找一个最喜欢纯色的卷积核：在纯色图上每格是 *4*，在棋盘上每格只有 *2*。",
      },
      goals: [
        {
          text: { en: "4 everywhere on flat", "zh-CN": "纯色上处处是 4" },
          all: [
            { fact: "input", is: 1 },
            { fact: "output", is: 4 },
          ],
        },
        {
          text: { en: "2 everywhere on the checkerboard", "zh-CN": "棋盘上处处是 2" },
          all: [
            {
              fact: "input",
              is: [
                [1, 0, 1, 0],
                [0, 1, 0, 1],
                [1, 0, 1, 0],
                [0, 1, 0, 1],
              ],
            },
            { fact: "output", is: 2 },
          ],
        },
      ],
      after: {
        en: "Four ones do it: they add up the window. A kernel of equal weights looks for “bright everywhere”.",
        "zh-CN": "四个 1 就行：它把窗口里的数加起来。权重都相等的卷积核，找的是“处处都亮”。",
      },
      hints: [
        {
          en: "On flat the output is the sum of all weights. It must be 4.",
          "zh-CN": "在纯色上，输出就是所有权重之和。它要等于 4。",
        },
        {
          en: "On the checkerboard only one diagonal of the weights counts at a time. Each must sum to 2.",
          "zh-CN": "在棋盘上，每次只有一条对角线的权重起作用。每条之和都要是 2。",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "choice",
      text: {
        en: "“A convolution layer always compresses.” A layer from 3 to 64 channels, 3×3 kernels and padding 1, sees a photo of 224×224: 150,528 numbers. How many numbers come out?",
        "zh-CN":
          "“卷积层总是在压缩。”一层把 3 个通道变成 64 个，卷积核 3×3，填充 1，输入是 224×224 的照片：150,528 个数。出来多少个数？",
      },
      choices: [
        {
          value: { en: "150,528: as many", "zh-CN": "150,528：一样多" },
          mistake: {
            en: "Padding 1 keeps height and width, but 3 channels become 64.",
            "zh-CN": "填充 1 保持高和宽，但 3 个通道变成了 64 个。",
          },
        },
        {
          value: { en: "50,176: a third", "zh-CN": "50,176：三分之一" },
          mistake: {
            en: "That is one channel, 224 × 224. There are 64 of them.",
            "zh-CN": "那是一个通道：224 × 224。这里有 64 个。",
          },
        },
        {
          value: { en: "3,211,264: 21⅓ times as many", "zh-CN": "3,211,264：21⅓ 倍" },
          right: true,
        },
        {
          value: { en: "9,633,792: 64 times as many", "zh-CN": "9,633,792：64 倍" },
          mistake: {
            en: "You kept 3 maps for each of the 64 kernels. Each kernel sums over the 3 channels and makes one map.",
            "zh-CN": "你让 64 个卷积核各留了 3 张图。每个卷积核要在 3 个通道上求和，只得一张图。",
          },
        },
      ],
      after: {
        en: "224 × 224 × 64. What is compressed is the meaning: only what matches is kept. The size need not shrink.",
        "zh-CN": "224 × 224 × 64。被压缩的是含义：只留下相配的。尺寸不一定变小。",
      },
    },
  ],
};
