import type { ConvDocument } from "../model/document";
import { type Cell, cellIn, indexIn } from "./extent";
import { type Trace, traceOf } from "./trace";

/** One product of a step: an input number times the weight that lies on it; of pooling, one number of the window. */
export interface Term {
  /** Where the kernel's cell lies on the window's side, counted from its first cell; outside it on padding. */
  readonly place: Cell;
  /**
   * The cell whose number is read there, or that a transposed layer adds to; null where there is none: on a padding zero, or
   * past an edge that is cut off.
   */
  readonly source: Cell | null;
  readonly input: number;
  /** The weight's place among those of the step, channels counted within the group. */
  readonly kernel: Cell;
  /** 1 for pooling. */
  readonly weight: number;
  readonly product: number;
}

/** Where the kernel lies at a step. */
export interface WindowPlace {
  /** The grid that the window slides over. */
  readonly grid: "input" | "output";
  /** First channel under it, and its first cell: negative on the padding before it. */
  readonly origin: Cell;
}

/** The cell that a step computes, or of a transposed layer the cell that is stamped. */
export function stepCell(document: ConvDocument, step: number): Cell {
  return cellIn(traceOf(document).steps, step);
}

/** The step that computes an output cell, or of a transposed layer stamps an input cell. */
export function stepOf(document: ConvDocument, cell: Cell): number {
  return indexIn(traceOf(document).steps, cell);
}

export function windowPlace(document: ConvDocument, step: number): WindowPlace {
  const trace = traceOf(document);
  const cell = cellIn(trace.steps, step);
  const [depth, rows, columns] = trace.axes;
  return {
    grid: trace.op === "transposed" ? "output" : "input",
    origin: {
      channel: groupOf(trace, cell) * trace.window.channels,
      depth: cell.depth * depth.stride - depth.padding[0],
      row: cell.row * rows.stride - rows.padding[0],
      column: cell.column * columns.stride - columns.padding[0],
    },
  };
}

/** The terms of the step that was last asked for: figure, sums and equation of a frame all want the same. */
const recent = new WeakMap<ConvDocument, { readonly step: number; readonly terms: readonly Term[] }>();

/** The products of a step, in the order in which they are added. */
export function termsAt(document: ConvDocument, step: number): readonly Term[] {
  const last = recent.get(document);
  if (last?.step === step) return last.terms;
  const terms = computeTerms(document, step);
  recent.set(document, { step, terms });
  return terms;
}

function computeTerms(document: ConvDocument, step: number): readonly Term[] {
  const trace = traceOf(document);
  const { origin } = windowPlace(document, step);
  const cell = cellIn(trace.steps, step);
  const stamped = trace.op === "transposed" ? (document.input.data[step] ?? 0) : null;
  const first = firstWeight(trace, step);
  const [depth, rows, columns] = trace.axes;
  const size = trace.window.channels * kernelCells(trace);
  return Array.from({ length: size }, (_, k) => {
    const kernel = cellIn(trace.window, k);
    const source = sourceOf(trace, cell, kernel, origin.channel);
    const weight = first === null ? 1 : (trace.kernel[first + k] ?? 0);
    const input = stamped ?? (source ? (document.input.data[indexIn(trace.input, source)] ?? 0) : 0);
    return {
      place: {
        channel: origin.channel + kernel.channel,
        depth: origin.depth + kernel.depth * depth.dilation,
        row: origin.row + kernel.row * rows.dilation,
        column: origin.column + kernel.column * columns.dilation,
      },
      source,
      input,
      kernel,
      weight,
      // Adding 0 turns a product of −0 into 0.
      product: source ? input * weight + 0 : 0,
    };
  });
}

/** The largest numbers of a max-pooling window, as places among its terms: the winner first, then those equal to it. */
export function winnersOf(terms: readonly Term[]): readonly number[] {
  let best = Number.NEGATIVE_INFINITY;
  for (const { source, input } of terms) if (source) best = Math.max(best, input);
  return terms.flatMap(({ source, input }, at) => (source && input === best ? [at] : []));
}

/** Where the weights of a step begin among all weights; null for pooling, which has none. */
export function firstWeight(trace: Trace, step: number): number | null {
  if (trace.op === "max-pool" || trace.op === "avg-pool") return null;
  // [Cout, Cin/groups, …] of a convolution and [Cin, Cout/groups, …] of a transposed one: the step's channel comes first.
  const { channel } = cellIn(trace.steps, step);
  return channel * trace.window.channels * kernelCells(trace);
}

function kernelCells({ window: { depth, rows, columns } }: Trace): number {
  return depth * rows * columns;
}

/** Which group of channels a stepped cell belongs to. */
function groupOf({ steps, groups }: Trace, { channel }: Cell): number {
  return Math.floor(channel / (steps.channels / groups));
}

function sourceOf({ taps, window }: Trace, cell: Cell, kernel: Cell, firstChannel: number): Cell | null {
  const [depthTaps, rowTaps, columnTaps] = taps;
  const depth = depthTaps[cell.depth * window.depth + kernel.depth] ?? -1;
  const row = rowTaps[cell.row * window.rows + kernel.row] ?? -1;
  const column = columnTaps[cell.column * window.columns + kernel.column] ?? -1;
  return depth >= 0 && row >= 0 && column >= 0
    ? { channel: firstChannel + kernel.channel, depth, row, column }
    : null;
}
