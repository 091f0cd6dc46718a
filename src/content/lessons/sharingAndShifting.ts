import type { Lesson } from "../../model/lesson";
import { picture } from "../pictures";

const COUNTED = "input=0,1,2;3,4,5;6,7,8&kernel=0,1;2,3&step=999";
const SPIKE = "dims=1&input=0,0,3,1,0,0,0&kernel=1,-1";
const DARK = picture(...Array.from({ length: 8 }, () => "00000000"));

/** A convolution is a dense layer whose weights are mostly 0 and otherwise tied; tying makes answers move along. */
export const sharingAndShifting: Lesson = {
  name: "sharing-and-shifting",
  title: { en: "Sharing and shifting", "zh-CN": "共享与平移" },
  goal: {
    en: "You can read a convolution as a matrix, and say when its answer moves along with the input.",
    "zh-CN": "你能把卷积看成一个矩阵，并说出它的结果什么时候随输入一起移动。",
  },
  misconception: {
    en: "Convolution is invariant to shifts.",
    "zh-CN": "卷积对平移是不变的。",
  },
  start: `${COUNTED}&show=matrix`,
  steps: [
    {
      kind: "observe",
      controls: ["show"],
      focus: ["input", "output"],
      text: {
        en: "Write the image as a column of 9 numbers. Then each output is one row of a 4×9 matrix, shown below the figure; the first is `0 1 0 2 3 0 0 0 0`. 36 places, 16 of them used, and only 4 different numbers: the kernel’s. A dense layer would have 36 of its own.",
        "zh-CN":
          "把图像写成 9 个数的一列。那么每个输出就是一个 4×9 矩阵的一行，矩阵在图的下方；第一行是 `0 1 0 2 3 0 0 0 0`。36 个位置，用到 16 个，只有核的 4 个不同的数。全连接层会有 36 个各自的数。",
      },
      notes: {
        en: "Point at a row and at an output: each lights the other.",
        "zh-CN": "指一行，再指一个输出：它们会互相点亮。",
      },
    },
    {
      kind: "do",
      start: `${COUNTED}&show=matrix`,
      controls: ["show"],
      focus: ["input", "output"],
      text: {
        en: "There is a second way to multiply. Leave the kernel small and copy the *windows* instead, one in each row. Choose [[im2col]] below the figure.",
        "zh-CN": "还有第二种乘法：核保持不变，把*窗口*抄下来，每行一个。在图的下方选择 [[im2col]]。",
      },
      goals: [{ all: [{ fact: "below", is: "im2col" }] }],
      after: {
        en: "The rows `0 1 3 4`, `1 2 4 5`, `3 4 6 7`, `4 5 7 8` times (0, 1, 2, 3) give 19, 25, 37, 43 again. Many libraries compute it this way.",
        "zh-CN":
          "各行 `0 1 3 4`、`1 2 4 5`、`3 4 6 7`、`4 5 7 8` 乘以 (0, 1, 2, 3)，又得到 19、25、37、43。很多库就是这样算的。",
      },
      hints: [
        {
          en: "The switch has four parts: figure alone, matrix, im2col, backward.",
          "zh-CN": "切换条有四项：仅图、矩阵、im2col、反向传播。",
        },
      ],
    },
    {
      kind: "predict",
      start: `input=${DARK}&kernel=1,1,1;1,1,1;1,1,1&padding=1&bias=1&step=999`,
      controls: ["kernel-size"],
      focus: ["kernel"],
      question: {
        kind: "number",
        text: {
          en: "From 8×8 to 8×8, one 3×3 kernel with a bias needs 10 numbers. How many does a dense layer need, in which every output has a weight for every input, and a bias?",
          "zh-CN":
            "从 8×8 到 8×8，一个带偏置的 3×3 核只要 10 个数。如果用全连接层，每个输出对每个输入各有一个权重，再加一个偏置，一共要多少个数？",
        },
        answer: 4160,
        mistakes: [
          {
            value: 4096,
            text: {
              en: "64 · 64 are the weights. Add 64 biases.",
              "zh-CN": "64 · 64 只是权重。还要加 64 个偏置。",
            },
          },
          {
            value: 65,
            text: {
              en: "That is a single output: 64 weights and a bias. There are 64 outputs.",
              "zh-CN": "那只是一个输出：64 个权重和一个偏置。输出有 64 个。",
            },
          },
          {
            value: 640,
            text: {
              en: "You gave each output a 3×3 kernel of its own. A dense layer reads the whole image each time.",
              "zh-CN": "你给每个输出配了自己的 3×3 核。全连接层每次都读整张图。",
            },
          },
        ],
        after: {
          en: "64 · 64 + 64 = 4,160 against 10. Two ideas save so much: look only at neighbours, and use the same weights everywhere.",
          "zh-CN": "64 · 64 + 64 = 4,160，对比 10。省下这么多靠两点：只看邻居，到处用同样的权重。",
        },
      },
      hints: [
        {
          en: "How many inputs are there, how many outputs, and how many pairs?",
          "zh-CN": "输入有几个，输出有几个，一共有多少对？",
        },
      ],
    },
    {
      kind: "do",
      start: `${SPIKE}&step=999`,
      controls: ["stride"],
      actions: [{ text: { en: "Shift right", "zh-CN": "右移" }, command: "shift-input" }],
      focus: ["input", "output"],
      text: {
        en: "The same weights everywhere have a consequence. The output is now `0 −3 2 1 0 0`. Shift the input one cell to the right and compare.",
        "zh-CN": "到处用同样的权重，会有一个结果。现在输出是 `0 −3 2 1 0 0`。把输入右移一格，再比较。",
      },
      goals: [{ all: [{ fact: "output", is: [0, 0, -3, 2, 1, 0] }] }],
      after: {
        en: "`0 0 −3 2 1 0`: the answer moves along. That is [[equivariance]]. *Invariant* would mean that it stays where it was.",
        "zh-CN": "`0 0 −3 2 1 0`：结果跟着移动。这叫[[equivariance|等变]]。*不变*则是说结果留在原处。",
      },
      hints: [{ en: "Press *Shift right* once.", "zh-CN": "按一次*右移*。" }],
    },
    {
      kind: "do",
      start: `${SPIKE}&stride=2&step=999`,
      controls: ["stride"],
      actions: [{ text: { en: "Shift right", "zh-CN": "右移" }, command: "shift-input" }],
      focus: ["input", "output"],
      text: {
        en: "Now with stride 2; the output is `0 2 0`. Shift the input by one and look. Then shift it once more.",
        "zh-CN": "现在步幅为 2，输出是 `0 2 0`。把输入右移一格，看一看；然后再移一格。",
      },
      goals: [
        {
          text: { en: "Shifted by one", "zh-CN": "移了一格" },
          all: [{ fact: "output", is: [0, -3, 1] }],
        },
        {
          text: { en: "Shifted by two", "zh-CN": "移了两格" },
          all: [{ fact: "output", is: [0, 0, 2] }],
        },
      ],
      after: {
        en: "`0 −3 1` is not the old answer moved: the promise is broken. Only a shift by 2, a whole stride, gives it back: `0 0 2`.",
        "zh-CN":
          "`0 −3 1` 不是原来的结果移动得来：约定被打破了。只有移动 2 格，即整个步幅，才又成立：`0 0 2`。",
      },
      hints: [
        {
          en: "Press *Shift right* twice, and look in between.",
          "zh-CN": "按两次*右移*，中间停下来看一看。",
        },
      ],
      notes: {
        en: "Max pooling by 2 of the map at stride 1 is milder: `0 2 0` becomes `0 2 1`.",
        "zh-CN": "对步幅 1 的图做 2 格的最大汇聚要温和些：`0 2 0` 变成 `0 2 1`。",
      },
    },
    {
      kind: "free",
      start: `${SPIKE}&step=999`,
      controls: ["padding", "padding-mode"],
      actions: [{ text: { en: "Shift right", "zh-CN": "右移" }, command: "shift-input" }],
      focus: ["input", "output"],
      text: {
        en: "Break the promise without a stride: find a setting in which one more shift changes the numbers of the answer and not only their places.",
        "zh-CN": "不用步幅也打破这个约定：找一种设置，使再移一格时，结果的数值改变，而不只是位置改变。",
      },
      goals: [
        {
          all: [
            { fact: "movesAlong", is: false },
            { fact: "stride", is: 1 },
            { fact: "op", is: "conv" },
          ],
        },
      ],
      after: {
        en: "With padding and the object at the border, outputs are made of numbers that were never there. Padding tells the layer where the border is.",
        "zh-CN": "有填充、而物体在边界上时，输出掺进了并不存在的数。填充让这一层知道边界在哪里。",
      },
      hints: [
        {
          en: "Where does the layer read numbers that do not move along? Give it padding.",
          "zh-CN": "这一层在哪里会读到不跟着移动的数？给它加填充。",
        },
        {
          en: "Padding 1, then shift until the 1 stands in the last cell.",
          "zh-CN": "填充设为 1，然后一直右移，直到 1 到了最后一格。",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "choice",
      text: {
        en: "A layer has stride 3. Which shift of the input is sure to move its output by a whole step, away from the borders?",
        "zh-CN": "一个层的步幅是 3。输入移动多少，能保证（离边界足够远处的）输出正好移动一整步？",
      },
      choices: [
        {
          value: { en: "1 pixel", "zh-CN": "1 个像素" },
          mistake: {
            en: "A third of a step: the windows then lie on other numbers.",
            "zh-CN": "那只是三分之一步：窗口会压在别的数上。",
          },
        },
        { value: { en: "3 pixels", "zh-CN": "3 个像素" }, right: true },
        {
          value: { en: "Any shift", "zh-CN": "任何移动" },
          mistake: {
            en: "So it is at stride 1. A stride looks at every third place only.",
            "zh-CN": "步幅为 1 时才这样。步幅 3 只看每第三个位置。",
          },
        },
        {
          value: { en: "No shift", "zh-CN": "没有" },
          mistake: {
            en: "A shift by the whole stride puts the next window exactly where the one before lay.",
            "zh-CN": "移动整个步幅时，后一个窗口正好落到前一个窗口原来所在的内容上。",
          },
        },
      ],
      after: {
        en: "3 pixels, a whole stride: each window then finds what the one before it found.",
        "zh-CN": "3 个像素，即整个步幅：每个窗口看到的正是前一个窗口原来看到的。",
      },
    },
  ],
};
