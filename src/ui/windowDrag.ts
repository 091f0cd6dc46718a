import type { Board } from "../scene/board";
import { pointOn } from "../scene/hit";
import type { Layout, Sheet } from "../scene/layout";
import type { AppStore } from "../store/appStore";
import { currentStep } from "../store/playbackSlice";
import type { Cell } from "../trace/extent";
import { stepCell, stepOf, type WindowPlace, windowPlace } from "../trace/terms";
import { traceOf } from "../trace/trace";
import type { Drag, Point } from "./gridDrag";

/** Whether a point lies on the window of a step, padding included, on any sheet under it. */
export function isOnWindow({ document, layout }: Board, step: number, { x, y }: Point): boolean {
  const { grid, origin } = windowPlace(document, step);
  const { window, axes } = traceOf(document);
  const [depthAxis, rowAxis, columnAxis] = axes;
  const isUnder = (sheet: Sheet) => {
    const slice = (sheet.depth - origin.depth) / depthAxis.dilation;
    const channel = sheet.channel - origin.channel;
    const isSlice = Number.isInteger(slice) && slice >= 0 && slice < window.depth;
    return isSlice && channel >= 0 && channel < window.channels;
  };
  const within = (place: number, start: number, axis: typeof rowAxis) =>
    place >= start && place < start + (axis.kernelSize - 1) * axis.dilation + 1;
  return layout.sheets[grid].some((sheet) => {
    const { row, column } = pointOn(sheet, x, y);
    return isUnder(sheet) && within(row, origin.row, rowAxis) && within(column, origin.column, columnAxis);
  });
}

/**
 * The window follows the pointer, from one reachable position to the next; over another slice it moves in depth, over a channel
 * of another group to that group.
 */
export function dragWindow(store: AppStore, board: Board, from: Point): Drag {
  const { document, layout } = board;
  const step = currentStep(store.getState());
  const { grid, origin } = windowPlace(document, step);
  const { steps, axes, window, groups } = traceOf(document);
  const channel = stepCell(document, step).channel;
  const first = sheetAt(layout, grid, from) ?? nearestSheet(layout, grid, from);
  const grabbed = first && pointOn(first, from.x, from.y);
  let held = first;
  const snapped = (place: number, axis: (typeof axes)[number], count: number) =>
    Math.max(0, Math.min(Math.round((place + axis.padding[0]) / axis.stride), count - 1));
  /** The step's channel stays as long as its window lies on the sheet. */
  const channelOn = (sheet: Sheet) => {
    const group = Math.floor(sheet.channel / window.channels);
    return group === origin.channel / window.channels ? channel : group * (steps.channels / groups);
  };
  return {
    move: (to) => {
      held = sheetAt(layout, grid, to) ?? held;
      if (!held || !first || !grabbed) return;
      const now = pointOn(held, to.x, to.y);
      const cell: Cell = {
        channel: channelOn(held),
        depth: snapped(origin.depth + held.depth - first.depth, axes[0], steps.depth),
        row: snapped(origin.row + now.row - grabbed.row, axes[1], steps.rows),
        column: snapped(origin.column + now.column - grabbed.column, axes[2], steps.columns),
      };
      store.getState().seek(stepOf(document, cell));
    },
    end: () => undefined,
  };
}

type WindowGrid = WindowPlace["grid"];

/** The sheet whose cells a point lies on: of those in perspective the one in front. */
function sheetAt({ sheets }: Layout, grid: WindowGrid, point: Point): Sheet | undefined {
  return sheets[grid].findLast((sheet) => distanceTo(sheet, point) === 0);
}

/** From the padding the window is held on the sheet beside it. */
function nearestSheet({ sheets }: Layout, grid: WindowGrid, point: Point): Sheet | undefined {
  const far = sheets[grid].map((sheet) => distanceTo(sheet, point));
  return sheets[grid][far.indexOf(Math.min(...far))];
}

/** How far outside a sheet's cells a point lies, in pixels. */
function distanceTo(sheet: Sheet, { x, y }: Point): number {
  const { row, column } = pointOn(sheet, x, y);
  const outside = (place: number, size: number) => Math.max(0, -place, place - size);
  return sheet.cell * Math.hypot(outside(row, sheet.rows), outside(column, sheet.columns));
}
