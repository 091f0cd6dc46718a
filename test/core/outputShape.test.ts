import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conv } from "../../src/core/conv";
import { outputShape } from "../../src/core/outputShape";
import { outputSize } from "../../src/core/outputSize";
import { createRandom } from "../../src/core/random";
import { cellCount, zeroTensor } from "../../src/core/tensor";
import { convCase, countWindows } from "./specs";

describe("the shape", () => {
  it("is what counting the windows gives, for 100,000 random layers", () => {
    const random = createRandom(100_000);
    const upTo = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
    for (let i = 0; i < 100_000; i++) {
      const size = upTo(1, 40);
      const spec = {
        kernelSize: upTo(1, 11),
        stride: upTo(1, 8),
        dilation: upTo(1, 8),
        padding: [upTo(0, 16), upTo(0, 16)] as const,
      };
      const padded = size + spec.padding[0] + spec.padding[1];
      const span = 1 + (spec.kernelSize - 1) * spec.dilation;
      const expected = countWindows(padded, span, spec.stride);
      if (outputSize(size, spec) !== expected)
        expect({ size, spec, found: outputSize(size, spec) }).toBe(expected);
      if (expected === 0) continue;
      const options = {
        kernelSize: [spec.kernelSize],
        stride: spec.stride,
        dilation: spec.dilation,
        padding: [spec.padding],
      };
      const found = outputShape("conv", [size], options)[0];
      if (found !== expected) expect({ size, spec, found }).toBe(expected);
      if (i % 100 === 0) {
        const output = conv(zeroTensor([1, 1, size]), zeroTensor([1, 1, spec.kernelSize]), null, options);
        expect(output.shape).toEqual([1, 1, expected]);
        expect(output.data).toHaveLength(expected);
      }
    }
  });

  it("of a computed layer is the predicted one", () => {
    fc.assert(
      fc.property(convCase, ({ input, weight, options }) => {
        const { shape, data } = conv(input, weight, null, options);
        expect(shape).toEqual(outputShape("conv", input.shape, { ...options, weightShape: weight.shape }));
        expect(data).toHaveLength(cellCount(shape));
      }),
    );
  });
});
