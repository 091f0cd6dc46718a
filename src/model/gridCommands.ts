import type { ConvDocument, Grid } from "./document";
import { type Fill, fillOf } from "./fill";
import { cellOf, createGrid, gridOf, gridSize, type Rows, sameGrid } from "./grid";
import { withLayer } from "./layer";
import { inputSize, kernelSize } from "./params";

/** A change of the document; one that changes nothing returns its argument, so that it leaves no undo step. */
export type Command = (document: ConvDocument) => ConvDocument;

/** The grids that hold the user's numbers. */
export type EditableGrid = "input" | "kernel";

export interface CellValue {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** Numbers from outside put into a grid: it takes their size, or they are cut at its edges. */
export interface PastePlace {
  /** The cell that takes the first number. */
  readonly at: readonly [row: number, column: number];
  readonly mode: "resize" | "cut";
}

export function gridIn(document: ConvDocument, grid: EditableGrid): Grid {
  return grid === "input" ? document.input : document.layers[0].weight;
}

export function setCell(grid: EditableGrid, row: number, column: number, value: number): Command {
  return setCells(grid, [{ row, column, value }]);
}

/** Many cells at once, as a stroke of paint is; cells outside the grid are left out. */
export function setCells(grid: EditableGrid, cells: readonly CellValue[]): Command {
  return changeGrid(grid, (old) => {
    const [rows, columns] = gridSize(old);
    const data = old.data.slice();
    for (const { row, column, value } of cells) {
      if (row >= 0 && row < rows && column >= 0 && column < columns) data[row * columns + column] = value + 0;
    }
    return { shape: old.shape, data };
  });
}

/** Keeps the numbers that fit; new cells are 0. */
export function setInputSize(rows: number, columns: number): Command {
  return changeGrid("input", (old) => resized("input", old, rows, columns));
}

/** Keeps the numbers that fit; new cells are 0. */
export function setKernelSize(rows: number, columns: number): Command {
  return changeGrid("kernel", (old) => resized("kernel", old, rows, columns));
}

/** Rows of one length in the place of the whole grid. */
export function replaceGrid(grid: EditableGrid, rows: Rows): Command {
  return changeGrid(grid, () =>
    fits(grid, rows.length, rows[0]?.length ?? 0)
      ? gridOf(rows)
      : unallocated(rows.length, rows[0]?.length ?? 0),
  );
}

/** Puts rows of one length into a grid from a cell on; `resize` makes the grid end where they end. */
export function pasteGrid(grid: EditableGrid, rows: Rows, place: PastePlace): Command {
  const [top, left] = place.at;
  const cells = rows.flatMap((numbers, row) =>
    numbers.map((value, column) => ({ row: top + row, column: left + column, value })),
  );
  const paste = setCells(grid, cells);
  if (place.mode === "cut") return paste;
  const resize = changeGrid(grid, (old) =>
    resized(grid, old, top + rows.length, left + (rows[0]?.length ?? 0)),
  );
  return (document) => {
    const next = paste(resize(document));
    return sameGrid(gridIn(next, grid), gridIn(document, grid)) ? document : next;
  };
}

export function fillGrid(grid: EditableGrid, fill: Fill): Command {
  return changeGrid(grid, (old) => {
    const [rows, columns] = gridSize(old);
    return createGrid(rows, columns, fillOf(fill, columns));
  });
}

/** Rows become columns. */
export function transposeGrid(grid: EditableGrid): Command {
  return changeGrid(grid, (old) => {
    const [rows, columns] = gridSize(old);
    return createGrid(columns, rows, (row, column) => cellOf(old, column, row));
  });
}

/** A quarter turn, clockwise. */
export function rotateGrid(grid: EditableGrid): Command {
  return changeGrid(grid, (old) => {
    const [rows, columns] = gridSize(old);
    return createGrid(columns, rows, (row, column) => cellOf(old, rows - 1 - column, row));
  });
}

/** Half a turn: what true convolution does to its kernel. */
export function rotateKernel180(document: ConvDocument): ConvDocument {
  return changeGrid("kernel", (old) => ({ shape: old.shape, data: old.data.slice().reverse() }))(document);
}

function changeGrid(grid: EditableGrid, change: (old: Grid) => Grid): Command {
  return (document) => {
    const old = gridIn(document, grid);
    const next = change(old);
    if (sameGrid(old, next)) return document;
    return grid === "input" ? { ...document, input: next } : withLayer(document, { weight: next });
  };
}

function resized(grid: EditableGrid, old: Grid, rows: number, columns: number): Grid {
  if (!fits(grid, rows, columns)) return unallocated(rows, columns);
  return createGrid(rows, columns, (row, column) => cellOf(old, row, column));
}

/** A size that validation will refuse: its numbers are never allocated. */
function unallocated(rows: number, columns: number): Grid {
  return { shape: [1, 1, rows, columns], data: new Float64Array(0) };
}

function fits(grid: EditableGrid, rows: number, columns: number): boolean {
  const { min, max } = grid === "input" ? inputSize : kernelSize;
  return [rows, columns].every((size) => Number.isInteger(size) && size >= min && size <= max);
}
