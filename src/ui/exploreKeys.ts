import type { RefObject } from "react";
import { setCell } from "../model/gridCommands";
import type { CellTarget } from "../scene/highlight";
import type { AppStore } from "../store/appStore";
import { currentStep } from "../store/playbackSlice";
import { indexIn } from "../trace/extent";
import { firstWeight, stepOf, windowPlace } from "../trace/terms";
import { traceOf } from "../trace/trace";
import { targetOf } from "./cellOf";
import { extentOf, sheetBeside, showSheet } from "./sheetBeside";
import { storedCell } from "./storedCell";
import type { FigureHandle } from "./useFigure";
import { type GridKeyActions, tableText } from "./useGridKeys";
import { isEditable, isLocked, type PointerActions } from "./usePointer";

type Actions = GridKeyActions<CellTarget>;

/** The keyboard's acts on the grids of Explore. */
export function exploreKeys(
  handle: RefObject<FigureHandle | null>,
  store: AppStore,
  {
    predictCell,
    ...stage
  }: Pick<Actions, "focusCell" | "open" | "paste"> & Pick<PointerActions, "predictCell">,
): Actions {
  const board = () => handle.current?.board();
  return {
    ...stage,
    cellOf: targetOf,
    placeOf: ({ grid }) => {
      const shown = board();
      return shown && extentOf(traceOf(shown.document), grid);
    },
    canEdit: (cell) => isEditable(cell) && !isLocked(store.getState().locked, cell.grid),
    toSheet: (cell, by) => {
      const shown = board();
      const next = shown && sheetBeside(shown, cell, by);
      if (!shown || !next) return;
      showSheet(store, shown, next);
      stage.focusCell(next);
    },
    enter: (cell) => {
      const shown = board();
      if (predictCell(cell)) return;
      // Of a transposed layer the steps are the input's, where Enter edits.
      if (!shown || cell.grid !== "output" || windowPlace(shown.document, 0).grid === "output") return;
      store.getState().seek(stepOf(shown.document, cell));
    },
    clear: (cell) => {
      const shown = board();
      if (!shown || !isEditable(cell)) return;
      const { edit } = store.getState();
      edit(setCell(cell.grid, storedCell(shown.document, currentStep(store.getState()), cell), 0));
    },
    pin: store.getState().togglePin,
    unpin: () => {
      const { pinned, togglePin } = store.getState();
      if (pinned) togglePin(pinned);
      return pinned !== null;
    },
    hover: store.getState().setHover,
    table: (cell) => {
      const shown = board();
      if (!shown || cell.grid === "products") return null;
      const trace = traceOf(shown.document);
      const extent = extentOf(trace, cell.grid);
      const first = indexIn(extent, { ...cell, row: 0, column: 0 });
      const sheet = (values: Float64Array, from: number) =>
        tableText(values.subarray(from, from + extent.rows * extent.columns), extent.columns);
      if (cell.grid === "input") return sheet(shown.document.input.data, first);
      // What is to be predicted can't be copied.
      if (cell.grid === "output") return store.getState().revealed ? null : sheet(trace.values, first);
      return sheet(trace.kernel, (firstWeight(trace, currentStep(store.getState())) ?? 0) + first);
    },
  };
}
