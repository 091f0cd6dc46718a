import type { Lesson } from "../../model/lesson";

const COUNTED = "input=0,1,2;3,4,5;6,7,8";
const IRREGULAR = "input=3,1,4,1,5;9,2,6,5,3;5,8,9,7,9;3,2,3,8,4;6,2,6,4,3";

export const oneFlipApart: Lesson = {
  name: "one-flip-apart",
  title: { en: "One flip apart", "zh-CN": "只差一次翻转" },
  goal: {
    en: "Tell cross-correlation from convolution, and know why deep learning does not care.",
    "zh-CN": "能分清互相关与卷积，并知道深度学习为什么不在乎两者的区别。",
  },
  misconception: {
    en: "If frameworks leave out the flip, the network must lose something, or the picture comes out flipped.",
    "zh-CN": "框架省去了翻转，网络就一定丢了什么，或者图像被翻转了。",
  },
  start: "input=0,0,0;0,1,0;0,0,0&kernel=0,1;2,3&step=3",
  steps: [
    {
      kind: "predict",
      controls: [],
      focus: ["input", "kernel"],
      minutes: 2,
      question: {
        kind: "choice",
        text: {
          en: "One bright pixel in the middle, everything else is 0. The [[kernel]] slides over it as before. Which picture appears?",
          "zh-CN": "中间一个亮像素，其余都是 0。[[kernel|卷积核]]照旧在上面滑动。会出现哪张图？",
        },
        choices: [
          {
            value: [
              [0, 1],
              [2, 3],
            ],
            mistake: {
              en: "That is the kernel as it stands. But the first window has the bright pixel in its bottom-right corner, under the weight 3.",
              "zh-CN": "这是卷积核原来的样子。但第一个窗口里，亮像素在右下角，压着它的权重是 3。",
            },
          },
          {
            value: [
              [3, 2],
              [1, 0],
            ],
            right: true,
          },
          {
            value: [
              [2, 3],
              [0, 1],
            ],
            mistake: {
              en: "You flipped it upside down only. Left and right change places too.",
              "zh-CN": "你只上下翻转了。左右也要交换。",
            },
          },
          {
            value: [
              [1, 0],
              [3, 2],
            ],
            mistake: {
              en: "You flipped it left to right only. Top and bottom change places too.",
              "zh-CN": "你只左右翻转了。上下也要交换。",
            },
          },
        ],
        after: {
          en: "The kernel appears turned by 180°. The first window meets the pixel with its *last* weight, the last window with its first.",
          "zh-CN":
            "出现的是旋转了 180° 的卷积核。第一个窗口用*最后*一个权重碰到亮像素，最后一个窗口用第一个权重。",
        },
      },
      hints: [
        {
          en: "In the first window, which corner holds the bright pixel? Which weight lies there?",
          "zh-CN": "在第一个窗口里，亮像素在哪个角？那里是哪个权重？",
        },
      ],
      notes: {
        en: "Let everybody draw the 2×2 picture first. Most draw the kernel as it stands: that is the point.",
        "zh-CN": "先请每个人画出这张 2×2 的图。多数人会画成卷积核原样：这正是要点。",
      },
    },
    {
      kind: "do",
      controls: ["op"],
      focus: ["formula", "output"],
      minutes: 1,
      text: {
        en: "What you have seen is [[cross-correlation]]: it reads X[i + a, j + b]. Change the operation to true [[convolution]]. In its formula both plus signs are minus signs.",
        "zh-CN":
          "你看到的是[[cross-correlation|互相关]]：它读取 X[i + a, j + b]。把运算改成真正的[[convolution|卷积]]。它的公式里，两个加号都变成减号。",
      },
      goals: [
        {
          all: [
            { fact: "op", is: "conv-flipped" },
            {
              fact: "output",
              is: [
                [0, 1],
                [2, 3],
              ],
            },
          ],
        },
      ],
      after: {
        en: "Now 0, 1 above 2, 3: true convolution stamps the kernel the right way up. One sign is the whole difference.",
        "zh-CN": "现在是上面 0、1，下面 2、3：真正的卷积把卷积核正着印出来。全部区别就是一个符号。",
      },
      hints: [
        {
          en: "Open the list of operations and choose the convolution that flips the kernel.",
          "zh-CN": "打开运算列表，选择会翻转卷积核的那个卷积。",
        },
      ],
      notes: {
        en: "In signal processing convolution means this one. Frameworks say convolution and compute cross-correlation.",
        "zh-CN": "在信号处理里，卷积指的是这个。框架里叫卷积，算的却是互相关。",
      },
    },
    {
      kind: "do",
      controls: ["op"],
      actions: [{ text: { en: "Load 0 to 8", "zh-CN": "载入 0 到 8" }, set: COUNTED }],
      focus: ["output"],
      minutes: 1,
      text: {
        en: "Load the numbers 0 to 8 and stay with true convolution. Cross-correlation gave 19, 25 above 37, 43. What comes now?",
        "zh-CN": "载入 0 到 8，运算仍用真正的卷积。互相关给出的是上面 19、25，下面 37、43。现在呢？",
      },
      goals: [
        {
          all: [
            { fact: "op", is: "conv-flipped" },
            {
              fact: "output",
              is: [
                [5, 11],
                [23, 29],
              ],
            },
          ],
        },
      ],
      after: {
        en: "5, 11 above 23, 29. Other numbers: the same weights meet other pixels.",
        "zh-CN": "上面 5、11，下面 23、29。数不同了：同样的权重碰到了别的像素。",
      },
      hints: [
        {
          en: "Press *Load 0 to 8*. The operation stays as it is.",
          "zh-CN": "按“载入 0 到 8”。运算不要改。",
        },
      ],
    },
    {
      kind: "do",
      controls: ["op"],
      actions: [
        { text: { en: "Turn kernel by 180°", "zh-CN": "卷积核旋转 180°" }, command: "rotate-kernel" },
      ],
      focus: ["kernel", "output"],
      minutes: 1,
      text: {
        en: "Still with true convolution, turn the kernel by 180°.",
        "zh-CN": "仍然用真正的卷积，把卷积核旋转 180°。",
      },
      goals: [
        {
          all: [
            { fact: "op", is: "conv-flipped" },
            {
              fact: "kernel",
              is: [
                [3, 2],
                [1, 0],
              ],
            },
            {
              fact: "output",
              is: [
                [19, 25],
                [37, 43],
              ],
            },
          ],
        },
      ],
      after: {
        en: "19, 25, 37, 43 again. A network that learns its kernel would simply end up with the turned one, and nothing is lost.",
        "zh-CN": "又是 19、25、37、43。会学习的网络只会学到旋转过的卷积核，什么也没有丢。",
      },
      hints: [
        {
          en: "The button turns it. Typing 3, 2 above 1, 0 does the same.",
          "zh-CN": "按按钮就能旋转。直接填上面 3、2，下面 1、0 也一样。",
        },
      ],
      notes: {
        en: "Two flips cancel. That is why deep learning does not care which of the two is computed.",
        "zh-CN": "两次翻转互相抵消。所以深度学习不在乎算的是哪一个。",
      },
    },
    {
      kind: "free",
      start: `${IRREGULAR}&kernel=0,1;2,3&step=99`,
      controls: ["op", "kernel-size"],
      actions: [
        { text: { en: "Turn kernel by 180°", "zh-CN": "卷积核旋转 180°" }, command: "rotate-kernel" },
      ],
      focus: ["kernel"],
      minutes: 1,
      text: {
        en: "Find a kernel for which it makes *no difference* which of the two operations is chosen. Then find one for which only the *sign* of every output changes.",
        "zh-CN": "找一个卷积核，选哪种运算都*没有区别*。再找一个，换运算时每个输出只改变*符号*。",
      },
      goals: [
        {
          text: { en: "No difference, and not all outputs are 0", "zh-CN": "没有区别，且输出不全是 0" },
          all: [
            { fact: "flipDifference", is: "none" },
            { fact: "nonZeroOutputs", atLeast: 1 },
          ],
        },
        {
          text: { en: "Only the sign changes", "zh-CN": "只改变符号" },
          all: [
            { fact: "flipDifference", is: "sign" },
            { fact: "nonZeroOutputs", atLeast: 1 },
          ],
        },
      ],
      after: {
        en: "A kernel that looks the same when turned by 180°, such as 1, 2 above 2, 1, makes no difference. One that becomes its own negative, such as 1, 2 above −2, −1, changes only the sign.",
        "zh-CN":
          "旋转 180° 后不变的卷积核没有区别，例如上面 1、2，下面 2、1。旋转后变成自己相反数的，只改变符号，例如上面 1、2，下面 −2、−1。",
      },
      hints: [
        {
          en: "What must a kernel look like so that turning it by 180° changes nothing?",
          "zh-CN": "卷积核要是什么样子，旋转 180° 才没有变化？",
        },
        {
          en: "For the sign: opposite corners hold the same number, one with a minus.",
          "zh-CN": "改变符号的情况：对角上的两个数相同，但一正一负。",
        },
      ],
      notes: {
        en: "Blur kernels are of the first kind, Sobel kernels of the second.",
        "zh-CN": "模糊核属于第一种，Sobel 核属于第二种。",
      },
    },
  ],
  checks: [
    {
      kind: "choice",
      text: {
        en: "Training with cross-correlation finds the kernel 0, 1 above 2, 3. Trained in the same way with true convolution, what does it find?",
        "zh-CN": "用互相关训练，得到的卷积核是上面 0、1，下面 2、3。同样的训练换成真正的卷积，会得到什么？",
      },
      choices: [
        {
          value: [
            [3, 2],
            [1, 0],
          ],
          right: true,
        },
        {
          value: [
            [0, 1],
            [2, 3],
          ],
          mistake: {
            en: "With the same kernel the two operations give different outputs. To give the same ones, the kernel must turn.",
            "zh-CN": "同一个卷积核，两种运算的输出不同。要得到同样的输出，卷积核必须旋转。",
          },
        },
        {
          value: [
            [0, 2],
            [1, 3],
          ],
          mistake: {
            en: "That is the transpose: rows and columns change places. The flip turns by 180°.",
            "zh-CN": "这是转置：行列互换。翻转是旋转 180°。",
          },
        },
        {
          value: [
            [1, 0],
            [3, 2],
          ],
          mistake: {
            en: "You flipped left to right only. Top and bottom change places too.",
            "zh-CN": "你只左右翻转了。上下也要交换。",
          },
        },
      ],
      after: {
        en: "The turned kernel, which then does exactly the same work.",
        "zh-CN": "旋转过的卷积核，它做的事完全一样。",
      },
    },
  ],
  review: [
    {
      kind: "choice",
      text: {
        en: "Training with cross-correlation finds the kernel 4, 0 above 1, 2. Trained in the same way with true convolution, what does it find?",
        "zh-CN": "用互相关训练，得到的卷积核是上面 4、0，下面 1、2。同样的训练换成真正的卷积，会得到什么？",
      },
      choices: [
        {
          value: [
            [4, 0],
            [1, 2],
          ],
          mistake: {
            en: "With the same kernel the two operations give different outputs. To give the same ones, the kernel must turn.",
            "zh-CN": "同一个卷积核，两种运算的输出不同。要得到同样的输出，卷积核必须旋转。",
          },
        },
        {
          value: [
            [4, 1],
            [0, 2],
          ],
          mistake: {
            en: "That is the transpose: rows and columns change places. The flip turns by 180°.",
            "zh-CN": "这是转置：行列互换。翻转是旋转 180°。",
          },
        },
        {
          value: [
            [2, 1],
            [0, 4],
          ],
          right: true,
        },
        {
          value: [
            [0, 4],
            [2, 1],
          ],
          mistake: {
            en: "You flipped left to right only. Top and bottom change places too.",
            "zh-CN": "你只左右翻转了。上下也要交换。",
          },
        },
      ],
      after: {
        en: "The kernel turned by 180°: 2, 1 above 0, 4.",
        "zh-CN": "旋转 180° 的卷积核：上面 2、1，下面 0、4。",
      },
    },
  ],
};
