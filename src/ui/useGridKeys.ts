import type { ClipboardEvent, FocusEvent, KeyboardEvent } from "react";
import type { CellTarget } from "../scene/highlight";
import type { Place } from "../scene/layout";
import { cellOf } from "./cellOf";

/** What the keyboard can do in a view's grids. */
export interface GridKeyActions<Grid extends string> {
  readonly placeOf: (grid: Grid) => Place | undefined;
  /** Whether the cell holds a number of the user's. */
  readonly canEdit: (cell: CellTarget<Grid>) => boolean;
  readonly focusCell: (cell: CellTarget<Grid>) => void;
  /** Opens the editor; with what was typed instead of the cell's number. */
  readonly open: (cell: CellTarget<Grid>, typed: string | null) => void;
  /** What Enter does where nothing can be edited. */
  readonly enter: (cell: CellTarget<Grid>) => void;
  readonly clear: (cell: CellTarget<Grid>) => void;
  readonly pin: (cell: CellTarget<Grid>) => void;
  /** Lets go of what is pinned; false when nothing is. */
  readonly unpin: () => boolean;
  readonly hover: (cell: CellTarget<Grid> | null) => void;
  /** The grid's numbers as a spreadsheet takes them; null for what isn't copied. */
  readonly table: (grid: Grid) => string | null;
  readonly paste: (cell: CellTarget<Grid>, text: string) => void;
}

/** What starts a number: a digit of any script, a sign, a point. */
const STARTS_NUMBER = /^[\p{Nd}.,+\-\u2212]$/u;

/** The keyboard in the grids: arrows move, Enter, F2 or typing edits, Escape leaves. */
export function useGridKeys<Grid extends string>(actions: GridKeyActions<Grid>) {
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf<Grid>(event.target);
    const place = cell && actions.placeOf(cell.grid);
    if (!cell || !place || event.altKey) return;
    const moved = movedCell(event, cell, place);
    if (moved) {
      event.preventDefault();
      actions.focusCell(moved);
    } else if (act(event, cell)) event.preventDefault();
  };

  function act({ key, ctrlKey, metaKey }: KeyboardEvent, cell: CellTarget<Grid>): boolean {
    if (ctrlKey || metaKey) return false;
    if (key === " ") {
      actions.pin(cell);
      return true;
    }
    if (key === "Escape") return actions.unpin();
    const open = actions.canEdit(cell);
    if (key === "Enter" || key === "F2") {
      if (open) actions.open(cell, null);
      else actions.enter(cell);
      return true;
    }
    if (!open) return false;
    if (key === "Delete" || key === "Backspace") {
      actions.clear(cell);
      return true;
    }
    if (!STARTS_NUMBER.test(key)) return false;
    actions.open(cell, key);
    return true;
  }

  const onFocus = (event: FocusEvent) => {
    const cell = cellOf<Grid>(event.target);
    if (cell) actions.hover(cell);
  };
  // From cell to cell, and into a cell's editor, what is lit stays until the next is.
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) actions.hover(null);
  };

  const onCopy = (event: ClipboardEvent) => {
    const cell = cellOf<Grid>(event.target);
    const table = cell && actions.table(cell.grid);
    if (table === null) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", table);
  };
  const onPaste = (event: ClipboardEvent) => {
    const cell = cellOf<Grid>(event.target);
    if (!cell || !actions.canEdit(cell)) return;
    event.preventDefault();
    actions.paste(cell, event.clipboardData.getData("text/plain"));
  };
  return { onKeyDown, onFocus, onBlur, onCopy, onPaste };
}

function movedCell<Grid extends string>(
  event: KeyboardEvent,
  cell: CellTarget<Grid>,
  { rows, columns }: Place,
): CellTarget<Grid> | null {
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

/** Exact numbers, row by row, as a spreadsheet takes them. */
export function tableText(values: Float64Array, columns: number): string {
  const rows = Array.from({ length: values.length / columns }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)).join("\t"),
  );
  return rows.join("\n");
}
