import type { ConvDocument } from "../model/document";
import { inputBlame, weightBlame } from "../trace/blames";
import { type Cell, indexIn } from "../trace/extent";
import { usesOf } from "../trace/relations";
import { firstWeight, stepOf, termsAt } from "../trace/terms";
import { traceOf } from "../trace/trace";
import type { LitCell } from "./matrixLights";

/** Which cells of the gradients go with a lit cell, as places in scan order; weights flat among all. */
export interface BackwardLights {
  readonly output: readonly number[];
  readonly input: readonly number[];
  readonly weight: readonly number[];
}

/** @param step the step on screen, to which kernel and products belong */
export function backwardLights(document: ConvDocument, step: number, target: LitCell | null): BackwardLights {
  if (!target) return { output: [], input: [], weight: [] };
  const trace = traceOf(document);
  const first = firstWeight(trace, step);
  switch (target.grid) {
    case "output":
      return outputLights(document, target);
    case "input": {
      const parts = inputBlame(document, target);
      return {
        output: parts.map(({ output }) => indexIn(trace.output, output)),
        input: [indexIn(trace.input, target)],
        weight: parts.map(({ weight }) => weight),
      };
    }
    default: {
      if (first === null) return { output: [], input: [], weight: [] };
      const weight = first + indexIn(trace.window, target);
      const parts = weightBlame(document, weight).filter(
        ({ output, input }) =>
          target.grid === "kernel" ||
          (trace.op === "transposed" ? input && stepOf(document, input) : stepOf(document, output)) === step,
      );
      return {
        output: parts.map(({ output }) => indexIn(trace.output, output)),
        input: parts.flatMap(({ input }) => (input ? [indexIn(trace.input, input)] : [])),
        weight: [weight],
      };
    }
  }
}

function outputLights(document: ConvDocument, cell: Cell): BackwardLights {
  const trace = traceOf(document);
  const output = [indexIn(trace.output, cell)];
  if (trace.op === "transposed") {
    const uses = usesOf(document, cell);
    return {
      output,
      input: uses.map(({ step }) => indexIn(trace.input, step)),
      weight: uses.map(
        ({ step, kernel }) =>
          (firstWeight(trace, stepOf(document, step)) ?? 0) + indexIn(trace.window, kernel),
      ),
    };
  }
  const step = stepOf(document, cell);
  const first = firstWeight(trace, step);
  const terms = termsAt(document, step);
  return {
    output,
    input: terms.flatMap(({ source }) => (source ? [indexIn(trace.input, source)] : [])),
    weight: first === null ? [] : terms.flatMap(({ source }, k) => (source ? [first + k] : [])),
  };
}
