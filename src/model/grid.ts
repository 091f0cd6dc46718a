import type { Grid } from "./document";

export type Rows = readonly (readonly number[])[];

/** Height and width of a one-channel grid: the two last axes of its shape. */
export function gridSize(grid: Grid): readonly [rows: number, columns: number] {
  return [grid.shape[2] ?? 0, grid.shape[3] ?? 0];
}

/** A one-channel grid from its rows, all of one length. */
export function gridOf(rows: Rows): Grid {
  const columns = rows[0]?.length ?? 0;
  return createGrid(rows.length, columns, (row, column) => rows[row]?.[column] ?? 0);
}

/** The rows of a one-channel grid. */
export function rowsOf(grid: Grid): number[][] {
  const [rows, columns] = gridSize(grid);
  return Array.from({ length: rows }, (_, row) =>
    Array.from(grid.data.subarray(row * columns, (row + 1) * columns)),
  );
}

/** A one-channel grid with `valueAt` in each cell. */
export function createGrid(
  rows: number,
  columns: number,
  valueAt: (row: number, column: number) => number,
): Grid {
  const data = new Float64Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row++) {
    // Adding 0 turns −0 into 0.
    for (let column = 0; column < columns; column++) data[at++] = valueAt(row, column) + 0;
  }
  return { shape: [1, 1, rows, columns], data };
}

/** Whether two grids have the same shape and numbers. */
export function sameGrid(a: Grid, b: Grid): boolean {
  if (a === b) return true;
  if (a.shape.length !== b.shape.length || a.data.length !== b.data.length) return false;
  return a.shape.every((size, axis) => size === b.shape[axis]) && a.data.every((x, i) => x === b.data[i]);
}
