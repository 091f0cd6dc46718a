import { isPool } from "./layer";
import { layerWork } from "./limits";
import type { LayerOptions, Op } from "./options";
import { cellCount } from "./tensor";
import { requireLayer } from "./validate";

export interface CountOptions extends LayerOptions {
  /** One bias per output channel; true when absent, as in PyTorch. */
  readonly bias?: boolean;
}

/**
 * Learnable numbers of a layer: weights and biases; 0 for pooling. With the spatial axes alone as input shape, there is
 * one channel per group.
 *
 * @throws RangeError if `validate` finds an error
 */
export function countParameters(op: Op, inputShape: readonly number[], options: CountOptions): number {
  const { inChannels, outChannels, groups, axes } = requireLayer(op, inputShape, options);
  if (isPool(op)) return 0;
  const weights = (inChannels / groups) * outChannels * cellCount(axes.map(({ kernelSize }) => kernelSize));
  return weights + (options.bias === false ? 0 : outChannels);
}

/**
 * Multiplications, each with its addition, for the whole output, those with padding included; 0 for pooling.
 *
 * @throws RangeError if `validate` finds an error
 */
export function countMultiplyAdds(op: Op, inputShape: readonly number[], options: LayerOptions): number {
  const layer = requireLayer(op, inputShape, options);
  return isPool(op) ? 0 : layerWork(layer);
}

/**
 * Learnable numbers of a dense layer from the same input to the same output, of one sample: every output joined to every
 * input, and a bias each.
 *
 * @throws RangeError if `validate` finds an error
 */
export function denseParameters(op: Op, inputShape: readonly number[], options: CountOptions): number {
  const { inChannels, outChannels, inputSize, outputSize } = requireLayer(op, inputShape, options);
  const inputs = inChannels * cellCount(inputSize);
  const outputs = outChannels * cellCount(outputSize);
  return inputs * outputs + (options.bias === false ? 0 : outputs);
}
