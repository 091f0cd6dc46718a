import { describe, expect, test } from "vitest";
import { learnKernel } from "../../src/core/learnKernel";
import { setBias, setDilation, setOp, setPadding, setPaddingMode, setStride } from "../../src/model/commands";
import { defaultDocument } from "../../src/model/defaultDocument";
import { defaultTraining } from "../../src/model/defaultTraining";
import type { ConvDocument } from "../../src/model/document";
import { gridOf } from "../../src/model/grid";
import { fillGrid, replaceGrid, setInputSize, setKernelSize } from "../../src/model/gridCommands";
import { errorsOf, problemsOf } from "../../src/model/problems";
import {
  networkOf,
  startParameters,
  type Training,
  targetValues,
  trainingOf,
} from "../../src/model/training";
import { trainingProblem } from "../../src/model/trainingProblem";
import { sayProblem } from "./say";

const bar = replaceGrid("input", Array(6).fill([1, 1, 0, 0, 0, 0, 1, 1]))(defaultDocument);

function learning(change: Partial<Training>, document: ConvDocument = bar): ConvDocument {
  return { ...document, training: { ...defaultTraining, ...change } };
}

const typed = (...rows: number[][]): Partial<Training> => ({
  target: { kind: "values", values: gridOf(rows) },
});

describe("a document without a training", () => {
  test("learns its kernel from zeros, at the fastest rate of its image", () => {
    const edges = replaceGrid("kernel", [[1, -1]])(bar);
    const training = trainingOf(edges);
    expect(training).toMatchObject({
      target: { kind: "kernel", weight: { shape: [1, 1, 1, 2], data: Float64Array.of(1, -1) } },
      kernelSize: [1, 2],
      hidden: 0,
      withBias: false,
      start: "zeros",
      optimizer: "sgd",
      reduction: "sum",
      steps: 10,
    });
    // The Hessian of the edge image has the eigenvalues 12 and 60: 1/36 = 0.02777…
    expect(training.learningRate).toBe(0.0277);
    expect(trainingOf({ ...edges })).toBe(training);
  });

  test("learns what true convolution shows: the kernel turned is what the target is made by", () => {
    const flipped = setOp("conv-flipped")(replaceGrid("kernel", [[1, -1]])(bar));
    const training = trainingOf(flipped);
    expect([...targetValues(flipped, training).data.slice(0, 7)]).toEqual([0, -1, 0, 0, 0, 1, 0]);
  });

  test("cuts a kernel that is too large to learn", () => {
    const large = fillGrid("kernel", { kind: "count" })(
      setKernelSize([9, 8])(setInputSize([12, 12])(defaultDocument)),
    );
    const training = trainingOf(large);
    expect(training.kernelSize).toEqual([7, 7]);
    expect(errorsOf({ ...large, training })).toEqual([]);
  });

  test("has a rate even where its image is empty, or its numbers are as large as can be", () => {
    for (const value of [0, 1e6, 1e-6]) {
      const flat = replaceGrid("input", Array(3).fill([value, value, value]))(defaultDocument);
      const training = trainingOf(flat);
      expect(errorsOf({ ...flat, training })).toEqual([]);
    }
  });

  test("converges at that rate, whatever its image", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const document = fillGrid("input", { kind: "random", seed })(setInputSize([6, 7])(defaultDocument));
      const training = trainingOf(document);
      const target = targetValues(document, training);
      const { start, ...options } = {
        start: { shape: [1, 1, 2, 2], data: new Float64Array(4) },
        input: document.input,
        target,
        learningRate: training.learningRate,
        steps: 3000,
      };
      const losses = [...learnKernel({ ...options, weight: start })].map(({ loss }) => loss);
      expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) * 1e-3);
    }
  });
});

describe("the network", () => {
  test("takes its settings from the layer of Explore, but not its kernel, bias and activation", () => {
    const document = [
      setStride([2, 1]),
      setDilation([1, 2]),
      setPadding([
        [1, 0],
        [2, 2],
      ]),
      setPaddingMode("replicate"),
      setBias([5]),
    ].reduce((made, command) => command(made), bar);
    const [layer, ...more] = networkOf(document, { ...defaultTraining, kernelSize: [3, 2], withBias: true });
    expect(more).toEqual([]);
    expect(layer).toEqual({
      weightShape: [1, 1, 3, 2],
      bias: true,
      stride: [2, 1],
      dilation: [1, 2],
      padding: [
        [1, 0],
        [2, 2],
      ],
      paddingMode: "replicate",
      flipped: false,
      activation: "none",
    });
  });

  test("keeps the size with a same rule for its own kernel", () => {
    const document = learning(
      { target: { kind: "kernel", weight: gridOf(Array(5).fill([0, 0, 1, 0, 0])) }, kernelSize: [5, 5] },
      setPadding({ same: "pytorch" })(bar),
    );
    const [layer] = networkOf(document, trainingOf(document));
    expect(layer?.padding).toEqual([
      [2, 2],
      [2, 2],
    ]);
    expect(targetValues(document, trainingOf(document)).shape).toEqual([1, 1, 6, 8]);
  });

  test("with hidden kernels has a ReLU and a layer that mixes them", () => {
    const training: Training = { ...defaultTraining, hidden: 3, withBias: true };
    expect(
      networkOf(bar, training).map(({ weightShape, activation = "none" }) => [weightShape, activation]),
    ).toEqual([
      [[3, 1, 1, 2], "relu"],
      [[1, 3, 1, 1], "none"],
    ]);
    expect(startParameters(training, networkOf(bar, training))).toHaveLength(3 * 2 + 3 + 3 + 1);
  });

  test("is told apart from its target where it turns its kernel: the target stays that of cross-correlation", () => {
    const flipped = setOp("conv-flipped")(learning({}));
    expect(networkOf(flipped, trainingOf(flipped))[0]?.flipped).toBe(true);
    expect(targetValues(flipped, trainingOf(flipped))).toEqual(targetValues(learning({}), defaultTraining));
  });
});

describe("the start", () => {
  const network = networkOf(bar, { ...defaultTraining, hidden: 4, withBias: true });
  const start = (rule: Training["start"], seed = 7) =>
    startParameters({ ...defaultTraining, start: rule, seed, startValues: [1, 2] }, network);

  test("of rand lies in [0, 1), of uniform in ±1/√(inputs of an output), both ends nearly reached", () => {
    const many = Array.from(
      { length: 200 },
      (_, seed) => [start("rand", seed), start("uniform", seed)] as const,
    );
    const rand = many.flatMap(([numbers]) => [...numbers]);
    expect(Math.min(...rand)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...rand)).toBeLessThan(1);
    // 4 kernels of 1×2 and their biases: 1/√2; then 4 inputs: 1/√4.
    for (const [from, to, bound] of [
      [0, 12, Math.SQRT1_2],
      [12, 17, 0.5],
    ] as const) {
      const part = many.flatMap(([, numbers]) => [...numbers.slice(from, to)]);
      expect(Math.max(...part)).toBeLessThanOrEqual(bound);
      expect(Math.max(...part)).toBeGreaterThan(bound * 0.97);
      expect(Math.min(...part)).toBeGreaterThanOrEqual(-bound);
      expect(Math.min(...part)).toBeLessThan(-bound * 0.97);
    }
  });

  test("is the same for the same seed, and another for another", () => {
    expect(start("rand", 1)).toEqual(start("rand", 1));
    expect(start("rand", 1)).not.toEqual(start("rand", 2));
  });

  test("can be given", () => {
    expect([...start("given")]).toEqual([1, 2]);
    expect([...start("zeros")]).toEqual(Array(17).fill(0));
  });
});

describe("what a training may not be", () => {
  const cells = (size: number) => ({ shape: [1, 1, 1, size], data: new Float64Array(size) });
  test.each<[string, Partial<Training>, string]>([
    ["rate 0", { learningRate: 0 }, "The learning rate must be above 0"],
    ["rate −0.1", { learningRate: -0.1 }, "The learning rate must be above 0"],
    ["a rate that is no number", { learningRate: Number.NaN }, "The learning rate must be above 0"],
    ["a huge rate", { learningRate: 1e9 }, "The learning rate can be at most 1000"],
    ["no update", { steps: 0 }, "Updates must be a whole number from 1 to 10000, got 0"],
    ["a million updates", { steps: 1e6 }, "Updates must be a whole number from 1 to 10000, got 1000000"],
    ["half an update", { steps: 2.5 }, "Updates must be a whole number from 1 to 10000, got 2.5"],
    ["kernel 8", { kernelSize: [8, 1] }, "A kernel that learns has 1–7 cells along each side, not 8"],
    ["momentum 1", { momentum: 1 }, "Momentum 1 is outside 0–0.999"],
    ["momentum NaN", { momentum: Number.NaN }, "Momentum NaN is outside 0–0.999"],
    ["5 hidden kernels", { hidden: 5 }, "Hidden kernels must be a whole number from 0 to 4, got 5"],
    ["seed −1", { seed: -1 }, "The seed must be a whole number from 0 to 999999, got -1"],
    [
      "5 channels",
      { target: { kind: "values", values: { shape: [1, 5, 1, 1], data: new Float64Array(5) } } },
      "A target has 1–4 channels",
    ],
    [
      "no channel",
      { target: { kind: "values", values: { shape: [1, 0, 1, 1], data: new Float64Array(0) } } },
      "A target has 1–4 channels",
    ],
    [
      "a start that is too short",
      { start: "given", startValues: [1] },
      "The start has 1 number, the network has 2 parameters",
    ],
    [
      "a start that is no number",
      { start: "given", startValues: [1, Number.NaN] },
      "Entries must lie between -1000000 and 1000000",
    ],
    [
      "a target cell over a million",
      { target: { kind: "kernel", weight: { ...cells(2), data: Float64Array.of(0, 2e6) } } },
      "Entries must lie between -1000000 and 1000000",
    ],
  ])("%s", (_, change, message) => {
    const [problem, ...more] = problemsOf(learning(change));
    if (!problem) throw new Error("no problem");
    expect(more).toEqual([]);
    expect(problem.severity).toBe("error");
    expect(sayProblem(problem)).toBe(message);
    expect(sayProblem(problem, "zh-CN")).not.toBe("");
  });

  test.each<[string, Partial<Training>]>([
    ["the default", {}],
    ["a tiny rate", { learningRate: 1e-300 }],
    [
      "the most of everything",
      { steps: 10_000, hidden: 4, seed: 999_999, momentum: 0.999, learningRate: 1000 },
    ],
    ["a target of another shape", typed([1, 2, 3])],
  ])("but it may be %s", (_, change) => expect(errorsOf(learning(change))).toEqual([]));
});

describe("why a training cannot run", () => {
  const small = replaceGrid("input", [
    [1, 2],
    [3, 4],
  ])(replaceGrid("kernel", [[1]])(defaultDocument));
  const kernel = (rows: number, columns: number): Partial<Training> => ({
    target: { kind: "kernel", weight: gridOf(Array.from({ length: rows }, () => Array(columns).fill(1))) },
    kernelSize: [rows, columns],
  });

  test.each<[string, ConvDocument, string]>([
    [
      "a target of another shape",
      learning(typed([1, 2, 3])),
      "The target is 1×3, the prediction 6×7. Fit the target to 6×7",
    ],
    [
      "a kernel larger than the input",
      learning(kernel(3, 1), small),
      "The kernel that learns spans 3×1 cells, the padded input has 2×2. Use a kernel of at most 2×2",
    ],
    [
      "a dilated one",
      learning(kernel(3, 2), setDilation([2, 3])(setInputSize([4, 7])(small))),
      "The kernel that learns spans 5×4 cells, the padded input has 4×7. Use a kernel of at most 2×3",
    ],
    [
      "a same rule that pads too much",
      learning(kernel(7, 7), setPadding({ same: "pytorch" })(setDilation([8, 8])(small))),
      "Keeping the size would need padding 24, at most 16 can be shown. Use a smaller kernel or dilation",
    ],
  ])("%s", (_, document, message) => {
    expect(errorsOf(document)).toEqual([]);
    const problem = trainingProblem(document);
    expect(problem && sayProblem(problem)).toBe(message);
    expect(problem && sayProblem(problem, "zh-CN")).not.toBe("");
  });

  test("nothing keeps the others", () => {
    expect(trainingProblem(bar)).toBeNull();
    expect(trainingProblem(learning(typed(...Array(6).fill([0, 1, 0, 0, 0, -1, 0]))))).toBeNull();
    expect(trainingProblem(learning(kernel(2, 2), small))).toBeNull();
  });
});
