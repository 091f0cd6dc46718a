import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conv } from "../../src/core/conv";
import type { LayerOptions, Op } from "../../src/core/options";
import { outputShape } from "../../src/core/outputShape";
import { problemText } from "../../src/core/problem";
import { tensorFrom, zeroTensor } from "../../src/core/tensor";
import { type Problem, validate } from "../../src/core/validate";

function said(op: Op, inputShape: readonly number[], options: LayerOptions): string[] {
  return validate(op, inputShape, options).map(problemText);
}

describe("validate", () => {
  it.each<[Op, readonly number[], LayerOptions, string]>([
    [
      "conv",
      [3, 3],
      { kernelSize: 5 },
      "Kernel 5×5 does not fit the padded input 3×3. Add padding 1 or use a kernel of at most 3×3",
    ],
    [
      "conv",
      [5],
      { kernelSize: [3], dilation: 3 },
      "Kernel 3 with dilation 3 spans 7 cells, the padded input has 5",
    ],
    ["conv", [3, 3], { kernelSize: 2, stride: 0 }, "Stride must be a whole number of at least 1"],
    ["conv", [3, 3], { kernelSize: 2, stride: [1, -1] }, "Stride must be a whole number of at least 1"],
    ["conv", [3, 3], { kernelSize: 2, stride: 1.5 }, "Stride must be a whole number of at least 1"],
    ["conv", [3, 3], { kernelSize: 2, padding: -1 }, "Padding cannot be negative"],
    ["conv", [3, 3], { kernelSize: 2, dilation: 0 }, "Dilation must be at least 1"],
    [
      "conv",
      [3, 3],
      { kernelSize: 2, padding: 3, paddingMode: "reflect" },
      "Reflect padding must be smaller than the input (at most 2)",
    ],
    [
      "conv",
      [3, 3],
      { kernelSize: 2, padding: 4, paddingMode: "circular" },
      "Circular padding can be at most the input size (3)",
    ],
    [
      "conv",
      [1, 3, 4, 4],
      { kernelSize: 2, groups: 2 },
      "3 input channels cannot be split into 2 groups. Use 1 or 3",
    ],
    [
      "conv",
      [1, 4, 4, 4],
      { kernelSize: 2, groups: 3, outChannels: 6 },
      "4 input channels cannot be split into 3 groups. Use 1 or 2",
    ],
    [
      "conv",
      [1, 12, 4, 4],
      { kernelSize: 2, groups: 5, outChannels: 18 },
      "12 input channels cannot be split into 5 groups. Use 1, 2, 3 or 6",
    ],
    [
      "transposed",
      [3, 3],
      { kernelSize: 2, stride: 2, outputPadding: 2 },
      "Output padding must be smaller than the stride or the dilation",
    ],
    ["max-pool", [5, 5], { kernelSize: 3, padding: 2 }, "Pool padding can be at most half the window"],
    ["transposed", [1, 1], { kernelSize: 2, padding: [1, 1] }, "This setting leaves an output of size 0"],
    [
      "transposed",
      [1, 1],
      {
        kernelSize: 2,
        padding: [
          [1, 2],
          [0, 0],
        ],
      },
      "This setting leaves an output of size -1",
    ],
    [
      "conv",
      [1, 4, 1000, 1000],
      { kernelSize: 11, outChannels: 4 },
      "This would need 1897473600 multiplications (limit 1000000000)",
    ],
    ["conv", [2001, 2000], { kernelSize: 1 }, "This would need 4002000 numbers (limit 4000000)"],
  ])("%s on %j with %j: says what is wrong and what to do", (op, inputShape, options, sentence) => {
    expect(said(op, inputShape, options)).toContain(sentence);
  });

  it("accepts replicate padding wider than the input", () => {
    expect(validate("conv", [3, 3], { kernelSize: 2, padding: 7, paddingMode: "replicate" })).toEqual([]);
  });

  it("notes that PyTorch refuses 'same' with a stride, but does not refuse it", () => {
    const options: LayerOptions = { kernelSize: 3, padding: 1, stride: 2, same: "tensorflow" };
    const [note] = validate("conv", [8, 8], options);
    expect(note).toMatchObject({ code: "same-with-stride", severity: "note", field: "stride" });
    expect(note?.message).toBe("PyTorch does not allow 'same' with stride > 1");
    expect(outputShape("conv", [8, 8], options)).toEqual([4, 4]);
  });

  it("asks before much work, and counts it right", () => {
    const [ask] = validate("conv", [500, 500], { kernelSize: 10 });
    expect(ask).toMatchObject({
      code: "work-to-confirm",
      severity: "confirm",
      values: { work: 491 * 491 * 100 },
    });
    expect(outputShape("conv", [500, 500], { kernelSize: 10 })).toEqual([491, 491]);
  });

  it("proposes the smallest padding and the largest kernel that work", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 14 })), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom("zeros" as const, "reflect" as const, "circular" as const),
        (axes, padding, paddingMode) => {
          const input = axes.map(([size]) => size);
          const kernelSize = axes.map(([, size]) => size);
          const found = validate("conv", input, { kernelSize, padding, paddingMode });
          const tooLarge = found.find(({ code }) => code.startsWith("kernel-too-large")) as
            | Problem
            | undefined;
          fc.pre(tooLarge !== undefined);
          const works = (options: LayerOptions) =>
            validate("conv", input, { paddingMode, ...options }).length === 0;
          const proposed = tooLarge?.values.padding as number | undefined;
          if (proposed !== undefined) {
            expect(works({ kernelSize, padding: proposed })).toBe(true);
            expect(works({ kernelSize, padding: proposed - 1 })).toBe(false);
          } else {
            expect([...Array(20).keys()].some((p) => works({ kernelSize, padding: p }))).toBe(false);
          }
          const limit = String(tooLarge?.values.padded).split("×").map(Number);
          expect(works({ kernelSize: limit, padding })).toBe(true);
          for (const axis of limit.keys()) {
            expect(works({ kernelSize: limit.map((k, i) => (i === axis ? k + 1 : k)), padding })).toBe(false);
          }
        },
      ),
    );
  });

  it("never throws, whatever numbers it is given, and the layer runs exactly when it finds no error", () => {
    const any = fc.oneof(fc.integer({ min: -2, max: 6 }), fc.constantFrom(1.5, Number.NaN, Infinity, 1e9));
    const list = fc.oneof(any, fc.array(any, { maxLength: 3 }));
    const op = fc.constantFrom<Op>("conv", "conv-flipped", "transposed", "max-pool", "avg-pool");
    fc.assert(
      fc.property(
        op,
        fc.array(any, { maxLength: 6 }),
        fc.record({
          kernelSize: list,
          stride: list,
          padding: list,
          dilation: list,
          outputPadding: list,
          groups: any,
        }),
        (kind, inputShape, options) => {
          const refused = validate(kind, inputShape, options).some(({ severity }) => severity === "error");
          const shape = () => outputShape(kind, inputShape, options);
          if (refused) expect(shape).toThrow(RangeError);
          else expect(shape().every((size) => Number.isInteger(size) && size > 0)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("refuses what PyTorch's layers have no argument for", () => {
    const codes = (op: Op, options: LayerOptions) => validate(op, [6, 6], options).map(({ code }) => code);
    expect(codes("transposed", { kernelSize: 2, paddingMode: "reflect" })).toEqual([
      "padding-mode-not-allowed",
    ]);
    expect(codes("max-pool", { kernelSize: 2, paddingMode: "circular" })).toEqual([
      "padding-mode-not-allowed",
    ]);
    expect(codes("avg-pool", { kernelSize: 2, dilation: 2 })).toEqual(["dilation-not-allowed"]);
  });

  it("names the option whose list has the wrong length", () => {
    expect(validate("conv", [1, 1, 4, 4], { weightShape: [1, 1, 2, 2], stride: [1, 2, 3] })).toMatchObject([
      { code: "wrong-length", field: "stride", values: { name: "stride", dims: 2, length: 3 } },
    ]);
  });

  it("is what the operations throw", () => {
    expect(() => conv(zeroTensor([1, 1, 3, 3]), zeroTensor([1, 1, 5, 5]))).toThrow(
      new RangeError(
        "Kernel 5×5 does not fit the padded input 3×3. Add padding 1 or use a kernel of at most 3×3",
      ),
    );
    expect(() => conv(tensorFrom([1, 1, 1], [1]), zeroTensor([1, 1]))).toThrow(RangeError);
  });
});
