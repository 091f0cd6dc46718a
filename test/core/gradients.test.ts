import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conv } from "../../src/core/conv";
import { convGradients } from "../../src/core/convGradients";
import { convTranspose } from "../../src/core/convTranspose";
import { convTransposeGradients } from "../../src/core/convTransposeGradients";
import { type Tensor, tensorFrom } from "../../src/core/tensor";
import { backwards, convCase, dot, zeroPadded } from "./specs";

/** Slope of a quadratic function of one number: exact for whole numbers, the step 1 both ways. */
function slope(loss: () => number, data: Float64Array, i: number): number {
  const value = data[i] as number;
  data[i] = value + 1;
  const above = loss();
  data[i] = value - 1;
  const below = loss();
  data[i] = value;
  return (above - below) / 2;
}

/** Every gradient beside the finite difference of half the squared output. */
function expectSlopes(loss: () => number, pairs: readonly (readonly [Tensor<Float64Array>, Tensor])[]): void {
  for (const [tensor, gradient] of pairs) {
    expect(gradient.shape).toEqual(tensor.shape);
    const slopes = Array.from(tensor.data, (_, i) => slope(loss, tensor.data, i));
    expect(Array.from(gradient.data, (value) => value + 0)).toEqual(slopes.map((value) => value + 0));
  }
}

describe("gradients", () => {
  const counting = tensorFrom([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);
  const kernel = tensorFrom([1, 1, 2, 2], [0, 1, 2, 3]);

  it("stamp the kernel where one output matters", () => {
    const { input } = convGradients(counting, kernel, tensorFrom([1, 1, 2, 2], [1, 0, 0, 0]));
    expect([...input.data]).toEqual([0, 1, 0, 2, 3, 0, 0, 0, 0]);
  });

  it("add up where all outputs matter alike", () => {
    const { input, weight, bias } = convGradients(counting, kernel, tensorFrom([1, 1, 2, 2], [1, 1, 1, 1]));
    expect([...input.data]).toEqual([0, 1, 1, 2, 6, 4, 2, 5, 3]);
    expect([...weight.data]).toEqual([8, 12, 20, 24]);
    expect([...bias.data]).toEqual([4]);
  });

  it("are refused for an output of another shape", () => {
    expect(() => convGradients(counting, kernel, tensorFrom([1, 1, 1, 2], [1, 1]))).toThrow(
      "gradOutput must have shape [1, 1, 2, 2], got [1, 1, 1, 2]",
    );
  });

  it("of conv are the finite differences, in all padding modes", () => {
    fc.assert(
      fc.property(convCase, ({ input, weight, bias, options }) => {
        const output = conv(input, weight, bias, options);
        const found = convGradients(input, weight, output, options);
        const loss = () => {
          const { data } = conv(input, weight, bias, options);
          return dot(data, data) / 2;
        };
        expectSlopes(loss, [
          [input, found.input],
          [weight, found.weight],
          [bias, found.bias as Tensor],
        ]);
      }),
    );
  });

  it("of convTranspose are the finite differences", () => {
    fc.assert(
      fc.property(zeroPadded, (given) => {
        const { weight } = given;
        const y = conv(given.input, weight, null, given.options);
        const input = { shape: y.shape, data: Float64Array.from(y.data, (value) => value % 7) };
        const options = backwards(given);
        const output = convTranspose(input, weight, null, options);
        const found = convTransposeGradients(input, weight, output, options);
        const loss = () => {
          const { data } = convTranspose(input, weight, null, options);
          return dot(data, data) / 2;
        };
        expectSlopes(loss, [
          [input, found.input],
          [weight, found.weight],
        ]);
      }),
    );
  });
});
