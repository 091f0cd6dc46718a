import { isConcealed, UNKNOWN } from "../scene/conceal";
import { type Equation, equationAt, equationOf, overlapEquation } from "../scene/equation";
import type { AppState } from "../store/appStore";
import { documentOf } from "../store/documentSlice";
import { lastStep } from "../store/playbackSlice";
import { litTarget } from "../store/viewSlice";
import { indexIn } from "../trace/extent";
import { momentAt } from "../trace/phases";
import { stepOf, termsAt, windowPlace } from "../trace/terms";
import { traceOf } from "../trace/trace";

/** The equation of the cell that is lit, where it has one of its own, or of the step on screen. */
export function equationShown(state: AppState): Equation {
  const document = documentOf(state);
  const target = litTarget(state);
  const known = state.showAll ? Number.POSITIVE_INFINITY : state.position;
  if (target && traceOf(document).op === "transposed" && target.grid === "output") {
    const equation = overlapEquation(document, target, Math.floor(known), state.channel);
    return isConcealed(state.revealed, indexIn(traceOf(document).output, target))
      ? unsaid(equation)
      : equation;
  }
  const own = ownStep(state);
  const step = own ?? shownStep(state);
  const channel = channelOf(state, step);
  const equation =
    own === null
      ? equationAt(document, state.position, channel)
      : equationOf(document, own, own <= known ? undefined : 0, channel);
  return isConcealed(state.revealed, step) && equation.kind !== "stamp" ? unsaid(equation) : equation;
}

/** The equation without its result, which is to be predicted. */
function unsaid(equation: Equation): Equation {
  const hidden = (result: string) => (result === "" ? result : UNKNOWN);
  return {
    ...equation,
    terms: equation.terms.map((term) => ({ ...term, wins: false })),
    parts: equation.parts.map((part) => ({ ...part, sum: hidden(part.sum) })),
    sum: hidden(equation.sum),
    activated: equation.activated === null ? null : UNKNOWN,
  };
}

/** Cells of the kernel whose terms belong to the cell that is lit. */
export function litTerms(state: AppState): ReadonlySet<number> {
  const document = documentOf(state);
  const target = litTarget(state);
  if (!target || target.grid === "output" || ownStep(state) !== null) return new Set();
  const { window } = traceOf(document);
  if (target.grid !== "input") return new Set([indexIn(window, { ...target, channel: 0 })]);
  return new Set(
    termsAt(document, shownStep(state)).flatMap(({ source, kernel }) =>
      source &&
      source.channel === target.channel &&
      source.depth === target.depth &&
      source.row === target.row &&
      source.column === target.column
        ? [indexIn(window, { ...kernel, channel: 0 })]
        : [],
    ),
  );
}

/** The step of the cell that is lit, on the side that is stepped through. */
function ownStep(state: AppState): number | null {
  const document = documentOf(state);
  const target = litTarget(state);
  const side = traceOf(document).op === "transposed" ? "input" : "output";
  return target?.grid === side ? stepOf(document, target) : null;
}

/** The step that is being computed: between two, the later one. */
function shownStep(state: AppState): number {
  return momentAt(state.position, lastStep(state)).step;
}

/** The channel to write out, counted within the step's kernel: that of the lit cell, or of the sheet on top. */
function channelOf(state: AppState, step: number): number {
  const document = documentOf(state);
  const { window, op } = traceOf(document);
  const target = litTarget(state);
  const first = windowPlace(document, step).origin.channel;
  const inKernel = target?.grid === "kernel" || target?.grid === "products";
  const onSide = target?.grid === "input" && op !== "transposed";
  const channel = inKernel ? target.channel : (onSide ? target.channel : state.channel) - first;
  return channel >= 0 && channel < window.channels ? channel : 0;
}
