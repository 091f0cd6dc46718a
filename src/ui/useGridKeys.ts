import type { ClipboardEvent, FocusEvent, KeyboardEvent } from "react";
import type { GridCell } from "../scene/highlight";
import { movedCell } from "./movedCell";

/** What the keyboard can do in a view's grids. */
export interface GridKeyActions<Cell extends GridCell<string>> {
  /** The cell that an element of the figure stands for. */
  readonly cellOf: (element: EventTarget | null) => Cell | null;
  /** How many rows and columns the cell is one of. */
  readonly placeOf: (cell: Cell) => { readonly rows: number; readonly columns: number } | undefined;
  /** Whether the cell holds a number of the user's. */
  readonly canEdit: (cell: Cell) => boolean;
  readonly focusCell: (cell: Cell) => void;
  /** To the same cell of the next (1) or previous (−1) sheet; left out where a grid has one. */
  readonly toSheet?: (cell: Cell, by: 1 | -1) => void;
  /** Opens the editor; with what was typed instead of the cell's number. */
  readonly open: (cell: Cell, typed: string | null) => void;
  /** What Enter does where nothing can be edited. */
  readonly enter: (cell: Cell) => void;
  readonly clear: (cell: Cell) => void;
  readonly pin: (cell: Cell) => void;
  /** Lets go of what is pinned; false when nothing is. */
  readonly unpin: () => boolean;
  readonly hover: (cell: Cell | null) => void;
  /** The numbers around the cell as a spreadsheet takes them; null for what isn't copied. */
  readonly table: (cell: Cell) => string | null;
  readonly paste: (cell: Cell, text: string) => void;
}

/** What starts a number: a digit of any script, a sign, a point. */
const STARTS_NUMBER = /^[\p{Nd}.,+\-\u2212]$/u;

/** The keyboard in the grids: arrows move, Page Up and Down change the sheet, Enter, F2 or typing edits, Escape leaves. */
export function useGridKeys<Cell extends GridCell<string>>(actions: GridKeyActions<Cell>) {
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = actions.cellOf(event.target);
    const place = cell && actions.placeOf(cell);
    if (!cell || !place || event.altKey) return;
    const moved = movedCell(event, cell, place);
    if (moved) {
      event.preventDefault();
      actions.focusCell(moved);
    } else if (act(event, cell)) event.preventDefault();
  };

  function act({ key, ctrlKey, metaKey }: KeyboardEvent, cell: Cell): boolean {
    if (ctrlKey || metaKey) return false;
    if (actions.toSheet && (key === "PageDown" || key === "PageUp")) {
      actions.toSheet(cell, key === "PageDown" ? 1 : -1);
      return true;
    }
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
    const cell = actions.cellOf(event.target);
    if (cell) actions.hover(cell);
  };
  // From cell to cell, and into a cell's editor, what is lit stays until the next is.
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) actions.hover(null);
  };

  const onCopy = (event: ClipboardEvent) => {
    const cell = actions.cellOf(event.target);
    const table = cell && actions.table(cell);
    if (table === null) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", table);
  };
  const onPaste = (event: ClipboardEvent) => {
    const cell = actions.cellOf(event.target);
    if (!cell || !actions.canEdit(cell)) return;
    event.preventDefault();
    actions.paste(cell, event.clipboardData.getData("text/plain"));
  };
  return { onKeyDown, onFocus, onBlur, onCopy, onPaste };
}

/** Exact numbers, row by row, as a spreadsheet takes them. */
export function tableText(values: Float64Array, columns: number): string {
  const rows = Array.from({ length: values.length / columns }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)).join("\t"),
  );
  return rows.join("\n");
}
