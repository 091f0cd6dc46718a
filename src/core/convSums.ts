import { correlateInside } from "./correlateInside";
import { isUnpadded, type Layer } from "./layer";
import type { TensorData } from "./tensor";
import { correlate, windowGrid } from "./windowLoops";

/** `conv` into `out`, of a layer and numbers that are already known to be sound. */
export function convSums(
  layer: Layer,
  input: TensorData,
  weight: TensorData,
  bias: TensorData | null,
  out: TensorData,
): void {
  if (isUnpadded(layer)) correlateInside(layer, input, weight, bias, out);
  else correlate(windowGrid(layer), input, weight, bias, out);
}
