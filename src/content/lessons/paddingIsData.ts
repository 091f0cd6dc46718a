import type { Lesson } from "../../model/lesson";
import { picture } from "../pictures";

const WHITE = picture("11111", "11111", "11111", "11111", "11111");
const BLOCK = "1,1,1;1,1,1;1,1,1";
const LARGE = picture(...Array.from({ length: 8 }, () => "11111111"));

/** Padding holds numbers like any other: it darkens borders and makes edges. */
export const paddingIsData: Lesson = {
  name: "padding-is-data",
  title: { en: "Padding is data", "zh-CN": "填充也是数据" },
  goal: {
    en: "You can say what zeros around an image do to its border, and why corner pixels still count less.",
    "zh-CN": "你能说出图像周围的零对边界做了什么，以及为什么角上的像素仍然更少被用到。",
  },
  misconception: {
    en: "Zero padding is neutral, and with padding all pixels count equally.",
    "zh-CN": "零填充是中性的；有了填充，所有像素的作用就一样大。",
  },
  start: `input=${WHITE}&kernel=${BLOCK}&padding=1&step=999`,
  steps: [
    {
      kind: "predict",
      controls: ["padding"],
      focus: [{ grid: "output", row: 0, column: 0 }, "kernel"],
      question: {
        kind: "number",
        text: {
          en: "A white page: every pixel is 1, and so are all nine weights. Around the page lies a ring of zeros, the [[padding]]. What number stands in a corner of the output?",
          "zh-CN":
            "一张白纸：每个像素都是 1，九个权重也都是 1。纸的周围是一圈零，即[[padding|填充]]。输出的角上是几？",
        },
        answer: 4,
        mistakes: [
          {
            value: 9,
            text: {
              en: "You counted nine ones. Five of the nine weights lie on the ring, and there they meet zeros.",
              "zh-CN": "你数了九个 1。可是九个权重中有五个落在那圈零上。",
            },
          },
          {
            value: 6,
            text: {
              en: "6 is right at an edge, where one row of the window hangs over. In a corner a row and a column do.",
              "zh-CN": "6 是边上的数：那里窗口有一行伸出图外。在角上，一行和一列都伸出去了。",
            },
          },
          {
            value: 5,
            text: {
              en: "You counted the weights that lie on padding. They meet zeros; the other four count.",
              "zh-CN": "你数的是落在填充上的权重。它们遇到的是零；算数的是另外四个。",
            },
          },
        ],
        after: {
          en: "4 in the corners, 6 along the edges, 9 inside. The page is white everywhere, yet the output grows dark toward its border: a zero is a number like any other.",
          "zh-CN": "角上是 4，边上是 6，里面是 9。整张纸一样白，输出却在边界变暗：零也是普通的数。",
        },
      },
      hints: [
        {
          en: "Place the window in the corner. How many of its nine cells lie on the page?",
          "zh-CN": "把窗口放到角上。它的九个单元格中，有几个落在纸上？",
        },
      ],
      notes: {
        en: "Ask for the corner first, then for an edge and the middle: 4, 6, 9.",
        "zh-CN": "先问角，再问边和中间：4、6、9。",
      },
    },
    {
      kind: "do",
      start: `input=${WHITE}&kernel=1,-1&step=999`,
      controls: ["padding"],
      focus: ["input", "output"],
      text: {
        en: "This kernel finds edges: it subtracts the right neighbour. On an evenly white page it says 0 everywhere. Now set the padding of the *columns* to 1 and leave the rows at 0. What appears at the sides?",
        "zh-CN":
          "这个核寻找边缘：减去右边的邻居。在一样白的纸上，它处处给出 0。现在把*列*的填充设为 1，行保持 0。左右两侧出现了什么？",
      },
      goals: [
        {
          all: [
            { fact: "kernel", is: [[1, -1]] },
            { fact: "padding", is: [0, 1] },
            { fact: "paddingMode", is: "zeros" },
          ],
        },
      ],
      after: {
        en: "Every row now reads `−1 0 0 0 0 1`: two edges that are not in the picture. The zeros made them.",
        "zh-CN": "现在每一行都是 `−1 0 0 0 0 1`：图里并没有这两条边缘，是零造出来的。",
      },
      hints: [
        {
          en: "Part the two fields of the padding with the chain between them, then set the columns to 1.",
          "zh-CN": "先用中间的链条把填充的两个数分开，再把列设为 1。",
        },
      ],
    },
    {
      kind: "do",
      start: `input=${WHITE}&kernel=${BLOCK}&padding=1&step=999`,
      controls: ["padding-mode", "padding"],
      focus: ["input", "output"],
      text: {
        en: "Back to the nine ones with padding 1. Padding need not be zeros: switch its mode to *replicate*, which repeats the outermost pixels. Watch the border of the output.",
        "zh-CN":
          "回到九个 1 和填充 1。填充不一定是零：把填充方式改为*复制边缘*，它会重复最外面的像素。看看输出的边界。",
      },
      goals: [
        {
          all: [
            { fact: "output", is: 9 },
            { fact: "padding", is: 1 },
          ],
        },
      ],
      after: {
        en: "9 everywhere: the dark border is gone. But nothing was measured out there. The copies are made up too, only more politely.",
        "zh-CN": "处处是 9：暗边消失了。但那里其实什么也没有测到，复制出来的数也是编的，只是更像样。",
      },
      hints: [
        {
          en: "The mode stands beside the padding: zeros, reflect, replicate, circular.",
          "zh-CN": "填充方式在填充旁边：零、反射、复制边缘、循环。",
        },
      ],
    },
    {
      kind: "predict",
      start: `input=${LARGE}&kernel=${BLOCK}&padding=1&step=999`,
      controls: ["read-counts", "padding"],
      focus: ["input"],
      question: {
        kind: "number",
        text: {
          en: "8×8 pixels, a 3×3 kernel, padding 1. A pixel in the middle is read by 9 windows. By how many windows is a *corner* pixel read?",
          "zh-CN": "8×8 个像素，3×3 的核，填充 1。中间的像素被 9 个窗口读取。*角上*的像素被几个窗口读取？",
        },
        answer: 4,
        mistakes: [
          {
            value: 9,
            text: {
              en: "That would be fair. But windows whose middle lies on the ring do not exist: a corner misses five of nine.",
              "zh-CN": "那样才公平。但没有中心落在外圈上的窗口：角上少了九个中的五个。",
            },
          },
          {
            value: 1,
            text: {
              en: "That is the corner without padding: only the first window reaches it. The ring adds three more.",
              "zh-CN": "那是没有填充的情形：只有第一个窗口碰到它。这一圈又带来三个。",
            },
          },
          {
            value: 6,
            text: {
              en: "6 windows read a pixel at an edge. In a corner, two sides are missing.",
              "zh-CN": "6 是边上的像素。在角上，缺的是两侧。",
            },
          },
        ],
        after: {
          en: "4 against 9. Without padding it is 1 against 9. Switch on the read counts to see the number for every pixel.",
          "zh-CN": "4 对 9。没有填充时是 1 对 9。打开读取次数，就能看到每个像素的次数。",
        },
      },
      hints: [
        {
          en: "The middle of each window lies on the image. Which middles are at most one step away from the corner?",
          "zh-CN": "每个窗口的中心都在图像上。哪些中心离角最多一步？",
        },
      ],
    },
    {
      kind: "free",
      start: `input=${LARGE}&kernel=${BLOCK}&padding=1&step=999`,
      controls: ["padding", "read-counts"],
      focus: ["input", "output"],
      text: {
        en: "Choose the padding so that every real pixel is read exactly 9 times, the corners too.",
        "zh-CN": "选择填充，使每个真实的像素都恰好被读取 9 次，角上的也一样。",
      },
      goals: [
        {
          all: [
            { fact: "reads", is: 9 },
            { fact: "kernelSize", is: 3 },
          ],
        },
      ],
      after: {
        en: "Padding 2, *full padding*, is enough: every pixel meets all nine weights. The price is an output of 10×10, larger than the image.",
        "zh-CN": "填充 2，即*完全填充*，就够了：每个像素都遇到全部九个权重。代价是输出 10×10，比图像还大。",
      },
      hints: [
        {
          en: "The window must be able to start so far out that only its last row and column touch the corner.",
          "zh-CN": "窗口要能从足够远的外面开始，只用最后一行和最后一列碰到角。",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "number",
      text: {
        en: "8×8 pixels, a 3×3 kernel, padding 1: the output has 64 numbers. How many of them were made with padding?",
        "zh-CN": "8×8 个像素，3×3 的核，填充 1：输出有 64 个数。其中有几个用到了填充？",
      },
      answer: 28,
      mistakes: [
        {
          value: 32,
          text: {
            en: "Four sides of eight make 32, but then each corner is counted twice.",
            "zh-CN": "四条边各八个是 32，但这样每个角都数了两次。",
          },
        },
        {
          value: 4,
          text: {
            en: "Those are the corners. All along the edges, windows hang over too.",
            "zh-CN": "那只是四个角。沿着边，窗口也都伸出图外。",
          },
        },
        {
          value: 36,
          text: {
            en: "36 outputs, the inner 6×6, never touch padding. The others do.",
            "zh-CN": "36 个，即里面的 6×6，从不碰到填充。其余的才是。",
          },
        },
        {
          value: 0,
          text: {
            en: "The size stays the same, but only because windows at the border read the ring.",
            "zh-CN": "大小没变，正是因为边界上的窗口读了那一圈。",
          },
        },
      ],
      after: {
        en: "28 of 64: 44 % of this output is partly made of numbers that nobody measured.",
        "zh-CN": "64 个中的 28 个：这张输出有 44% 掺进了没有人测过的数。",
      },
    },
  ],
};
