import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conv } from "../../src/core/conv";
import { convTranspose } from "../../src/core/convTranspose";
import { type FieldLayer, receptiveField } from "../../src/core/receptiveField";
import { type Tensor, zeroTensor } from "../../src/core/tensor";

const sizeOf = (layers: readonly FieldLayer[]) => receptiveField(layers)[0]?.size;

describe("receptiveField", () => {
  it("adds up over a stack of 3×3", () => {
    const small = { kernelSize: 3 };
    expect([[small], [small, small], [small, small, small]].map(sizeOf)).toEqual([3, 5, 7]);
    expect(sizeOf([])).toBe(1);
  });

  it("grows with strides and dilations", () => {
    expect(sizeOf([2, 2, 2].map((stride) => ({ kernelSize: 3, stride })))).toBe(15);
    expect(sizeOf([1, 2, 4].map((dilation) => ({ kernelSize: 3, dilation })))).toBe(15);
  });

  it("depends on the order of the strides", () => {
    expect(sizeOf([{ kernelSize: 3, stride: 2 }, { kernelSize: 3 }])).toBe(7);
    expect(sizeOf([{ kernelSize: 3 }, { kernelSize: 3, stride: 2 }])).toBe(5);
  });

  it("moves a pooling window by its own size", () => {
    expect(receptiveField([{ op: "max-pool", kernelSize: 2 }])[0]).toEqual({ size: 2, jump: 2, centre: 0.5 });
  });

  it("answers for each axis", () => {
    expect(
      receptiveField([
        { kernelSize: [5, 3], padding: [2, 0] },
        { kernelSize: 1, stride: [2, 1] },
      ]),
    ).toEqual([
      { size: 5, jump: 2, centre: 0 },
      { size: 3, jump: 1, centre: 1 },
    ]);
  });

  it("refuses a stride of 0", () => {
    expect(() => receptiveField([{ kernelSize: 3, stride: 0 }])).toThrow(RangeError);
  });

  it("is where a changed input cell changes the output", () => {
    const layer = fc.record({
      op: fc.constantFrom("conv" as const, "conv" as const, "transposed" as const),
      kernelSize: fc.integer({ min: 1, max: 4 }).map((size) => [size]),
      stride: fc.integer({ min: 1, max: 3 }),
      dilation: fc.integer({ min: 1, max: 2 }),
      before: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 3 }), (layers) => {
        const stack = layers.map(({ before, ...rest }) => ({ ...rest, padding: [[before, 0] as const] }));
        const run = (input: Tensor): Tensor =>
          stack.reduce((x, { op, ...options }) => {
            const weight = {
              shape: [1, 1, ...options.kernelSize],
              data: new Float64Array(options.kernelSize[0] ?? 1).fill(1),
            };
            return op === "conv" ? conv(x, weight, null, options) : convTranspose(x, weight, null, options);
          }, input);
        const cells = 90;
        const reached = Array.from({ length: cells }, (_, i) => {
          const input = zeroTensor([1, 1, cells]);
          input.data[i] = 1;
          return run(input).data;
        });
        const [{ size, jump, centre } = { size: 0, jump: 0, centre: 0 }] = receptiveField(stack);
        const outputs = reached[0]?.length ?? 0;
        let largest = 0;
        for (let o = 0; o < outputs; o++) {
          const middle = centre + o * jump;
          if (middle - size < 0 || middle + size > cells) continue;
          const read = [...reached.keys()].filter((i) => reached[i]?.[o] !== 0);
          if (read.length === 0) continue;
          const [first, last] = [read[0] as number, read.at(-1) as number];
          largest = Math.max(largest, last - first + 1);
          if (stack.every(({ op }) => op === "conv"))
            expect([first, last]).toEqual([middle - (size - 1) / 2, middle + (size - 1) / 2]);
          expect(last - first + 1).toBeLessThanOrEqual(size);
        }
        if (largest > 0 && stack.every(({ op }) => op === "conv")) expect(largest).toBe(size);
      }),
    );
  });
});
