import type { ConvDocument } from "../model/document";
import { type Cell, type Extent, indexIn } from "./extent";
import { overlapsAt } from "./stamp";
import { termsAt } from "./terms";
import { traceOf } from "./trace";

/** A number that takes part in an equation, with its weight. */
export interface Factor {
  /** Of the input; of what a stamp adds, that of the output. */
  readonly channel: number;
  /** The kernel's cell that lies there, in scan order of one channel. */
  readonly at: number;
  /** Its place among all that the step or the output cell takes, in the order in which they are counted. */
  readonly order: number;
  readonly input: number;
  /** 1 for pooling. */
  readonly weight: number;
  readonly product: number;
}

/**
 * What a step counts: all of a convolution, padding with it; of a maximum the numbers that are there; of a mean those in its
 * divisor; of a stamp what is not cut off.
 */
export function stepFactors(document: ConvDocument, step: number): readonly Factor[] {
  const { op, input, axes, window } = traceOf(document);
  const { countIncludePad } = document.layers[0];
  const [depth, rows, columns] = axes;
  const counts = ({ depth: d, row, column }: Cell) =>
    countIncludePad &&
    d < input.depth + depth.padding[1] &&
    row < input.rows + rows.padding[1] &&
    column < input.columns + columns.padding[1];
  return termsAt(document, step).flatMap(({ place, source, kernel, ...numbers }, order) => {
    const takesPart =
      source !== null || op === "conv" || op === "conv-flipped" || (op === "avg-pool" && counts(place));
    if (!takesPart) return [];
    const { input: read, weight, product } = numbers;
    return [{ channel: place.channel, at: cellOf(window, kernel), order, input: read, weight, product }];
  });
}

/** What adds up in an output cell of a transposed layer: one product for each stamp that reaches it. */
export function overlapFactors(document: ConvDocument, output: Cell): readonly Factor[] {
  const { window } = traceOf(document);
  return overlapsAt(document, output).map(({ source, kernel, input, weight, product }, order) => ({
    channel: source.channel,
    at: cellOf(window, kernel),
    order,
    input,
    weight,
    product,
  }));
}

/** A kernel's cell in scan order of its channel. */
function cellOf(window: Extent, kernel: Cell): number {
  return indexIn(window, { ...kernel, channel: 0 });
}
