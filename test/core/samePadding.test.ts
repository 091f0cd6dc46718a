import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SameConvention } from "../../src/core/options";
import { outputSize } from "../../src/core/outputSize";
import { samePadding } from "../../src/core/samePadding";

const conventions: readonly SameConvention[] = ["pytorch", "d2l", "tensorflow"];

describe("samePadding", () => {
  it("puts the odd cell first in d2l, last in PyTorch and TensorFlow", () => {
    const axis = { kernelSize: 4, stride: 1, dilation: 1 };
    expect(conventions.map((convention) => samePadding(8, axis, convention))).toEqual([
      [1, 2],
      [2, 1],
      [1, 2],
    ]);
  });

  it("pads an odd kernel alike on both sides", () => {
    for (const convention of conventions) {
      expect(samePadding(8, { kernelSize: 7, stride: 1, dilation: 1 }, convention)).toEqual([3, 3]);
    }
  });

  it("needs less with a stride in TensorFlow, where the last window may end early", () => {
    const axis = { kernelSize: 3, stride: 2, dilation: 1 };
    expect(samePadding(8, axis, "tensorflow")).toEqual([0, 1]);
    expect(samePadding(8, axis, "d2l")).toEqual([1, 1]);
    expect(samePadding(4, { kernelSize: 1, stride: 2, dilation: 1 }, "tensorflow")).toEqual([0, 0]);
  });

  it("keeps ceil(size / stride) cells in every convention", () => {
    const small = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        small,
        small,
        small,
        fc.constantFrom(...conventions),
        (size, kernelSize, stride, dilation, convention) => {
          const axis = { kernelSize, stride, dilation };
          const padding = samePadding(size, axis, convention);
          expect(outputSize(size, { ...axis, padding })).toBe(Math.ceil(size / stride));
        },
      ),
    );
  });

  it("refuses a kernel of 0", () => {
    expect(() => samePadding(8, { kernelSize: 0, stride: 1, dilation: 1 }, "d2l")).toThrow(
      "kernelSize must be a whole number of at least 1, got 0",
    );
  });
});
