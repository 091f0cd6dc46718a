import type { Finding } from "./finding";
import { findProblems, shapeProblems } from "./findProblems";
import { type Layer, resolveLayer, spatialRank } from "./layer";
import { layerProblems } from "./layerProblems";
import type { LayerOptions, Op } from "./options";
import { type Problem, problemOf, problemText } from "./problem";

export type { Problem } from "./problem";

/**
 * What is wrong with a layer on an input, shape arithmetic only: nothing is allocated. Empty when all is fine. Every
 * operation refuses with a RangeError exactly what has the severity `error` here.
 *
 * @param inputShape `[N, C, …spatial]`, or the spatial axes alone (then channels are not looked at)
 */
export function validate(op: Op, inputShape: readonly number[], options: LayerOptions): Problem[] {
  return findProblems(op, inputShape, options).map(problemOf);
}

/** The resolved layer. @throws RangeError with the first problem's sentences if the layer is refused */
export function requireLayer(op: Op, inputShape: readonly number[], options: LayerOptions): Layer {
  const rank = spatialRank(op, inputShape, options);
  let problems = shapeProblems(inputShape, options, rank);
  if (problems.length === 0) {
    const layer = resolveLayer(op, inputShape, options, rank);
    problems = layerProblems(layer, options);
    if (!problems.some(({ severity }) => severity === "error")) return layer;
  }
  const first = problems.find(({ severity }) => severity === "error") as Finding;
  throw new RangeError(problemText(problemOf(first)));
}
