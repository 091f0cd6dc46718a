import { describe, expect, it } from "vitest";
import { type LearnOptions, learnKernel } from "../../src/core/learnKernel";
import { type LayerParameters, layerParameters } from "../../src/core/network";
import { type Tensor, tensorFrom, zeroTensor } from "../../src/core/tensor";
import { difference } from "./goldenCases";
import { type GoldenTraining, goldenTrainings, trainOptions } from "./goldenTrainings";

/** What learnKernel has: one layer, cross-correlation, plain descent. */
const isOneLayer = ({ network, optimizer }: GoldenTraining) =>
  network.length === 1 && !network[0]?.flipped && optimizer.kind === "sgd";

const flat = ({ weight, bias }: { readonly weight: Tensor; readonly bias: Tensor | null }) => [
  ...weight.data,
  ...(bias ? bias.data : []),
];

const edgeImage = tensorFrom([1, 1, 6, 8], new Array(6).fill([1, 1, 0, 0, 0, 0, 1, 1]).flat());
const edges = tensorFrom([1, 1, 6, 7], new Array(6).fill([0, 1, 0, 0, 0, -1, 0]).flat());
const start: LearnOptions = {
  input: edgeImage,
  target: edges,
  weight: zeroTensor([1, 1, 1, 2]),
  learningRate: 0.03,
  steps: 10,
};

describe("learnKernel", () => {
  it.each(goldenTrainings.filter(isOneLayer))("follows PyTorch's training: $name", (example) => {
    const { learningRate, reduction, steps } = example;
    const { network, input, target, parameters } = trainOptions(example);
    const [{ weight, bias }] = layerParameters(network, parameters) as [LayerParameters];
    const found = [
      ...learnKernel({ ...network[0], input, target, weight, bias, learningRate, reduction, steps }),
    ];
    expect(found.map(({ step }) => step)).toEqual(example.trace.map(({ step }) => step));
    for (const [i, expected] of example.trace.entries()) {
      const { loss, gradient, ...after } = found[i] as (typeof found)[number];
      expect(difference([loss], [expected.loss])).toBeLessThan(1e-10);
      expect(difference(flat(gradient), expected.gradient)).toBeLessThan(1e-10);
      expect(difference(flat(after), expected.parameters)).toBeLessThan(1e-10);
    }
  });

  it("prints what the notes print", () => {
    const losses = [...learnKernel({ ...start, steps: 11 })].map(({ loss }) => Number(loss.toFixed(4)));
    expect(losses.filter((_, i) => i % 2 === 1)).toEqual([4.9152, 0.8246, 0.1384, 0.0232, 0.0039]);
    expect([losses[0], losses[1]]).toEqual([12, 4.9152]);
  });

  it("gives loss and gradient before the update, the weight after it", () => {
    const first = learnKernel(start).next().value;
    expect(first?.loss).toBe(12);
    expect([...(first?.gradient.weight.data ?? [])]).toEqual([-12, 12]);
    expect([...(first?.weight.data ?? [])].map((value) => Number(value.toFixed(12)))).toEqual([0.36, -0.36]);
  });

  it("leaves the starting weight and earlier steps alone", () => {
    const weight = zeroTensor([1, 1, 1, 2]);
    const [first, second] = [...learnKernel({ ...start, weight, steps: 2 })];
    expect([...weight.data]).toEqual([0, 0]);
    expect(first?.weight.data[0]).not.toBe(second?.weight.data[0]);
  });

  it("computes nothing before it is asked for", () => {
    // All of these steps would take hours.
    const steps = learnKernel({ ...start, steps: 1e12 });
    expect(steps.next().value?.step).toBe(1);
  });

  it("starts from repeatable random weights within the range of PyTorch's layers", () => {
    const { weight: _, ...unweighted } = start;
    const startOf = (seed: number) => {
      const still = { ...unweighted, kernelSize: [1, 2], seed, learningRate: 0, steps: 1 };
      return [...(learnKernel(still).next().value?.weight.data ?? [])];
    };
    expect(startOf(7)).toEqual(startOf(7));
    expect(startOf(7)).not.toEqual(startOf(8));
    for (let seed = 0; seed < 100; seed++) {
      for (const weight of startOf(seed)) expect(Math.abs(weight)).toBeLessThanOrEqual(1 / Math.sqrt(2));
    }
  });

  it.each<[string, Partial<LearnOptions>, string]>([
    ["learning rate", { learningRate: Number.NaN }, "learningRate must be a finite number, got NaN"],
    ["steps", { steps: 1.5 }, "steps must be a whole number of at least 0, got 1.5"],
    ["target", { target: zeroTensor([1, 1, 6, 8]) }, "target must have shape [1, 1, 6, 7], got [1, 1, 6, 8]"],
    ["bias", { bias: zeroTensor([2]) }, "bias must have shape [1], got [2]"],
  ])("refuses a wrong %s before the first step", (_, change, message) => {
    expect(() => learnKernel({ ...start, ...change })).toThrow(new RangeError(message));
  });
});
