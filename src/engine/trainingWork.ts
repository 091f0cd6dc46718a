import { outputShape } from "../core/outputShape";
import { cellCount } from "../core/tensor";
import type { TrainOptions } from "../core/train";

/** What an update costs besides its products, in multiply-adds that take as long. */
const PER_UPDATE = 2000;

/** Multiply-adds of a whole training, roughly: each layer's products once forwards and once back. */
export function trainingWork({ network, input, steps }: TrainOptions): number {
  let shape = input.shape;
  let products = 0;
  for (const layer of network) {
    shape = outputShape("conv", shape, layer);
    products += cellCount(shape) * cellCount(layer.weightShape.slice(1));
  }
  return (steps + 1) * (2 * products + PER_UPDATE);
}
