import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lossHessian } from "../../src/core/hessian";
import { symmetricEigen } from "../../src/core/symmetricEigen";
import { blackColumn, blankPage, lossAt, notes, oneLayer, twoByTwo, twoLayers } from "./trainings";

const eigenvalues = (problem: typeof notes, count: number) =>
  Array.from(
    symmetricEigen(lossHessian(problem, new Float64Array(count)), count).values,
    (value) => Number(value.toFixed(9)) + 0,
  );

describe("lossHessian", () => {
  it("is twice the products of the windows with each other", () => {
    // Of the 42 windows 18 begin with a 1 and 18 end with one; 12 do both.
    expect([...lossHessian(notes, new Float64Array(2))]).toEqual([36, 24, 24, 36]);
  });

  it.each([
    ["the notes' image", notes, [12, 60]],
    ["a blank page", blankPage, [0, 168]],
    ["one black column", blackColumn, [12, 132]],
    ["a 2×2 kernel on the notes' image", twoByTwo, [0, 0, 20, 100]],
    [
      "the mean",
      { ...notes, reduction: "mean" as const },
      [12 / 42, 60 / 42].map((v) => Number(v.toFixed(9))),
    ],
  ])("has the eigenvalues that set the limits of the learning rate: %s", (_, problem, expected) => {
    expect(eigenvalues(problem, expected.length)).toEqual(expected);
  });

  it.each([
    ["one layer", oneLayer, 1, 0],
    ["two layers with a ReLU", twoLayers, 2 ** -6, 1e-9],
  ] as const)(
    "has the second differences of the loss of %s, and is symmetric",
    (_, trainings, h, tolerance) => {
      fc.assert(
        fc.property(trainings, fc.nat(), fc.nat(), (training, at, other) => {
          const { problem, parameters } = training;
          const count = parameters.length;
          const hessian = lossHessian(problem, parameters);
          const [i, j] = [at % count, other % count];
          const moved = (byI: number, byJ: number) =>
            lossAt(
              training,
              i === j
                ? [[i, byI + byJ]]
                : [
                    [i, byI],
                    [j, byJ],
                  ],
            );
          const expected =
            i === j
              ? (moved(h, 0) - 2 * moved(0, 0) + moved(-h, 0)) / (h * h)
              : (moved(h, h) - moved(h, -h) - moved(-h, h) + moved(-h, -h)) / (4 * h * h);
          const largest = Math.max(1, moved(0, 0), ...hessian.map(Math.abs));
          expect(Math.abs((hessian[i * count + j] as number) - expected) / largest).toBeLessThanOrEqual(
            tolerance,
          );
          expect(hessian[i * count + j]).toBe(hessian[j * count + i]);
        }),
      );
    },
  );

  it("of one layer does not depend on the parameters, of a ReLU that is shut nothing bends", () => {
    const away = Float64Array.of(3, -7);
    expect(lossHessian(notes, away)).toEqual(lossHessian(notes, new Float64Array(2)));
    const bent = {
      ...notes,
      network: [{ weightShape: [1, 1, 1, 2], bias: false, activation: "relu" as const }],
    };
    expect([...lossHessian(bent, Float64Array.of(-1, -1))]).toEqual([0, 0, 0, 0]);
    expect([...lossHessian(bent, Float64Array.of(1, 1))]).toEqual([36, 24, 24, 36]);
  });
});
