import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConvDocument } from "../../src/model/document";
import { type Board, boardOf } from "../../src/scene/board";
import { highlightsOf } from "../../src/scene/highlight";
import type { SceneGrid } from "../../src/scene/marks";
import { traceOf } from "../../src/trace/trace";
import { documents, documentWith } from "../trace/documents";
import { naiveSteps } from "../trace/naiveWindows";
import { onlySheet } from "./onlySheet";

const RUNS = { numRuns: 60 };
const boardIn = (document: ConvDocument) =>
  boardOf(document, { width: 1900, height: 1000, large: false }, { readCounts: false });

type Cells = Partial<Record<SceneGrid, string[]>>;

/** What is lit besides the cell itself, by grid: "row,column", each once. */
function lit(board: Board, step: number, grid: SceneGrid, row: number, column: number): Cells {
  const found: Cells = {};
  for (const { key, d } of highlightsOf(board, step, { grid, channel: 0, depth: 0, row, column })) {
    const [kind, name] = key.split("-") as [string, SceneGrid];
    const { x, y, cell } = onlySheet(board.layout.sheets[name]);
    const cells = d
      .split("M")
      .slice(1)
      .map((part) => {
        const [left = 0, top = 0] = part.split(/[ hvz]/).map(Number);
        return `${Math.floor((top - y) / cell)},${Math.floor((left - x) / cell)}`;
      });
    if (kind === "own") expect(cells).toEqual([`${row},${column}`]);
    else found[name] = [...new Set(cells)].toSorted();
  }
  return found;
}

/** The same by looking through all steps. */
function expected(cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells)
      .filter(([, list]) => list.length > 0)
      .map(([grid, list]) => [grid, [...new Set(list)].toSorted()]),
  );
}

const placeOf = (index: number, columns: number) => `${Math.floor(index / columns)},${index % columns}`;

describe("whatever the document, a cell lights what it takes part with:", () => {
  test("an output its window and its weights", () => {
    fc.assert(
      fc.property(documents({ input: 6 }), fc.nat(200), (document, pick) => {
        const steps = naiveSteps(document);
        const row = pick % steps.length;
        const column = pick % (steps[0]?.length ?? 1);
        const kernelColumns = traceOf(document).window.columns;
        const cells = steps[row]?.[column]?.cells ?? [];
        expect(lit(boardIn(document), 0, "output", row, column)).toEqual(
          expected({
            input: cells.map((cell) => `${cell.row},${cell.column}`),
            kernel: cells.map((_, k) => placeOf(k, kernelColumns)),
          }),
        );
      }),
      RUNS,
    );
  });

  test("an input every output that reads it, and the weights that it meets", () => {
    fc.assert(
      fc.property(documents({ input: 6 }), fc.nat(200), (document, pick) => {
        const [, , height = 1, width = 1] = document.input.shape;
        const [row, column] = [pick % height, pick % width];
        const { window, output } = traceOf(document);
        const [kernelColumns, columns] = [window.columns, output.columns];
        const uses = naiveSteps(document)
          .flat()
          .flatMap(({ cells }, step) =>
            cells.flatMap(({ source }, k) =>
              source?.row === row && source.column === column ? [{ step, k }] : [],
            ),
          );
        expect(lit(boardIn(document), 0, "input", row, column)).toEqual(
          expected({
            kernel: uses.map(({ k }) => placeOf(k, kernelColumns)),
            output: uses.map(({ step }) => placeOf(step, columns)),
          }),
        );
      }),
      RUNS,
    );
  });

  test("a weight every cell that it lies on, and every output", () => {
    fc.assert(
      fc.property(documents({ input: 6 }), fc.nat(200), (document, pick) => {
        const { window, output } = traceOf(document);
        const [kernelRows, kernelColumns, columns] = [window.rows, window.columns, output.columns];
        const [row, column] = [pick % kernelRows, pick % kernelColumns];
        const steps = naiveSteps(document).flat();
        const met = steps.map(({ cells }) => cells[row * kernelColumns + column]);
        expect(lit(boardIn(document), 0, "kernel", row, column)).toEqual(
          expected({
            input: met.map((cell) => `${cell?.row},${cell?.column}`),
            products: [`${row},${column}`],
            output: steps.map((_, step) => placeOf(step, columns)),
          }),
        );
      }),
      RUNS,
    );
  });

  test("a product its two factors and the output of the step", () => {
    fc.assert(
      fc.property(documents({ input: 6 }), fc.nat(200), (document, pick) => {
        const { window, output } = traceOf(document);
        const [kernelRows, kernelColumns, columns] = [window.rows, window.columns, output.columns];
        const [row, column] = [pick % kernelRows, pick % kernelColumns];
        const steps = naiveSteps(document).flat();
        const step = pick % steps.length;
        const cell = steps[step]?.cells[row * kernelColumns + column];
        expect(lit(boardIn(document), step, "products", row, column)).toEqual(
          expected({
            input: [`${cell?.row},${cell?.column}`],
            kernel: [`${row},${column}`],
            output: [placeOf(step, columns)],
          }),
        );
      }),
      RUNS,
    );
  });
});

test("a cell that nothing reads lights only itself", () => {
  const board = boardIn(documentWith({ kernel: [[1]], stride: [2, 2] }));
  expect(
    highlightsOf(board, 0, { grid: "input", channel: 0, depth: 0, row: 1, column: 1 }).map(({ key }) => key),
  ).toEqual(["own-input"]);
});
