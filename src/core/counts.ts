import { layerDenseParameters, layerMultiplyAdds, layerParameters } from "./layerCounts";
import type { LayerOptions, Op } from "./options";
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
  return layerParameters(requireLayer(op, inputShape, options), options.bias !== false);
}

/**
 * Multiplications, each with its addition, for the whole output, those with padding included; 0 for pooling.
 *
 * @throws RangeError if `validate` finds an error
 */
export function countMultiplyAdds(op: Op, inputShape: readonly number[], options: LayerOptions): number {
  return layerMultiplyAdds(requireLayer(op, inputShape, options));
}

/**
 * Learnable numbers of a dense layer from the same input to the same output, of one sample: every output joined to every
 * input, and a bias each.
 *
 * @throws RangeError if `validate` finds an error
 */
export function denseParameters(op: Op, inputShape: readonly number[], options: CountOptions): number {
  return layerDenseParameters(requireLayer(op, inputShape, options), options.bias !== false);
}
