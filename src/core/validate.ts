import { type Layer, resolveLayer, spatialRank } from "./layer";
import { layerProblems } from "./layerProblems";
import type { LayerOptions, Op, Padding } from "./options";
import { type Problem, problem, problemText } from "./problem";

export type { Problem } from "./problem";

/**
 * What is wrong with a layer on an input, shape arithmetic only: nothing is allocated. Empty when all is fine. Every
 * operation refuses with a RangeError exactly what has the severity `error` here.
 *
 * @param inputShape `[N, C, …spatial]`, or the spatial axes alone (then channels are not looked at)
 */
export function validate(op: Op, inputShape: readonly number[], options: LayerOptions): Problem[] {
  const rank = spatialRank(op, inputShape, options);
  const malformed = shapeProblems(inputShape, options, rank);
  if (malformed.length > 0) return malformed;
  return layerProblems(resolveLayer(op, inputShape, options, rank), options);
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
  const first = problems.find(({ severity }) => severity === "error") as Problem;
  throw new RangeError(problemText(first));
}

const lists = ["kernelSize", "stride", "padding", "dilation", "outputPadding"] as const;

function shapeProblems(inputShape: readonly number[], options: LayerOptions, rank: number): Problem[] {
  const { length } = inputShape;
  if (!(rank === 1 || rank === 2 || rank === 3) || (length !== rank && length !== rank + 2)) {
    return [problem("wrong-rank", { shape: inputShape.join(", "), dims: rank })];
  }
  const { weightShape, kernelSize, stride, padding, dilation, outputPadding } = options;
  const sound =
    (weightShape !== undefined || (kernelSize !== undefined && fits(kernelSize, rank))) &&
    fits(stride, rank) &&
    fits(padding, rank) &&
    fits(dilation, rank) &&
    fits(outputPadding, rank);
  if (sound) return [];
  if (weightShape === undefined && kernelSize === undefined) return [problem("kernel-size-missing")];
  const found: Problem[] = [];
  for (const name of lists) {
    const value = options[name];
    if (typeof value === "object" && !fits(value, rank) && !(name === "kernelSize" && weightShape)) {
      found.push(problem("wrong-length", { name, dims: rank, length: value.length }, name));
    }
  }
  return found;
}

function fits(value: Padding | undefined, rank: number): boolean {
  return typeof value !== "object" || value.length === rank;
}
