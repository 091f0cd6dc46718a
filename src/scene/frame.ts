import { easeCubicInOut } from "d3-ease";
import { formatNumber } from "../model/formatNumber";
import { cellsIn } from "../trace/extent";
import { type Moment, momentAt } from "../trace/phases";
import { stepCell, type WindowPlace, windowPlace } from "../trace/terms";
import { traceOf } from "../trace/trace";
import type { Board } from "./board";
import { cellBox, cornerOf, type SheetName, sheetOf } from "./hit";
import type { Layout, Sheet } from "./layout";
import type { CellMark, LabelMark, PathMark, Rectangle } from "./marks";
import { ribbon } from "./ribbon";
import { concealsStep, stampMarksAt, stepMarksAt } from "./stepMarks";
import { type SumLine, sumLines } from "./sumLines";

/** Where the kernel lies on one sheet. */
export interface SheetWindow extends Rectangle {
  readonly sheet: Sheet;
  /** Which of the kernel's sheets lies there. */
  readonly of: { readonly channel: number; readonly depth: number };
  /** Its first cell; between two steps a fraction. */
  readonly row: number;
  readonly column: number;
  /** From its first cell to its last, in cells. */
  readonly rows: number;
  readonly columns: number;
  /** Rows first. */
  readonly kernelSize: readonly [number, number];
  readonly dilation: readonly [number, number];
}

/** A cell with the smallest upright rectangle around it; without a sheet where none is on show. */
export interface Marker extends Rectangle {
  readonly sheet: Sheet | undefined;
  readonly row: number;
  readonly column: number;
}

/** Everything of the figure that moves: a function of the board and the position alone. */
export interface Frame {
  readonly moment: Moment;
  /** Around the first of the windows; in perspective, the box that holds it. */
  readonly window: Rectangle;
  /** One on each sheet that lies under the kernel. */
  readonly windows: readonly SheetWindow[];
  /** How much the windows show, 0…1: from one sheet to another they fade. */
  readonly opacity: number;
  /** Around the output cell that is being computed, or of a transposed layer the input cell that stamps. */
  readonly marker: Marker;
  /** From the windows to the products, or to the lens where there is one, and from the products to the output cell. */
  readonly links: readonly PathMark[];
  /** Of each sheet of products. */
  readonly products: readonly (readonly CellMark[])[];
  /** The window's input numbers where the input shows none, of each sheet of the lens. */
  readonly lens: readonly (readonly CellMark[])[];
  /** How far kernel and products stand to the right of their places, in pixels, as they glide along one axis. */
  readonly slide: number;
  /** The sums under the products of each channel, where there are several. */
  readonly channelSums: readonly string[];
  readonly sums: readonly SumLine[];
  /** The bias on its way to the output cell; null while it isn't. */
  readonly token: LabelMark | null;
  /** How many outputs show, in scan order over all channels. */
  readonly filled: number;
  /** How far the last of them has come, 0…1. */
  readonly fading: number;
  /** Of a transposed layer the sums so far, of each sheet of the output; null where outputs are computed one by one. */
  readonly outputs: readonly (readonly CellMark[])[] | null;
}

/** @param position in steps; past the end is the last step */
export function frameAt(board: Board, position: number, showAll: boolean): Frame {
  const { document } = board;
  const trace = traceOf(document);
  const steps = cellsIn(trace.steps);
  const moment = momentAt(position, steps - 1);
  const counted = Math.floor(moment.counted * cellsIn(trace.window));
  const marks = stepMarksAt(board, moment.step, counted);
  const passage = passageAt(board, moment);
  const windows = windowsAt(board, passage.place);
  const marker = markerAt(board, moment.step);
  const slide = board.layout.glide * passage.place.origin.column;
  const transposed = trace.op === "transposed";
  const written = moment.filled > 0 ? moment.step : moment.step - 1;
  const all = cellsIn(trace.output);
  return {
    moment,
    window: windows[0] ?? NOWHERE,
    windows,
    opacity: passage.opacity,
    marker,
    links: linksOf(board, windows, marker, slide),
    ...marks,
    slide,
    token: transposed ? null : tokenOf(board, moment, marker),
    sums: sumLines(document, moment, counted, concealsStep(board, moment.step)),
    filled: showAll || transposed ? all : written + 1,
    fading: showAll || transposed || moment.filled === 0 ? 1 : moment.filled,
    outputs: transposed ? stampMarksAt(board, written, showAll) : null,
  };
}

const NOWHERE: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

/** Where the window is between two steps: it glides on its sheets, and fades from some to others. */
interface Passage {
  readonly place: WindowPlace;
  readonly opacity: number;
}

function passageAt({ document }: Board, { step, glide }: Moment): Passage {
  const to = windowPlace(document, step);
  if (glide >= 1 || step === 0) return { place: to, opacity: 1 };
  const from = windowPlace(document, step - 1);
  const eased = easeCubicInOut(glide);
  const [last, next] = [stepCell(document, step - 1), stepCell(document, step)];
  if (last.channel !== next.channel || last.depth !== next.depth) {
    return eased < 0.5 ? { place: from, opacity: 1 - 2 * eased } : { place: to, opacity: 2 * eased - 1 };
  }
  const row = between(from.origin.row, to.origin.row, eased);
  const column = between(from.origin.column, to.origin.column, eased);
  return { place: { ...to, origin: { ...to.origin, row, column } }, opacity: 1 };
}

/** One window for each slice of each channel of the kernel that lies on a sheet on show. */
function windowsAt({ document, layout }: Board, { grid, origin }: WindowPlace): readonly SheetWindow[] {
  const { window, axes } = traceOf(document);
  const [depthAxis, rowAxis, columnAxis] = axes;
  const rows = rowAxis.dilation * (rowAxis.kernelSize - 1) + 1;
  const columns = columnAxis.dilation * (columnAxis.kernelSize - 1) + 1;
  const kernelSize = [rowAxis.kernelSize, columnAxis.kernelSize] as const;
  const dilation = [rowAxis.dilation, columnAxis.dilation] as const;
  const windows: SheetWindow[] = [];
  for (let i = 0; i < window.channels; i++) {
    for (let k = 0; k < window.depth; k++) {
      const sheet = groundAt(layout, {
        grid,
        channel: origin.channel + i,
        depth: origin.depth + k * depthAxis.dilation,
      });
      if (!sheet) continue;
      const { row, column } = origin;
      const of = { channel: i, depth: k };
      const box = boxOn(sheet, row, column, rows, columns);
      windows.push({ sheet, of, row, column, rows, columns, kernelSize, dilation, ...box });
    }
  }
  return windows;
}

/** The sheet with this name, or the slice of padding. */
function groundAt(layout: Layout, name: SheetName): Sheet | undefined {
  const { channel, depth } = name;
  return (
    sheetOf(layout, name) ??
    layout.padding.find((slice) => slice.channel === channel && slice.depth === depth)
  );
}

/** The smallest upright rectangle around some cells of a sheet, in pixels. */
function boxOn(sheet: Sheet, row: number, column: number, rows: number, columns: number): Rectangle {
  const first = cornerOf(sheet, row, column);
  if (!sheet.skew) {
    const { cell, pitch = cell } = sheet;
    return { x: first[0], y: first[1], width: (columns - 1) * pitch + cell, height: rows * cell };
  }
  const corners = [
    first,
    cornerOf(sheet, row + rows, column),
    cornerOf(sheet, row, column + columns),
    cornerOf(sheet, row + rows, column + columns),
  ];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The cell of the step's own side: the output that is computed, or the input that stamps. */
function markerAt({ document, layout }: Board, step: number): Marker {
  const grid = traceOf(document).op === "transposed" ? "input" : "output";
  const { row, column, ...of } = stepCell(document, step);
  const sheet = sheetOf(layout, { grid, ...of });
  return { ...(sheet ? cellBox(sheet, row, column) : NOWHERE), sheet, row, column };
}

/** Of one sheet the bands are plain; of several they are faint, so that the numbers stay in front. */
function linksOf(
  { document, layout }: Board,
  windows: readonly SheetWindow[],
  marker: Rectangle,
  slide: number,
): readonly PathMark[] {
  const { sheets, arrangement } = layout;
  const direction = arrangement === "wide" ? "right" : "down";
  const faint = windows.length > 1 ? " faint" : "";
  const transposed = traceOf(document).op === "transposed";
  const boxOf = (sheet: Sheet): Rectangle => {
    const box = boxOn(sheet, 0, 0, sheet.rows, sheet.columns);
    return { ...box, x: box.x + slide };
  };
  return windows.flatMap((window, i): PathMark[] => {
    const same = ({ channel, depth }: Sheet) => channel === window.of.channel && depth === window.of.depth;
    const lens = transposed ? undefined : sheets.lens.find(same);
    const products = sheets.products.find(same);
    if (!products) return [];
    const suffix = i === 0 ? "" : `-${i}`;
    const [start, end] = transposed ? [marker, window] : [window, marker];
    return [
      {
        key: `input${suffix}`,
        d: ribbon(start, boxOf(lens ?? products), direction),
        className: `link input${faint}`,
      },
      {
        key: `output${suffix}`,
        d: ribbon(boxOf(products), end, direction),
        className: `link output${faint}`,
      },
    ];
  });
}

/** The bias lands on every output: it leaves its line of the sum while the cell fills. */
function tokenOf({ document, layout }: Board, { step, filled }: Moment, marker: Rectangle): LabelMark | null {
  const bias = traceOf(document).bias[stepCell(document, step).channel] ?? 0;
  if (!bias || filled === 0 || filled === 1) return null;
  const { sums, margins } = layout;
  const eased = easeCubicInOut(filled);
  return {
    key: "token",
    x: between(sums.x + sums.width, marker.x + marker.width / 2, eased),
    y: between(sums.y + 1.5 * margins.sumLine, marker.y + marker.height / 2, eased),
    anchor: "middle",
    className: "bias-token",
    parts: [{ text: bias < 0 ? formatNumber(bias) : `+${formatNumber(bias)}` }],
  };
}

/** A share of the way from one number to another; exact at both ends. */
function between(from: number, to: number, share: number): number {
  return from * (1 - share) + to * share;
}
