import type { CellMark, SheetMarks } from "./marks";

/** Output cells in scan order that show; null: all do. */
export type Revealed = readonly number[] | null;

/** Stands where a number is to be predicted. */
export const UNKNOWN = "?";

export const CONCEALED: CellMark = { text: UNKNOWN, level: 0, state: "concealed" };

/** Whether an output cell, counted in scan order, is still to be predicted. */
export function isConcealed(revealed: Revealed, cell: number): boolean {
  return revealed !== null && !revealed.includes(cell);
}

/** An output's sheets without the numbers that are to be predicted. */
export function conceal(sheets: readonly SheetMarks[], revealed: Revealed): readonly SheetMarks[] {
  if (!revealed) return sheets;
  return sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((mark, i) => (isConcealed(revealed, sheet.start + i) ? CONCEALED : mark)),
  }));
}
