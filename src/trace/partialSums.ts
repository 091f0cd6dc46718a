import type { ConvDocument } from "../model/document";
import { indexIn } from "./extent";
import { stampAt } from "./stamp";
import { traceOf } from "./trace";

/** How far a document's stamps have been added up. */
interface Progress {
  readonly step: number;
  readonly sums: Float64Array;
}

const known = new WeakMap<ConvDocument, Progress>();

/**
 * What stands in the output of a transposed layer once steps 0…`step` have stamped: their products added up, and the bias;
 * before the activation. `[Cout, depth, rows, columns]` in scan order; not to be written to.
 *
 * @param step −1 for an output that nothing has been added to
 */
export function partialSums(document: ConvDocument, step: number): Float64Array {
  const trace = traceOf(document);
  const { input, output, bias } = trace;
  if (step >= input.channels * input.depth * input.rows * input.columns - 1) return trace.sums;
  const before = known.get(document);
  if (before?.step === step) return before.sums;
  // Stepping forward adds what is new; a copy, because earlier sums may still be on screen.
  const goesOn = before !== undefined && before.step < step;
  const sheet = output.depth * output.rows * output.columns;
  const sums = goesOn
    ? Float64Array.from(before.sums)
    : Float64Array.from(trace.sums, (_, at) => (bias[Math.floor(at / sheet)] ?? 0) + 0);
  for (let at = goesOn ? before.step + 1 : 0; at <= step; at++) {
    for (const { cell, product } of stampAt(document, at)) {
      const index = indexIn(output, cell);
      sums[index] = (sums[index] ?? 0) + product;
    }
  }
  known.set(document, { step, sums });
  return sums;
}
