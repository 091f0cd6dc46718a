import type { ConvDocument } from "../model/document";
import { termsAt } from "./terms";
import { traceOf } from "./trace";

/** The products of a step added up for each channel of its kernel, in their order; of pooling one sum. */
export function channelSums(document: ConvDocument, step: number): readonly number[] {
  const sums = new Array<number>(traceOf(document).window.channels).fill(0);
  for (const { kernel, product } of termsAt(document, step)) {
    sums[kernel.channel] = (sums[kernel.channel] ?? 0) + product;
  }
  return sums;
}
