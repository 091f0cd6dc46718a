import { pasteGrid, setCell } from "../model/gridCommands";
import { sizeOf } from "../model/gridPlace";
import type { StackBoard } from "../scene/stackBoard";
import type { AppStore } from "../store/appStore";
import type { StackStore } from "../store/stackStore";
import { cellOf } from "./cellOf";
import { inputPlace, type MapCell, placeOf, shownValues } from "./stackCells";
import { type GridKeyActions, tableText } from "./useGridKeys";
import { isLocked } from "./usePointer";

/** What the stage can do with its cells. */
export interface StackActions {
  readonly board: () => StackBoard | null;
  /** Puts the keyboard on a cell, and has its map look at it. */
  readonly choose: (cell: MapCell) => void;
  readonly open: (cell: MapCell, typed: string | null) => void;
  /** Asks what to do with numbers that don't fit the input. */
  readonly openPaste: (text: string) => void;
}

/** Whether a cell holds a number of the user's: the layers' maps are computed. */
export function canEditMap(app: AppStore, { grid }: MapCell): boolean {
  return grid === "0" && !isLocked(app.getState().locked, "input");
}

/** The keyboard's acts on the maps of a stack; Page Up and Page Down go from map to map. */
export function stackKeys(
  app: AppStore,
  stack: StackStore,
  { board, choose, open, openPaste }: StackActions,
): GridKeyActions<MapCell> {
  const placed = (cell: MapCell) => {
    const { document, channel } = stack.getState();
    return inputPlace(document.input, channel, cell);
  };
  const placeIn = (grid: string) => {
    const shown = board();
    return shown ? placeOf(shown, grid) : undefined;
  };
  return {
    cellOf,
    placeOf: ({ grid }) => placeIn(grid),
    canEdit: (cell) => canEditMap(app, cell),
    focusCell: choose,
    toSheet: ({ grid, row, column }, by) => {
      const next = String((Number(grid) || 0) + by);
      const place = placeIn(next);
      if (!place) return;
      const clamped = (value: number, length: number) => Math.min(value, length - 1);
      choose({ grid: next, row: clamped(row, place.rows), column: clamped(column, place.columns) });
    },
    open,
    enter: choose,
    clear: (cell) => app.getState().edit(setCell("input", placed(cell), 0)),
    pin: choose,
    unpin: () => false,
    hover: () => undefined,
    table: ({ grid }) => tableText(shownValues(stack.getState(), grid), placeIn(grid)?.columns ?? 1),
    paste: async (cell, text) => {
      const reader = await import("../model/parseGrid").catch(() => null);
      if (!reader) return app.getState().notify({ key: "notices.outdated", values: {} });
      const parsed = reader.parseGrid(text);
      const { rows, columns } = sizeOf(stack.getState().document.input);
      const { row, column, ...sheet } = placed(cell);
      const fits =
        "rows" in parsed &&
        row + parsed.rows.length <= rows &&
        column + (parsed.rows[0]?.length ?? 0) <= columns;
      if (!fits) return openPaste(text);
      app.getState().edit(pasteGrid("input", parsed.rows, { ...sheet, at: [row, column], mode: "cut" }));
    },
  };
}
