import type { ConvDocument } from "../model/document";
import type { Board } from "../scene/board";
import type { CellTarget } from "../scene/highlight";
import { sheetOf } from "../scene/hit";
import type { SceneGrid } from "../scene/marks";
import type { AppStore } from "../store/appStore";
import { currentStep } from "../store/playbackSlice";
import type { Extent } from "../trace/extent";
import { stepCell, stepOf, windowPlace } from "../trace/terms";
import { type Trace, traceOf } from "../trace/trace";

/** The same cell on the next or previous sheet of its grid: slice by slice, then channel by channel; null past its ends. */
export function sheetBeside({ document }: Board, cell: CellTarget, by: 1 | -1): CellTarget | null {
  const { channels, depth } = extentOf(traceOf(document), cell.grid);
  const next = cell.channel * depth + cell.depth + by;
  if (next < 0 || next >= channels * depth) return null;
  return { ...cell, channel: Math.floor(next / depth), depth: next % depth };
}

/** Brings the channel of a cell on show, where others lie over it. */
export function showSheet(store: AppStore, { document, layout }: Board, cell: CellTarget): void {
  if (sheetOf(layout, cell)) return;
  const state = store.getState();
  const step = currentStep(state);
  const { grid, origin } = windowPlace(document, step);
  if (cell.grid === grid) showUnder(store, document, cell.channel);
  else if (cell.grid === "input" || cell.grid === "output")
    state.seek(stepOf(document, { ...stepCell(document, step), channel: cell.channel }));
  else state.setView({ channel: origin.channel + cell.channel });
}

/** Puts a channel of the side that the window slides over on top; one of another group comes with a step of that group. */
export function showUnder(store: AppStore, document: ConvDocument, channel: number): void {
  const state = store.getState();
  const step = currentStep(state);
  const { steps, window, groups } = traceOf(document);
  const group = Math.floor(channel / window.channels);
  if (windowPlace(document, step).origin.channel !== group * window.channels) {
    const first = group * (steps.channels / groups);
    state.seek(stepOf(document, { ...stepCell(document, step), channel: first }));
  }
  state.setView({ channel });
}

/** How far a grid's numbers go; a kernel's and the products' are those of one step. */
export function extentOf(trace: Trace, grid: SceneGrid): Extent {
  if (grid === "input" || grid === "output") return trace[grid];
  return trace.window;
}
