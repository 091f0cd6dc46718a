import type { AppStore } from "../store/appStore";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import type { GridName } from "../store/viewSlice";
import { type Cell, cellIn } from "../trace/extent";
import { stepCell } from "../trace/terms";
import { traceOf } from "../trace/trace";

/**
 * Lights a cell of the figure by its place in scan order; null lets go. A weight counts among all: one of another channel
 * than the figure's has no cell there, and lights none.
 */
export function hoverPlace(store: AppStore, grid: Exclude<GridName, "products">, place: number | null): void {
  const state = store.getState();
  state.setHover(place === null ? null : targetOf(state, grid, place));
}

function targetOf(
  state: ReturnType<AppStore["getState"]>,
  grid: Exclude<GridName, "products">,
  place: number,
) {
  const document = documentOf(state);
  const trace = traceOf(document);
  if (grid === "input") return target(grid, cellIn(trace.input, place));
  if (grid === "output") return target(grid, cellIn(trace.output, place));
  const cell = cellIn(trace.window, place);
  const channel = Math.floor(cell.channel / trace.window.channels);
  const shown = stepCell(document, currentStep(state)).channel;
  return channel === shown ? target(grid, { ...cell, channel: cell.channel % trace.window.channels }) : null;
}

function target(grid: GridName, { channel, depth, row, column }: Cell) {
  return { grid, channel, depth, row, column };
}
