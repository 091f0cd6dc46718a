import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conv } from "../../src/core/conv";
import { convGradients } from "../../src/core/convGradients";
import { convTranspose } from "../../src/core/convTranspose";
import { taps } from "../../src/core/taps";
import { tensorFrom, zeroTensor } from "../../src/core/tensor";
import { backwards, dot, indices, tensorOf, zeroPadded } from "./specs";

const kernel = tensorFrom([1, 1, 2, 2], [0, 1, 2, 3]);

describe("convTranspose", () => {
  it("stamps the kernel", () => {
    const { shape, data } = convTranspose(kernel, kernel);
    expect(shape).toEqual([1, 1, 3, 3]);
    expect([...data]).toEqual([0, 0, 1, 0, 4, 6, 4, 12, 9]);
  });

  it("stamps stride cells apart", () => {
    const { shape, data } = convTranspose(kernel, kernel, null, { stride: 2 });
    expect(shape).toEqual([1, 1, 4, 4]);
    expect([...data]).toEqual([0, 0, 0, 1, 0, 0, 2, 3, 0, 2, 0, 3, 4, 6, 6, 9]);
  });

  it("does not undo a convolution", () => {
    const counting = tensorFrom([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const { data } = convTranspose(conv(counting, kernel), kernel);
    expect([...data]).toEqual([0, 19, 25, 38, 144, 118, 74, 197, 129]);
  });

  it("lets output padding choose between the sizes that a stride maps to one", () => {
    const input = zeroTensor([1, 1, 4]);
    const sizes = [0, 1].map(
      (outputPadding) =>
        convTranspose(input, zeroTensor([1, 1, 3]), null, { stride: 2, padding: 1, outputPadding }).shape[2],
    );
    expect(sizes).toEqual([7, 8]);
  });

  it("overlaps unevenly where the stride does not divide the kernel", () => {
    const ones = (count: number) => tensorFrom([1, 1, count], new Array<number>(count).fill(1));
    expect([...convTranspose(ones(4), ones(3), null, { stride: 2 }).data]).toEqual([
      1, 1, 2, 1, 2, 1, 2, 1, 1,
    ]);
    expect([...convTranspose(ones(4), ones(4), null, { stride: 2 }).data]).toEqual([
      1, 1, 2, 2, 2, 2, 2, 2, 1, 1,
    ]);
  });

  it("is the adjoint of conv: ⟨conv(x), y⟩ = ⟨x, convᵀ(y)⟩", () => {
    const withOther = zeroPadded.chain((given) =>
      tensorOf(conv(given.input, given.weight, null, given.options).shape).map((y) => ({ given, y })),
    );
    fc.assert(
      fc.property(withOther, ({ given, y }) => {
        const { input, weight, options } = given;
        const back = convTranspose(y, weight, null, backwards(given));
        expect(back.shape).toEqual(input.shape);
        expect(dot(conv(input, weight, null, options).data, y.data)).toBe(dot(input.data, back.data));
        expect(convGradients(input, weight, y, options).input).toEqual(back);
      }),
      { numRuns: 300 },
    );
  });

  it("sums what taps lists, term by term", () => {
    fc.assert(
      fc.property(zeroPadded, (given) => {
        const { weight } = given;
        const y = conv(given.input, weight, null, given.options);
        const options = backwards(given);
        const output = convTranspose(y, weight, null, options);
        let cell = 0;
        for (const index of indices(output.shape)) {
          const listed = taps({ ...options, op: "transposed", weightShape: weight.shape }, y.shape, index);
          let sum = 0;
          for (const tap of listed)
            sum += (y.data[tap.inputIndex] as number) * (weight.data[tap.kernelIndex] as number);
          expect(output.data[cell++]).toBe(sum);
        }
      }),
    );
  });
});
