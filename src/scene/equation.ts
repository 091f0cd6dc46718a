import type { ConvDocument } from "../model/document";
import { formatNumber } from "../model/formatNumber";
import { momentAt } from "../trace/phases";
import { termsAt } from "../trace/terms";
import { traceOf } from "../trace/trace";

export interface EquationTerm {
  /** Negative numbers stand in brackets. */
  readonly input: string;
  readonly weight: string;
  /** A product of 0 is dimmed. */
  readonly zero: boolean;
}

/** An output cell's equation, as it is while nothing, some or all of its products have been counted. */
export interface Equation {
  readonly row: number;
  readonly column: number;
  readonly terms: readonly EquationTerm[];
  /** How many terms are in the running sum. */
  readonly counted: number;
  readonly bias: string | null;
  /** The running sum; with the bias once all products are counted; empty before the first. */
  readonly sum: string;
  /** What the activation makes of the sum; null without one or before it is there. */
  readonly activated: string | null;
  readonly complete: boolean;
}

/** The equation at a float position of the clock. */
export function equationAt(document: ConvDocument, position: number): Equation {
  const trace = traceOf(document);
  const moment = momentAt(position, trace.rows * trace.columns - 1);
  return equationOf(document, moment.step, Math.floor(moment.counted * trace.kernel.length));
}

/** The complete equation of an output cell. */
export function equationOf(
  document: ConvDocument,
  step: number,
  counted = traceOf(document).kernel.length,
): Equation {
  const trace = traceOf(document);
  const terms = termsAt(document, step);
  const complete = counted === terms.length;
  const running = terms.slice(0, counted).reduce((sum, term) => sum + term.product, 0);
  const sum = complete ? (trace.sums[step] ?? 0) : running;
  const relu = document.layers[0].activation === "relu";
  return {
    row: Math.floor(step / trace.columns),
    column: step % trace.columns,
    terms: terms.map((term) => ({
      input: factor(term.input),
      weight: factor(term.weight),
      zero: term.product === 0,
    })),
    counted,
    bias: trace.bias ? factor(trace.bias) : null,
    sum: counted > 0 ? formatNumber(sum) : "",
    activated: relu && complete ? formatNumber(trace.output[step] ?? 0) : null,
    complete,
  };
}

function factor(value: number): string {
  return value < 0 ? `(${formatNumber(value)})` : formatNumber(value);
}
