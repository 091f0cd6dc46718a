import { describe, expect, it } from "vitest";
import { axisTaps } from "../../src/core/axisTaps";
import { outputSize } from "../../src/core/outputSize";
import { taps } from "../../src/core/taps";

describe("axisTaps", () => {
  const axis = { kernelSize: 3, stride: 2, padding: [2, 1], dilation: 1 } as const;

  it("marks zero padding with −1", () => {
    expect([...axisTaps(4, axis, "zeros")]).toEqual([-1, -1, 0, 0, 1, 2, 2, 3, -1]);
  });

  it("resolves the other modes to the cells they repeat", () => {
    expect([...axisTaps(4, axis, "reflect")]).toEqual([2, 1, 0, 0, 1, 2, 2, 3, 2]);
    expect([...axisTaps(4, axis, "replicate")]).toEqual([0, 0, 0, 0, 1, 2, 2, 3, 3]);
    expect([...axisTaps(4, axis, "circular")]).toEqual([2, 3, 0, 0, 1, 2, 2, 3, 0]);
  });

  it("spreads a dilated kernel", () => {
    expect([...axisTaps(5, { ...axis, stride: 1, padding: [0, 0], dilation: 2 }, "zeros")]).toEqual([
      0, 2, 4,
    ]);
  });
});

describe("taps", () => {
  it("lists the window in scan order, with its places on both grids", () => {
    expect(taps({ kernelSize: 2 }, [3, 3], [1, 0])).toEqual([
      { inputIndex: 3, kernelIndex: 0, position: [1, 0], kernelPosition: [0, 0] },
      { inputIndex: 4, kernelIndex: 1, position: [1, 1], kernelPosition: [0, 1] },
      { inputIndex: 6, kernelIndex: 2, position: [2, 0], kernelPosition: [1, 0] },
      { inputIndex: 7, kernelIndex: 3, position: [2, 1], kernelPosition: [1, 1] },
    ]);
  });

  it("says where padding lies and what it repeats", () => {
    const zeros = taps({ kernelSize: [2], padding: 1 }, [3], [0]);
    expect(zeros.map(({ inputIndex, position }) => [inputIndex, position[0]])).toEqual([
      [-1, -1],
      [0, 0],
    ]);
    const reflected = taps({ kernelSize: [2], padding: 1, paddingMode: "reflect" }, [3], [3]);
    expect(reflected.map(({ inputIndex, position }) => [inputIndex, position[0]])).toEqual([
      [2, 2],
      [1, 3],
    ]);
  });

  it("stays in the group of its output channel", () => {
    const options = { weightShape: [4, 2, 1, 1], groups: 2 };
    const found = taps(options, [2, 4, 1, 1], [1, 3, 0, 0]);
    expect(found.map(({ inputIndex, kernelIndex }) => [inputIndex, kernelIndex])).toEqual([
      [6, 6],
      [7, 7],
    ]);
  });

  it("keeps a pooling window in its channel", () => {
    const found = taps({ op: "max-pool", kernelSize: 2 }, [1, 3, 2, 2], [0, 2, 0, 0]);
    expect(found.map(({ inputIndex, kernelIndex }) => [inputIndex, kernelIndex])).toEqual([
      [8, 0],
      [9, 1],
      [10, 2],
      [11, 3],
    ]);
  });

  it("refuses an index outside the output", () => {
    expect(() => taps({ kernelSize: 2 }, [3, 3], [2, 0])).toThrow(
      new RangeError("outputIndex [2, 0] lies outside the output [2, 2]"),
    );
    expect(() => taps({ kernelSize: 2 }, [3, 3], [0])).toThrow(RangeError);
  });
});

describe("outputSize", () => {
  it("rounds down and adds one", () => {
    const axis = { kernelSize: 5, stride: 4, padding: [1, 1], dilation: 1 } as const;
    expect(outputSize(8, axis)).toBe(2);
    expect(outputSize(28, { kernelSize: 3, stride: 2, padding: [0, 0], dilation: 1 })).toBe(13);
  });

  it("is 0 when the kernel does not fit", () => {
    expect(outputSize(5, { kernelSize: 3, stride: 1, padding: [0, 0], dilation: 3 })).toBe(0);
  });

  it("names the argument that is no whole number", () => {
    const axis = { kernelSize: 3, stride: 1.5, padding: [0, 0], dilation: 1 } as const;
    expect(() => outputSize(5, axis)).toThrow("stride must be a whole number of at least 1, got 1.5");
    expect(() => outputSize(5, { ...axis, stride: 1, padding: [0, -1] })).toThrow(
      "after must be a whole number of at least 0, got -1",
    );
  });
});
