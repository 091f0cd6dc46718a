import { flipKernel } from "../core/flipKernel";
import { isPool } from "../core/layer";
import type { ConvDocument, Grid } from "./document";
import { type Fill, fillOf } from "./fill";
import { type Rows, sameGrid } from "./grid";
import {
  type EditableGrid,
  type GridPlace,
  gridIn,
  indexOf,
  type SheetPlace,
  sheetRows,
  sizeOf,
} from "./gridPlace";
import { windowStride, withLayer } from "./layer";
import { inputSize, kernelSize } from "./params";
import { resizedGrid } from "./resizedGrid";
import { sameSettings } from "./sameSettings";

/** A change of the document; one that changes nothing returns its argument, so that it leaves no undo step. */
export type Command = (document: ConvDocument) => ConvDocument;

export interface CellValue extends GridPlace {
  readonly value: number;
}

/** Numbers from outside put into one sheet of a grid: the grid takes their size, or they are cut at its edges. */
export interface PastePlace extends SheetPlace {
  /** The cell that takes the first number. */
  readonly at: readonly [row: number, column: number];
  readonly mode: "resize" | "cut";
}

export function setCell(grid: EditableGrid, cell: GridPlace, value: number): Command {
  return setCells(grid, [{ ...cell, value }]);
}

/** Many cells at once, as a stroke of paint is; cells outside the grid are left out. */
export function setCells(grid: EditableGrid, cells: readonly CellValue[]): Command {
  return changeGrid(grid, (old) => {
    const data = old.data.slice();
    for (const cell of cells) {
      const at = indexOf(old, cell);
      if (at >= 0) data[at] = cell.value + 0;
    }
    return { shape: old.shape, data };
  });
}

/**
 * Keeps the numbers that fit; new cells are 0.
 *
 * @param sizes cells along each spatial axis, outermost first
 */
export function setInputSize(sizes: readonly number[]): Command {
  return changeGrid("input", (old) => resized("input", old, sizes));
}

/**
 * Keeps the numbers that fit; new cells are 0. The stride of a pooling whose windows stand side by side goes with it.
 *
 * @param sizes cells along each spatial axis, outermost first
 */
export function setKernelSize(sizes: readonly number[]): Command {
  const resize = changeGrid("kernel", (old) => resized("kernel", old, sizes));
  return (document) => {
    const [layer] = document.layers;
    const next = resize(document);
    const sideBySide = isPool(layer.op) && sameSettings({ stride: windowStride(layer) }, layer);
    if (!sideBySide || next === document) return next;
    return withLayer(next, { stride: windowStride(next.layers[0]) });
  };
}

/** Rows of one length in the place of a sheet; the other sheets take its size. */
export function replaceGrid(grid: EditableGrid, rows: Rows, sheet: SheetPlace = {}): Command {
  return pasteGrid(grid, rows, { ...sheet, at: [0, 0], mode: "resize" });
}

/** Puts rows of one length into a sheet from a cell on; `resize` makes the grid end where they end. */
export function pasteGrid(grid: EditableGrid, rows: Rows, { at, mode, ...sheet }: PastePlace): Command {
  const [top, left] = at;
  const cells = rows.flatMap((numbers, row) =>
    numbers.map((value, column) => ({ ...sheet, row: top + row, column: left + column, value })),
  );
  const paste = setCells(grid, cells);
  if (mode === "cut") return paste;
  const size = [top + rows.length, left + (rows[0]?.length ?? 0)];
  return (document) => {
    const { shape } = gridIn(document, grid);
    // A strip has no rows to grow; numbers below its first row are left out.
    const flat = shape.length === 3 ? size.slice(1) : size;
    const spatial = [...shape.slice(2, shape.length - flat.length), ...flat];
    const next = paste((grid === "input" ? setInputSize : setKernelSize)(spatial)(document));
    return sameGrid(gridIn(next, grid), gridIn(document, grid)) ? document : next;
  };
}

export function fillGrid(grid: EditableGrid, fill: Fill, sheet: SheetPlace = {}): Command {
  return (document) => {
    const { rows, columns } = sizeOf(gridIn(document, grid));
    const valueAt = fillOf(fill, columns);
    const numbers = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => valueAt(row, column)),
    );
    return pasteGrid(grid, numbers, { ...sheet, at: [0, 0], mode: "cut" })(document);
  };
}

/** Rows become columns; of a grid that is not square in all its sheets, which have one size. A strip stays. */
export function transposeGrid(grid: EditableGrid, sheet: SheetPlace = {}): Command {
  return turnGrid(grid, sheet, (rows) =>
    (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0)),
  );
}

/** A quarter turn, clockwise; of a grid that is not square in all its sheets, which have one size. A strip stays. */
export function rotateGrid(grid: EditableGrid, sheet: SheetPlace = {}): Command {
  return turnGrid(grid, sheet, (rows) =>
    (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0).toReversed()),
  );
}

/** Half a turn of every kernel: what true convolution does. */
export function rotateKernel180(document: ConvDocument): ConvDocument {
  return changeGrid("kernel", flipKernel)(document);
}

function turnGrid(grid: EditableGrid, sheet: SheetPlace, turn: (rows: Rows) => Rows): Command {
  return changeGrid(grid, (old) => {
    const { outs, channels, depth, rows, columns } = sizeOf(old);
    if (old.shape.length < 4) return old;
    const { out = 0, channel = 0, depth: slice = 0 } = sheet;
    const chosen = (out * channels + channel) * depth + slice;
    const sheets = Array.from({ length: outs * channels * depth }, (_, at) => {
      const place = {
        out: Math.floor(at / (channels * depth)),
        channel: Math.floor(at / depth) % channels,
        depth: at % depth,
      };
      const numbers = sheetRows(old, place);
      return at === chosen || rows !== columns ? turn(numbers) : numbers;
    });
    const shape = [...old.shape.slice(0, -2), columns, rows];
    return { shape, data: Float64Array.from(sheets.flat(2)) };
  });
}

export function changeGrid(grid: EditableGrid, change: (old: Grid) => Grid): Command {
  return (document) => {
    const old = gridIn(document, grid);
    const next = change(old);
    if (sameGrid(old, next)) return document;
    return grid === "input" ? { ...document, input: next } : withLayer(document, { weight: next });
  };
}

function resized(grid: EditableGrid, old: Grid, sizes: readonly number[]): Grid {
  const shape = [...old.shape.slice(0, 2), ...sizes];
  const { min, max } = grid === "input" ? inputSize : kernelSize;
  const isSound = sizes.every((size) => Number.isInteger(size) && size >= min && size <= max);
  // Of a size that will be refused the numbers are never allocated.
  return isSound ? resizedGrid(old, shape) : { shape, data: new Float64Array(0) };
}
