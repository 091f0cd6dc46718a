import { describe, expect, it } from "vitest";
import { conv } from "../../src/core/conv";
import { flipKernel } from "../../src/core/flipKernel";
import { tensorFrom } from "../../src/core/tensor";

const counting = tensorFrom([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);
const kernel = tensorFrom([1, 1, 2, 2], [0, 1, 2, 3]);

describe("conv", () => {
  it("slides the kernel over the input", () => {
    expect(conv(counting, kernel)).toEqual({ shape: [1, 1, 2, 2], data: Float64Array.of(19, 25, 37, 43) });
  });

  it("adds one bias to every output", () => {
    const { data } = conv(counting, kernel, tensorFrom([1], [1]));
    expect([...data]).toEqual([20, 26, 38, 44]);
  });

  it("reads zeros in the padding", () => {
    const { shape, data } = conv(counting, kernel, null, { padding: 1 });
    expect(shape).toEqual([1, 1, 4, 4]);
    expect([...data]).toEqual([0, 3, 8, 4, 9, 19, 25, 10, 21, 37, 43, 16, 6, 7, 8, 0]);
  });

  it("keeps every stride-th answer", () => {
    const { shape, data } = conv(counting, kernel, null, { padding: 1, stride: [3, 2] });
    expect(shape).toEqual([1, 1, 2, 2]);
    expect([...data]).toEqual([0, 8, 6, 8]);
  });

  it("is true convolution on a turned kernel", () => {
    expect([...conv(counting, flipKernel(kernel)).data]).toEqual([5, 11, 23, 29]);
  });

  it("sums over the input channels, each with its own slab", () => {
    const input = tensorFrom([1, 2, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const weight = tensorFrom([1, 2, 2, 2], [0, 1, 2, 3, 1, 2, 3, 4]);
    expect([...conv(input, weight).data]).toEqual([56, 72, 104, 120]);
  });

  it("mixes nothing between depthwise channels", () => {
    const input = tensorFrom([1, 2, 2, 2], [1, 2, 3, 4, 10, 20, 30, 40]);
    const weight = tensorFrom([2, 1, 2, 2], [1, 1, 1, 1, 1, 1, 1, 1]);
    expect([...conv(input, weight, null, { groups: 2 }).data]).toEqual([10, 100]);
  });

  it("slides along one axis and along three", () => {
    const series = tensorFrom([1, 1, 5], [3, 6, 0, 9, 3]);
    expect([...conv(series, tensorFrom([1, 1, 2], [-1, 1])).data]).toEqual([3, -6, 9, -6]);
    const frames = new Array<number>(48).fill(0);
    for (const frame of [0, 1, 2]) frames[frame * 16 + 4 + 1 + frame] = 1;
    const moved = conv(tensorFrom([1, 1, 3, 4, 4], frames), tensorFrom([1, 1, 2, 1, 1], [-1, 1]));
    expect(moved.shape).toEqual([1, 1, 2, 4, 4]);
    expect([...moved.data.slice(4, 8)]).toEqual([0, -1, 1, 0]);
    expect([...moved.data.slice(20, 24)]).toEqual([0, 0, -1, 1]);
  });

  it("answers in the element type of the input and rounds once", () => {
    const input = { shape: [1, 1, 3], data: Float32Array.of(1, 1e8, -1e8) };
    const { data } = conv(input, tensorFrom([1, 1, 3], [1, 1, 1]));
    expect(data).toEqual(Float32Array.of(1));
  });

  it("refuses tensors that do not fit together, naming argument, limit and value", () => {
    expect(() => conv(counting, tensorFrom([1, 2, 1, 1], [1, 1]))).toThrow(RangeError);
    expect(() => conv(counting, kernel, tensorFrom([2], [0, 0]))).toThrow(
      "bias must have shape [1], got [2]",
    );
    expect(() => conv({ shape: [1, 1, 3, 3], data: new Float64Array(8) }, kernel)).toThrow(
      "input of shape [1, 1, 3, 3] needs 9 numbers, got 8",
    );
  });
});
