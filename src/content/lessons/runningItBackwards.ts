import type { Lesson } from "../../model/lesson";

const COUNTED = "input=0,1,2;3,4,5;6,7,8&kernel=0,1;2,3&step=999";
const TRANSPOSED = "input=0,1;2,3&kernel=0,1;2,3&op=transposed&step=999";
const FOUR = "0,1,2,3;4,5,6,7;8,9,10,11;12,13,14,15";

/** Gradients are correlations too, and a transposed convolution is the same stamp used forwards. */
export const runningItBackwards: Lesson = {
  name: "running-it-backwards",
  title: { en: "Running it backwards", "zh-CN": "倒着运行" },
  goal: {
    en: "You can send a gradient back through the layer, and say what a transposed convolution does and does not do.",
    "zh-CN": "你能把梯度传回这一层，并说出转置卷积做什么、不做什么。",
  },
  misconception: {
    en: "The 180° turn is a separate trick; “deconvolution” undoes convolution.",
    "zh-CN": "旋转 180° 是另外的技巧；“反卷积”能还原卷积。",
  },
  start: `${COUNTED}&gradient=1,0;0,0`,
  steps: [
    {
      kind: "predict",
      controls: [],
      focus: [{ grid: "output", row: 0, column: 0 }, "kernel"],
      question: {
        kind: "choice",
        text: {
          en: "Suppose only the first output, Y[0,0], matters to the [[loss]]: as it grows by 1, so does the loss. How much does the loss change with each input? Choose the picture of these blames.",
          "zh-CN":
            "假设[[loss|损失]]只取决于第一个输出 Y[0,0]：它增加 1，损失也增加 1。损失随每个输入改变多少？选出这张“责任”图。",
        },
        choices: [
          {
            value: [
              [3, 2, 0],
              [1, 0, 0],
              [0, 0, 0],
            ],
            mistake: {
              en: "You turned the kernel. Each input is blamed with the weight that lies on it, just where it lies.",
              "zh-CN": "你把核转了。每个输入的责任就是压在它上面的那个权重，位置不变。",
            },
          },
          {
            value: [
              [0, 1, 0],
              [2, 3, 0],
              [0, 0, 0],
            ],
            right: true,
          },
          {
            value: [
              [0, 1, 0],
              [3, 4, 0],
              [0, 0, 0],
            ],
            mistake: {
              en: "Those are the inputs under the window: that is how the loss changes with the *weights*.",
              "zh-CN": "这是窗口下的输入：那是损失随*权重*的改变。",
            },
          },
          {
            value: [
              [0, 1, 1],
              [2, 6, 4],
              [2, 5, 3],
            ],
            mistake: {
              en: "You blamed for all four outputs. Only the first one counts here.",
              "zh-CN": "你算上了全部四个输出。这里只有第一个算数。",
            },
          },
        ],
        after: {
          en: "Y[0,0] = 0·0 + 1·1 + 2·3 + 3·4: an input counts as much as its weight. So the kernel itself is stamped at the top left.",
          "zh-CN": "Y[0,0] = 0·0 + 1·1 + 2·3 + 3·4：每个输入的作用就是它的权重。所以核本身被盖印在左上角。",
        },
      },
      reveal: "show=backward&step=999",
      hints: [
        {
          en: "Write Y[0,0] as a sum of four products. What is multiplied with each input?",
          "zh-CN": "把 Y[0,0] 写成四个乘积的和。每个输入乘的是什么？",
        },
      ],
    },
    {
      kind: "do",
      start: `${COUNTED}&gradient=1,0;0,0&show=backward`,
      controls: ["show"],
      actions: [{ text: { en: "All outputs count", "zh-CN": "所有输出都算" }, set: "gradient=1,1;1,1" }],
      focus: ["output", "input"],
      text: {
        en: "Below the figure, set the [[gradient]] of all four outputs to 1. Now four stamps overlap. Where do they pile up highest?",
        "zh-CN": "在图的下方，把四个输出的[[gradient|梯度]]都设为 1。现在四个印重叠在一起。哪里叠得最高？",
      },
      goals: [{ all: [{ fact: "gradient", is: 1 }] }],
      after: {
        en: "`0 1 1 / 2 6 4 / 2 5 3`. It is the same as padding the gradient by 1 and correlating it with the kernel turned by 180°: the turn is no extra trick, stamping *is* it.",
        "zh-CN":
          "`0 1 1 / 2 6 4 / 2 5 3`。这就等于把梯度填充 1，再与旋转 180° 的核做互相关：旋转不是另外的技巧，盖印*就是*它。",
      },
      hints: [
        {
          en: "Click each 0 of the gradient and type 1, or press the button.",
          "zh-CN": "点梯度里的每个 0，输入 1，或按按钮。",
        },
      ],
    },
    {
      kind: "observe",
      start: `${COUNTED}&gradient=1,1;1,1&show=backward`,
      controls: ["show"],
      focus: ["input", "kernel", "output"],
      text: {
        en: "The kernel is blamed too. A weight meets four inputs, one at each place of the window, so dK is the input correlated with the gradient: `8 12 / 20 24`. The bias is in every output: its gradient is the sum, 4. This is what training follows.",
        "zh-CN":
          "核也有责任。每个权重遇到四个输入，窗口的每个位置各一个，所以 dK 是输入与梯度的互相关：`8 12 / 20 24`。偏置在每个输出里：它的梯度是总和 4。训练跟随的就是这些数。",
      },
    },
    {
      kind: "do",
      start: TRANSPOSED,
      controls: ["stride"],
      focus: ["output", "kernel"],
      text: {
        en: "Use the stamps as a layer of their own, forwards: the [[transposed|transposed convolution]]. Each input number multiplies the kernel and stamps it; overlaps add up to `0 0 1 / 0 4 6 / 4 12 9`. Set the stride to 2.",
        "zh-CN":
          "把盖印当作一个向前的层：[[transposed|转置卷积]]。每个输入数乘以核再盖印，重叠处相加，得到 `0 0 1 / 0 4 6 / 4 12 9`。把步幅设为 2。",
      },
      goals: [
        {
          all: [
            { fact: "op", is: "transposed" },
            {
              fact: "output",
              is: [
                [0, 0, 0, 1],
                [0, 0, 2, 3],
                [0, 2, 0, 3],
                [4, 6, 6, 9],
              ],
            },
          ],
        },
      ],
      after: {
        en: "Now the stamps stand side by side, and 2×2 has become 4×4. A stride that shrinks on the way there enlarges on the way back.",
        "zh-CN": "现在印并排站着，2×2 变成了 4×4。去的时候缩小的步幅，回来的时候就放大。",
      },
      hints: [
        {
          en: "With stride 2 each stamp moves by two cells, as wide as the kernel.",
          "zh-CN": "步幅为 2 时，每个印移动两格，正好是核的宽度。",
        },
      ],
      notes: {
        en: "Overlaps make checkerboards: for k = 3 and s = 2 the stamps overlap 1 1 2 1 2 1 2 1 1, for k = 4 evenly 1 1 2 2 2 2 2 2 1 1.",
        "zh-CN":
          "重叠会造成棋盘纹：k = 3、s = 2 时重叠数是 1 1 2 1 2 1 2 1 1；k = 4 时是均匀的 1 1 2 2 2 2 2 2 1 1。",
      },
    },
    {
      kind: "predict",
      start: COUNTED,
      controls: ["op"],
      focus: ["input", "output"],
      question: {
        kind: "choice",
        text: {
          en: "Send 0…8 through the convolution, giving `19 25 / 37 43`, and then back through the transposed one with the same kernel. What comes out?",
          "zh-CN": "让 0…8 通过卷积，得到 `19 25 / 37 43`，再用同一个核通过转置卷积回来。会得到什么？",
        },
        choices: [
          {
            value: [
              [0, 1, 2],
              [3, 4, 5],
              [6, 7, 8],
            ],
            mistake: {
              en: "That would be undoing. But many images have the same 2×2 output: there is no way to tell which one it was.",
              "zh-CN": "那就是还原了。但很多图像都有同样的 2×2 输出，无从知道原来是哪一张。",
            },
          },
          {
            value: [
              [0, 1, 1],
              [2, 6, 4],
              [2, 5, 3],
            ],
            mistake: {
              en: "You stamped the kernel as it is. Each stamp is multiplied by its number: 19, 25, 37, 43.",
              "zh-CN": "你盖的是原样的核。每个印都要乘以自己的数：19、25、37、43。",
            },
          },
          {
            value: [
              [0, 19, 25],
              [38, 144, 118],
              [74, 197, 129],
            ],
            right: true,
          },
        ],
        after: {
          en: "The shape is back, the numbers are not. “Deconvolution” is a misleading name: only the *shape* is undone.",
          "zh-CN": "形状回来了，数没有。“反卷积”这个名字容易误导：还原的只是*形状*。",
        },
      },
      reveal: "op=transposed&input=19,25;37,43&step=999",
      hints: [
        {
          en: "Stamp the kernel four times, multiplied by 19, 25, 37 and 43. What is in the top left corner?",
          "zh-CN": "把核盖四次，分别乘以 19、25、37、43。左上角是几？",
        },
      ],
    },
    {
      kind: "free",
      start: `input=${FOUR}&kernel=1,1,1;1,1,1;1,1,1&op=transposed&stride=2&padding=1&step=999`,
      controls: ["output-padding", "padding", "stride"],
      focus: ["output", "formula"],
      text: {
        en: "With k = 3, s = 2, p = 1 both 7×7 and 8×8 shrink to 4×4. This way back gives 7×7. Make it give 8×8, with the same k, s and p.",
        "zh-CN":
          "k = 3、s = 2、p = 1 时，7×7 和 8×8 都缩小为 4×4。这条回来的路给出 7×7。保持 k、s、p 不变，让它给出 8×8。",
      },
      goals: [
        {
          all: [
            { fact: "op", is: "transposed" },
            { fact: "outputSize", is: 8 },
            { fact: "inputSize", is: 4 },
            { fact: "kernelSize", is: 3 },
            { fact: "stride", is: 2 },
            { fact: "padding", is: 1 },
          ],
        },
      ],
      after: {
        en: "Output padding 1: it is exactly the row that rounding down had left unread on the way there.",
        "zh-CN": "输出填充为 1：正是去的时候向下取整漏读的那一行。",
      },
      hints: [
        {
          en: "What rounding down dropped has to be added again, after the output.",
          "zh-CN": "向下取整丢掉的，要在输出的末尾补回来。",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "number",
      text: {
        en: "`ConvTranspose2d(k=3, s=2, p=1, output_padding=1)` reads 16×16. How long is a side of its output?",
        "zh-CN": "`ConvTranspose2d(k=3, s=2, p=1, output_padding=1)` 读取 16×16。输出的边长是多少？",
      },
      answer: 32,
      mistakes: [
        {
          value: 31,
          text: {
            en: "You left out the output padding: it adds 1.",
            "zh-CN": "你漏了输出填充：它加 1。",
          },
        },
        {
          value: 34,
          text: {
            en: "You left out the padding: backwards it cuts 1 off on each side.",
            "zh-CN": "你漏了填充：倒着走时，它在每侧切掉 1。",
          },
        },
        {
          value: 8,
          text: {
            en: "You went forwards: that is what the usual convolution makes of 16.",
            "zh-CN": "你是正着算的：那是普通卷积对 16 的结果。",
          },
        },
      ],
      after: {
        en: "(16 − 1) · 2 − 2 · 1 + 3 + 1 = 32.",
        "zh-CN": "(16 − 1) · 2 − 2 · 1 + 3 + 1 = 32。",
      },
    },
  ],
};
