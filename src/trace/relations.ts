import type { ConvDocument } from "../model/document";
import { type Cell, cellIn } from "./extent";
import { type Trace, traceOf } from "./trace";

/** One use of a cell on the window's side: the step that reads it (or stamps it), and the window's cell that meets it there. */
export interface Use {
  /** The stepped cell: an output, or the stamping input of a transposed layer. */
  readonly step: Cell;
  /** Channel counted within the group. */
  readonly kernel: Cell;
}

/**
 * Every step whose window covers a cell of the side that the window slides over, in scan order; with padding that repeats
 * cells, more than once.
 */
export function usesOf(document: ConvDocument, cell: Cell): readonly Use[] {
  const trace = traceOf(document);
  const { window, steps, groups } = trace;
  const [deep, down, across] = [
    places(trace.taps[0], window.depth, cell.depth),
    places(trace.taps[1], window.rows, cell.row),
    places(trace.taps[2], window.columns, cell.column),
  ];
  const perGroup = steps.channels / groups;
  const group = Math.floor(cell.channel / window.channels);
  const channels = Array.from({ length: perGroup }, (_, i) => group * perGroup + i);
  return channels.flatMap((channel) =>
    deep.flatMap((d) =>
      down.flatMap((r) =>
        across.map((c) => ({
          step: { channel, depth: d.step, row: r.step, column: c.step },
          kernel: {
            channel: cell.channel % window.channels,
            depth: d.kernel,
            row: r.kernel,
            column: c.kernel,
          },
        })),
      ),
    ),
  );
}

/** How often each cell of the window's side is covered, in scan order: an input's reads, or the overlaps of stamps. */
export function coverCounts(trace: Trace): readonly number[] {
  const side = trace.op === "transposed" ? trace.output : trace.input;
  const perGroup = trace.steps.channels / trace.groups;
  const [deep, down, across] = axisCounts(trace);
  return Array.from({ length: side.channels * side.depth * side.rows * side.columns }, (_, index) => {
    const { depth, row, column } = cellIn(side, index);
    return perGroup * (deep[depth] ?? 0) * (down[row] ?? 0) * (across[column] ?? 0);
  });
}

/** How often each place of the window's side is covered along depth, rows and columns. */
export function axisCounts({ taps, op, input, output }: Trace): readonly [number[], number[], number[]] {
  const side = op === "transposed" ? output : input;
  return [count(taps[0], side.depth), count(taps[1], side.rows), count(taps[2], side.columns)];
}

function count(taps: Int32Array, size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const index of taps) if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}

function places(taps: Int32Array, kernelSize: number, index: number) {
  const found: { step: number; kernel: number }[] = [];
  taps.forEach((source, i) => {
    if (source === index) found.push({ step: Math.floor(i / kernelSize), kernel: i % kernelSize });
  });
  return found;
}
