import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConvDocument } from "../../src/model/document";
import { formatNumber } from "../../src/model/formatNumber";
import { rowsOf } from "../../src/model/grid";
import { type Board, boardOf } from "../../src/scene/board";
import type { Place } from "../../src/scene/layout";
import { counting, documents, documentWith, evenPads, filled } from "../trace/documents";
import { naiveSteps, paddedInput } from "../trace/naiveWindows";
import { onlySheet } from "./onlySheet";

/** Room for the numbers of every small document. */
const ROOM = { width: 1900, height: 1000, large: false };
const RUNS = { numRuns: 100 };

const board = (document: ConvDocument): Board => boardOf(document, ROOM, { readCounts: true });

/** Cells that a path goes around, from its corners: "row,column" counted from the place's first cell. */
function cellsOf(d: string, { x, y, cell }: Place): string[] {
  return d
    .split("M")
    .slice(1)
    .map((part) => {
      const [left = 0, top = 0] = part.split(/[ hvz]/).map(Number);
      return `${Math.floor((top - y) / cell)},${Math.floor((left - x) / cell)}`;
    })
    .toSorted();
}

/** How often every place of the padded input is looked at. */
function looks(document: ConvDocument): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { row, column } of naiveSteps(document).flatMap((line) => line.flatMap(({ cells }) => cells))) {
    const key = `${row},${column}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** How often the number of every input cell is read, be it there or where padding repeats it. */
function reads(document: ConvDocument): number[] {
  const [, , height = 0, width = 0] = document.input.shape;
  const counts = filled(height, width, () => 0).flat();
  for (const { source } of naiveSteps(document).flatMap((line) => line.flatMap(({ cells }) => cells))) {
    if (source)
      counts[source.row * width + source.column] = (counts[source.row * width + source.column] ?? 0) + 1;
  }
  return counts;
}

describe("the still part of the figure", () => {
  test("hatches exactly the input cells that no window reads", () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const [, , , width = 1] = document.input.shape;
        const input = onlySheet(board(document).input);
        const hatched = input.paths.flatMap(({ d }) => cellsOf(d, input.place));
        const unread = reads(document).flatMap((count, i) =>
          count === 0 ? [`${Math.floor(i / width)},${i % width}`] : [],
        );
        expect(hatched).toEqual(unread.toSorted());
      }),
      RUNS,
    );
  });

  test("says how often every cell is read", () => {
    fc.assert(
      fc.property(documents(), (document) => {
        expect(onlySheet(board(document).readCounts).cells.map(({ text }) => Number(text))).toEqual(
          reads(document),
        );
      }),
      RUNS,
    );
  });

  test("puts every padded number into the ring, and sets apart what no window reads", () => {
    fc.assert(
      fc.property(documents({ input: 6 }), (document) => {
        const { ring, layout } = board(document);
        const [, , height = 0, width = 0] = document.input.shape;
        const around = paddedInput(document)
          .flat()
          .filter(({ row, column }) => row < 0 || column < 0 || row >= height || column >= width);
        const shown = new Map(ring.labels.map(({ key, parts }) => [key, parts[0]?.text]));
        expect([...shown.keys()].toSorted()).toEqual(
          around.map(({ row, column }) => `${row},${column}`).toSorted(),
        );
        for (const { row, column, value } of around) {
          const text = shown.get(`${row},${column}`) ?? "";
          const whole = formatNumber(value);
          if (whole.length <= 4) expect(text).toBe(whole);
        }
        const looked = looks(document);
        const places = new Map(
          ring.paths.map(({ key, d }) => [key, cellsOf(d, onlySheet(layout.sheets.input))]),
        );
        const named = (read: boolean) =>
          around
            .map(({ row, column }) => `${row},${column}`)
            .filter((key) => looked.has(key) === read)
            .toSorted();
        expect(places.get("read")).toEqual(named(true));
        expect(places.get("unread")).toEqual(named(false));
      }),
      RUNS,
    );
  });

  test("prints input, kernel and output as they are on the window", () => {
    const { input, kernel, output, products } = board(documentWith({ op: "conv-flipped" }));
    const texts = (sheets: Board["input"]) => onlySheet(sheets).cells.map(({ text }) => text);
    expect(texts(input)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
    expect(texts(kernel)).toEqual(["3", "2", "1", "0"]);
    expect(texts(output)).toEqual(["5", "11", "23", "29"]);
    // These come with the frames.
    expect(texts(products)).toEqual([]);
  });

  test("folds grids from 33 cells on, and only these", () => {
    const folds = (rows: number, columns: number) =>
      onlySheet(board(documentWith({ input: counting(rows, columns), kernel: [[1]] })).input).folded;
    expect([folds(32, 32), folds(33, 4), folds(4, 33)]).toEqual([false, true, true]);
  });

  test("gives equal numbers of opposite signs opposite colours", () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const negative = {
          ...document,
          input: { ...document.input, data: document.input.data.map((x) => -x) },
        };
        expect(onlySheet(board(negative).input).cells.map(({ level }) => level + 0)).toEqual(
          onlySheet(board(document).input).cells.map(({ level }) => -level + 0),
        );
      }),
      RUNS,
    );
  });
});

describe("the captions", () => {
  const captions = (document: ConvDocument) =>
    board(document)
      .labels.filter(({ className }) => className === "caption")
      .flatMap(({ parts }) => parts.map(({ message, values }) => [message, values?.count]));

  test("count the rows and columns that no window reads", () => {
    const ones = filled(3, 5, () => 1);
    const strided = documentWith({
      input: counting(8, 8),
      kernel: ones,
      padding: evenPads(0, 1),
      stride: [3, 5],
    });
    expect(captions(strided)).toEqual([["figure.rowsNeverRead", 2]]);
    const gaps = documentWith({ input: counting(8, 8), kernel: [[1]], stride: [2, 2] });
    expect(captions(gaps)).toEqual([
      ["figure.rowsNeverRead", 4],
      ["figure.columnsNeverRead", 4],
    ]);
  });

  test("are not there when everything is read", () => {
    expect(captions(documentWith({}))).toEqual([]);
  });
});

test("indices count from 0, and only some stand where cells are small", () => {
  const columns = (size: number, width: number) =>
    boardOf(
      documentWith({ input: counting(size, size), kernel: [[1]] }),
      { ...ROOM, width, height: width },
      {
        readCounts: false,
      },
    )
      .labels.filter(({ key }) => key.startsWith("input-column"))
      .map(({ parts }) => parts[0]?.text);
  expect(columns(3, 900)).toEqual(["0", "1", "2"]);
  expect(columns(30, 900)).toEqual(["0", "5", "10", "15", "20", "25"]);
  expect(columns(64, 700)).toEqual(["0", "10", "20", "30", "40", "50", "60"]);
});

test("the input's rows stand in the marks row by row", () => {
  fc.assert(
    fc.property(documents({ input: 5 }), (document) => {
      const { cells, place } = onlySheet(board(document).input);
      expect([place.rows, place.columns]).toEqual([
        rowsOf(document.input).length,
        rowsOf(document.input)[0]?.length,
      ]);
      const signs = cells.map(({ level }) => Math.sign(level) + 0);
      expect(signs).toEqual(
        rowsOf(document.input)
          .flat()
          .map((value) => Math.sign(value) + 0),
      );
    }),
    RUNS,
  );
});
