import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Op } from "../../src/core/options";
import type { ConvDocument } from "../../src/model/document";
import { im2colOf } from "../../src/trace/im2col";
import { entryAt, type LayerMatrix, MATRIX_LIMIT, matrixOf } from "../../src/trace/matrix";
import { matrixCounts } from "../../src/trace/matrixCounts";
import { stepCount } from "../../src/trace/trace";
import { counting, documentWith, evenPads, filled, layerDocuments } from "./documents";
import { naiveLayer } from "./naiveLayers";

const LINEAR = ["conv", "conv-flipped", "transposed"] as const;
const RUNS = { numRuns: 150 };

const plain = (values: Iterable<number>) => Array.from(values, (value) => value + 0);

/** Documents that can be probed weight by weight. */
const small = layerDocuments(LINEAR).filter(
  ({ input, layers: [{ weight }] }) => input.data.length <= 16 && weight.data.length <= 12,
);

/** Documents whose matrix is listed. */
const listable = (ops: readonly Op[]) =>
  layerDocuments(ops).filter((document) => {
    const { rows, columns } = matrixCounts(document);
    return Math.max(rows, columns) <= MATRIX_LIMIT;
  });

function listed(document: ConvDocument): LayerMatrix {
  const matrix = matrixOf(document);
  if (!matrix) throw new Error("the matrix is not listed");
  return matrix;
}

function rowsOf(matrix: LayerMatrix): number[][] {
  return filled(matrix.rows, matrix.columns, (row, column) => entryAt(matrix, row, column)?.value ?? 0);
}

/** What the loops answer to an input with one 1, without bias: the matrix column by column. */
function probed(document: ConvDocument): number[][] {
  const { input } = document;
  const [layer] = document.layers;
  const columns = Array.from(input.data.keys(), (at) => {
    const data = new Float64Array(input.data.length);
    data[at] = 1;
    const bias = layer.bias.map(() => 0);
    return naiveLayer({ input: { shape: input.shape, data }, layers: [{ ...layer, bias }] }).sums;
  });
  return filled(columns[0]?.length ?? 0, columns.length, (row, column) => (columns[column]?.[row] ?? 0) + 0);
}

/** The document with one weight alone. */
function withOneWeight(document: ConvDocument, at: number): ConvDocument {
  const [layer] = document.layers;
  const data = new Float64Array(layer.weight.data.length);
  data[at] = 1;
  return { ...document, layers: [{ ...layer, weight: { shape: layer.weight.shape, data } }] };
}

describe("a layer as a matrix", () => {
  test("of lesson 19: 36 places, 16 used, 4 different numbers", () => {
    const document = documentWith({});
    expect(rowsOf(listed(document))).toEqual([
      [0, 1, 0, 2, 3, 0, 0, 0, 0],
      [0, 0, 1, 0, 2, 3, 0, 0, 0],
      [0, 0, 0, 0, 1, 0, 2, 3, 0],
      [0, 0, 0, 0, 0, 1, 0, 2, 3],
    ]);
    expect(matrixCounts(document)).toEqual({
      rows: 4,
      columns: 9,
      places: 36,
      used: 16,
      zero: 20,
      distinct: 4,
      tied: 16,
      combined: 0,
    });
    // The weight 0 is a weight: the place says whose it is.
    expect(entryAt(listed(document), 0, 0)).toEqual({ weights: [0], value: 0, places: 4 });
    expect(entryAt(listed(document), 0, 2)).toBeNull();
  });

  test("times the input gives what the loops give", () => {
    fc.assert(
      fc.property(listable([...LINEAR, "avg-pool"]), (document) => {
        expect(rowsOf(listed(document)).map(plain)).toEqual(probed(document));
      }),
      RUNS,
    );
  });

  test("of max pooling picks this input's winners", () => {
    fc.assert(
      fc.property(listable(["max-pool"]), (document) => {
        const rows = rowsOf(listed(document));
        // A dilated window may lie on padding alone: there is nothing to pick then.
        const picked = rows.map((row) =>
          row.includes(1) ? (document.input.data[row.indexOf(1)] ?? 0) : Number.NEGATIVE_INFINITY,
        );
        const ones = rows.flat().filter((entry) => entry !== 0);
        expect(ones).toEqual(ones.map(() => 1));
        expect(matrixCounts(document).used).toBe(ones.length);
        expect(plain(picked)).toEqual(plain(naiveLayer(document).sums));
      }),
      RUNS,
    );
  });

  test("is counted as its weights fall one by one", () => {
    fc.assert(
      fc.property(small, (document) => {
        const [layer] = document.layers;
        const places = Array.from(layer.weight.data.keys(), (at) =>
          probed(withOneWeight(document, at))
            .flat()
            .flatMap((entry, place) => (entry === 0 ? [] : [place])),
        );
        const weightsAt = new Map<number, number[]>();
        places.forEach((found, weight) => {
          for (const place of found) weightsAt.set(place, [...(weightsAt.get(place) ?? []), weight]);
        });
        const counts = matrixCounts(document);
        expect(counts).toMatchObject({
          used: weightsAt.size,
          zero: counts.places - weightsAt.size,
          distinct: places.filter((found) => found.length > 0).length,
          tied: [...weightsAt.values()].filter((weights) =>
            weights.some((weight) => (places[weight]?.length ?? 0) > 1),
          ).length,
        });
      }),
      { numRuns: 60 },
    );
  });

  test("adds up the weights that repeating padding has meet on one cell", () => {
    const document = documentWith({ padding: evenPads(1), paddingMode: "replicate" });
    expect(entryAt(listed(document), 0, 0)).toEqual({ weights: [0, 1, 2, 3], value: 6, places: 4 });
    // No weight falls on a zero: each of the 16 outputs has all four.
    const sums = rowsOf(listed(document)).flat();
    expect(sums.reduce((all, entry) => all + entry, 0)).toBe(16 * 6);
    expect(matrixCounts(document).combined).toBe(
      listed(document).kindOf.reduce(
        (count, kind) => count + ((listed(document).kinds[kind]?.weights.length ?? 0) > 1 ? 1 : 0),
        0,
      ),
    );
  });

  test("past its limit is counted, not listed", () => {
    const document = documentWith({ input: counting(64, 64), kernel: counting(3, 3) });
    expect(matrixOf(document)).toBeNull();
    // 62 · 62 windows with 9 weights each.
    expect(matrixCounts(document)).toMatchObject({ rows: 3844, columns: 4096, used: 34_596, distinct: 9 });
  });
});

describe("im2col", () => {
  test("of lesson 19: the windows as rows, times the kernel as a column", () => {
    const product = im2colOf(documentWith({}), 0);
    expect(product?.left).toMatchObject({ rows: 4, columns: 4 });
    expect(plain(product?.left.values ?? [])).toEqual([0, 1, 3, 4, 1, 2, 4, 5, 3, 4, 6, 7, 4, 5, 7, 8]);
    expect(plain(product?.right?.values ?? [])).toEqual([0, 1, 2, 3]);
    expect(plain(product?.result.values ?? [])).toEqual([19, 25, 37, 43]);
  });

  test("gives every output of the step's group, without the bias", () => {
    fc.assert(
      fc.property(layerDocuments(["conv", "conv-flipped"]), fc.nat(), (document, at) => {
        const [layer] = document.layers;
        const step = at % stepCount(document);
        const product = im2colOf(document, step);
        const unbiased = { ...document, layers: [{ ...layer, bias: layer.bias.map(() => 0) }] as const };
        const sums = naiveLayer(unbiased).sums;
        const { rows, columns, values } = product?.result ?? { rows: 1, columns: 1, values: [] };
        const first = Math.floor(step / (rows * columns)) * rows * columns;
        const byChannel = filled(columns, rows, (channel, row) => values[row * columns + channel] ?? 0);
        expect(plain(byChannel.flat())).toEqual(plain(sums.slice(first, first + rows * columns)));
      }),
      RUNS,
    );
  });

  test("of pooling has the mean or the largest number of each row", () => {
    const pooling = { kernel: counting(2, 2), stride: [1, 1] };
    const largest = im2colOf(documentWith({ ...pooling, op: "max-pool" }), 0);
    expect(largest).toMatchObject({ kind: "max", right: null });
    expect(plain(largest?.result.values ?? [])).toEqual([4, 5, 7, 8]);
    const mean = im2colOf(documentWith({ ...pooling, op: "avg-pool" }), 0);
    expect(plain(mean?.result.values ?? [])).toEqual([2, 3, 5, 6]);
  });

  test("of a transposed layer has each input's stamp as a row", () => {
    const product = im2colOf(
      documentWith({
        op: "transposed",
        input: [
          [0, 1],
          [2, 3],
        ],
      }),
      0,
    );
    expect(product?.kind).toBe("stamps");
    expect(plain(product?.result.values ?? [])).toEqual([0, 0, 0, 0, 0, 1, 2, 3, 0, 2, 4, 6, 0, 3, 6, 9]);
  });
});
