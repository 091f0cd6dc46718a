import type { ConvDocument, Grid } from "./document";
import type { Rows } from "./grid";

/** The grids that hold the user's numbers. */
export type EditableGrid = "input" | "kernel";

/** One plane of a grid; what is not said is 0. */
export interface SheetPlace {
  /** Of a kernel: its first axis. An output channel; of a transposed layer an input channel. */
  readonly out?: number | undefined;
  /** Channel of the input; of a kernel its second axis, counted within the group. */
  readonly channel?: number | undefined;
  readonly depth?: number | undefined;
}

/** One cell of a grid, counted from 0. */
export interface GridPlace extends SheetPlace {
  readonly row: number;
  readonly column: number;
}

export function gridIn(document: ConvDocument, grid: EditableGrid): Grid {
  return grid === "input" ? document.input : document.layers[0].weight;
}

/** The numbers of one sheet of a grid, in rows; 1-D has one row. */
export function sheetIn(document: ConvDocument, grid: EditableGrid, place: SheetPlace = {}): Rows {
  return sheetRows(gridIn(document, grid), place);
}

/** The numbers of one sheet of a tensor, in rows; none where there is no such sheet. */
export function sheetRows(grid: Grid, place: SheetPlace = {}): number[][] {
  const start = indexOf(grid, { ...place, row: 0, column: 0 });
  if (start < 0) return [];
  const { rows, columns } = sizeOf(grid);
  return Array.from({ length: rows }, (_, row) =>
    Array.from(grid.data.subarray(start + row * columns, start + (row + 1) * columns)),
  );
}

/** How far a tensor goes, with the axes that it does not have 1 long. */
export function sizeOf({ shape }: Grid) {
  const [outs = 1, channels = 1, ...spatial] = shape;
  const [columns = 1, rows = 1, depth = 1] = spatial.toReversed();
  return { outs, channels, depth, rows, columns };
}

/** Where a cell's number stands in a grid's data; −1 for a cell outside it. */
export function indexOf(grid: Grid, { out = 0, channel = 0, depth = 0, row, column }: GridPlace): number {
  const size = sizeOf(grid);
  const isInside =
    isBelow(out, size.outs) &&
    isBelow(channel, size.channels) &&
    isBelow(depth, size.depth) &&
    isBelow(row, size.rows) &&
    isBelow(column, size.columns);
  if (!isInside) return -1;
  return (((out * size.channels + channel) * size.depth + depth) * size.rows + row) * size.columns + column;
}

function isBelow(index: number, size: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < size;
}
