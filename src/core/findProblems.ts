import { type Finding, finding } from "./finding";
import { resolveLayer, spatialRank } from "./layer";
import { layerProblems } from "./layerProblems";
import type { LayerOptions, Op, Padding } from "./options";

/** What `validate` finds, without its sentences. */
export function findProblems(op: Op, inputShape: readonly number[], options: LayerOptions): Finding[] {
  const rank = spatialRank(op, inputShape, options);
  const malformed = shapeProblems(inputShape, options, rank);
  if (malformed.length > 0) return malformed;
  return layerProblems(resolveLayer(op, inputShape, options, rank), options);
}

const lists = ["kernelSize", "stride", "padding", "dilation", "outputPadding"] as const;

/** What keeps a layer from being resolved at all: shapes and lists of the wrong length. */
export function shapeProblems(inputShape: readonly number[], options: LayerOptions, rank: number): Finding[] {
  const { length } = inputShape;
  if (!(rank === 1 || rank === 2 || rank === 3) || (length !== rank && length !== rank + 2)) {
    return [finding("input", "wrong-rank", { shape: inputShape.join(", "), dims: rank })];
  }
  const { weightShape, kernelSize, stride, padding, dilation, outputPadding } = options;
  const sound =
    (weightShape !== undefined || (kernelSize !== undefined && fits(kernelSize, rank))) &&
    fits(stride, rank) &&
    fits(padding, rank) &&
    fits(dilation, rank) &&
    fits(outputPadding, rank);
  if (sound) return [];
  if (weightShape === undefined && kernelSize === undefined)
    return [finding("kernelSize", "kernel-size-missing")];
  const found: Finding[] = [];
  for (const name of lists) {
    const value = options[name];
    if (typeof value === "object" && !fits(value, rank) && !(name === "kernelSize" && weightShape)) {
      found.push(finding(name, "wrong-length", { name, dims: rank, length: value.length }));
    }
  }
  return found;
}

function fits(value: Padding | undefined, rank: number): boolean {
  return typeof value !== "object" || value.length === rank;
}
