import { layerReads } from "./layerReads";
import type { TapOptions } from "./taps";
import type { Tensor } from "./tensor";
import { requireLayer } from "./validate";

/**
 * How often each input cell is read by the windows of one output channel, padding resolved by its mode (a reflected cell
 * counts for the cell it reflects); for a transposed convolution, how many output cells each input cell is stamped on.
 * Every sample and channel is read alike.
 *
 * @param options with `kernelSize` or `weightShape`; `op` is `conv` when absent
 * @param inputShape `[N, C, …spatial]`, or the spatial axes alone
 * @returns counts in the shape of the spatial axes
 * @throws RangeError if `validate` finds an error
 */
export function readCounts(options: TapOptions, inputShape: readonly number[]): Tensor<Float64Array> {
  return layerReads(requireLayer(options.op ?? "conv", inputShape, options));
}
