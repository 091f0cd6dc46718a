import { parameterAt } from "../scene/learnHighlight";
import type { LearnGrid } from "../scene/learnLayout";
import type { AppStore } from "../store/appStore";
import type { LearnStore } from "../store/learnStore";
import { cellOf } from "./cellOf";
import { isLearnEditable, type LearnCell, type LearnScene, learnValues } from "./learnCells";
import { type GridKeyActions, tableText } from "./useGridKeys";

/** What the stage can do with its cells. */
export interface LearnActions {
  readonly scene: () => LearnScene | null;
  /** Puts the keyboard on a cell. */
  readonly focusCell: (cell: LearnCell) => void;
  readonly open: (cell: LearnCell, typed: string | null) => void;
  /** Puts numbers into cells of one grid, as one step of the history. */
  readonly change: (cells: readonly (LearnCell & { readonly value: number })[]) => void;
  /** Asks what to do with numbers that don't fit the input. */
  readonly openPaste: (text: string) => void;
}

/** The keyboard's acts on the grids of Learn. */
export function learnKeys(
  app: AppStore,
  learn: LearnStore,
  { scene, focusCell, open, change, openPaste }: LearnActions,
): GridKeyActions<LearnCell> {
  return {
    cellOf: cellOf<LearnGrid>,
    focusCell,
    open,
    placeOf: ({ grid }) => scene()?.board.layout.places[grid],
    canEdit: (cell) => isLearnEditable(cell, app.getState().locked),
    enter: () => undefined,
    clear: (cell) => change([{ ...cell, value: 0 }]),
    pin: (cell) => {
      const board = scene()?.board;
      const parameter = board ? parameterAt(board, cell) : null;
      if (parameter !== null) learn.getState().toggleSelected(parameter);
    },
    unpin: () => {
      const { selected, toggleSelected } = learn.getState();
      if (selected !== null) toggleSelected(selected);
      return selected !== null;
    },
    hover: learn.getState().hover,
    table: ({ grid }) => {
      const shown = scene();
      return shown && tableText(learnValues(shown, grid), shown.board.layout.places[grid]?.columns ?? 1);
    },
    paste: async (cell, content) => {
      const reader = await import("../model/parseGrid").catch(() => null);
      if (!reader) return app.getState().notify({ key: "notices.outdated", values: {} });
      const parsed = reader.parseGrid(content);
      const place = scene()?.board.layout.places[cell.grid];
      if (!place) return;
      const fits =
        "rows" in parsed &&
        cell.row + parsed.rows.length <= place.rows &&
        cell.column + (parsed.rows[0]?.length ?? 0) <= place.columns;
      if (cell.grid === "input" && !fits) return openPaste(content);
      if ("problem" in parsed) {
        const { code, values } = parsed.problem;
        return app.getState().notify({ key: `problem.${code}`, values });
      }
      change(
        parsed.rows.flatMap((numbers, row) =>
          numbers.flatMap((value, column) => {
            const at = { grid: cell.grid, row: cell.row + row, column: cell.column + column };
            return at.row < place.rows && at.column < place.columns ? [{ ...at, value }] : [];
          }),
        ),
      );
    },
  };
}
