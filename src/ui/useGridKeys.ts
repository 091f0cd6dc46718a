import type { ClipboardEvent, FocusEvent, KeyboardEvent, RefObject } from "react";
import type { ConvDocument } from "../model/document";
import { setCell } from "../model/gridCommands";
import { inputSizeOf } from "../model/layer";
import type { CellTarget } from "../scene/highlight";
import type { Place } from "../scene/layout";
import type { AppStore } from "../store/appStore";
import { traceOf } from "../trace/trace";
import { cellOf } from "./cellOf";
import { storedCell } from "./gridDrag";
import type { FigureHandle } from "./useFigure";
import { isEditable, isLocked, type PointerActions } from "./usePointer";

export interface GridKeyActions extends PointerActions {
  /** Opens the editor with what was typed instead of the cell's number. */
  readonly typeInto: (target: CellTarget, text: string) => void;
  readonly paste: (target: CellTarget, text: string) => void;
}

/** What starts a number: a digit of any script, a sign, a point. */
const STARTS_NUMBER = /^[\p{Nd}.,+\-\u2212]$/u;

/** The keyboard in the grids: arrows move, Enter, F2 or typing edits, Escape leaves. */
export function useGridKeys(
  handle: RefObject<FigureHandle | null>,
  store: AppStore,
  { focusCell, editCell, typeInto, paste }: GridKeyActions,
) {
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    const place = cell && handle.current?.board().layout[cell.grid];
    if (!cell || !place || event.altKey) return;
    const moved = movedCell(event, cell, place);
    if (moved) {
      event.preventDefault();
      focusCell(moved);
    } else if (act(event, cell)) event.preventDefault();
  };

  function act(event: KeyboardEvent, cell: CellTarget): boolean {
    const state = store.getState();
    const board = handle.current?.board();
    if (event.ctrlKey || event.metaKey || !board) return false;
    const open = isEditable(cell) && !isLocked(state.locked, cell.grid);
    if (event.key === "Enter" || event.key === "F2") {
      if (open) editCell(cell);
      else if (cell.grid === "output") state.seek(cell.row * board.layout.output.columns + cell.column);
      return true;
    }
    if (event.key === " ") {
      state.togglePin(cell);
      return true;
    }
    if (event.key === "Escape") {
      if (state.pinned) state.togglePin(state.pinned);
      return state.pinned !== null;
    }
    if (!open) return false;
    if (event.key === "Delete" || event.key === "Backspace") {
      const { row, column } = storedCell(board, cell);
      state.edit(setCell(cell.grid, row, column, 0));
      return true;
    }
    if (!STARTS_NUMBER.test(event.key)) return false;
    typeInto(cell, event.key);
    return true;
  }

  const onFocus = (event: FocusEvent) => {
    const cell = cellOf(event.target);
    if (cell) store.getState().setHover(cell);
  };
  // From cell to cell, and into a cell's editor, what is lit stays until the next is.
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) store.getState().setHover(null);
  };

  const onCopy = (event: ClipboardEvent) => {
    const cell = cellOf(event.target);
    const board = handle.current?.board();
    if (!cell || !board || cell.grid === "products") return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", tableOf(board.document, cell.grid));
  };
  const onPaste = (event: ClipboardEvent) => {
    const cell = cellOf(event.target);
    if (!cell || !isEditable(cell) || isLocked(store.getState().locked, cell.grid)) return;
    event.preventDefault();
    paste(cell, event.clipboardData.getData("text/plain"));
  };
  return { onKeyDown, onFocus, onBlur, onCopy, onPaste };
}

function movedCell(event: KeyboardEvent, cell: CellTarget, { rows, columns }: Place): CellTarget | null {
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

/** A grid's exact numbers as a spreadsheet takes them. */
function tableOf(document: ConvDocument, grid: "input" | "kernel" | "output"): string {
  const trace = traceOf(document);
  const [values, columns] = {
    input: [document.input.data, inputSizeOf(document)[1] ?? 1] as const,
    kernel: [trace.kernel, trace.kernelColumns] as const,
    output: [trace.output, trace.columns] as const,
  }[grid];
  const rows = Array.from({ length: values.length / columns }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)).join("\t"),
  );
  return rows.join("\n");
}
