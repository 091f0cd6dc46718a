import type { LayerOptions, Op } from "./options";
import { requireLayer } from "./validate";

/**
 * Shape of a layer's output; nothing is allocated. Every operation allocates exactly this.
 *
 * @param inputShape `[N, C, …spatial]`, or the spatial axes alone: then the result is the spatial axes alone
 * @param options with `kernelSize` or `weightShape`; output channels from `weightShape` or `outChannels`, else one per group
 * @throws RangeError if `validate` finds an error
 */
export function outputShape(op: Op, inputShape: readonly number[], options: LayerOptions): readonly number[] {
  const { withChannels, batch, outChannels, outputSize } = requireLayer(op, inputShape, options);
  return withChannels ? [batch, outChannels, ...outputSize] : outputSize;
}
