import { describe, expect, it } from "vitest";
import { type TrainOptions, train } from "../../src/core/train";
import { difference } from "./goldenCases";
import { goldenTrainings, trainOptions } from "./goldenTrainings";
import { blackColumn, blankPage, notes, twoByTwo } from "./trainings";

const start: TrainOptions = {
  ...notes,
  parameters: new Float64Array(2),
  optimizer: { kind: "sgd" },
  learningRate: 0.03,
  steps: 10,
};
const last = (options: TrainOptions) => [...train(options)].at(-1);
const rounded = (values: Iterable<number> | undefined, digits = 4) =>
  Array.from(values ?? [], (value) => Number(value.toFixed(digits)) + 0);

describe("train", () => {
  it.each(goldenTrainings)("follows PyTorch: $name", (example) => {
    const steps = [...train(trainOptions(example))];
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: example.steps }, (_, i) => i + 1));
    for (const expected of example.trace) {
      const { loss, gradient, parameters } = steps[expected.step - 1] as (typeof steps)[number];
      expect(difference([loss], [expected.loss])).toBeLessThan(1e-9);
      expect(difference(gradient, expected.gradient)).toBeLessThan(1e-9);
      expect(difference(parameters, expected.parameters)).toBeLessThan(1e-9);
    }
  });

  it("is compared with PyTorch for every optimiser, with and without bias, one and two layers, sum and mean", () => {
    const kinds = new Set(
      goldenTrainings.map(({ network, optimizer, reduction }) =>
        [optimizer.kind, network.length, network[0]?.bias, reduction].join(),
      ),
    );
    for (const kind of ["sgd", "momentum", "adam"])
      for (const layers of [1, 2])
        for (const bias of [true, false])
          for (const reduction of ["sum", "mean"])
            expect(kinds).toContain([kind, layers, bias, reduction].join());
  });

  it("prints what the notes print", () => {
    const losses = [...train({ ...start, steps: 10 })].map(({ loss }) => loss);
    expect(rounded(losses.filter((_, i) => i % 2 === 1))).toEqual([4.9152, 0.8246, 0.1384, 0.0232, 0.0039]);
    expect(rounded(last(start)?.parameters)).toEqual([0.9885, -0.9885]);
  });

  it("gives loss and gradient before the update, the parameters after it", () => {
    const [first] = train(start);
    expect(first?.loss).toBe(12);
    expect([...(first?.gradient ?? [])]).toEqual([-12, 12]);
    expect(rounded(first?.parameters)).toEqual([0.36, -0.36]);
  });

  it("zigzags across the valley from (1, 0)", () => {
    const losses = [...train({ ...start, parameters: Float64Array.of(1, 0) })].map(({ loss }) => loss);
    expect(rounded(losses.filter((_, i) => i % 2 === 1))).toEqual([10.8288, 4.1383, 1.6452, 0.6655, 0.2712]);
    for (const [t, loss] of losses.entries()) expect(loss).toBeCloseTo(15 * 0.64 ** t + 3 * 0.4096 ** t, 10);
  });

  it.each<[string, number, number[]]>([
    ["above the limit of 1/30", 0.035, [18, 19.2, 22.3]],
    ["at its fastest, 1/36", 1 / 36, [18, 8, 3.6, 1.6]],
  ])("from (1, 0) %s", (_, learningRate, expected) => {
    const losses = [...train({ ...start, parameters: Float64Array.of(1, 0), learningRate })];
    const found = losses.map(({ loss }) => loss).slice(0, expected.length);
    expect(rounded(found, 1)).toEqual(expected);
  });

  it("sticks at a loss of 15 exactly on the limit", () => {
    const options = { ...start, parameters: Float64Array.of(1, 0), learningRate: 1 / 30, steps: 100 };
    expect(last(options)?.loss).toBeCloseTo(15, 10);
  });

  it("goes 42 times slower with the mean", () => {
    expect(rounded(last({ ...start, reduction: "mean" })?.parameters)).toEqual([0.0825, -0.0825]);
  });

  it("learns of a blank page only that the weights cancel", () => {
    const found = [
      ...train({
        ...start,
        ...blankPage,
        parameters: Float64Array.of(0.6, 0.2),
        learningRate: 0.005,
        steps: 60,
      }),
    ];
    expect(found[0]?.loss).toBeCloseTo(26.88, 10);
    expect(rounded(found.at(-1)?.parameters)).toEqual([0.2, -0.2]);
  });

  it("finds (1, −1) once there is a black column", () => {
    const options = {
      ...start,
      ...blackColumn,
      parameters: Float64Array.of(0.6, 0.2),
      learningRate: 0.01,
      steps: 200,
    };
    expect(rounded(last(options)?.parameters)).toEqual([1, -1]);
  });

  it("shares the edge between the rows of a 2×2 kernel when all rows are alike", () => {
    const found = [
      ...train({ ...start, ...twoByTwo, parameters: new Float64Array(4), learningRate: 0.015, steps: 60 }),
    ];
    expect(found[0]?.loss).toBe(10);
    expect(rounded(found.at(-1)?.parameters)).toEqual([0.5, -0.5, 0.5, -0.5]);
  });

  it("finds the turned kernel with true convolution, by the same losses", () => {
    const flipped = { ...start, network: [{ weightShape: [1, 1, 1, 2], bias: false, flipped: true }] };
    const [plain, turned] = [[...train(start)], [...train(flipped)]];
    expect(turned.map(({ loss }) => loss)).toEqual(plain.map(({ loss }) => loss));
    expect(turned.at(-1)?.parameters).toEqual(plain.at(-1)?.parameters.toReversed());
  });

  it("leaves its start and earlier steps alone", () => {
    const parameters = new Float64Array(2);
    const iterator = train({ ...start, parameters });
    const first = iterator.next().value;
    const [gradient, after] = [[...(first?.gradient ?? [])], [...(first?.parameters ?? [])]];
    iterator.next();
    expect([...parameters]).toEqual([0, 0]);
    expect([...(first?.gradient ?? [])]).toEqual(gradient);
    expect([...(first?.parameters ?? [])]).toEqual(after);
  });

  it("computes nothing before it is asked for", () => {
    // All of these steps would take days.
    expect(train({ ...start, steps: 1e12 }).next().value?.step).toBe(1);
  });

  it.each<[string, Partial<TrainOptions>, string]>([
    ["learning rate", { learningRate: Number.NaN }, "learningRate must be a finite number, got NaN"],
    ["number of steps", { steps: -1 }, "steps must be a whole number of at least 0, got -1"],
    ["number of parameters", { parameters: new Float64Array(3) }, "parameters must be 2 numbers, got 3"],
    ["target", { target: notes.input }, "target must have shape [1, 1, 6, 7], got [1, 1, 6, 8]"],
    ["network", { network: [] }, "network must have at least one layer, got none"],
  ])("refuses a wrong %s before the first step", (_, change, message) => {
    expect(() => train({ ...start, ...change })).toThrow(new RangeError(message));
  });
});
