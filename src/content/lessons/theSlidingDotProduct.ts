import type { Lesson } from "../../model/lesson";

export const theSlidingDotProduct: Lesson = {
  name: "the-sliding-dot-product",
  title: { en: "The sliding dot product", "zh-CN": "滑动的点积" },
  goal: {
    en: "Compute any output cell by hand: multiply the window by the kernel, cell by cell, and add.",
    "zh-CN": "能手算任意一个输出格：把窗口与卷积核逐格相乘，再相加。",
  },
  misconception: {
    en: "Convolution is matrix multiplication of the window and the kernel.",
    "zh-CN": "卷积就是窗口与卷积核的矩阵乘法。",
  },
  start: "input=0,1,2;3,4,5;6,7,8&kernel=0,1;2,3",
  steps: [
    {
      kind: "predict",
      controls: [],
      focus: [{ grid: "output", row: 0, column: 0 }, "products"],
      minutes: 2,
      question: {
        kind: "number",
        text: {
          en: "The small grid of weights is the [[kernel]]. It lies on the top left of the input, over 0, 1, 3 and 4. Multiply each of these numbers by the weight lying on it, then add the four products. What goes into the first output cell?",
          "zh-CN":
            "这一小块权重叫[[kernel|卷积核]]。它现在盖在输入的左上角，下面是 0、1、3、4。把每个数与压在它上面的权重相乘，再把四个乘积相加。第一个输出格里是几？",
        },
        answer: 19,
        mistakes: [
          {
            value: 2,
            text: {
              en: "You multiplied row by column, as matrices do, and took the top-left entry. Here each number meets only the weight lying on it.",
              "zh-CN": "你按矩阵乘法用行乘列，取了左上角的元素。这里每个数只与压在它上面的那个权重相乘。",
            },
          },
          {
            value: 28,
            text: {
              en: "You multiplied the two grids as matrices and added all four entries. Here each number meets only the weight lying on it.",
              "zh-CN": "你把两个网格当作矩阵相乘，再把四个元素相加。这里每个数只与压在它上面的那个权重相乘。",
            },
          },
          {
            value: 14,
            text: {
              en: "You added numbers and weights. First multiply each pair, then add the four products.",
              "zh-CN": "你把数和权重都加起来了。应先逐对相乘，再把四个乘积相加。",
            },
          },
          {
            value: 5,
            text: {
              en: "You turned the kernel by 180° first. Here it lies on the input as you see it.",
              "zh-CN": "你先把卷积核旋转了 180°。这里它就按你看到的样子盖在输入上。",
            },
          },
        ],
        after: {
          en: "0·0 + 1·1 + 3·2 + 4·3 = 19. Cell by cell, then added: a *dot product*.",
          "zh-CN": "0·0 + 1·1 + 3·2 + 4·3 = 19。逐格相乘再相加，这就是*点积*。",
        },
      },
      hints: [
        {
          en: "The top row gives 0·0 and 1·1. What does the bottom row give?",
          "zh-CN": "上面一行是 0·0 和 1·1。下面一行是什么？",
        },
        { en: "The bottom row gives 3·2 and 4·3.", "zh-CN": "下面一行是 3·2 和 4·3。" },
      ],
      notes: {
        en: "Let everybody write a number down before it is shown. Ask who got 28: that is matrix multiplication.",
        "zh-CN": "公布之前，请每个人先写下一个数。问问谁得到了 28：那是矩阵乘法。",
      },
    },
    {
      kind: "do",
      focus: ["equation"],
      minutes: 1,
      text: {
        en: "Drag the window one step to the right, or press →. Only the numbers underneath change; the kernel stays the same four weights.",
        "zh-CN": "把窗口向右拖一格，或按 →。只有下面的数变了；卷积核还是那四个权重。",
      },
      goals: [{ all: [{ fact: "step", is: 1 }] }],
      after: {
        en: "1·0 + 2·1 + 4·2 + 5·3 = 25.",
        "zh-CN": "1·0 + 2·1 + 4·2 + 5·3 = 25。",
      },
      hints: [
        {
          en: "Take hold of the frame on the input and pull it to the right. *Next step* does the same.",
          "zh-CN": "按住输入上的方框向右拉。“下一步”按钮也一样。",
        },
      ],
      notes: {
        en: "Same four weights everywhere: this is what weight sharing will mean.",
        "zh-CN": "处处都是同样四个权重：这就是后面所说的权重共享。",
      },
    },
    {
      kind: "do",
      focus: ["output"],
      minutes: 1,
      text: {
        en: "Two places are left, both in the row below. Visit them and watch the output fill.",
        "zh-CN": "还剩两个位置，都在下一行。走到那里，看输出逐格填满。",
      },
      goals: [
        {
          text: { en: "Row 1, column 0", "zh-CN": "第 1 行，第 0 列" },
          all: [{ fact: "step", is: 2 }],
        },
        {
          text: { en: "Row 1, column 1", "zh-CN": "第 1 行，第 1 列" },
          all: [{ fact: "step", is: 3 }],
        },
      ],
      after: {
        en: "37 and 43. The whole output, called a [[feature-map|feature map]], is 19, 25 above 37, 43.",
        "zh-CN": "37 和 43。整个输出叫作[[feature-map|特征图]]：上面是 19、25，下面是 37、43。",
      },
      hints: [
        {
          en: "Press → twice. At the end of a row the window goes on at the start of the next one.",
          "zh-CN": "按两次 →。一行走完，窗口会从下一行的开头继续。",
        },
      ],
    },
    {
      kind: "predict",
      focus: ["input"],
      minutes: 1,
      question: {
        kind: "number",
        text: {
          en: "The kernel is 2 wide, a row of the input 3. In how many places does the kernel fit into one row?",
          "zh-CN": "卷积核宽 2，输入的一行宽 3。卷积核在一行里放得下几个位置？",
        },
        answer: 2,
        mistakes: [
          {
            value: 1,
            text: {
              en: "3 − 2 = 1 is how often it can move on. The place where it starts counts too.",
              "zh-CN": "3 − 2 = 1 是它还能移动几次。起始位置也要算上。",
            },
          },
          {
            value: 3,
            text: {
              en: "That is one place for each number. At the last number the kernel would hang over the edge.",
              "zh-CN": "这是每个数对应一个位置。放在最后一个数上，卷积核就伸到边界外了。",
            },
          },
          {
            value: 1.5,
            text: {
              en: "You divided 3 by 2, as if places lay side by side. They may overlap.",
              "zh-CN": "你用 3 除以 2，好像各个位置并排不重叠。其实它们可以重叠。",
            },
          },
        ],
        after: {
          en: "Two. In general a kernel k long fits into n numbers in n − k + 1 places: here 3 − 2 + 1.",
          "zh-CN": "两个。一般地，长为 k 的卷积核在 n 个数里有 n − k + 1 个位置：这里是 3 − 2 + 1。",
        },
      },
      hints: [
        {
          en: "Put your finger under the first number the kernel covers. Where can that finger be?",
          "zh-CN": "用手指指着卷积核盖住的第一个数。手指可以停在哪些地方？",
        },
      ],
      notes: {
        en: "n − k + 1 comes back in every lesson about size. Let the class say the + 1 aloud.",
        "zh-CN": "n − k + 1 会在每一课关于尺寸的内容里再出现。让全班把“加 1”念出来。",
      },
    },
    {
      kind: "free",
      start: "input=0,1,2;3,4,5;6,7,8&kernel=0,1;2,3&step=3",
      controls: [],
      focus: ["kernel"],
      minutes: 1,
      text: {
        en: "Change *one* weight of the kernel so that *exactly one* output cell stays as it is.",
        "zh-CN": "只改卷积核的*一个*权重，使得*恰好有一个*输出格保持不变。",
      },
      goals: [
        {
          all: [
            { fact: "changedKernelCells", is: 1 },
            { fact: "sameOutputs", is: 1 },
          ],
        },
      ],
      after: {
        en: "Any change of the top-left weight does it. It is multiplied by 0, 1, 3 and 4 in turn, and only the 0 makes no difference.",
        "zh-CN": "改左上角的权重就行，改成几都可以。它依次与 0、1、3、4 相乘，只有乘 0 时没有影响。",
      },
      hints: [
        {
          en: "An output cell stays the same where the changed weight lies on a 0.",
          "zh-CN": "被改的权重压在 0 上时，那个输出格就不变。",
        },
        {
          en: "Which of the four weights ever lies on the 0 of the input?",
          "zh-CN": "四个权重里，哪一个会压到输入的 0 上？",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "choice",
      start: "input=0,1,2;3,4,5;6,7,8&kernel=0,1;2,3&step=3",
      text: {
        en: "The output was 19, 25 above 37, 43. Now the top-left weight goes from 0 to 1. What is the output?",
        "zh-CN": "输出原来是上面 19、25，下面 37、43。现在左上角的权重从 0 变成 1。输出是什么？",
      },
      choices: [
        {
          value: [
            [20, 26],
            [38, 44],
          ],
          mistake: {
            en: "You added 1 everywhere: that is a bias, not a weight. A weight is multiplied by what lies under it.",
            "zh-CN": "你给每一格都加了 1：那是偏置，不是权重。权重要与它下面的数相乘。",
          },
        },
        {
          value: [
            [19, 26],
            [40, 47],
          ],
          right: true,
        },
        {
          value: [
            [19, 25],
            [37, 43],
          ],
          mistake: {
            en: "That weight was 0, but it is 1 now. It counts wherever it does not lie on a 0.",
            "zh-CN": "那个权重原来是 0，但现在是 1。只要它没压在 0 上，就会起作用。",
          },
        },
        {
          value: [
            [19, 26],
            [37, 43],
          ],
          mistake: {
            en: "One weight touches every output cell, because the kernel visits every place.",
            "zh-CN": "一个权重会影响每一个输出格，因为卷积核会走遍每个位置。",
          },
        },
      ],
      after: {
        en: "Each output grows by the number under the window's top-left corner: 0, 1, 3 and 4.",
        "zh-CN": "每个输出增加的，是窗口左上角下面的那个数：0、1、3、4。",
      },
    },
  ],
  review: [
    {
      kind: "choice",
      start: "input=0,1,2;3,4,5;6,7,8&kernel=0,1;2,3&step=3",
      text: {
        en: "The output was 19, 25 above 37, 43. Now the bottom-right weight goes from 3 to 4. What is the output?",
        "zh-CN": "输出原来是上面 19、25，下面 37、43。现在右下角的权重从 3 变成 4。输出是什么？",
      },
      choices: [
        {
          value: [
            [23, 30],
            [44, 51],
          ],
          right: true,
        },
        {
          value: [
            [20, 26],
            [38, 44],
          ],
          mistake: {
            en: "You added 1 everywhere: that is a bias. A weight is multiplied by what lies under it.",
            "zh-CN": "你给每一格都加了 1：那是偏置。权重要与它下面的数相乘。",
          },
        },
        {
          value: [
            [19, 25],
            [37, 44],
          ],
          mistake: {
            en: "One weight touches every output cell, because the kernel visits every place.",
            "zh-CN": "一个权重会影响每一个输出格，因为卷积核会走遍每个位置。",
          },
        },
        {
          value: [
            [19, 26],
            [40, 47],
          ],
          mistake: {
            en: "You added the number under the window's top-left corner. This weight lies on the bottom-right one.",
            "zh-CN": "你加的是窗口左上角下面的数。这个权重压在右下角的数上。",
          },
        },
      ],
      after: {
        en: "Each output grows by the number under the window's bottom-right corner: 4, 5, 7 and 8.",
        "zh-CN": "每个输出增加的，是窗口右下角下面的那个数：4、5、7、8。",
      },
    },
  ],
};
