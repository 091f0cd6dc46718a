import { isPool } from "../core/layer";
import { eachTap, windowGrid } from "../core/windowLoops";
import type { ConvDocument } from "../model/document";
import { cellsIn } from "./extent";
import { firstWeight } from "./terms";
import { steppedLayerOf, traceOf } from "./trace";

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
  const { steps, window } = traceOf(document);
  const exact = cellsIn(steps) * cellsIn(window) <= EXACT;
  const largest = exact ? largestProduct(document) : bound(document);
  known.set(document, largest);
  return largest;
}

/** Every edit asks for this: no term is made into an object. */
function largestProduct(document: ConvDocument): number {
  const numbers = document.input.data;
  const layer = steppedLayerOf(document);
  const weights = isPool(layer.op) ? null : traceOf(document).kernel;
  const stamps = layer.op === "transposed";
  let largest = 0;
  eachTap(windowGrid(layer), (out, under, k) => {
    const product = (numbers[stamps ? out : under] as number) * (weights ? (weights[k] as number) : 1);
    largest = Math.max(largest, Math.abs(product));
  });
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
