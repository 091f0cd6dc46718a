import { easeCubicInOut } from "d3-ease";
import { formatNumber } from "../model/formatNumber";
import { axesOf } from "../model/layer";
import { type Moment, momentAt } from "../trace/phases";
import { termsAt, windowOrigin } from "../trace/terms";
import { traceOf } from "../trace/trace";
import type { Board } from "./board";
import { fittingTexts } from "./cellText";
import { levelOf, maxMagnitude } from "./levels";
import type { CellMark, GridMarks, LabelMark, PathMark, Rectangle } from "./marks";
import { ribbon } from "./ribbon";
import { type SumLine, sumLines } from "./sumLines";

/** Where the kernel lies on one sheet. */
export interface SheetWindow extends Rectangle {
  readonly channel: number;
  readonly depth: number;
  /** Its first cell; between two steps a fraction. */
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
  readonly marker: Rectangle;
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
  const { document, layout } = board;
  const trace = traceOf(document);
  const steps = trace.rows * trace.columns;
  const moment = momentAt(position, steps - 1);
  const size = trace.kernel.length;
  const counted = Math.floor(moment.counted * size);
  const products = trace.products.subarray(moment.step * size, (moment.step + 1) * size);
  const texts = fittingTexts(products, layout.products.cell, board.products.fontSize);
  const window = windowAt(board, moment);
  const marker = cellAt(board, moment.step);
  const filled = moment.filled > 0 ? moment.step + 1 : moment.step;
  return {
    moment,
    window,
    marker,
    links: linksOf(board, window, marker),
    products: texts.map((text, i) =>
      i < counted
        ? { text, level: levelOf(products[i] as number, board.productMax) }
        : { text: "", level: 0 },
    ),
    lens: board.lens ? lensOf(board, board.lens, moment.step) : [],
    token: tokenOf(board, moment, marker),
    sums: sumLines(document, moment, counted),
    filled: showAll ? steps : filled,
    fading: showAll ? 1 : moment.filled > 0 ? moment.filled : 1,
  };
}

function windowAt({ document, layout }: Board, { step, glide }: Moment): Rectangle {
  const [rowAxis, columnAxis] = axesOf(document);
  const span = (axis: typeof rowAxis) => (axis ? axis.dilation * (axis.kernelSize - 1) + 1 : 1);
  const { x, y, cell } = layout.input;
  const to = windowOrigin(document, step);
  const from = glide < 1 ? windowOrigin(document, step - 1) : to;
  const eased = easeCubicInOut(glide);
  return {
    x: x + between(from.column, to.column, eased) * cell,
    y: y + between(from.row, to.row, eased) * cell,
    width: span(columnAxis) * cell,
    height: span(rowAxis) * cell,
  };
}

function cellAt({ layout: { output } }: Board, step: number): Rectangle {
  return {
    x: output.x + (step % output.columns) * output.cell,
    y: output.y + Math.floor(step / output.columns) * output.cell,
    width: output.cell,
    height: output.cell,
  };
}

function linksOf({ layout }: Board, window: Rectangle, marker: Rectangle): readonly PathMark[] {
  const { x, y, cell, rows, columns } = layout.products;
  const products = { x, y, width: columns * cell, height: rows * cell };
  const direction = layout.arrangement === "wide" ? "right" : "down";
  const target = layout.lens ? { ...products, x: layout.lens.x, y: layout.lens.y } : products;
  return [
    { key: "input", d: ribbon(window, target, direction), className: "link input" },
    { key: "output", d: ribbon(products, marker, direction), className: "link output" },
  ];
}

/** The bias lands on every output: it leaves its line of the sum while the cell fills. */
function tokenOf({ document, layout }: Board, { filled }: Moment, marker: Rectangle): LabelMark | null {
  const { bias } = traceOf(document);
  if (!bias || filled === 0 || filled === 1) return null;
  const { x, y, cell, rows, columns } = layout.products;
  const eased = easeCubicInOut(filled);
  return {
    key: "token",
    x: between(x + columns * cell, marker.x + marker.width / 2, eased),
    y: between(y + rows * cell + 4 + 1.5 * layout.margins.sumLine, marker.y + marker.height / 2, eased),
    anchor: "middle",
    className: "bias-token",
    parts: [{ text: bias < 0 ? formatNumber(bias) : `+${formatNumber(bias)}` }],
  };
}

function lensOf({ document }: Board, { place, fontSize }: GridMarks, step: number): readonly CellMark[] {
  const values = termsAt(document, step).map((term) => term.input);
  const max = maxMagnitude(document.input.data);
  return fittingTexts(values, place.cell, fontSize).map((text, i) => ({
    text,
    level: levelOf(values[i] as number, max),
  }));
}

/** A share of the way from one number to another; exact at both ends. */
function between(from: number, to: number, share: number): number {
  return from * (1 - share) + to * share;
}
