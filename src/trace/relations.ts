import type { ConvDocument } from "../model/document";
import { traceOf } from "./trace";

/** One use of an input cell or a weight: the output it goes into, and the window cell that it meets there. */
export interface Use {
  readonly outputRow: number;
  readonly outputColumn: number;
  readonly kernelRow: number;
  readonly kernelColumn: number;
}

/** Every output that reads an input cell, in scan order; with padding that repeats cells, more than once. */
export function usesOfInput(document: ConvDocument, row: number, column: number): readonly Use[] {
  const { rowTaps, columnTaps, kernelRows, kernelColumns } = traceOf(document);
  const across = places(columnTaps, kernelColumns, column);
  return places(rowTaps, kernelRows, row).flatMap((down) =>
    across.map((along) => ({
      outputRow: down.output,
      outputColumn: along.output,
      kernelRow: down.kernel,
      kernelColumn: along.kernel,
    })),
  );
}

function places(taps: Int32Array, kernelSize: number, index: number) {
  const found: { output: number; kernel: number }[] = [];
  taps.forEach((source, i) => {
    if (source === index) found.push({ output: Math.floor(i / kernelSize), kernel: i % kernelSize });
  });
  return found;
}
