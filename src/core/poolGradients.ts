import { requireAvgPool } from "./avgPool";
import { findWinners } from "./maxPool";
import type { AvgPoolOptions, MaxPoolOptions } from "./options";
import { requireShape, roundedTo, type Tensor, type TensorData } from "./tensor";
import { eachTap, windowGrid } from "./windowLoops";
import { windowDivisors } from "./windowMeans";

/**
 * Gradient of `maxPool`: each output's goes to the cell that won, the first of equals.
 *
 * @param gradOutput in the shape of `maxPool`'s result
 * @throws RangeError if `validate` finds an error or a tensor's shape does not fit
 */
export function maxPoolGradients<Data extends TensorData>(
  input: Tensor<Data>,
  gradOutput: Tensor,
  options: MaxPoolOptions,
): { readonly input: Tensor<Data> } {
  const { shape, winners } = findWinners(input, options);
  requireShape("gradOutput", gradOutput, shape);
  const sums = new Float64Array(input.data.length);
  for (const [o, winner] of winners.entries()) {
    if (winner >= 0) sums[winner] = (sums[winner] as number) + (gradOutput.data[o] as number);
  }
  return { input: { shape: input.shape, data: roundedTo(input.data, sums) } };
}

/**
 * Gradient of `avgPool`: each output's is shared equally by the cells it was the mean of.
 *
 * @param gradOutput in the shape of `avgPool`'s result
 * @throws RangeError if `validate` finds an error or a tensor's shape does not fit
 */
export function avgPoolGradients<Data extends TensorData>(
  input: Tensor<Data>,
  gradOutput: Tensor,
  options: AvgPoolOptions,
): { readonly input: Tensor<Data> } {
  const layer = requireAvgPool(input, options);
  requireShape("gradOutput", gradOutput, [layer.batch, layer.outChannels, ...layer.outputSize]);
  const divisors = windowDivisors(layer, options.countIncludePad ?? true);
  const sums = new Float64Array(input.data.length);
  eachTap(windowGrid(layer), (o, i) => {
    sums[i] =
      (sums[i] as number) + (gradOutput.data[o] as number) / (divisors[o % divisors.length] as number);
  });
  return { input: { shape: input.shape, data: roundedTo(input.data, sums) } };
}
