import { describe, expect, test } from "vitest";
import type { ConvDocument } from "../../src/model/document";
import { gridOf, rowsOf } from "../../src/model/grid";
import { scrambleUnread } from "../../src/model/scrambleUnread";
import { usesOf } from "../../src/trace/relations";
import { termsAt } from "../../src/trace/terms";
import { traceOf } from "../../src/trace/trace";
import { counting, documentWith, evenPads, filled, layerWith } from "./documents";

/** The output's rows. */
function outputOf(document: ConvDocument): number[][] {
  const { output, values } = traceOf(document);
  return rowsOf({ shape: [1, 1, output.rows, output.columns], data: values });
}

const kernel = [
  [0, 1],
  [2, 3],
];
const ones = (rows: number, columns = rows) => filled(rows, columns, () => 1);
const shapeOf = (document: ConvDocument) => {
  const { rows, columns } = traceOf(document).output;
  return [rows, columns];
};
const readsOf = (document: ConvDocument, row: number, column: number) =>
  usesOf(document, { channel: 0, depth: 0, row, column }).length;

describe("the sliding dot product", () => {
  test("goes over 0…8 with 0…3", () => {
    const document = documentWith({});
    expect(outputOf(document)).toEqual([
      [19, 25],
      [37, 43],
    ]);
    expect(termsAt(document, 0).map(({ input, weight }) => [input, weight])).toEqual([
      [0, 0],
      [1, 1],
      [3, 2],
      [4, 3],
    ]);
  });

  test("changes with one weight everywhere but where the input is 0", () => {
    const changed = [
      [1, 1],
      [2, 3],
    ];
    expect(outputOf(documentWith({ kernel: changed }))).toEqual([
      [19, 26],
      [40, 47],
    ]);
  });
});

describe("the bias", () => {
  test("is added to every output", () => {
    expect(outputOf(documentWith({ bias: 1 }))).toEqual([
      [20, 26],
      [38, 44],
    ]);
    expect(outputOf(documentWith({ bias: 5, input: filled(3, 3, () => 0) }))).toEqual([
      [5, 5],
      [5, 5],
    ]);
  });

  test("sets how good a match must be before ReLU lets it through", () => {
    expect(outputOf(documentWith({ bias: -30, activation: "relu" }))).toEqual([
      [0, 0],
      [7, 13],
    ]);
    expect(outputOf(documentWith({ bias: -37, activation: "relu" }))).toEqual([
      [0, 0],
      [0, 6],
    ]);
  });
});

describe("true convolution", () => {
  const point = gridOf(filled(3, 3, (row, column) => (row === 1 && column === 1 ? 1 : 0)));

  test("stamps the kernel the right way up where correlation turns it", () => {
    expect(outputOf({ ...documentWith({}), input: point })).toEqual([
      [3, 2],
      [1, 0],
    ]);
    expect(outputOf({ ...documentWith({ op: "conv-flipped" }), input: point })).toEqual(kernel);
  });

  test("gives what correlation gave once the kernel is turned", () => {
    expect(outputOf(documentWith({ op: "conv-flipped" }))).toEqual([
      [5, 11],
      [23, 29],
    ]);
    const turned = [
      [3, 2],
      [1, 0],
    ];
    expect(outputOf(documentWith({ op: "conv-flipped", kernel: turned }))).toEqual([
      [19, 25],
      [37, 43],
    ]);
  });

  test("agrees with correlation for a kernel that looks the same from both sides", () => {
    const symmetric = [
      [1, 2],
      [2, 1],
    ];
    for (const op of ["conv", "conv-flipped"] as const) {
      expect(outputOf(documentWith({ op, kernel: symmetric }))).toEqual([
        [12, 18],
        [30, 36],
      ]);
    }
  });
});

describe("padding", () => {
  test("of one ring gives 4 × 4", () => {
    expect(outputOf(documentWith({ padding: evenPads(1) }))).toEqual([
      [0, 3, 8, 4],
      [9, 19, 25, 10],
      [21, 37, 43, 16],
      [6, 7, 8, 0],
    ]);
  });

  test("keeps the size with (k − 1) / 2 on each side", () => {
    const input = counting(8, 8);
    expect(shapeOf(documentWith({ input, kernel: ones(3) }))).toEqual([6, 6]);
    expect(shapeOf(documentWith({ input, kernel: ones(3), padding: evenPads(1) }))).toEqual([8, 8]);
    expect(shapeOf(documentWith({ input, kernel: ones(5, 3), padding: evenPads(2, 1) }))).toEqual([8, 8]);
    expect(shapeOf(documentWith({ input, kernel: ones(7), padding: evenPads(3) }))).toEqual([8, 8]);
  });

  test("darkens the border of a white page, unless it repeats the page", () => {
    const page = documentWith({ input: ones(5), kernel: ones(3), padding: evenPads(1) });
    const edge = [6, 9, 9, 9, 6];
    expect(outputOf(page)).toEqual([[4, 6, 6, 6, 4], edge, edge, edge, [4, 6, 6, 6, 4]]);
    const repeated = documentWith({
      input: ones(5),
      kernel: ones(3),
      padding: evenPads(1),
      paddingMode: "replicate",
    });
    expect(outputOf(repeated)).toEqual(filled(5, 5, () => 9));
  });

  test("makes edges that are not in the picture", () => {
    const row = outputOf(documentWith({ input: ones(5), kernel: [[1, -1]], padding: evenPads(0, 1) }));
    expect(row[0]).toEqual([-1, 0, 0, 0, 0, 1]);
  });

  test("lets a corner be read 4 times of 9, and 9 times where it is full", () => {
    const counts = (pads: number, row: number, column: number) =>
      readsOf(documentWith({ input: ones(8), kernel: ones(3), padding: evenPads(pads) }), row, column);
    expect([counts(1, 0, 0), counts(1, 4, 4), counts(0, 0, 0)]).toEqual([4, 9, 1]);
    expect([counts(2, 0, 0), counts(2, 7, 3)]).toEqual([9, 9]);
  });

  test("is touched by 28 of 64 outputs of 8 × 8 with 3 × 3", () => {
    const document = documentWith({ input: ones(8), kernel: ones(3), padding: evenPads(1) });
    const touching = Array.from({ length: 64 }, (_, step) => termsAt(document, step)).filter((terms) =>
      terms.some(({ source }) => source === null),
    );
    expect(touching).toHaveLength(28);
  });
});

describe("stride", () => {
  const middle = filled(3, 3, (row, column) => (row === 1 && column === 1 ? 1 : 0));
  const input = filled(8, 8, (row, column) => 10 * row + column);

  test("keeps every second answer", () => {
    const document = documentWith({ input, kernel: middle, padding: evenPads(1), stride: [2, 2] });
    expect(outputOf(document)).toEqual([
      [0, 2, 4, 6],
      [20, 22, 24, 26],
      [40, 42, 44, 46],
      [60, 62, 64, 66],
    ]);
  });

  test("may differ between rows and columns", () => {
    expect(outputOf(documentWith({ padding: evenPads(1), stride: [3, 2] }))).toEqual([
      [0, 8],
      [6, 8],
    ]);
  });

  test.each([
    { size: 5, k: 3, p: 0, s: 2, out: 2 },
    { size: 9, k: 3, p: 1, s: 2, out: 5 },
    { size: 28, k: 3, p: 0, s: 2, out: 13 },
    { size: 8, k: 5, p: 1, s: 4, out: 2 },
  ])("rounds down: $size cells, k $k, p $p, s $s give $out", ({ size, k, p, s, out }) => {
    const document = documentWith({
      input: ones(size),
      kernel: ones(k),
      padding: evenPads(p),
      stride: [s, s],
    });
    expect(shapeOf(document)).toEqual([out, out]);
  });
});

describe("cells that no window reads", () => {
  const input = counting(8, 8);
  const strided = documentWith({ input, kernel: ones(3, 5), padding: evenPads(0, 1), stride: [3, 5] });
  const unread = (document: ConvDocument) =>
    filled(8, 8, (row, column) => readsOf(document, row, column))
      .flatMap((line, row) => line.map((uses, column) => ({ uses, row, column })))
      .filter(({ uses }) => uses === 0);

  test("are rows 6 and 7 of 8 × 8 with k (3, 5), p (0, 1), s (3, 5)", () => {
    expect(shapeOf(strided)).toEqual([2, 2]);
    expect(unread(strided)).toHaveLength(16);
    expect(new Set(unread(strided).map(({ row }) => row))).toEqual(new Set([6, 7]));
  });

  test("change nothing when they are scrambled", () => {
    const scrambled = scrambleUnread(7)(strided);
    expect(rowsOf(scrambled.input)).not.toEqual(input);
    expect(outputOf(scrambled)).toEqual(outputOf(strided));
  });

  test("are only padding with k 3, p 1, s 2", () => {
    const document = documentWith({ input, kernel: ones(3), padding: evenPads(1), stride: [2, 2] });
    expect(shapeOf(document)).toEqual([4, 4]);
    expect(unread(document)).toEqual([]);
  });

  test("lie between the windows of k 1, s 2", () => {
    expect(unread(documentWith({ input, kernel: [[1]], stride: [2, 2] }))).toHaveLength(48);
  });

  test("are rescued by one more row of padding", () => {
    const padding = [
      [0, 1],
      [1, 1],
    ] as const;
    const document = documentWith({ input, kernel: ones(3, 5), padding, stride: [3, 5] });
    expect(shapeOf(document)).toEqual([3, 2]);
    expect(unread(document)).toEqual([]);
  });
});

describe("the rule of what is not read", () => {
  /** What is read of a line with its padding, from its first padding cell on. */
  const readsAlong = (line: { n: number; before: number; after: number; k: number; s: number }) => {
    const { n, before, after, k, s } = line;
    const document = layerWith({
      input: [Array.from({ length: n }, () => 1)],
      weight: [[Array.from({ length: k }, () => 1)]],
      padding: [[before, after]],
      stride: [s],
    });
    const steps = traceOf(document).output.columns;
    const read = new Set<number>();
    for (let step = 0; step < steps; step++) {
      for (const { place } of termsAt(document, step)) read.add(place.column + before);
    }
    return Array.from({ length: before + n + after }, (_, cell) => read.has(cell));
  };
  const trailing = (reads: readonly boolean[]) => reads.length - 1 - reads.lastIndexOf(true);

  test("the remainder is what stays unread at the end, and what is left of it after the padding is real", () => {
    for (let n = 3; n <= 12; n++) {
      for (const [before, after] of [
        [0, 0],
        [0, 1],
        [1, 1],
        [2, 1],
      ] as const) {
        for (let k = 1; k <= 3; k++) {
          for (let s = 1; s <= k; s++) {
            const reads = readsAlong({ n, before, after, k, s });
            const r = (n + before + after - k) % s;
            expect(trailing(reads)).toBe(r);
            const real = reads.slice(before, before + n).filter((isRead) => !isRead);
            expect(real).toHaveLength(Math.max(0, r - after));
          }
        }
      }
    }
  });

  test("10 cells with k 3, s 2 leave the last one", () => {
    const reads = readsAlong({ n: 10, before: 0, after: 0, k: 3, s: 2 });
    expect(reads.flatMap((isRead, cell) => (isRead ? [] : [cell]))).toEqual([9]);
  });

  test("of 8 × 8 with k 3, p 1, s 2 nothing but padding is left, below and on the right", () => {
    const reads = readsAlong({ n: 8, before: 1, after: 1, k: 3, s: 2 });
    expect(reads.flatMap((isRead, cell) => (isRead ? [] : [cell]))).toEqual([9]);
  });

  test("the stride 4 for 5 leaves the right padding too", () => {
    const columns = (s: number) =>
      readsAlong({ n: 8, before: 1, after: 1, k: 5, s }).flatMap((isRead, cell) => (isRead ? [] : [cell]));
    expect([columns(5), columns(4)]).toEqual([[], [9]]);
    const document = documentWith({
      input: counting(8, 8),
      kernel: ones(3, 5),
      padding: evenPads(0, 1),
      stride: [3, 4],
    });
    expect(shapeOf(document)).toEqual([2, 2]);
  });
});
