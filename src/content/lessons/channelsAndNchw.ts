import type { Lesson } from "../../model/lesson";
import { places } from "../pictures";

const COUNTED = "0,1,2;3,4,5;6,7,8";
const COUNTED_ON = "1,2,3;4,5,6;7,8,9";
const TWO = `input=${COUNTED}|${COUNTED_ON}&kernel=0,1;2,3|1,2;3,4&step=999`;

/** One slab of the kernel for each input channel, one kernel for each output channel. */
export const channelsAndNchw: Lesson = {
  name: "channels-and-nchw",
  title: { en: "Channels and NCHW", "zh-CN": "通道与 NCHW" },
  goal: {
    en: "You can say how many slabs a kernel has, how many maps come out, and read every shape in PyTorch.",
    "zh-CN": "你能说出一个核有几片、输出几张图，并读懂 PyTorch 里的每个形状。",
  },
  misconception: {
    en: "The same 2-D kernel is reused on red, green and blue; or outputs multiply: 3 × 16 = 48 maps.",
    "zh-CN": "红、绿、蓝用的是同一个二维核；或者输出会相乘：3 × 16 = 48 张图。",
  },
  start: TWO,
  steps: [
    {
      kind: "predict",
      controls: ["channel-view"],
      focus: ["input", "kernel", "output"],
      question: {
        kind: "number",
        text: {
          en: "The input has two [[channel|channels]], and the kernel has a slab for each. Channel 0 with its slab gives `19 25 / 37 43`, channel 1 with its own gives `37 47 / 67 77`. One map comes out. Which?",
          "zh-CN":
            "输入有两个[[channel|通道]]，核为每个通道各有一片。通道 0 与它的那片得到 `19 25 / 37 43`，通道 1 得到 `37 47 / 67 77`。输出只有一张图。是哪一张？",
        },
        answer: [
          [56, 72],
          [104, 120],
        ],
        mistakes: [
          {
            value: [
              [19, 25],
              [37, 43],
            ],
            text: { en: "That is channel 0 alone. Both count.", "zh-CN": "这只是通道 0。两个通道都要算。" },
          },
          {
            value: [
              [37, 47],
              [67, 77],
            ],
            text: { en: "That is channel 1 alone. Both count.", "zh-CN": "这只是通道 1。两个通道都要算。" },
          },
          {
            value: [
              [28, 36],
              [52, 60],
            ],
            text: {
              en: "You took the mean. The maps are added, nothing is divided.",
              "zh-CN": "你取了平均。两张图是相加，不再除。",
            },
          },
          {
            value: [
              [703, 1175],
              [2479, 3311],
            ],
            text: {
              en: "You multiplied the maps. Products are only taken between a number and the weight that lies on it.",
              "zh-CN": "你把两张图相乘了。只有数与压在它上面的权重才相乘。",
            },
          },
        ],
        after: {
          en: "They are added, cell by cell: 19 + 37 = 56, and so on. One output is one long sum over all channels.",
          "zh-CN": "逐格相加：19 + 37 = 56，等等。一个输出就是对所有通道的一个长和。",
        },
      },
      hints: [
        {
          en: "Each output is one sum of eight products. Four come from each channel.",
          "zh-CN": "每个输出是八个乘积的和，每个通道各出四个。",
        },
      ],
    },
    {
      kind: "do",
      start: TWO,
      controls: ["channel-view"],
      actions: [{ text: { en: "Swap the channels", "zh-CN": "交换通道" }, command: "swap-channels" }],
      focus: ["input", "output"],
      text: {
        en: "Swap the two input channels. The kernel stays as it is. Does the output stay too?",
        "zh-CN": "交换两个输入通道，核保持不变。输出也不变吗？",
      },
      goals: [
        {
          all: [
            {
              fact: "output",
              is: [
                [52, 68],
                [100, 116],
              ],
            },
            { fact: "changedKernelCells", is: 0 },
          ],
        },
      ],
      after: {
        en: "`52 68 / 100 116`: other numbers. Each slab is tied to its channel; red’s weights are not blue’s.",
        "zh-CN": "`52 68 / 100 116`：数变了。每一片都属于自己的通道；红色的权重不是蓝色的。",
      },
      hints: [
        {
          en: "The button stands below. The slabs of the kernel do not move with the channels.",
          "zh-CN": "按钮在下面。核的各片不随通道一起交换。",
        },
      ],
    },
    {
      kind: "do",
      start: TWO,
      controls: ["channels", "channel-view"],
      focus: ["kernel", "output"],
      text: {
        en: "Raise the *output channels* to 3. Each new one brings a kernel of its own, here the first one plus 1 and plus 2. How many slabs are there now?",
        "zh-CN":
          "把*输出通道数*增加到 3。每个新通道都带来自己的核，这里是第一个核加 1 和加 2。现在一共有几片？",
      },
      goals: [{ all: [{ fact: "weightShape", is: [3, 2, 2, 2] }] }],
      after: {
        en: "Three kernels of two slabs: weight shape (3, 2, 2, 2), and 3 biases. The new maps are `76 100 / 148 172` and `96 128 / 192 224`.",
        "zh-CN":
          "三个核，每个两片：权重形状 (3, 2, 2, 2)，偏置 3 个。新的两张图是 `76 100 / 148 172` 和 `96 128 / 192 224`。",
      },
      hints: [
        {
          en: "Each output channel needs one slab for each input channel.",
          "zh-CN": "每个输出通道都要为每个输入通道准备一片。",
        },
      ],
    },
    {
      kind: "observe",
      controls: ["channel-view"],
      focus: ["formula", "input", "kernel", "output"],
      text: {
        en: "In PyTorch the input is `(N, C_in, H, W)`, the weight `(C_out, C_in, k_h, k_w)`, the bias `(C_out)`, the output `(N, C_out, H′, W′)`. N counts samples: it comes first and never enters the arithmetic. (Some notes name the first two the other way round.)",
        "zh-CN":
          "在 PyTorch 里，输入是 `(N, C_in, H, W)`，权重 `(C_out, C_in, k_h, k_w)`，偏置 `(C_out)`，输出 `(N, C_out, H′, W′)`。N 是样本数：排在最前，不参与计算。（有的讲义把前两个写反了。）",
      },
    },
    {
      kind: "predict",
      start: `input=${places}&kernel=0,0,0;0,1,0;0,0,0&padding=1&step=999`,
      controls: ["channels"],
      focus: ["formula"],
      question: {
        kind: "choice",
        text: {
          en: "You give a plain 8×8 array to `nn.Conv2d(1, 1, 3, padding=1)`. What happens?",
          "zh-CN": "你把一个普通的 8×8 数组交给 `nn.Conv2d(1, 1, 3, padding=1)`。会怎样？",
        },
        choices: [
          {
            value: {
              en: "An error: it wants 3 or 4 axes",
              "zh-CN": "报错：它要 3 个或 4 个轴",
            },
            right: true,
          },
          {
            value: { en: "It works: 8×8 comes out", "zh-CN": "可以：输出 8×8" },
            mistake: {
              en: "The axis of channels is missing, even if there is only one channel.",
              "zh-CN": "缺了通道的轴，哪怕只有一个通道也要写。",
            },
          },
          {
            value: {
              en: "It takes the 8 rows for 8 channels",
              "zh-CN": "它把 8 行当成 8 个通道",
            },
            mistake: {
              en: "It does not guess. That happens with shape (8, 1, 8): 8 is read as channels, and the layer wants 1.",
              "zh-CN": "它不会猜。形状 (8, 1, 8) 才会这样：8 被读作通道，而这一层要 1 个。",
            },
          },
        ],
        after: {
          en: "“Expected 3D (unbatched) or 4D (batched) input”. After `reshape((1, 1, 8, 8))` it works, and with `(1, 8, 8)` too.",
          "zh-CN":
            "“Expected 3D (unbatched) or 4D (batched) input”。用 `reshape((1, 1, 8, 8))` 就可以，`(1, 8, 8)` 也行。",
        },
      },
      hints: [
        {
          en: "Count the axes of the array, then those of (N, C, H, W).",
          "zh-CN": "数一数这个数组的轴，再数 (N, C, H, W) 的轴。",
        },
      ],
    },
    {
      kind: "free",
      start: `input=${places}&kernel=0,0,0;0,1,0;0,0,0&padding=1&step=999`,
      controls: ["channels", "kernel-size", "padding"],
      focus: ["kernel", "cost"],
      text: {
        en: "Build a layer whose weight has the shape (16, 3, 5, 5). Read the four numbers from left to right.",
        "zh-CN": "搭一个权重形状为 (16, 3, 5, 5) 的层。四个数从左往右读。",
      },
      goals: [{ all: [{ fact: "weightShape", is: [16, 3, 5, 5] }] }],
      after: {
        en: "`Conv2d(3, 16, 5)`: 16·3·5·5 = 1,200 weights and 16 biases, 1,216 parameters.",
        "zh-CN": "`Conv2d(3, 16, 5)`：16·3·5·5 = 1,200 个权重和 16 个偏置，共 1,216 个参数。",
      },
      hints: [
        {
          en: "16 maps come out, 3 channels go in, and each slab is 5×5.",
          "zh-CN": "输出 16 张图，输入 3 个通道，每一片是 5×5。",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "choice",
      text: {
        en: "A first layer makes 32 maps. The second is `Conv2d(32, 32, 3)`. How many maps come out, and how many parameters does it have?",
        "zh-CN": "第一层输出 32 张图。第二层是 `Conv2d(32, 32, 3)`。输出几张图？有多少参数？",
      },
      choices: [
        { value: { en: "32 maps, 9,248 parameters", "zh-CN": "32 张图，9,248 个参数" }, right: true },
        {
          value: { en: "1,024 maps, 10,240 parameters", "zh-CN": "1,024 张图，10,240 个参数" },
          mistake: {
            en: "You gave every pair of maps a map of its own. A kernel’s 32 results are added into one map.",
            "zh-CN": "你给每一对图都配了一张输出。一个核的 32 个结果要加成一张图。",
          },
        },
        {
          value: { en: "32 maps, 320 parameters", "zh-CN": "32 张图，320 个参数" },
          mistake: {
            en: "You reused one 3×3 slab on all 32 inputs. Each input channel has a slab of its own.",
            "zh-CN": "你让 32 个输入共用一片 3×3。每个输入通道都有自己的一片。",
          },
        },
        {
          value: { en: "32 maps, 9,216 parameters", "zh-CN": "32 张图，9,216 个参数" },
          mistake: {
            en: "Those are the weights. Add one bias for each output channel.",
            "zh-CN": "那只是权重。每个输出通道还要加一个偏置。",
          },
        },
      ],
      after: {
        en: "32 kernels of 32 slabs of 9 weights: 9,216, and 32 biases: 9,248.",
        "zh-CN": "32 个核，每个 32 片，每片 9 个权重：9,216；再加 32 个偏置：9,248。",
      },
    },
  ],
  review: [
    {
      kind: "choice",
      text: {
        en: "`Conv2d(16, 24, 5)` reads 16 maps. How many maps come out, and how many parameters does it have?",
        "zh-CN": "`Conv2d(16, 24, 5)` 读取 16 张图。输出几张图？有多少参数？",
      },
      choices: [
        {
          value: { en: "384 maps, 9,984 parameters", "zh-CN": "384 张图，9,984 个参数" },
          mistake: {
            en: "You gave every pair of maps a map of its own. A kernel’s 16 results are added into one map.",
            "zh-CN": "你给每一对图都配了一张输出。一个核的 16 个结果要加成一张图。",
          },
        },
        { value: { en: "24 maps, 9,624 parameters", "zh-CN": "24 张图，9,624 个参数" }, right: true },
        {
          value: { en: "24 maps, 9,600 parameters", "zh-CN": "24 张图，9,600 个参数" },
          mistake: {
            en: "Those are the weights. Add one bias for each output channel.",
            "zh-CN": "那只是权重。每个输出通道还要加一个偏置。",
          },
        },
        {
          value: { en: "24 maps, 624 parameters", "zh-CN": "24 张图，624 个参数" },
          mistake: {
            en: "You reused one 5×5 slab on all 16 inputs. Each input channel has a slab of its own.",
            "zh-CN": "你让 16 个输入共用一片 5×5。每个输入通道都有自己的一片。",
          },
        },
      ],
      after: {
        en: "24 kernels of 16 slabs of 25 weights: 9,600, and 24 biases: 9,624.",
        "zh-CN": "24 个核，每个 16 片，每片 25 个权重：9,600；再加 24 个偏置：9,624。",
      },
    },
  ],
};
