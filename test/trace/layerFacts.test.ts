import { describe, expect, test } from "vitest";
import { resolvedLayerOf } from "../../src/model/layer";
import { groupBill } from "../../src/trace/groupBill";
import { shapeTuplesOf, tupleText } from "../../src/trace/shapeTuples";
import { stampOverlaps } from "../../src/trace/stampOverlaps";
import { wayBack } from "../../src/trace/wayBack";
import { layerWith, type Nested } from "./documents";

function ones([size = 1, ...others]: readonly number[]): Nested {
  return Array.from({ length: size }, () => (others.length > 0 ? ones(others) : 1));
}

describe("shapes as tuples", () => {
  const texts = (document: Parameters<typeof shapeTuplesOf>[0]) =>
    Object.fromEntries(
      shapeTuplesOf(document).map(({ tensor, axes }) => [tensor, tupleText(axes.map(({ size }) => size))]),
    );

  test("of two channels to three", () => {
    const document = layerWith({ input: ones([2, 3, 3]), weight: ones([3, 2, 2, 2]) });
    expect(texts(document)).toEqual({
      input: "(1, 2, 3, 3)",
      weight: "(3, 2, 2, 2)",
      bias: "(3,)",
      output: "(1, 3, 2, 2)",
    });
  });

  test("of a text of five words with four numbers each, to two maps", () => {
    const document = layerWith({ input: ones([4, 5]), weight: ones([2, 4, 3]) });
    expect(texts(document)).toEqual({
      input: "(1, 4, 5)",
      weight: "(2, 4, 3)",
      bias: "(2,)",
      output: "(1, 2, 3)",
    });
  });

  test("of a volume: eight slices of 16 × 16 and a kernel of three each way", () => {
    const document = layerWith({ input: ones([1, 8, 16, 16]), weight: ones([1, 1, 3, 3, 3]) });
    expect(texts(document).output).toBe("(1, 1, 6, 14, 14)");
  });

  test("of three lanes with four kernels each: a kernel sees one channel", () => {
    const document = layerWith({ input: ones([3, 4, 4]), weight: ones([12, 1, 3, 3]), groups: 3 });
    const weight = shapeTuplesOf(document).find(({ tensor }) => tensor === "weight");
    expect(weight?.axes).toEqual([
      { axis: "outChannels", size: 12 },
      { axis: "inPerGroup", size: 1 },
      { axis: "kernelRows", size: 3 },
      { axis: "kernelColumns", size: 3 },
    ]);
  });

  test("of a transposed layer: its weight begins with the input's channels", () => {
    const document = layerWith({ input: ones([2, 4, 4]), weight: ones([2, 3, 2, 2]), op: "transposed" });
    expect(texts(document)).toMatchObject({ weight: "(2, 3, 2, 2)", bias: "(3,)", output: "(1, 3, 5, 5)" });
  });

  test("pooling has neither weight nor bias", () => {
    const document = layerWith({ input: ones([2, 4, 4]), weight: ones([2, 2, 2, 2]), op: "max-pool" });
    expect(texts(document)).toEqual({ input: "(1, 2, 4, 4)", output: "(1, 2, 3, 3)" });
  });
});

describe("the bill of groups", () => {
  const bill = (ins: number, outs: number, groups = 1) =>
    groupBill(
      resolvedLayerOf(
        layerWith({ input: ones([ins, 5, 5]), weight: ones([outs, ins / groups, 3, 3]), groups }),
      ),
    ).map(({ way, here, weights }) => [way, here, ...weights]);

  test("of four channels: 144 weights, 72 in two groups, 36 depthwise, 36 + 16 with a 1×1 layer", () => {
    expect(bill(4, 4, 2)).toEqual([
      ["full", false, 144],
      ["groups", true, 72],
      ["depthwise", false, 36],
      ["separable", false, 36, 16],
    ]);
    expect(bill(4, 4, 4).map(([way, here]) => [way, here])).toEqual([
      ["full", false],
      ["depthwise", true],
      ["separable", false],
    ]);
  });

  test("of 32 to 64 channels: 18,432 against 288 + 2,048", () => {
    expect(bill(32, 64)).toEqual([
      ["full", true, 18432],
      ["depthwise", false, 288],
      ["separable", false, 288, 2048],
    ]);
  });

  test("counts a product for each weight at each of the 3 × 3 places of a map", () => {
    const layer = resolvedLayerOf(layerWith({ input: ones([4, 5, 5]), weight: ones([4, 4, 3, 3]) }));
    expect(groupBill(layer).map(({ multiplyAdds }) => multiplyAdds)).toEqual([144 * 9, 36 * 9, 52 * 9]);
  });

  test("of a transposed layer: the kernel is stamped for each input, the 1×1 layer works on each output", () => {
    const layer = resolvedLayerOf(
      layerWith({ input: ones([2, 3, 3]), weight: ones([2, 2, 2, 2]), op: "transposed", stride: [2, 2] }),
    );
    // Stamps of 9 inputs; then 6 × 6 outputs.
    expect(groupBill(layer).map(({ multiplyAdds }) => multiplyAdds)).toEqual([16 * 9, 8 * 9, 8 * 9 + 4 * 36]);
  });
});

test("stamps lie evenly where the stride divides the kernel", () => {
  // As counted on four stamps: k3 s2 → 1 1 2 1 2 1 2 1 1, k4 s2 → 1 1 2 2 2 2 2 2 1 1.
  expect(stampOverlaps(3, 2, 1)).toEqual([2, 1]);
  expect(stampOverlaps(4, 2, 1)).toEqual([2, 2]);
  expect(stampOverlaps(2, 3, 1)).toEqual([1, 1, 0]);
  // Taps 0, 2, 4 all fall on even places.
  expect(stampOverlaps(3, 2, 2)).toEqual([3, 0]);
});

describe("there and back", () => {
  test("keeps the shape, not the numbers", () => {
    const document = layerWith({
      input: [
        [
          [0, 1, 2],
          [3, 4, 5],
          [6, 7, 8],
        ],
      ],
      weight: [
        [
          [
            [0, 1],
            [2, 3],
          ],
        ],
      ],
    });
    const { values, equal, furthest } = wayBack(document);
    expect(Array.from(values)).toEqual([0, 19, 25, 38, 144, 118, 74, 197, 129]);
    expect(equal).toBe(1);
    // 197 − 7 is the largest difference.
    expect(furthest).toBe(7);
  });

  test("a kernel of one 1 is its own inverse", () => {
    const document = layerWith({ input: [[[1, 2]]], weight: [[[[1]]]] });
    expect(wayBack(document)).toMatchObject({ equal: 2, furthest: null });
  });
});
