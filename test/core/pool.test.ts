import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { avgPool } from "../../src/core/avgPool";
import { maxPool } from "../../src/core/maxPool";
import { avgPoolGradients, maxPoolGradients } from "../../src/core/poolGradients";
import { taps } from "../../src/core/taps";
import { tensorFrom } from "../../src/core/tensor";
import { convCase, indices } from "./specs";

const counting = tensorFrom([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);

describe("avgPool", () => {
  it("takes the mean of each window", () => {
    expect([...avgPool(counting, { kernelSize: 2, stride: 1 }).data]).toEqual([2, 3, 5, 6]);
  });

  it("counts the padding's zeros unless told not to", () => {
    const options = { kernelSize: 2, stride: 2, padding: 1 };
    expect([...avgPool(counting, options).data]).toEqual([0, 0.75, 2.25, 6]);
    expect([...avgPool(counting, { ...options, countIncludePad: false }).data]).toEqual([0, 1.5, 4.5, 6]);
  });

  it("shares a gradient equally", () => {
    const { input } = avgPoolGradients(counting, tensorFrom([1, 1, 1, 1], [8]), { kernelSize: 2 });
    expect([...input.data]).toEqual([2, 2, 0, 2, 2, 0, 0, 0, 0]);
  });
});

describe("maxPool", () => {
  it("takes the largest of each window", () => {
    expect([...maxPool(counting, { kernelSize: 2, stride: 1 }).data]).toEqual([4, 5, 7, 8]);
  });

  it("moves by its own window when no stride is given", () => {
    expect(maxPool(counting, { kernelSize: 2 })).toEqual({ shape: [1, 1, 1, 1], data: Float64Array.of(4) });
  });

  it("sends a gradient to the first of equals", () => {
    const flat = tensorFrom([1, 1, 2, 2], [5, 5, 5, 5]);
    const { input } = maxPoolGradients(flat, tensorFrom([1, 1, 1, 1], [3]), { kernelSize: 2 });
    expect([...input.data]).toEqual([3, 0, 0, 0]);
  });

  it("lets NaN win, as PyTorch does", () => {
    expect([...maxPool(tensorFrom([1, 1, 3], [9, Number.NaN, 1]), { kernelSize: 3 }).data]).toEqual([
      Number.NaN,
    ]);
  });

  it("keeps float32 numbers float32", () => {
    const input = { shape: [1, 1, 2], data: Float32Array.of(0.1, 0.2) };
    expect(maxPool(input, { kernelSize: 2 }).data).toEqual(Float32Array.of(0.2));
  });

  it("is the largest cell that taps lists", () => {
    fc.assert(
      fc.property(convCase, ({ input, weight, options }) => {
        const kernelSize = weight.shape.slice(2);
        const padding = options.padding.map((pads, axis) => {
          const limit = Math.floor((kernelSize[axis] as number) / 2);
          return [Math.min(pads[0], limit), Math.min(pads[1], limit)] as const;
        });
        const layer = { kernelSize, padding, stride: options.stride };
        fc.pre(kernelSize.every((k, axis) => k <= (input.shape[axis + 2] as number)));
        const { shape, data } = maxPool(input, layer);
        let cell = 0;
        for (const index of indices(shape)) {
          const read = taps({ ...layer, op: "max-pool" }, input.shape, index)
            .filter(({ inputIndex }) => inputIndex >= 0)
            .map(({ inputIndex }) => input.data[inputIndex] as number);
          expect(data[cell++]).toBe(Math.max(...read));
        }
      }),
    );
  });
});
