import type { KeyboardEvent } from "react";

/** Where a key of the ARIA grid pattern leads from a cell, the same cell at an edge; null for other keys. */
export function movedCell<Cell extends { readonly row: number; readonly column: number }>(
  event: KeyboardEvent,
  cell: Cell,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Cell | null {
  const { row, column } = cell;
  const whole = event.ctrlKey || event.metaKey;
  const to = (nextRow: number, nextColumn: number) => ({
    ...cell,
    row: Math.max(0, Math.min(nextRow, rows - 1)),
    column: Math.max(0, Math.min(nextColumn, columns - 1)),
  });
  switch (event.key) {
    case "ArrowRight":
      return to(row, whole ? columns - 1 : column + 1);
    case "ArrowLeft":
      return to(row, whole ? 0 : column - 1);
    case "ArrowDown":
      return to(whole ? rows - 1 : row + 1, column);
    case "ArrowUp":
      return to(whole ? 0 : row - 1, column);
    case "Home":
      return to(whole ? 0 : row, 0);
    case "End":
      return to(whole ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}
