import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conv } from "../../src/core/conv";
import { flipKernel } from "../../src/core/flipKernel";
import { pad } from "../../src/core/pad";
import { createRandom } from "../../src/core/random";
import { taps } from "../../src/core/taps";
import { cellCount, type Tensor } from "../../src/core/tensor";
import { type ConvCase, convCase, countWindows, dot, indices, tensorOf } from "./specs";

/** Windows as rows of a matrix, with an explicitly padded copy of the input: nothing of the core but `pad`. */
function byMatrix({ input, weight, bias, options }: ConvCase): number[] {
  const { stride, dilation, groups } = options;
  const padded = pad(input, options.padding, options.paddingMode);
  const [batch, channels, ...size] = padded.shape as [number, number, ...number[]];
  const [outChannels, perGroup, ...kernel] = weight.shape as [number, number, ...number[]];
  const places = size.map((cells, axis) =>
    countWindows(
      cells,
      1 + ((kernel[axis] as number) - 1) * (dilation[axis] as number),
      stride[axis] as number,
    ),
  );
  const strides = size.map((_, axis) => cellCount(size.slice(axis + 1)));
  const result: number[] = [];
  for (let n = 0; n < batch; n++) {
    for (let c = 0; c < outChannels; c++) {
      const group = Math.floor(c / (outChannels / groups));
      for (const place of indices(places)) {
        const row: number[] = [];
        for (let i = 0; i < perGroup; i++) {
          const base = (n * channels + group * perGroup + i) * cellCount(size);
          for (const k of indices(kernel)) {
            const cell = k.reduce(
              (sum, kk, a) =>
                sum +
                ((place[a] as number) * (stride[a] as number) + kk * (dilation[a] as number)) *
                  (strides[a] as number),
              base,
            );
            row.push(padded.data[cell] as number);
          }
        }
        result.push(
          dot(row, weight.data.subarray(c * row.length, (c + 1) * row.length)) + (bias.data[c] as number),
        );
      }
    }
  }
  return result;
}

describe("conv", () => {
  it("is the matrix of all windows times the kernel", () => {
    fc.assert(
      fc.property(convCase, (given) => {
        const { input, weight, bias, options } = given;
        expect([...conv(input, weight, bias, options).data]).toEqual(byMatrix(given));
      }),
      { numRuns: 400 },
    );
  });

  it("sums what taps lists, term by term", () => {
    fc.assert(
      fc.property(convCase, ({ input, weight, bias, options }) => {
        const output = conv(input, weight, bias, options);
        let cell = 0;
        for (const index of indices(output.shape)) {
          const listed = taps({ ...options, weightShape: weight.shape }, input.shape, index);
          let sum = 0;
          for (const { inputIndex, kernelIndex } of listed) {
            if (inputIndex >= 0)
              sum += (input.data[inputIndex] as number) * (weight.data[kernelIndex] as number);
          }
          expect(output.data[cell++]).toBe(sum + (bias.data[index[1] as number] as number));
        }
      }),
    );
  });

  it("is linear in the input and in the kernel", () => {
    const pair = convCase.chain(({ input, weight, options }) =>
      fc.record({
        x: fc.tuple(fc.constant(input), tensorOf(input.shape)),
        w: fc.tuple(fc.constant(weight), tensorOf(weight.shape)),
        options: fc.constant(options),
      }),
    );
    const mixed = (a: Tensor, b: Tensor) => ({
      shape: a.shape,
      data: Float64Array.from(a.data, (v, i) => 3 * v - 2 * (b.data[i] as number)),
    });
    fc.assert(
      fc.property(pair, ({ x: [x1, x2], w: [w1, w2], options }) => {
        const of = (x: Tensor, w: Tensor) => conv(x, w, null, options);
        // Adding 0 makes the −0 of a product with a negative number a 0.
        const plain = ({ data }: Tensor) => Array.from(data, (value) => value + 0);
        expect(plain(of(mixed(x1, x2), w1))).toEqual(plain(mixed(of(x1, w1), of(x2, w1))));
        expect(plain(of(x1, mixed(w1, w2)))).toEqual(plain(mixed(of(x1, w1), of(x1, w2))));
      }),
    );
  });

  it("with a flipped kernel is the convolution of mathematics", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        (h, w, k) => {
          fc.pre(k <= h && k <= w);
          const random = createRandom(h * 100 + w * 10 + k);
          const numbers = (count: number) =>
            Float64Array.from({ length: count }, () => Math.floor(random() * 19) - 9);
          const input = { shape: [1, 1, h, w], data: numbers(h * w) };
          const weight = { shape: [1, 1, k, k], data: numbers(k * k) };
          // (f ∗ g)[i, j] = Σ f[a, b] · g[i − a, j − b], kept where the whole kernel lies on the input.
          const expected: number[] = [];
          for (let i = k - 1; i < h; i++) {
            for (let j = k - 1; j < w; j++) {
              let sum = 0;
              for (let a = 0; a < h; a++) {
                for (let b = 0; b < w; b++) {
                  const inside = i - a >= 0 && i - a < k && j - b >= 0 && j - b < k;
                  if (inside)
                    sum += (input.data[a * w + b] as number) * (weight.data[(i - a) * k + j - b] as number);
                }
              }
              expected.push(sum);
            }
          }
          expect([...conv(input, flipKernel(weight)).data]).toEqual(expected);
        },
      ),
    );
  });

  it("flipped twice is the kernel again", () => {
    fc.assert(
      fc.property(convCase, ({ weight }) => {
        expect(flipKernel(flipKernel(weight))).toEqual(weight);
      }),
    );
  });
});
