import type { Layer } from "./layer";
import { cellCount, type TensorData } from "./tensor";
import { eachTap, windowGrid } from "./windowLoops";

/**
 * For each output cell of max pooling the flat index of the input cell that won: the first of equals; −1 where all is padding.
 * Of a layer and numbers that are already known to be sound.
 */
export function windowWinners(layer: Layer, input: TensorData): Int32Array {
  const { batch, outChannels, outputSize } = layer;
  const winners = new Int32Array(batch * outChannels * cellCount(outputSize)).fill(-1);
  eachTap(windowGrid(layer), (o, i) => {
    const winner = winners[o] as number;
    const value = input[i] as number;
    if (winner < 0 || value > (input[winner] as number) || Number.isNaN(value)) winners[o] = i;
  });
  return winners;
}
