import { describe, expect, it } from "vitest";
import { forward, layerParameters, parameterCount } from "../../src/core/network";
import { tensorFrom } from "../../src/core/tensor";

const twoLayers = [
  { weightShape: [2, 1, 1, 2], bias: true },
  { weightShape: [1, 2, 1, 1], bias: false },
];

describe("a network", () => {
  it.each([
    ["Conv2d(3, 16, 5)", [{ weightShape: [16, 3, 5, 5], bias: true }], 1216],
    ["Conv2d(256, 64, 1)", [{ weightShape: [64, 256, 1, 1], bias: true }], 16448],
    ["two layers", twoLayers, 8],
  ])("has as many parameters as PyTorch counts: %s", (_, network, count) => {
    expect(parameterCount(network)).toBe(count);
  });

  it("keeps its parameters in PyTorch's order, and hands out views", () => {
    const parameters = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    const [first, second] = layerParameters(twoLayers, parameters);
    expect(first?.weight).toEqual(tensorFrom([2, 1, 1, 2], [1, 2, 3, 4]));
    expect(first?.bias).toEqual(tensorFrom([2], [5, 6]));
    expect(second?.weight).toEqual(tensorFrom([1, 2, 1, 1], [7, 8]));
    expect(second?.bias).toBeNull();
    parameters[6] = 70;
    expect(second?.weight.data[0]).toBe(70);
  });

  it.each<[string, "none" | "relu", number, number[]]>([
    ["is one kernel in disguise, [1, 0, −1], without a bend", "none", 1, [-1, -1, -1]],
    ["is none with a ReLU", "relu", 1, [3, 3, 3]],
    ["on the negative neither", "relu", -1, [4, 4, 4]],
  ])("of [1, −1] and [1, 1] %s", (_, activation, sign, expected) => {
    const values = [4, 1, 5, 2, 6].map((value) => value * sign);
    const network = [
      { weightShape: [1, 1, 2], bias: false, activation },
      { weightShape: [1, 1, 2], bias: false },
    ];
    const outputs = forward(network, tensorFrom([1, 1, 5], values), Float64Array.of(1, -1, 1, 1));
    expect([...(outputs.at(-1)?.data ?? [])]).toEqual(expected);
  });

  it("turns a flipped layer's kernel before it slides", () => {
    const network = [{ weightShape: [1, 1, 2, 2], bias: true, flipped: true }];
    const input = tensorFrom([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const [output] = forward(network, input, Float64Array.of(0, 1, 2, 3, 100));
    expect([...(output?.data ?? [])]).toEqual([105, 111, 123, 129]);
  });

  it("refuses parameters that are too few", () => {
    expect(() => layerParameters(twoLayers, new Float64Array(7))).toThrow(
      "parameters must be 8 numbers, got 7",
    );
  });
});
