import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forward } from "../../src/core/network";
import { lossPass } from "../../src/core/squaredError";
import { tensorFrom } from "../../src/core/tensor";
import { lossAt, notes, oneLayer, plainLoss, type Training, twoLayers } from "./trainings";

/** Central differences of the loss, which is a parabola along each parameter as far as `width`. */
function slopes(training: Training, width: number): number[] {
  return Array.from(
    training.parameters,
    (_, i) => (lossAt(training, [[i, width]]) - lossAt(training, [[i, -width]])) / (2 * width) + 0,
  );
}

describe("lossPass", () => {
  it("compares, and blames each weight for the windows it was in", () => {
    const { loss, outputs, errors, deltas, gradient } = lossPass(notes, Float64Array.of(1, 0));
    expect(loss).toBe(18);
    expect([...(outputs[0]?.data ?? [])].slice(0, 7)).toEqual([1, 1, 0, 0, 0, 0, 1]);
    expect([...errors.data].slice(0, 7)).toEqual([1, 0, 0, 0, 0, 1, 1]);
    expect([...(deltas[0]?.data ?? [])].slice(0, 7)).toEqual([2, 0, 0, 0, 0, 2, 2]);
    expect([...gradient]).toEqual([24, 36]);
  });

  it("divides by the number of errors for the mean", () => {
    const { loss, gradient } = lossPass({ ...notes, reduction: "mean" }, new Float64Array(2));
    expect(loss).toBe(12 / 42);
    for (const [i, expected] of [-12 / 42, 12 / 42].entries()) expect(gradient[i]).toBeCloseTo(expected, 15);
  });

  it("lets nothing back through a ReLU whose sum is 0, as PyTorch does", () => {
    const network = [
      { weightShape: [1, 1, 1], bias: false, activation: "relu" as const },
      { weightShape: [1, 1, 1], bias: false },
    ];
    const input = tensorFrom([1, 1, 3], [-1, 0, 2]);
    const target = tensorFrom([1, 1, 3], [1, 1, 1]);
    const { outputs, deltas, gradient } = lossPass(
      { network, input, target, reduction: "sum" },
      Float64Array.of(1, 3),
    );
    expect(outputs.map(({ data }) => [...data])).toEqual([
      [0, 0, 2],
      [0, 0, 6],
    ]);
    expect(deltas.map(({ data }) => [...data])).toEqual([
      [0, 0, 30],
      [-2, -2, 10],
    ]);
    expect([...gradient]).toEqual([60, 20]);
  });

  it("has the gradient of one layer that finite differences have", () => {
    fc.assert(
      fc.property(oneLayer, (training) => {
        const { loss, gradient } = lossPass(training.problem, training.parameters);
        expect(loss).toBe(plainLoss(training.problem, training.parameters));
        expect([...gradient]).toEqual(slopes(training, 1));
      }),
    );
  });

  it("has the gradient of two layers with a ReLU that finite differences have", () => {
    fc.assert(
      fc.property(twoLayers, (training) => {
        const { loss, gradient } = lossPass(training.problem, training.parameters);
        const expected = slopes(training, 2 ** -6);
        const largest = Math.max(1, loss, ...expected.map(Math.abs));
        expect(Math.abs(loss - plainLoss(training.problem, training.parameters)) / largest).toBeLessThan(
          1e-12,
        );
        for (const [i, slope] of expected.entries())
          expect(Math.abs((gradient[i] as number) - slope) / largest).toBeLessThan(1e-9);
      }),
    );
  });

  it("gives the outputs that forward gives, to the last bit, and errors and deltas in their shapes", () => {
    fc.assert(
      fc.property(twoLayers, ({ problem, parameters }) => {
        const { outputs, errors, deltas } = lossPass(problem, parameters);
        expect(outputs).toEqual(forward(problem.network, problem.input, parameters));
        expect(errors.shape).toEqual(problem.target.shape);
        expect(deltas.map(({ shape }) => shape)).toEqual(outputs.map(({ shape }) => shape));
      }),
    );
  });

  it("keeps no part of an earlier pass", () => {
    const first = lossPass(notes, Float64Array.of(1, 0));
    lossPass(notes, Float64Array.of(5, 5));
    expect([...first.gradient]).toEqual([24, 36]);
    expect(first.outputs[0]?.data[0]).toBe(1);
  });
});
