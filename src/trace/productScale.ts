import type { ConvDocument } from "../model/document";
import { cellsIn } from "./extent";
import { firstWeight, termsAt } from "./terms";
import { traceOf } from "./trace";

/** Most products that are looked at one by one. */
const EXACT = 200_000;

const known = new WeakMap<ConvDocument, number>();

/**
 * The largest size of a product at any step, for a colour scale that does not change while playing; of pooling, of a number.
 * With more than 200,000 products a bound that none exceeds: the largest number times the largest weight.
 */
export function productScale(document: ConvDocument): number {
  const cached = known.get(document);
  if (cached !== undefined) return cached;
  const trace = traceOf(document);
  const steps = cellsIn(trace.steps);
  const largest = steps * cellsIn(trace.window) <= EXACT ? largestProduct(document, steps) : bound(document);
  known.set(document, largest);
  return largest;
}

function largestProduct(document: ConvDocument, steps: number): number {
  let largest = 0;
  for (let step = 0; step < steps; step++) {
    for (const { product } of termsAt(document, step)) largest = Math.max(largest, Math.abs(product));
  }
  return largest;
}

function bound(document: ConvDocument): number {
  const trace = traceOf(document);
  const weight = firstWeight(trace, 0) === null ? 1 : largestOf(trace.kernel);
  return largestOf(document.input.data) * weight;
}

function largestOf(numbers: Float64Array): number {
  return numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
