import type { ConvDocument } from "../model/document";
import { backwardOf } from "./backward";
import { type Cell, cellIn, indexIn } from "./extent";
import { usesOf } from "./relations";
import { firstWeight, stepOf, termsAt, winnersOf } from "./terms";
import { traceOf } from "./trace";

/** One part of a gradient: how the loss changes with an output's sum, times how that sum changes with what is blamed. */
export interface BlamePart {
  /** The output that blames. */
  readonly output: Cell;
  /** The input cell that is multiplied; null on padding. */
  readonly input: Cell | null;
  /** The weight, flat among all as they lie on the window; −1 for pooling. */
  readonly weight: number;
  /** How the loss changes with the output's sum. */
  readonly slope: number;
  /** For an input the weight that it was multiplied by; for a weight the input number. */
  readonly factor: number;
  readonly product: number;
}

/** Which outputs blame an input cell, each by how much, in scan order: together its gradient. */
export function inputBlame(document: ConvDocument, cell: Cell): readonly BlamePart[] {
  const trace = traceOf(document);
  const { sums } = backwardOf(document);
  if (trace.op === "transposed") {
    const step = stepOf(document, cell);
    const first = firstWeight(trace, step) ?? 0;
    return termsAt(document, step).flatMap(({ source, weight }, k) =>
      source ? part(source, cell, first + k, sums[indexIn(trace.output, source)] ?? 0, weight) : [],
    );
  }
  const { divisors, output } = trace;
  const perChannel = output.depth * output.rows * output.columns;
  return usesOf(document, cell).flatMap(({ step, kernel }) => {
    const at = indexIn(trace.steps, step);
    const slope = sums[at] ?? 0;
    const first = firstWeight(trace, at);
    if (first !== null) {
      const weight = first + indexIn(trace.window, kernel);
      return part(step, cell, weight, slope, trace.kernel[weight] ?? 0);
    }
    if (divisors) return part(step, cell, -1, slope, 1 / (divisors[at % perChannel] ?? 1));
    const terms = termsAt(document, at);
    const won = winnersOf(terms)[0] === indexIn(trace.window, kernel);
    return part(step, cell, -1, slope, won ? 1 : 0);
  });
}

/**
 * Which pairs of an input and an output's gradient make up a weight's gradient, in scan order.
 *
 * @param weight flat among all weights, as they lie on the window
 */
export function weightBlame(document: ConvDocument, weight: number): readonly BlamePart[] {
  const trace = traceOf(document);
  const { sums } = backwardOf(document);
  const { window, steps } = trace;
  const size = window.channels * window.depth * window.rows * window.columns;
  const channel = Math.floor(weight / size);
  const perChannel = steps.depth * steps.rows * steps.columns;
  return Array.from({ length: perChannel }, (_, i) => channel * perChannel + i).flatMap((step) => {
    const stepped = cellIn(steps, step);
    const term = termsAt(document, step)[weight % size];
    if (!term) return [];
    if (trace.op !== "transposed") return part(stepped, term.source, weight, sums[step] ?? 0, term.input);
    if (!term.source) return [];
    return part(term.source, stepped, weight, sums[indexIn(trace.output, term.source)] ?? 0, term.input);
  });
}

function part(output: Cell, input: Cell | null, weight: number, slope: number, factor: number): BlamePart[] {
  // Adding 0 turns a product of −0 into 0.
  return [{ output, input, weight, slope, factor, product: slope * factor + 0 }];
}
