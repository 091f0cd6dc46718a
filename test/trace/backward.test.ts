import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConvDocument } from "../../src/model/document";
import { gradientOf, setGradient } from "../../src/model/gradient";
import { gridOf } from "../../src/model/grid";
import { backwardOf, turnedCorrelation } from "../../src/trace/backward";
import { inputBlame, weightBlame } from "../../src/trace/blames";
import { cellIn } from "../../src/trace/extent";
import { traceOf } from "../../src/trace/trace";
import { documentWith, evenPads, filled, layerDocuments } from "./documents";
import { naiveLayer } from "./naiveLayers";

const RUNS = { numRuns: 120 };

const plain = (values: Iterable<number>) => Array.from(values, (value) => value + 0);
const total = (parts: readonly { readonly product: number }[]) =>
  parts.reduce((sum, { product }) => sum + product, 0);

function withGradient(document: ConvDocument, rows: readonly (readonly number[])[]): ConvDocument {
  return setGradient(gridOf(rows))(document);
}

/** Each output's gradient times the output, added up: what the gradients are the slopes of. */
function loss(document: ConvDocument, slopes: Float64Array): number {
  const relu = document.layers[0].activation === "relu";
  return naiveLayer(document).sums.reduce(
    (sum, output, i) => sum + (slopes[i] ?? 0) * (relu ? Math.max(0, output) : output),
    0,
  );
}

/** The slope between two points on both sides: exact where the loss is a straight line, as it is without a bend. */
function slopeOf(change: (by: number) => ConvDocument, slopes: Float64Array): number {
  return (loss(change(1), slopes) - loss(change(-1), slopes)) / 2;
}

function changedInput(document: ConvDocument, at: number, by: number): ConvDocument {
  const { shape, data } = document.input;
  return { ...document, input: { shape, data: data.with(at, (data[at] ?? 0) + by) } };
}

function changedWeight(document: ConvDocument, at: number, by: number): ConvDocument {
  const [layer] = document.layers;
  const { shape, data } = layer.weight;
  const weight = { shape, data: data.with(at, (data[at] ?? 0) + by) };
  return { ...document, layers: [{ ...layer, weight }] };
}

function withoutBend(document: ConvDocument): ConvDocument {
  const [layer] = document.layers;
  return { ...document, layers: [{ ...layer, activation: "none" }] };
}

describe("what comes back through a layer", () => {
  test("lesson 20: one output stamps the kernel", () => {
    const document = withGradient(documentWith({}), [
      [1, 0],
      [0, 0],
    ]);
    expect(plain(backwardOf(document).input)).toEqual([0, 1, 0, 2, 3, 0, 0, 0, 0]);
  });

  test("lesson 20: all ones add up four stamps; dK = X ⋆ G; db = ΣG", () => {
    const { input, weight, bias } = backwardOf(documentWith({}));
    expect(plain(input)).toEqual([0, 1, 1, 2, 6, 4, 2, 5, 3]);
    expect(plain(weight ?? [])).toEqual([8, 12, 20, 24]);
    expect(plain(bias ?? [])).toEqual([4]);
  });

  test("is the slope of the loss along every input and weight", () => {
    fc.assert(
      fc.property(layerDocuments(["conv", "transposed", "avg-pool"]), (drawn) => {
        const document = withoutBend(drawn);
        const slopes = gradientOf(document).data.map((_, i) => (i % 5) - 2);
        const set = setGradient({ shape: gradientOf(document).shape, data: slopes })(document);
        const { input, weight } = backwardOf(set);
        for (const [at, slope] of input.entries())
          expect(slope).toBeCloseTo(
            slopeOf((by) => changedInput(set, at, by), slopes),
            8,
          );
        for (const [at, slope] of (weight ?? []).entries())
          expect(slope).toBeCloseTo(
            slopeOf((by) => changedWeight(set, at, by), slopes),
            8,
          );
      }),
      { numRuns: 60 },
    );
  });

  test("adds up from the parts that blame each input and each weight", () => {
    fc.assert(
      fc.property(layerDocuments(), (document) => {
        const { input, weight } = backwardOf(document);
        const trace = traceOf(document);
        for (const [at, slope] of input.entries())
          expect(total(inputBlame(document, cellIn(trace.input, at)))).toBeCloseTo(slope, 8);
        for (const [at, slope] of (weight ?? []).entries())
          expect(total(weightBlame(document, at))).toBeCloseTo(slope, 8);
      }),
      RUNS,
    );
  });

  test("of max pooling goes to the winner alone, the first of equals", () => {
    const document = documentWith({
      op: "max-pool",
      input: [
        [5, 1, 2],
        [5, 0, 2],
      ],
      kernel: [
        [0, 0],
        [0, 0],
      ],
    });
    expect(plain(backwardOf(document).input)).toEqual([1, 0, 1, 0, 0, 0]);
    expect(backwardOf(document)).toMatchObject({ weight: null, bias: null });
  });

  test("stops where ReLU has cut a sum off", () => {
    const document = documentWith({ bias: -30, activation: "relu" });
    const { sums, held } = backwardOf(document);
    // Lesson 2: sums −11, −5, 7, 13.
    expect(plain(sums)).toEqual([0, 0, 1, 1]);
    expect(held).toBe(2);
  });

  test("is 0 at cells that no window reads", () => {
    const document = documentWith({ stride: [3, 3] });
    expect(plain(backwardOf(document).input)).toEqual([0, 1, 0, 2, 3, 0, 0, 0, 0]);
    expect(inputBlame(document, { channel: 0, depth: 0, row: 2, column: 2 })).toEqual([]);
  });
});

describe("the padded gradient, correlated with the turned kernel", () => {
  test("is lesson 20's 4×4 of zeros around ones, and the kernel backwards", () => {
    const turned = turnedCorrelation(documentWith({}));
    expect(plain(turned?.padded.values ?? [])).toEqual([0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0]);
    expect(plain(turned?.kernel.values ?? [])).toEqual([3, 2, 1, 0]);
  });

  test("gives the input's gradient with every padding narrower than the kernel", () => {
    const numbers = (count: number) =>
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: count, maxLength: count });
    const side = fc.integer({ min: 0, max: 2 });
    fc.assert(
      fc.property(
        numbers(12),
        numbers(9),
        fc.tuple(side, side),
        fc.tuple(side, side),
        (x, k, down, across) => {
          const document = documentWith({
            input: filled(3, 4, (row, column) => x[row * 4 + column] ?? 0),
            kernel: filled(3, 3, (row, column) => k[row * 3 + column] ?? 0),
            padding: [down, across],
          });
          const turned = turnedCorrelation(document);
          const { extent = { rows: 0, columns: 0 }, values = [] } = turned?.padded ?? {};
          expect([extent.rows, extent.columns]).toEqual([5, 6]);
          const correlated = filled(3, 4, (row, column) => {
            let sum = 0;
            for (let r = 0; r < 3; r++)
              for (let c = 0; c < 3; c++)
                sum += (values[(row + r) * 6 + column + c] ?? 0) * (turned?.kernel.values[r * 3 + c] ?? 0);
            return sum + 0;
          });
          expect(correlated.flat()).toEqual(plain(backwardOf(document).input));
        },
      ),
      RUNS,
    );
  });

  test("is not offered with a stride, a dilation or padding that repeats cells", () => {
    for (const change of [
      { stride: [2, 1] },
      { dilation: [1, 2] },
      { padding: evenPads(1), paddingMode: "replicate" },
      { padding: evenPads(2) },
    ] as const)
      expect(turnedCorrelation(documentWith(change))).toBeNull();
  });
});
