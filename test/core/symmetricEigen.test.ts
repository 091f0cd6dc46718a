import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { symmetricEigen } from "../../src/core/symmetricEigen";
import { dot } from "./specs";

const symmetric = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc
    .array(fc.integer({ min: -50, max: 50 }), { minLength: size * size, maxLength: size * size })
    .map((entries) => ({
      size,
      matrix: Float64Array.from(entries, (_, at) => {
        const [row, column] = [Math.floor(at / size), at % size];
        return (entries[row * size + column] as number) + (entries[column * size + row] as number);
      }),
    })),
);

describe("symmetricEigen", () => {
  it("finds the main directions of the notes' loss", () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(36, 24, 24, 36), 2);
    expect(values[0]).toBeCloseTo(12, 12);
    expect(values[1]).toBeCloseTo(60, 12);
    for (const [i, entry] of [1, -1, 1, 1].entries())
      expect(vectors[i]).toBeCloseTo(entry * Math.SQRT1_2, 12);
  });

  it("finds those of a chain: 2 − 2·cos(kπ/(n + 1))", () => {
    const size = 12;
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      matrix[i * size + i] = 2;
      if (i > 0) matrix[i * size + i - 1] = matrix[(i - 1) * size + i] = -1;
    }
    const { values } = symmetricEigen(matrix, size);
    for (const [i, value] of values.entries())
      expect(value).toBeCloseTo(2 - 2 * Math.cos(((i + 1) * Math.PI) / (size + 1)), 12);
  });

  it("says 0 where a direction is flat, and 1 for directions that are all alike", () => {
    expect(
      symmetricEigen(new Float64Array(9).fill(84), 3).values.map(
        (value) => Math.round(value * 1e9) / 1e9 + 0,
      ),
    ).toEqual(Float64Array.of(0, 0, 252));
    const { values, vectors } = symmetricEigen(Float64Array.of(1, 0, 0, 1), 2);
    expect([...values, ...vectors]).toEqual([1, 1, 1, 0, 0, 1]);
  });

  it("takes apart every symmetric matrix: ascending values, directions of length 1 at right angles, signs settled", () => {
    fc.assert(
      fc.property(symmetric, ({ matrix, size }) => {
        const { values, vectors } = symmetricEigen(matrix, size);
        expect([...values]).toEqual([...values].sort((a, b) => a - b));
        const vector = (i: number) => vectors.subarray(i * size, (i + 1) * size);
        for (let i = 0; i < size; i++) {
          expect(vector(i).find((entry) => Math.abs(entry) > 1e-9)).toBeGreaterThan(0);
          for (let j = 0; j < size; j++) {
            expect(dot(vector(i), vector(j))).toBeCloseTo(i === j ? 1 : 0, 12);
            const row = dot(matrix.subarray(j * size, (j + 1) * size), vector(i));
            expect(row).toBeCloseTo((values[i] as number) * (vector(i)[j] as number), 9);
          }
        }
      }),
    );
  });

  it("refuses a matrix of another size", () => {
    expect(() => symmetricEigen(new Float64Array(3), 2)).toThrow("matrix must hold 4 numbers, got 3");
  });
});
