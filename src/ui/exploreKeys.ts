import type { RefObject } from "react";
import { setCell } from "../model/gridCommands";
import { inputSizeOf } from "../model/layer";
import type { SceneGrid } from "../scene/marks";
import type { AppStore } from "../store/appStore";
import { traceOf } from "../trace/trace";
import { storedCell } from "./gridDrag";
import type { FigureHandle } from "./useFigure";
import { type GridKeyActions, tableText } from "./useGridKeys";
import { isEditable, isLocked } from "./usePointer";

type Actions = GridKeyActions<SceneGrid>;

/** The keyboard's acts on the grids of Explore. */
export function exploreKeys(
  handle: RefObject<FigureHandle | null>,
  store: AppStore,
  stage: Pick<Actions, "focusCell" | "open" | "paste">,
): Actions {
  const board = () => handle.current?.board();
  return {
    ...stage,
    placeOf: (grid) => board()?.layout[grid],
    canEdit: (cell) => isEditable(cell) && !isLocked(store.getState().locked, cell.grid),
    enter: ({ grid, row, column }) => {
      if (grid === "output") store.getState().seek(row * (board()?.layout.output.columns ?? 1) + column);
    },
    clear: (cell) => {
      const shown = board();
      if (!shown || !isEditable(cell)) return;
      const { row, column } = storedCell(shown, cell);
      store.getState().edit(setCell(cell.grid, row, column, 0));
    },
    pin: store.getState().togglePin,
    unpin: () => {
      const { pinned, togglePin } = store.getState();
      if (pinned) togglePin(pinned);
      return pinned !== null;
    },
    hover: store.getState().setHover,
    table: (grid) => {
      const document = board()?.document;
      if (!document || grid === "products") return null;
      const trace = traceOf(document);
      if (grid === "input") return tableText(document.input.data, inputSizeOf(document)[1] ?? 1);
      return grid === "kernel"
        ? tableText(trace.kernel, trace.kernelColumns)
        : tableText(trace.output, trace.columns);
    },
  };
}
