import { describe, expect, test } from "vitest";
import { readAddress } from "../../src/model/address";
import type { Condition } from "../../src/model/lesson";
import { factNames, factOf, holds } from "../../src/trace/lessonFacts";
import type { LessonMoment } from "../../src/trace/lessonMoment";
import { filled } from "./documents";

const COUNTED = "input=0,1,2;3,4,5;6,7,8&kernel=0,1;2,3";
const EDGES = `input=${grid(6, 8, (_, column) => (column > 1 && column < 6 ? 0 : 1))}&target-kernel=1,-1`;

function grid(rows: number, columns: number, valueAt: (row: number, column: number) => number): string {
  return filled(rows, columns, valueAt)
    .map((row) => row.join(","))
    .join(";");
}

function moment(address: string): LessonMoment {
  const { state, notices } = readAddress(address);
  expect(notices).toEqual([]);
  return { ...state, readCounts: false };
}

/** A fact of what an address opens, `before` the same or another. */
function fact(name: string, address: string, before = address) {
  return factOf(name, moment(address), moment(before));
}

describe("what a lesson can ask about the figure", () => {
  const VOLUME = "dims=3&input=1,2;3,4|5,6;7,8&kernel=-1|1";
  test.each([
    ["view", COUNTED, "explore"],
    [
      "input",
      COUNTED,
      [
        [0, 1, 2],
        [3, 4, 5],
        [6, 7, 8],
      ],
    ],
    [
      "kernel",
      COUNTED,
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ["input", "dims=1&input=3,6,0&kernel=1,1", [3, 6, 0]],
    [
      "input",
      "dims=1&input=3,6,0;1,2,3&kernel=1;1",
      [
        [3, 6, 0],
        [1, 2, 3],
      ],
    ],
    [
      "input",
      VOLUME,
      [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
      ],
    ],
    ["kernel", VOLUME, [[[-1]], [[1]]]],
    [
      "kernel",
      "input=1|2&kernel=3|4/5|6",
      [
        [[[3]], [[4]]],
        [[[5]], [[6]]],
      ],
    ],
    ["stride", `${COUNTED}&stride=3,2`, [3, 2]],
    [
      "padding",
      `${COUNTED}&padding=1:0,2`,
      [
        [1, 0],
        [2, 2],
      ],
    ],
    [
      "padding",
      `${COUNTED}&padding=same`,
      [
        [0, 1],
        [0, 1],
      ],
    ],
    ["paddingRule", `${COUNTED}&padding=same`, "pytorch"],
    ["outputSize", `${COUNTED}&padding=1&stride=3,2`, [2, 2]],
    ["weightShape", "padding=1&kernel-size=5&in-channels=3&out-channels=16", [16, 3, 5, 5]],
    ["weights", "padding=1&kernel-size=5&in-channels=3&out-channels=16", 1200],
    ["parameters", `${COUNTED}&bias=1`, 5],
    ["multiplyAdds", COUNTED, 16],
    ["denseParameters", COUNTED, 36],
    ["step", `${COUNTED}&step=2.7`, 2],
    ["below", `${COUNTED}&show=im2col`, "im2col"],
  ] as const)("%s of %s", (name, address, value) => {
    expect(fact(name, address)).toEqual(value);
  });

  test("changes are counted from where the step began", () => {
    expect(fact("changedKernelCells", COUNTED.replace("0,1;2,3", "5,1;2,4"), COUNTED)).toBe(2);
    expect(fact("changedInputCells", COUNTED, COUNTED)).toBe(0);
    expect(fact("changedKernelCells", "input=1,2,3&kernel=1", COUNTED)).toBeUndefined();
  });
});

describe("what a lesson can ask about the output", () => {
  test.each([
    [
      "output",
      COUNTED,
      [
        [19, 25],
        [37, 43],
      ],
    ],
    [
      "output",
      `${COUNTED}&bias=-30&activation=relu`,
      [
        [0, 0],
        [7, 13],
      ],
    ],
    ["outputChannel1", "input=10|20|30&kernel=1|1|1/1|0|-1", [[-20]]],
    ["outputChannel2", "input=10|20|30&kernel=1|1|1/1|0|-1", undefined],
    ["nonZeroOutputs", `${COUNTED}&bias=-37&activation=relu`, 1],
    ["largestOutput", COUNTED, 43],
    ["smallestOutput", COUNTED, 19],
    ["inputCentre", "dims=1&input=0,0,1,0,0&kernel=1,1&padding=1:0", [2]],
    ["outputCentre", "dims=1&input=0,0,1,0,0&kernel=1,1&padding=1:0", [2.5]],
    ["outputCentre", "dims=1&input=0,0,0&kernel=1", undefined],
    ["flipDifference", "input=0,1,2;3,4,5;6,7,8&kernel=1,2;2,1", "none"],
    ["flipDifference", "input=0,1,2;3,4,5;6,7,8&kernel=1,0,-1;2,0,-2;1,0,-1", "sign"],
    ["flipDifference", COUNTED, "other"],
  ] as const)("%s of %s", (name, address, value) => {
    expect(fact(name, address)).toEqual(value);
  });

  test("of four outputs a change of the first weight leaves the one over 0", () => {
    const changed = COUNTED.replace("0,1;2,3", "1,1;2,3");
    expect(fact("sameOutputs", changed, COUNTED)).toBe(1);
    expect(fact("changedOutputs", changed, COUNTED)).toBe(3);
  });

  test("a loss that counts one output blames the window with the kernel", () => {
    const one = `${COUNTED}&gradient=1,0;0,0`;
    expect(fact("gradient", one)).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect(fact("inputGradient", one)).toEqual([
      [0, 1, 0],
      [2, 3, 0],
      [0, 0, 0],
    ]);
    expect(fact("weightGradient", COUNTED)).toEqual([
      [8, 12],
      [20, 24],
    ]);
    expect(fact("biasGradient", COUNTED)).toEqual([4]);
  });

  test("the output moves along but at a stride, and where padding meets the object", () => {
    const spike = "dims=1&input=0,0,3,1,0,0,0&kernel=1,-1";
    const atTheEdge = "dims=1&input=0,0,0,0,0,3,1&kernel=1,-1";
    expect(fact("movesAlong", spike)).toBe(true);
    expect(fact("movesAlong", `${spike}&padding=1`)).toBe(true);
    expect(fact("movesAlong", `${spike}&stride=2`)).toBe(false);
    expect(fact("movesAlong", atTheEdge)).toBe(true);
    expect(fact("movesAlong", `${atTheEdge}&padding=1`)).toBe(false);
  });
});

describe("what a lesson can ask about what is read", () => {
  const ROWS = `input=${grid(8, 8, (row, column) => row + column)}&kernel-size=3,5&padding=0,1&stride=3,5`;
  test.each([
    [
      "reads",
      "dims=1&input=1,2,3,4,5,6,7,8,9&kernel=1,0,-1&dilation=2&stride=2",
      [1, 0, 2, 0, 3, 0, 2, 0, 1],
    ],
    ["unreadCells", "dims=1&input=1,2,3,4,5,6,7,8,9&kernel=1,0,-1&dilation=2&stride=2", [1, 3, 5, 7]],
    ["unreadInput", ROWS, 16],
    ["unreadPadding", ROWS, 4],
    ["unreadPadding", `input=${grid(8, 8, () => 0)}&kernel-size=3&padding=1&stride=2`, 19],
    ["paddedOutputs", `input=${grid(8, 8, () => 0)}&kernel-size=3&padding=1`, 28],
    ["paddedOutputs", COUNTED, 0],
    [
      "patchRank",
      `input=${grid(6, 8, (_, column) => (column > 1 && column < 6 ? 0 : 1))}&kernel=1,-1;0,0`,
      2,
    ],
    ["patchRank", COUNTED, 2],
    ["patchRank", "input=0,1,2;3,9,5;6,7,8&kernel=0,1;2,3", 4],
  ] as const)("%s of %s", (name, address, value) => {
    expect(fact(name, address)).toEqual(value);
  });
});

describe("what a lesson can ask about a stack", () => {
  const SERIES = "view=stack&dims=1&input=4,1,5,2,6&layers=";
  test.each([
    ["receptiveField", "view=stack&layers=k3s2,k3s2,k3s2", [15, 15]],
    ["receptiveField", "view=stack&layers=k3,k3s2", [5, 5]],
    ["layerCount", "view=stack&layers=k3,k3s2", 2],
    [
      "layerStrides",
      "view=stack&layers=k3,k3s2",
      [
        [1, 1],
        [2, 2],
      ],
    ],
    ["layerActivations", `${SERIES}k2r,k2`, ["relu", "none"]],
    ["stackWeights", "view=stack&layers=k3,k3,k3", 27],
    ["stackOutput", `${SERIES}k2,k2&kernels=1,1_1,-1`, [-1, -1, -1]],
    ["collapsed", `${SERIES}k2,k2&kernels=1,1_1,-1`, [1, 0, -1]],
    ["stackOutput", `${SERIES}k2r,k2&kernels=1,-1_1,1`, [3, 3, 3]],
    ["collapsed", `${SERIES}k2r,k2&kernels=1,-1_1,1`, undefined],
    ["stackCentre", "view=stack&dims=1&input=0,0,0,0,0,1,0,0,0,0,0&layers=k2p0:1,k2p0:1,k2p0:1,k2p0:1", [3]],
    ["seenCells", "view=stack&layers=k3,k3&layer=1&cell=2,2", 9],
  ] as const)("%s of %s", (name, address, value) => {
    expect(fact(name, address)).toEqual(value);
  });
});

describe("what a lesson can ask about a training", () => {
  test.each([
    ["startWeights", EDGES, [0, 0]],
    ["loss", EDGES, 12],
    ["targetShape", EDGES, [1, 1, 6, 7]],
    ["updates", EDGES, 10],
    ["learnSize", EDGES, [1, 2]],
    ["update", `view=learn&${EDGES}&update=4`, 4],
  ] as const)("%s of %s", (name, address, value) => {
    expect(fact(name, address)).toEqual(value);
  });

  test("one update of 0.03 leads along the gradient (−12, 12), and ten to where the notes end", () => {
    const close = (name: string, address: string, is: Condition["is"]) =>
      holds({ fact: name, ...(is !== undefined && { is }) }, moment(address), moment(address));
    expect(close("learnedWeights", `view=learn&${EDGES}&update=1`, [0.36, -0.36])).toBe(true);
    expect(fact("lastLoss", EDGES)).toBeCloseTo(12 * 0.64 ** 20, 9);
    expect(fact("lastWeights", EDGES)).toEqual([
      expect.closeTo(1 - 0.64 ** 10, 9),
      expect.closeTo(0.64 ** 10 - 1, 9),
    ]);
  });
});

describe("a condition", () => {
  const now = moment(`${COUNTED}&stride=2,1`);
  const check = (condition: Condition) => holds(condition, now, now);

  test("holds a single value against every entry of a list", () => {
    expect(check({ fact: "dilation", is: 1 })).toBe(true);
    expect(check({ fact: "stride", is: 2 })).toBe(false);
    expect(check({ fact: "padding", is: [0, [0, 0]] })).toBe(true);
    expect(check({ fact: "stride", atLeast: 1, atMost: 2 })).toBe(true);
    expect(check({ fact: "stride", atLeast: 2 })).toBe(false);
  });

  test("takes all that it says together", () => {
    expect(check({ fact: "op", is: "conv" })).toBe(true);
    expect(check({ fact: "op", not: "conv" })).toBe(false);
    expect(check({ fact: "largestOutput", atLeast: 20, not: 25 })).toBe(false);
  });

  test("lets rounding pass, and nothing more", () => {
    expect(check({ fact: "largestOutput", is: 25 + 1e-10 })).toBe(true);
    expect(check({ fact: "largestOutput", is: 25.000001 })).toBe(false);
  });

  test("never holds of what there is not", () => {
    expect(check({ fact: "nothing", not: 1 })).toBe(false);
    expect(check({ fact: "outputChannel3", not: 1 })).toBe(false);
    expect(check({ fact: "op", atLeast: 0 })).toBe(false);
  });
});

test("every name has a fact, and none is said twice", () => {
  const now = moment(`${EDGES}&kernel=1,1`);
  expect(new Set(factNames).size).toBe(factNames.length);
  const absent = factNames.filter((name) => factOf(name, now, now) === undefined);
  // One output channel, and a single layer that nothing follows.
  expect(absent).toEqual([...Array.from({ length: 15 }, (_, at) => `outputChannel${at + 1}`), "collapsed"]);
});
