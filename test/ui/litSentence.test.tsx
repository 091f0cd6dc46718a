// @vitest-environment jsdom
import { act, cleanup, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { ConvDocument } from "../../src/model/document";
import { start } from "../../src/model/history";
import type { GridName } from "../../src/store/viewSlice";
import { LitLine } from "../../src/ui/LitLine";
import { layerWith } from "../trace/documents";
import { renderInApp } from "./renderInApp";

type Place = readonly [channel: number, row: number, column: number];

/** The line about a cell, once `done` steps are complete. */
function lineOf(document: ConvDocument, grid: GridName, [channel, row, column]: Place, done = 0): string {
  const store = renderInApp(
    <p data-testid="line">
      <LitLine target={{ grid, channel, depth: 0, row, column }} />
    </p>,
    { history: start(document) },
  );
  act(() => store.getState().seek(done));
  const line = screen.getByTestId("line").textContent ?? "";
  cleanup();
  return line;
}

const square = [
  [0, 1],
  [2, 3],
];
const two = [
  square,
  [
    [10, 20],
    [30, 40],
  ],
];

test("several channels stand first among the indices, of a weight those of its output and of its input", () => {
  const document = layerWith({
    input: two,
    weight: [
      [[[1]], [[2]]],
      [[[3]], [[4]]],
    ],
  });
  expect(lineOf(document, "input", [1, 0, 1])).toBe(
    "X[1, 0, 1] = 20 goes into 2 outputs: Y[0, 0, 1] with weight 2, Y[1, 0, 1] with weight 4",
  );
  expect(lineOf(document, "kernel", [1, 0, 0], 4)).toBe(
    "W[1, 1, 0, 0] = 4 is used 4 times, once for every output of channel 1: the weight is shared.",
  );
  expect(lineOf(document, "products", [1, 0, 0], 7)).toBe("X[1, 1, 1] · W[1, 1, 0, 0] = 40 · 4 = 160");
  expect(lineOf(document, "output", [1, 1, 1], 7)).toBe(
    "Y[1, 1, 1] = 169: its window starts at row 1, column 1.",
  );
});

test("one axis has one index", () => {
  const line = layerWith({ input: [[3, 6, 0]], weight: [[[1, -1]]] });
  expect(lineOf(line, "input", [0, 0, 2])).toBe("X[2] = 0 goes into 1 output: Y[1] with weight −1");
  expect(lineOf(line, "output", [0, 0, 1])).toBe(
    "Y[1] is not computed yet: its window starts at position 1.",
  );
});

test("a maximum tells its winner, ties and the others", () => {
  const pooled = (last: number) =>
    layerWith({ input: [[[1, 4, last]]], weight: [[[[1, 1, 1]]]], op: "max-pool" });
  expect(lineOf(pooled(2), "products", [0, 0, 1])).toBe(
    "X[0, 1] = 4 is the largest number of its window: it goes on.",
  );
  expect(lineOf(pooled(2), "products", [0, 0, 0])).toBe(
    "X[0, 0] = 1 is not the largest number of its window.",
  );
  expect(lineOf(pooled(4), "products", [0, 0, 2])).toBe(
    "X[0, 2] = 4: 2 cells of the window are equally large.",
  );
  expect(lineOf(pooled(2), "output", [0, 0, 0])).toBe(
    "Y[0, 0] = 4, the largest number of its window, at row 0, column 1.",
  );
  expect(lineOf(pooled(2), "input", [0, 0, 0])).toBe("X[0, 0] = 1 goes into 1 output: Y[0, 0]");
});

test("a mean tells which numbers count", () => {
  const mean = (countIncludePad: boolean) =>
    layerWith({ input: [[6, 8]], weight: [[[1, 1]]], op: "avg-pool", padding: [[1, 1]], countIncludePad });
  expect(lineOf(mean(true), "products", [0, 0, 0])).toBe("Padding = 0 is one of 2 numbers in the mean.");
  expect(lineOf(mean(false), "products", [0, 0, 0])).toBe("Padding = 0 does not count in the mean.");
  expect(lineOf(mean(false), "products", [0, 0, 1])).toBe("X[0] = 6 is the only number of the mean.");
});

test("a stamp tells what it adds where, and an output which stamps overlap there", () => {
  const document = layerWith({ input: [square], weight: [[square]], op: "transposed" });
  expect(lineOf(document, "input", [0, 1, 0])).toBe(
    "X[1, 0] = 2 stamps 2 times the kernel on the output, from row 1, column 0 on.",
  );
  expect(lineOf(document, "products", [0, 1, 1], 2)).toBe(
    "X[1, 0] · W[1, 1] adds 2 · 3 = 6 to row 2, column 1.",
  );
  expect(lineOf(document, "kernel", [0, 1, 1])).toBe(
    "W[1, 1] = 3 is stamped 4 times, once for every input: the weight is shared.",
  );
  const overlap =
    "X[0, 0] with weight 3, X[0, 1] with weight 2, X[1, 0] with weight 1, X[1, 1] with weight 0";
  expect(lineOf(document, "output", [0, 1, 1], 3)).toBe(`Y[1, 1] = 4: 4 stamps overlap here, of ${overlap}`);
  expect(lineOf(document, "output", [0, 1, 1], 1)).toBe(`Y[1, 1] = 2 so far: 2 of 4 stamps, of ${overlap}`);
  const cut = layerWith({ input: [[1]], weight: [[[1, 2, 3]]], op: "transposed", padding: [[1, 1]] });
  expect(lineOf(cut, "products", [0, 0, 0])).toBe("X[0] · W[0] would go to position −1, which is cut off.");
});
