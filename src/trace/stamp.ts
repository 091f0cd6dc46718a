import type { ConvDocument } from "../model/document";
import type { Cell } from "./extent";
import { usesOf } from "./relations";
import { stepOf, termsAt } from "./terms";
import { traceOf } from "./trace";

/** What one input cell of a transposed layer adds to one output cell. */
export interface Stamped {
  /** Of the output. */
  readonly cell: Cell;
  readonly product: number;
}

/** One stamp that reaches an output cell. */
export interface Overlap {
  /** The step that stamps. */
  readonly step: number;
  /** The input cell that is stamped, and the weight that falls on the output cell. */
  readonly source: Cell;
  readonly kernel: Cell;
  readonly input: number;
  readonly weight: number;
  readonly product: number;
}

/** What a step of a transposed layer adds to the output, in the order of the kernel; nothing where it is cut off. */
export function stampAt(document: ConvDocument, step: number): readonly Stamped[] {
  return termsAt(document, step).flatMap(({ source, product }) =>
    source ? [{ cell: source, product }] : [],
  );
}

/** The stamps that overlap on an output cell of a transposed layer, in the order in which they come. */
export function overlapsAt(document: ConvDocument, output: Cell): readonly Overlap[] {
  const { kernel: weights, window } = traceOf(document);
  const cells = window.channels * window.depth * window.rows * window.columns;
  return usesOf(document, output).map(({ step: source, kernel }) => {
    const step = stepOf(document, source);
    const input = document.input.data[step] ?? 0;
    const place =
      ((kernel.channel * window.depth + kernel.depth) * window.rows + kernel.row) * window.columns +
      kernel.column;
    const weight = weights[source.channel * cells + place] ?? 0;
    return { step, source, kernel, input, weight, product: input * weight + 0 };
  });
}
