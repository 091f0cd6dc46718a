import { describe, expect, test } from "vitest";
import { outputShape } from "../../src/core/outputShape";
import type { ConvDocument } from "../../src/model/document";
import { channelSums } from "../../src/trace/channelSums";
import { coverCounts } from "../../src/trace/relations";
import { traceOf } from "../../src/trace/trace";
import { counting, evenPads, filled, layerWith } from "./documents";

/** The output of each channel as one list. */
function outputsOf(document: ConvDocument): number[][] {
  const { output, values } = traceOf(document);
  const sheet = output.depth * output.rows * output.columns;
  return Array.from({ length: output.channels }, (_, channel) =>
    Array.from(values.subarray(channel * sheet, (channel + 1) * sheet)),
  );
}

const [firstOf, sizeOf] = [
  (document: ConvDocument) => outputsOf(document)[0],
  (document: ConvDocument) => {
    const { channels, depth, rows, columns } = traceOf(document).output;
    return [channels, depth, rows, columns];
  },
];
const X = counting(3, 3);
const K = [
  [0, 1],
  [2, 3],
];
const plus = (rows: number[][], value: number) => rows.map((row) => row.map((number) => number + value));
const ones = (rows: number, columns = rows) => filled(rows, columns, () => 1);

describe("a kernel as a template", () => {
  const checker = filled(4, 4, (row, column) => (row + column + 1) % 2);
  const stripes = filled(4, 4, (_, column) => (column + 1) % 2);
  const Kc = [
    [1, -1],
    [-1, 1],
  ];
  const Ks = [
    [1, -1],
    [1, -1],
  ];
  const answers = (input: number[][], kernel: number[][]) =>
    firstOf(layerWith({ input: [input], weight: [[kernel]] }))?.toSorted((a, b) => a - b);

  test("answers to its own texture, in both phases", () => {
    expect(answers(checker, Kc)).toEqual([-2, -2, -2, -2, 2, 2, 2, 2, 2]);
    expect(answers(stripes, Kc)).toEqual(new Array(9).fill(0));
    expect(answers(stripes, Ks)).toEqual([-2, -2, -2, 2, 2, 2, 2, 2, 2]);
    expect(answers(checker, Ks)).toEqual(new Array(9).fill(0));
    expect(
      answers(
        filled(4, 4, () => 9),
        Kc,
      ),
    ).toEqual(new Array(9).fill(0));
  });

  test("of ones answers to brightness", () => {
    expect(answers(ones(4), ones(2))).toEqual(new Array(9).fill(4));
    expect(answers(checker, ones(2))).toEqual(new Array(9).fill(2));
  });

  test("of 64 sets over a photo gives 21⅓ times as many numbers as it takes", () => {
    const photo = [1, 3, 224, 224];
    const made = outputShape("conv", photo, { outChannels: 64, kernelSize: 3, padding: 1 });
    const count = (shape: readonly number[]) => shape.reduce((all, size) => all * size, 1);
    expect([count(photo), count(made)]).toEqual([150528, 3211264]);
    expect(count(made) / count(photo)).toBeCloseTo(21 + 1 / 3, 12);
  });

  test("and ReLU and a maximum make it one answer a texture", () => {
    const table = [Kc, Ks].map((kernel) =>
      [checker, stripes, ones(4)].map((tile) => {
        const map = firstOf(layerWith({ input: [tile], weight: [[kernel]], activation: "relu" })) ?? [];
        const rows = Array.from({ length: 3 }, (_, row) => map.slice(3 * row, 3 * row + 3));
        return firstOf(layerWith({ input: [rows], weight: [[ones(3)]], op: "max-pool" }))?.[0];
      }),
    );
    expect(table).toEqual([
      [2, 0, 0],
      [0, 2, 0],
    ]);
  });
});

describe("one, two, three axes", () => {
  test("a series is averaged, and told how much it rises", () => {
    const series = [[3, 6, 0, 9, 3]];
    expect(firstOf(layerWith({ input: series, weight: [[[1, 1, 1]]] }))).toEqual([9, 15, 12]);
    expect(firstOf(layerWith({ input: series, weight: [[[-1, 1]]] }))).toEqual([3, -6, 9, -6]);
  });

  test("a text of 5 words in 4 numbers goes to 2 channels of 3", () => {
    const document = layerWith({
      input: filled(4, 5, () => 1),
      weight: [filled(4, 3, () => 1), filled(4, 3, () => 2)],
    });
    expect(sizeOf(document)).toEqual([2, 1, 1, 3]);
    expect(outputsOf(document)).toEqual([
      [12, 12, 12],
      [24, 24, 24],
    ]);
  });

  test("a video of a dot is −1 where it was and +1 where it is", () => {
    const frame = (column: number) => filled(4, 4, (row, at) => (row === 1 && at === column ? 1 : 0));
    const input = [[frame(1), frame(2), frame(3)]];
    const moved = firstOf(layerWith({ input, weight: [[[[[-1]], [[1]]]]] })) ?? [];
    expect(moved.slice(4, 8)).toEqual([0, -1, 1, 0]);
    expect(moved.slice(20, 24)).toEqual([0, 0, -1, 1]);
    expect(moved.filter((value) => value !== 0)).toHaveLength(4);
  });
});

describe("pooling", () => {
  test("slides like a kernel", () => {
    const pooled = (op: "max-pool" | "avg-pool") =>
      firstOf(layerWith({ input: [X], weight: [[ones(2)]], op }));
    expect(pooled("max-pool")).toEqual([4, 5, 7, 8]);
    expect(pooled("avg-pool")).toEqual([2, 3, 5, 6]);
  });
});

describe("channels", () => {
  const two = [X, plus(X, 1)];
  const slabs = [K, plus(K, 1)];

  test("are added up over their slabs", () => {
    const document = layerWith({ input: two, weight: [slabs] });
    expect(firstOf(document)).toEqual([56, 72, 104, 120]);
    expect(channelSums(document, 0)).toEqual([19, 37]);
    expect(channelSums(document, 3)).toEqual([43, 77]);
    expect(firstOf(layerWith({ input: two.toReversed(), weight: [slabs] }))).toEqual([52, 68, 100, 116]);
  });

  test("come out as many as there are kernel sets, each with its bias", () => {
    const weight = [0, 1, 2].map((more) => slabs.map((slab) => plus(slab, more)));
    expect(outputsOf(layerWith({ input: two, weight }))).toEqual([
      [56, 72, 104, 120],
      [76, 100, 148, 172],
      [96, 128, 192, 224],
    ]);
    expect(outputsOf(layerWith({ input: two, weight, bias: [1, 0, -1] })).map(([first]) => first)).toEqual([
      57, 76, 95,
    ]);
  });

  test("are mixed pixel by pixel with a 1 × 1", () => {
    const pixel = [10, 20, 30].map((value) => filled(2, 2, () => value));
    const single = (...rows: number[][]) => rows.map((row) => row.map((weight) => [[weight]]));
    const mixed = (...rows: number[][]) =>
      outputsOf(layerWith({ input: pixel, weight: single(...rows) })).map(([first]) => first);
    expect(mixed([1, 1, 1], [1, 0, -1])).toEqual([60, -20]);
    expect(mixed([1, 2, 1], [1, -1, 0])).toEqual([80, -10]);
  });

  test("stay apart where every channel is a group of its own", () => {
    const input = [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [10, 20],
        [30, 40],
      ],
    ];
    expect(outputsOf(layerWith({ input, weight: [[ones(2), ones(2)]] }))).toEqual([[110]]);
    expect(outputsOf(layerWith({ input, weight: [[ones(2)], [ones(2)]], groups: 2 }))).toEqual([[10], [100]]);
  });
});

describe("dilation", () => {
  const line = [[1, 2, 3, 4, 5, 6, 7, 8, 9]];
  const spread = (dilation: number, stride = 1) =>
    layerWith({ input: line, weight: [[[1, 0, -1]]], dilation: [dilation], stride: [stride] });

  test("reaches wider with the same weights", () => {
    expect(firstOf(spread(1))).toEqual(new Array(7).fill(-2));
    expect(firstOf(spread(2))).toEqual(new Array(5).fill(-4));
    expect(firstOf(spread(3))).toEqual([-6, -6, -6]);
    const wide = (pads: number) =>
      layerWith({ input: [ones(8)], weight: [[ones(3)]], dilation: [2, 2], padding: evenPads(pads) });
    expect([sizeOf(wide(0)), sizeOf(wide(2))]).toEqual([
      [1, 1, 4, 4],
      [1, 1, 8, 8],
    ]);
  });

  test("of 4 makes 3 weights reach over 9 cells", () => {
    const document = layerWith({ input: [ones(1, 9)[0] ?? []], weight: [[[1, 1, 1]]], dilation: [4] });
    expect(coverCounts(traceOf(document))).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });

  test("with a stride never reads the cells between", () => {
    expect(coverCounts(traceOf(spread(2, 2)))).toEqual([1, 0, 2, 0, 3, 0, 2, 0, 1]);
  });
});

describe("shifting the input", () => {
  const map = (input: number[], stride = 1) =>
    firstOf(layerWith({ input: [input], weight: [[[1, -1]]], stride: [stride] })) ?? [];
  const [at, later, twice] = [
    [0, 0, 3, 1, 0, 0, 0],
    [0, 0, 0, 3, 1, 0, 0],
    [0, 0, 0, 0, 3, 1, 0],
  ] as const;

  test("shifts the output, until a stride breaks the promise", () => {
    expect(map([...at])).toEqual([0, -3, 2, 1, 0, 0]);
    expect(map([...later])).toEqual([0, 0, -3, 2, 1, 0]);
    expect([at, later, twice].map((input) => map([...input], 2))).toEqual([
      [0, 2, 0],
      [0, -3, 1],
      [0, 0, 2],
    ]);
  });

  test("is partly forgiven by a maximum", () => {
    const pooled = (input: readonly number[]) =>
      firstOf(layerWith({ input: [map([...input])], weight: [[[1, 1]]], op: "max-pool", stride: [2] }));
    expect(pooled(at)).toEqual([0, 2, 0]);
    expect(pooled(later)).toEqual([0, 2, 1]);
  });
});

describe("a transposed layer", () => {
  const stamps = (input: number[][], stride: number) =>
    firstOf(layerWith({ input: [input], weight: [[K]], op: "transposed", stride: [stride, stride] }));

  test("adds up its stamps", () => {
    expect(stamps(K, 1)).toEqual([0, 0, 1, 0, 4, 6, 4, 12, 9]);
    expect(stamps(K, 2)).toEqual([0, 0, 0, 1, 0, 0, 2, 3, 0, 2, 0, 3, 4, 6, 6, 9]);
  });

  test("is no inverse", () => {
    const forward = [
      [19, 25],
      [37, 43],
    ];
    expect(stamps(forward, 1)).toEqual([0, 19, 25, 38, 144, 118, 74, 197, 129]);
  });

  test("goes back to 7 or to 8 by its output padding", () => {
    const back = (extra: number) =>
      layerWith({
        input: [ones(4)],
        weight: [[ones(3)]],
        op: "transposed",
        stride: [2, 2],
        padding: evenPads(1),
        outputPadding: [extra, extra],
      });
    expect([sizeOf(back(0)), sizeOf(back(1))]).toEqual([
      [1, 1, 7, 7],
      [1, 1, 8, 8],
    ]);
  });
});
