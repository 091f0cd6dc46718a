import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConvDocument } from "../../src/model/document";
import { boardOf } from "../../src/scene/board";
import { frameAt } from "../../src/scene/frame";
import { stepCount } from "../../src/trace/trace";
import { counting, documents, documentWith, evenPads, filled } from "../trace/documents";
import { onlySheet } from "./onlySheet";

const ROOM = { width: 1200, height: 800, large: false };
const RUNS = { numRuns: 100 };

const boardIn = (document: ConvDocument) => boardOf(document, ROOM, { readCounts: false });
const frame = (document: ConvDocument, position: number, showAll = false) =>
  frameAt(boardIn(document), position, showAll);
const texts = (document: ConvDocument, position: number) =>
  onlySheet(frame(document, position).products).map(({ text }) => text);

describe("a frame", () => {
  test("is the same whatever was shown before", () => {
    const positions = fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(documents({ input: 5 }), positions, (document, order) => {
        const board = boardIn(document);
        const first = order.map((position) => frameAt(board, position, false));
        const again = order.toReversed().map((position) => frameAt(board, position, false));
        expect(again.toReversed()).toEqual(first);
        const afresh = order.map((position) => frameAt(boardIn(document), position, false));
        expect(afresh).toEqual(first);
      }),
      RUNS,
    );
  });

  test("past the end is the last one", () => {
    fc.assert(
      fc.property(documents({ input: 5 }), fc.double({ min: 0, max: 99, noNaN: true }), (document, more) => {
        const last = stepCount(document) - 1;
        expect(frame(document, last + more)).toEqual(frame(document, last));
      }),
      RUNS,
    );
  });

  test("at a whole position n shows the outputs 0…n and all products of step n", () => {
    fc.assert(
      fc.property(documents({ input: 5 }), fc.nat(30), (document, n) => {
        const step = Math.min(n, stepCount(document) - 1);
        const { filled: shown, fading, products, token, moment } = frame(document, n);
        expect([shown, fading, token, moment.step]).toEqual([step + 1, 1, null, step]);
        expect(onlySheet(products).every(({ text }) => text !== "")).toBe(true);
      }),
      RUNS,
    );
  });

  test("counts the products up after the window has come, and fills the output last", () => {
    const document = documentWith({});
    expect(texts(document, 0)).toEqual(["0", "1", "6", "12"]);
    expect(texts(document, 0.2)).toEqual(["", "", "", ""]);
    expect(texts(document, 0.5)).toEqual(["0", "", "", ""]);
    expect(texts(document, 0.9)).toEqual(["0", "2", "8", "15"]);
    expect([0.2, 0.5, 0.9, 1].map((position) => frame(document, position).filled)).toEqual([1, 1, 2, 2]);
    expect(frame(document, 0.9).fading).toBeLessThan(1);
  });

  test("shows every output on demand, wherever the window stands", () => {
    expect(frame(documentWith({}), 0, true)).toMatchObject({ filled: 4, fading: 1 });
    expect(frame(documentWith({}), 1.5, true)).toMatchObject({ filled: 4, fading: 1 });
  });
});

describe("the window", () => {
  test("stands on the cells that it reads at whole positions, and glides between them", () => {
    const document = documentWith({ padding: evenPads(1), stride: [2, 2] });
    const { x, y, cell } = onlySheet(boardIn(document).layout.sheets.input);
    const at = (position: number) => {
      const { window } = frame(document, position);
      return [(window.y - y) / cell, (window.x - x) / cell, window.height / cell, window.width / cell];
    };
    expect([0, 1, 2, 3].map(at)).toEqual([
      [-1, -1, 2, 2],
      [-1, 1, 2, 2],
      [1, -1, 2, 2],
      [1, 1, 2, 2],
    ]);
    const [, column = 0] = at(0.15);
    expect(column).toBeGreaterThan(-1);
    expect(column).toBeLessThan(1);
  });

  test("spans the cells between the taps of a dilated kernel", () => {
    const document = documentWith({ input: counting(7, 7), kernel: filled(3, 2, () => 1), dilation: [2, 3] });
    const { cell } = onlySheet(boardIn(document).layout.sheets.input);
    const { window } = frame(document, 0);
    expect([window.height / cell, window.width / cell]).toEqual([5, 4]);
  });

  test("goes forward only, from one position to the next in the same row", () => {
    const document = documentWith({ input: counting(5, 9) });
    const lefts = Array.from({ length: 140 }, (_, i) => frame(document, i / 20).window.x);
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
  });
});

describe("the sum", () => {
  const lines = (document: ConvDocument, position: number) =>
    frame(document, position).sums.map(({ name, value }) => [name, value]);

  test("runs while the products are counted", () => {
    const document = documentWith({});
    // Four products between 35 % and 75 % of a step: 0, 2, 8, 15.
    expect([0.4, 0.46, 0.56, 0.66, 0.76].map((position) => lines(document, position)[0]?.[1])).toEqual([
      "",
      "0",
      "2",
      "10",
      "25",
    ]);
  });

  test("goes on to bias and activation when the output fills", () => {
    const document = documentWith({ bias: -30, activation: "relu" });
    expect(lines(document, 0)).toEqual([
      ["Σ", "19"],
      ["+ b", "−30"],
      ["=", "−11"],
      ["ReLU", "0"],
    ]);
    expect(lines(document, 1.75).map(([, value]) => value)).toEqual(["37", "−30", "", ""]);
  });

  test("lets the bias fly to the output only while that fills", () => {
    const document = documentWith({ bias: 2 });
    const tokens = [0, 0.2, 0.74, 0.9, 1].map((position) => frame(document, position).token?.parts[0]?.text);
    expect(tokens).toEqual([undefined, undefined, undefined, "+2", undefined]);
    expect(frame(documentWith({}), 0.9).token).toBeNull();
  });
});

test("the lens shows what the window reads where the input's digits are too small", () => {
  const document = documentWith({
    input: counting(40, 40),
    kernel: filled(2, 2, () => 1),
    padding: evenPads(1),
  });
  const lens = (position: number) => onlySheet(frame(document, position).lens).map(({ text }) => text);
  expect(lens(0)).toEqual(["0", "0", "0", "0"]);
  expect(lens(42)).toEqual(["0", "1", "40", "41"]);
  expect(frame(documentWith({}), 0).lens).toEqual([]);
});
