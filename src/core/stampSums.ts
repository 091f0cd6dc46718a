import type { Layer } from "./layer";
import { cellCount, type TensorData } from "./tensor";
import { spread, windowGrid } from "./windowLoops";

/** What `convTranspose` adds up, not yet rounded, of a layer and numbers that are already known to be sound. */
export function stampSums(
  layer: Layer,
  input: TensorData,
  weight: TensorData,
  bias: TensorData | null,
): Float64Array {
  const { batch, outChannels, outputSize } = layer;
  const cells = cellCount(outputSize);
  const sums = new Float64Array(batch * outChannels * cells);
  spread(windowGrid(layer), input, weight, sums);
  if (bias) {
    for (let i = 0; i < sums.length; i++) {
      sums[i] = (sums[i] as number) + (bias[Math.floor(i / cells) % outChannels] as number);
    }
  }
  return sums;
}
