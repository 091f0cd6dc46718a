import type { ConvDocument } from "../model/document";
import { inputSizeOf, paddingOf } from "../model/layer";
import { type Trace, traceOf } from "./trace";

/** One product of a step: an input number times the weight that lies on it. */
export interface Term {
  /** Where the weight lies, counted from the first input cell; outside the input on padding. */
  readonly row: number;
  readonly column: number;
  /** The input cell whose number is read there; null on a padding zero. */
  readonly source: { readonly row: number; readonly column: number } | null;
  readonly input: number;
  /** The weight's place on the window. */
  readonly kernelRow: number;
  readonly kernelColumn: number;
  readonly weight: number;
  readonly product: number;
}

/** Where the window of a step starts, counted from the first input cell: negative on the padding before it. */
export function windowOrigin(document: ConvDocument, step: number): { row: number; column: number } {
  const { columns } = traceOf(document);
  const [rowPadding = [0, 0], columnPadding = [0, 0]] = paddingOf(document);
  const [rowStride = 1, columnStride = 1] = document.layers[0].stride;
  return {
    row: Math.floor(step / columns) * rowStride - rowPadding[0],
    column: (step % columns) * columnStride - columnPadding[0],
  };
}

/** The products of a step, in the order in which they are added. */
export function termsAt(document: ConvDocument, step: number): readonly Term[] {
  const trace = traceOf(document);
  const [, width = 0] = inputSizeOf(document);
  const origin = windowOrigin(document, step);
  const [rowDilation = 1, columnDilation = 1] = document.layers[0].dilation;
  return Array.from(trace.kernel, (weight, k) => {
    const kernelRow = Math.floor(k / trace.kernelColumns);
    const kernelColumn = k % trace.kernelColumns;
    const source = sourceOf(trace, step, kernelRow, kernelColumn);
    return {
      row: origin.row + kernelRow * rowDilation,
      column: origin.column + kernelColumn * columnDilation,
      source,
      input: source ? (document.input.data[source.row * width + source.column] ?? 0) : 0,
      kernelRow,
      kernelColumn,
      weight,
      product: trace.products[step * trace.kernel.length + k] ?? 0,
    };
  });
}

function sourceOf(trace: Trace, step: number, kernelRow: number, kernelColumn: number) {
  const outputRow = Math.floor(step / trace.columns);
  const outputColumn = step % trace.columns;
  const row = trace.rowTaps[outputRow * trace.kernelRows + kernelRow] ?? -1;
  const column = trace.columnTaps[outputColumn * trace.kernelColumns + kernelColumn] ?? -1;
  return row >= 0 && column >= 0 ? { row, column } : null;
}
