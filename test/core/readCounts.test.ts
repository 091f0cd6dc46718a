import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outputShape } from "../../src/core/outputShape";
import { readCounts } from "../../src/core/readCounts";
import { type TapOptions, taps } from "../../src/core/taps";
import { cellCount } from "../../src/core/tensor";
import { convCase, indices } from "./specs";

describe("readCounts", () => {
  it("reads a corner four times and the middle nine times with padding 1", () => {
    const { data } = readCounts({ kernelSize: 3, padding: 1 }, [8, 8]);
    expect([data[0], data[27]]).toEqual([4, 9]);
    expect(readCounts({ kernelSize: 3 }, [8, 8]).data[0]).toBe(1);
  });

  it("reads every cell nine times with full padding", () => {
    expect(new Set(readCounts({ kernelSize: 3, padding: 2 }, [8, 8]).data)).toEqual(new Set([9]));
  });

  it("finds the rows and columns that nobody reads", () => {
    const unread = (options: TapOptions) =>
      readCounts(options, [8, 8]).data.reduce((count, reads) => count + Number(reads === 0), 0);
    expect(unread({ kernelSize: [3, 5], padding: [0, 1], stride: [3, 5] })).toBe(16);
    expect(unread({ kernelSize: 1, stride: 2 })).toBe(48);
    expect(unread({ kernelSize: 3, padding: 1, stride: 2 })).toBe(0);
  });

  it("never reads the odd positions with dilation 2 and stride 2", () => {
    const { data } = readCounts({ kernelSize: [3], dilation: 2, stride: 2 }, [9]);
    expect([...data]).toEqual([1, 0, 2, 0, 3, 0, 2, 0, 1]);
  });

  it("counts a reflected cell for the cell it reflects", () => {
    // Padded by reflection 0 1 2 is 1 0 1 2 1: windows 1 0 1, 0 1 2, 1 2 1.
    const { data } = readCounts({ kernelSize: [3], padding: 1, paddingMode: "reflect" }, [3]);
    expect([...data]).toEqual([2, 5, 2]);
  });

  it("counts the cells that each stamp reaches in a transposed convolution", () => {
    const { data } = readCounts({ op: "transposed", kernelSize: [3], stride: 2, padding: 1 }, [3]);
    expect([...data]).toEqual([2, 3, 2]);
  });

  it("counts every tap of every window", () => {
    fc.assert(
      fc.property(convCase, ({ input, weight, options }) => {
        const spatial = input.shape.slice(2);
        const layer = { ...options, groups: 1, kernelSize: weight.shape.slice(2) };
        const expected = new Float64Array(cellCount(spatial));
        for (const index of indices(outputShape("conv", spatial, layer))) {
          for (const { inputIndex } of taps(layer, spatial, index)) {
            if (inputIndex >= 0) expected[inputIndex] = (expected[inputIndex] as number) + 1;
          }
        }
        expect(readCounts(layer, spatial)).toEqual({ shape: spatial, data: expected });
      }),
    );
  });
});
