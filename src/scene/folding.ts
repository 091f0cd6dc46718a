import { FOLDED_FROM, FOLDED_FROM_CELLS } from "./room";

/** How many sheets of which size a grid has on show. */
interface SheetCount {
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
}

/** Whether a sheet has too many cells along an axis to be drawn cell by cell. */
export function foldsAlone({ rows, columns }: Omit<SheetCount, "sheets">): boolean {
  return Math.max(rows, columns) >= FOLDED_FROM;
}

/** Whether input and output have so many cells together that all of their sheets fold, whatever the size of each. */
export function foldTogether(input: SheetCount, output: SheetCount): boolean {
  if (input.sheets <= 1 && output.sheets <= 1) return false;
  const cells = ({ sheets, rows, columns }: SheetCount) => sheets * rows * columns;
  return cells(input) + cells(output) >= FOLDED_FROM_CELLS;
}
