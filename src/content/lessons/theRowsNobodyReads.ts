import type { Lesson } from "../../model/lesson";
import { places } from "../pictures";

const ONES = "1,1,1,1,1;1,1,1,1,1;1,1,1,1,1";
const CLOSE = `input=${places}&kernel=${ONES}&padding=0,1&step=999`;
const FIRST = `${CLOSE}&stride=3,5`;

/** What the floor throws away, and when it is real data. */
export const theRowsNobodyReads: Lesson = {
  name: "the-rows-nobody-reads",
  title: { en: "The rows nobody reads", "zh-CN": "没有人读的行" },
  goal: {
    en: "You can tell what rounding down leaves unread, and whether it is padding or real data.",
    "zh-CN": "你能说出向下取整漏读了什么，以及漏掉的是填充还是真实数据。",
  },
  misconception: {
    en: "“The output has the right size, so nothing was lost.”",
    "zh-CN": "“输出大小对了，所以什么也没丢。”",
  },
  start: CLOSE,
  steps: [
    {
      kind: "predict",
      minutes: 1,
      controls: ["stride", "read-counts"],
      focus: ["input", "kernel"],
      question: {
        kind: "number",
        text: {
          en: "The image has rows 0 to 7, and the kernel is 3 rows tall. Let it move 3 rows at a time: its windows then start at rows 0 and 3. Which rows does no window touch?",
          "zh-CN":
            "图像有第 0 到 7 行，核高 3 行。让它每次向下走 3 行：窗口就从第 0 行和第 3 行开始。哪些行没有窗口碰到？",
        },
        answer: [6, 7],
        mistakes: [
          {
            value: [7, 8],
            text: {
              en: "You counted the rows from 1. Here the first row is row 0, so the last two are 6 and 7.",
              "zh-CN": "你从 1 数起了。这里第一行是第 0 行，所以最后两行是第 6、7 行。",
            },
          },
          {
            value: [2, 5],
            text: {
              en: "There is no gap between the windows: they cover rows 0 to 2 and 3 to 5.",
              "zh-CN": "窗口之间没有空隙：它们盖住第 0 到 2 行和第 3 到 5 行。",
            },
          },
        ],
        after: {
          en: "Rows 6 and 7: 16 of 64 pixels, a quarter of the image. The read counts show a 0 on each of them.",
          "zh-CN": "第 6 行和第 7 行：64 个像素中的 16 个，图像的四分之一。打开读取次数，它们上面都是 0。",
        },
      },
      reveal: "stride=3,5&step=999",
      hints: [
        {
          en: "Write down the rows under each window: 0 1 2, then 3 …",
          "zh-CN": "写下每个窗口盖住的行：0 1 2，然后 3 ……",
        },
      ],
      notes: {
        en: "Rule: r = (n + p₀ + p₁ − k) mod s trailing padded rows are unread; of real rows max(0, r − p₁), as long as s ≤ k.",
        "zh-CN":
          "规则：填充后末尾有 r = (n + p₀ + p₁ − k) mod s 行不被读取；其中真实的行为 max(0, r − p₁)，只要 s ≤ k。",
      },
    },
    {
      kind: "do",
      minutes: 1,
      start: FIRST,
      controls: ["read-counts"],
      actions: [{ text: { en: "Scramble unread", "zh-CN": "打乱未读取的" }, command: "scramble-unread" }],
      focus: ["input", "output"],
      text: {
        en: "Press *Scramble unread*: it puts random numbers into every pixel that no window reads. Watch the output.",
        "zh-CN": "按*打乱未读取的*：它把随机数放进没有窗口读取的每个像素。看看输出。",
      },
      goals: [
        {
          all: [
            { fact: "changedInputCells", atLeast: 1 },
            { fact: "changedOutputs", is: 0 },
          ],
        },
      ],
      after: {
        en: "Not one output moved. What no window reads has [[gradient]] 0 too: the layer can never learn from these rows.",
        "zh-CN":
          "没有一个输出改变。没有窗口读取的地方，[[gradient|梯度]]也是 0：这一层永远无法从这些行学到东西。",
      },
      hints: [
        {
          en: "The button stands below. Compare the last two rows of the input before and after.",
          "zh-CN": "按钮在下面。比较输入的最后两行前后有什么不同。",
        },
      ],
    },
    {
      kind: "do",
      minutes: 1,
      start: FIRST,
      controls: ["stride", "read-counts"],
      focus: ["output", "formula"],
      text: {
        en: "Now set the stride to 3 down and *4* across. Does the output change its size? And what is read on the right side?",
        "zh-CN": "现在把步幅设为向下 3、向右 *4*。输出的大小变了吗？右侧读到了哪里？",
      },
      goals: [{ all: [{ fact: "stride", is: [3, 4] }] }],
      after: {
        en: "Still 2×2, but the last column of padding is unread now: 8 + 2 − 5 = 5 cells to move over, and 5 is no multiple of 4. One is left.",
        "zh-CN":
          "仍是 2×2，但右侧最后一列填充现在没有被读取：可移动 8 + 2 − 5 = 5 格，5 不是 4 的倍数，剩下 1 格。",
      },
      hints: [
        {
          en: "The first field of the stride is for rows, the second for columns.",
          "zh-CN": "步幅的第一个数是行，第二个是列。",
        },
      ],
    },
    {
      kind: "predict",
      minutes: 1,
      start: `input=${places}&kernel=1,1,1;1,1,1;1,1,1&padding=1&step=999`,
      controls: ["stride", "padding-sides", "read-counts"],
      focus: ["input"],
      question: {
        kind: "choice",
        text: {
          en: "A usual setting: 3×3, padding 1, and now stride 2. The 8×8 image becomes 4×4. What is then never read?",
          "zh-CN": "一个常见的设置：3×3，填充 1，再把步幅设为 2。8×8 的图像变成 4×4。这时什么从未被读取？",
        },
        choices: [
          {
            value: {
              en: "Only padding: its bottom row and right column",
              "zh-CN": "只有填充：最下面一行和最右面一列",
            },
            right: true,
          },
          {
            value: { en: "The image's last row and column", "zh-CN": "图像的最后一行和最后一列" },
            mistake: {
              en: "You forgot that the first window starts on the padding, one row early. The last one covers rows 5, 6 and 7.",
              "zh-CN": "你忘了第一个窗口早一行，从填充开始。最后一个窗口盖住第 5、6、7 行。",
            },
          },
          {
            value: { en: "Nothing", "zh-CN": "没有漏掉什么" },
            mistake: {
              en: "4×4 looks neat, but 8 + 2 − 3 = 7 is no multiple of 2: one padded row is left over.",
              "zh-CN": "4×4 看起来很整齐，但 8 + 2 − 3 = 7 不是 2 的倍数：填充后还剩一行。",
            },
          },
        ],
        after: {
          en: "One row is left over, and there is one row of padding below: no real pixel is lost. But top and bottom are now treated differently.",
          "zh-CN": "剩下一行，而下面正好有一行填充：没有丢失真实的像素。但上下两边不再被同样对待。",
        },
      },
      reveal: "stride=2&step=999",
      hints: [
        {
          en: "With the padding there are 10 rows. Windows start at 0, 2, 4 and 6 of them.",
          "zh-CN": "连填充共 10 行。窗口从其中的第 0、2、4、6 行开始。",
        },
      ],
    },
    {
      kind: "do",
      minutes: 0.5,
      start: `input=${places}&kernel=1&step=999`,
      controls: ["stride", "read-counts"],
      focus: ["input", "output"],
      text: {
        en: "A kernel of a single cell reads every pixel once. Set the stride to 2 and look at the read counts.",
        "zh-CN": "只有一格的核把每个像素读一次。把步幅设为 2，看看读取次数。",
      },
      goals: [
        {
          all: [
            { fact: "stride", is: 2 },
            { fact: "kernelSize", is: 1 },
          ],
        },
      ],
      after: {
        en: "48 of 64 pixels are never read: when the stride is larger than the kernel, the gaps lie *between* the windows.",
        "zh-CN": "64 个像素中有 48 个从未被读取：当步幅大于核时，空隙就在窗口*之间*。",
      },
      hints: [
        {
          en: "One number for both axes: the window steps over every second pixel.",
          "zh-CN": "两个方向都是 2：窗口每次跨过一个像素。",
        },
      ],
    },
    {
      kind: "free",
      minutes: 0.5,
      start: FIRST,
      controls: ["padding-sides", "read-counts"],
      focus: ["input", "output"],
      text: {
        en: "Back to the start: kernel 3×5, stride 3 and 5. Rescue the lost rows with one extra row of padding.",
        "zh-CN": "回到开头：核 3×5，步幅 3 和 5。只加一行填充，把丢掉的行救回来。",
      },
      goals: [
        {
          all: [
            { fact: "outputSize", is: [3, 2] },
            { fact: "unreadInput", is: 0 },
            { fact: "stride", is: [3, 5] },
            { fact: "kernelSize", is: [3, 5] },
          ],
        },
      ],
      after: {
        en: "8 + 1 − 3 = 6 is a multiple of 3: a third window fits, the output is 3×2, and every pixel is read.",
        "zh-CN": "8 + 1 − 3 = 6 是 3 的倍数：放得下第三个窗口，输出是 3×2，每个像素都被读取。",
      },
      hints: [
        {
          en: "Rows 6 and 7 need a row 8 beside them. Which side of the padding makes one?",
          "zh-CN": "第 6、7 行旁边还需要一个第 8 行。填充的哪一边能加出这一行？",
        },
      ],
    },
  ],
  checks: [
    {
      kind: "choice",
      text: {
        en: "10 columns, kernel 3, no padding, stride 2. How many outputs, and which columns are unread?",
        "zh-CN": "10 列，核 3，没有填充，步幅 2。有几个输出？哪些列没有被读取？",
      },
      choices: [
        { value: { en: "4, and the last one is unread", "zh-CN": "4 个，最后一列没有被读取" }, right: true },
        {
          value: { en: "4.5, so this is not allowed", "zh-CN": "4.5 个，所以不允许" },
          mistake: {
            en: "Some courses teach that rule. Frameworks round down and say nothing.",
            "zh-CN": "有的课程这样教。框架则不声不响地向下取整。",
          },
        },
        {
          value: { en: "5, and none is unread", "zh-CN": "5 个，都被读取" },
          mistake: {
            en: "You rounded up. A fifth window would need columns 8, 9 and 10, and there is no column 10.",
            "zh-CN": "你向上取整了。第五个窗口需要第 8、9、10 列，而没有第 10 列。",
          },
        },
        {
          value: { en: "4, and none is unread", "zh-CN": "4 个，都被读取" },
          mistake: {
            en: "The size is right. But the last window covers columns 6, 7 and 8: column 9 is left.",
            "zh-CN": "个数对了。但最后一个窗口盖住第 6、7、8 列：还剩第 9 列。",
          },
        },
      ],
      after: {
        en: "⌊(10 − 3) / 2⌋ + 1 = 4, and (10 − 3) mod 2 = 1 column is left over.",
        "zh-CN": "⌊(10 − 3) / 2⌋ + 1 = 4，而 (10 − 3) mod 2 = 1，剩下 1 列。",
      },
    },
  ],
};
