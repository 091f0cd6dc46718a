import type { ConvDocument } from "../model/document";
import { cellsIn } from "../trace/extent";
import { partialSums } from "../trace/partialSums";
import { firstWeight, stepCell, windowPlace } from "../trace/terms";
import { traceOf } from "../trace/trace";
import { shortText } from "./cellText";
import { reachOf } from "./figureParts";
import { levelOf, maxMagnitude } from "./levels";
import type { CellMark, Rectangle } from "./marks";

/** One channel's grid of a miniature, at its place in cells. */
export interface MiniatureGrid {
  readonly key: string;
  readonly grid: "input" | "kernel" | "output";
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly CellMark[];
  /** The frame of the padding; null without. */
  readonly ring: Rectangle | null;
}

/** A figure in a row: input, kernel and output of one step, as a function of the step. Lengths are in cells. */
export interface Miniature {
  readonly width: number;
  readonly height: number;
  readonly grids: readonly MiniatureGrid[];
  /** Where the kernel lies, on each grid that it slides over. */
  readonly windows: readonly Rectangle[];
  /** The cell that is computed, or stamps. */
  readonly marker: Rectangle;
}

const GAP = 0.8;
const LETTERS = 5;

/** @param step of a document with one or two axes */
export function miniatureOf(document: ConvDocument, step: number): Miniature {
  const trace = traceOf(document);
  const { input, output, window, op, axes } = trace;
  const transposed = op === "transposed";
  const cell = stepCell(document, step);
  const { origin } = windowPlace(document, step);
  const [, rowPads, columnPads] = reachOf(trace);
  const none = [0, 0] as const;
  const pads = (slides: boolean) => ({ rows: slides ? rowPads : none, columns: slides ? columnPads : none });
  const firstKernel = firstWeight(trace, step);
  const outputs = transposed ? partialSums(document, step) : trace.values;
  const outMax = maxMagnitude(trace.values);
  const outChannel = transposed ? 0 : cell.channel;

  const sheets = [
    ...channelsOf(input.channels).map((channel) => ({
      grid: "input" as const,
      channel,
      size: input,
      pads: pads(!transposed),
      numberAt: (at: number) => document.input.data[channel * input.rows * input.columns + at] ?? 0,
      max: maxMagnitude(document.input.data),
      isThere: () => true,
    })),
    ...(firstKernel === null ? [] : channelsOf(window.channels)).map((channel) => ({
      grid: "kernel" as const,
      channel,
      size: window,
      pads: pads(false),
      numberAt: (at: number) =>
        trace.kernel[(firstKernel ?? 0) + channel * window.rows * window.columns + at] ?? 0,
      max: maxMagnitude(trace.kernel),
      isThere: () => true,
    })),
    {
      grid: "output" as const,
      channel: outChannel,
      size: output,
      pads: pads(transposed),
      numberAt: (at: number) => outputs[outChannel * output.rows * output.columns + at] ?? 0,
      max: outMax,
      isThere: (at: number) => transposed || outChannel * output.rows * output.columns + at <= step,
    },
  ];

  const height = Math.max(...sheets.map(({ size, pads }) => size.rows + pads.rows[0] + pads.rows[1]));
  let right = 0;
  const grids = sheets.map(({ grid, channel, size, pads, numberAt, max, isThere }): MiniatureGrid => {
    const tall = size.rows + pads.rows[0] + pads.rows[1];
    const wide = size.columns + pads.columns[0] + pads.columns[1];
    const [x, y] = [right, (height - tall) / 2];
    right += wide + GAP;
    const cells = Array.from({ length: size.rows * size.columns }, (_, at): CellMark => {
      if (!isThere(at)) return { text: "", level: 0, state: "empty" };
      return { text: shortText(numberAt(at), LETTERS), level: levelOf(numberAt(at), max) };
    });
    return {
      key: `${grid}-${channel}`,
      grid,
      x: x + pads.columns[0],
      y: y + pads.rows[0],
      rows: size.rows,
      columns: size.columns,
      cells,
      ring: tall > size.rows || wide > size.columns ? { x, y, width: wide, height: tall } : null,
    };
  });

  const place = (key: string, row: number, column: number, rows: number, columns: number): Rectangle => {
    const grid = grids.find((each) => each.key === key) ?? grids[0];
    return { x: (grid?.x ?? 0) + column, y: (grid?.y ?? 0) + row, width: columns, height: rows };
  };
  const span = (axis: 1 | 2) => axes[axis].dilation * (axes[axis].kernelSize - 1) + 1;
  const windows = channelsOf(transposed ? 1 : window.channels).map((channel) =>
    place(
      transposed ? `output-${outChannel}` : `input-${origin.channel + channel}`,
      origin.row,
      origin.column,
      span(1),
      span(2),
    ),
  );
  const marker = place(`${transposed ? "input" : "output"}-${cell.channel}`, cell.row, cell.column, 1, 1);
  return { width: right - GAP, height, grids, windows, marker };
}

/** How many steps a miniature has. */
export function miniatureSteps(document: ConvDocument): number {
  return cellsIn(traceOf(document).steps);
}

function channelsOf(count: number): readonly number[] {
  return Array.from({ length: count }, (_, channel) => channel);
}
