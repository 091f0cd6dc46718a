import { describe, expect, it } from "vitest";
import { avgPool } from "../../src/core/avgPool";
import { conv } from "../../src/core/conv";
import { convGradients } from "../../src/core/convGradients";
import { convTranspose } from "../../src/core/convTranspose";
import { convTransposeGradients } from "../../src/core/convTransposeGradients";
import { maxPool } from "../../src/core/maxPool";
import type { LayerOptions, Op } from "../../src/core/options";
import { outputShape } from "../../src/core/outputShape";
import { pad } from "../../src/core/pad";
import { avgPoolGradients, maxPoolGradients } from "../../src/core/poolGradients";
import { samePadding } from "../../src/core/samePadding";
import type { Tensor } from "../../src/core/tensor";
import { validate } from "../../src/core/validate";
import { difference, type GoldenCase, goldenCases, goldenTensor } from "./goldenCases";

type GradientOf = Partial<Record<"input" | "weight" | "bias", Tensor>>;

interface Operation {
  readonly op: Op;
  readonly run: (given: GoldenCase, input: Tensor, weight: Tensor | undefined, bias: Tensor | null) => Tensor;
  readonly gradients: (
    given: GoldenCase,
    input: Tensor,
    weight: Tensor | undefined,
    grad: Tensor,
  ) => GradientOf;
}

const operations: Readonly<Record<string, Operation>> = {
  conv: {
    op: "conv",
    run: (given, input, weight, bias) => conv(input, weight as Tensor, bias, given),
    gradients: (given, input, weight, grad) => convGradients(input, weight as Tensor, grad, given),
  },
  convTranspose: {
    op: "transposed",
    run: (given, input, weight, bias) => convTranspose(input, weight as Tensor, bias, given),
    gradients: (given, input, weight, grad) => convTransposeGradients(input, weight as Tensor, grad, given),
  },
  maxPool: {
    op: "max-pool",
    run: (given, input) => maxPool(input, { ...given, kernelSize: given.kernelSize ?? 0 }),
    gradients: (given, input, _, grad) =>
      maxPoolGradients(input, grad, { ...given, kernelSize: given.kernelSize ?? 0 }),
  },
  avgPool: {
    op: "avg-pool",
    run: (given, input) => avgPool(input, { ...given, kernelSize: given.kernelSize ?? 0 }),
    gradients: (given, input, _, grad) =>
      avgPoolGradients(input, grad, { ...given, kernelSize: given.kernelSize ?? 0 }),
  },
};

const tolerance = (given: GoldenCase) => (given.scale === 7 ? 1e-14 : 0);

describe.each(Object.entries(operations))("%s beside PyTorch", (file, { op, run, gradients }) => {
  const cases = goldenCases(file).map((given) => {
    const { seed, scale } = given;
    const input = goldenTensor(seed, given.input, scale);
    const weight = given.weight && goldenTensor(seed + 1, given.weight, scale);
    const bias = given.bias ? goldenTensor(seed + 2, [given.bias], scale) : null;
    const options: LayerOptions = weight
      ? { ...given, weightShape: weight.shape }
      : { ...given, dims: given.input.length - 2 };
    return { given, input, weight, bias, options };
  });

  it("gives the same numbers, exactly where float64 is exact", () => {
    for (const { given, input, weight, bias } of cases) {
      if (!given.result) continue;
      const output = run(given, input, weight, bias);
      expect(output.shape, JSON.stringify(given)).toEqual(given.shape);
      const loosest = file === "avgPool" ? 1e-14 : tolerance(given);
      expect(difference(output.data, given.result), JSON.stringify(given)).toBeLessThanOrEqual(loosest);
    }
  });

  it("gives the same gradients", () => {
    for (const { given, input, weight } of cases) {
      if (!given.gradients || !given.shape) continue;
      const grad = goldenTensor(given.seed + 3, given.shape, given.scale);
      const found = gradients(given, input, weight, grad);
      const loosest = file === "avgPool" ? 1e-14 : tolerance(given);
      for (const [name, expected] of Object.entries(given.gradients)) {
        const tensor = found[name as keyof GradientOf] as Tensor;
        expect(difference(tensor.data, expected), `${name} of ${JSON.stringify(given)}`).toBeLessThanOrEqual(
          loosest,
        );
      }
    }
  });

  it("predicts the shape without computing", () => {
    for (const { given, options } of cases) {
      if (given.shape)
        expect(outputShape(op, given.input, options), JSON.stringify(given)).toEqual(given.shape);
    }
  });

  it("refuses what PyTorch refuses, with the sentences of validate", () => {
    let refused = 0;
    for (const { given, input, weight, bias, options } of cases) {
      if (given.result) continue;
      refused++;
      expect(() => run(given, input, weight, bias), JSON.stringify(given)).toThrow(RangeError);
      const error = validate(op, given.input, options).find(({ severity }) => severity === "error");
      if (error) expect(() => run(given, input, weight, bias)).toThrow(error.message);
      else expect(given.name).toBe("bias of another length");
    }
    expect(refused).toBeGreaterThan(20);
  });

  it("finds no error in what PyTorch accepts", () => {
    for (const { given, options } of cases) {
      if (given.result) expect(validate(op, given.input, options), JSON.stringify(given)).toEqual([]);
    }
  });
});

describe("pad beside PyTorch", () => {
  it("gives the same numbers and refuses the same pads", () => {
    for (const { seed, input, pads = [], mode = "zeros", shape, result } of goldenCases("pad")) {
      const padded = () => pad(goldenTensor(seed, input, 1), pads, mode);
      const name = JSON.stringify({ input, pads, mode });
      if (result) expect(padded(), name).toEqual({ shape, data: Float64Array.from(result, Number) });
      else expect(padded, name).toThrow(RangeError);
    }
  });
});

describe("samePadding beside PyTorch's 'same'", () => {
  it("puts the odd cell on the same side", () => {
    for (const { seed, input, weight = [], dilation = 1, shape, result } of goldenCases("same")) {
      const padding = input
        .slice(2)
        .map((size) =>
          samePadding(
            size,
            { kernelSize: weight[2] as number, stride: 1, dilation: dilation as number },
            "pytorch",
          ),
        );
      const output = conv(goldenTensor(seed, input, 1), goldenTensor(seed + 1, weight, 1), null, {
        padding,
        dilation,
      });
      expect(output.shape).toEqual(shape);
      expect([...output.data]).toEqual(result);
    }
  });
});
