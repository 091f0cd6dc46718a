import { channelSums } from "./channelSums";
import type { Gradients } from "./convGradients";
import type { ConvTransposeOptions } from "./options";
import { requireShape, requireTensor, roundedTo, type Tensor, type TensorData, zeroData } from "./tensor";
import { requireLayer } from "./validate";
import { correlate, gatherWeight, windowGrid } from "./windowLoops";

/**
 * Gradients of `convTranspose`. Its input's is the convolution of `gradOutput` with the same kernel.
 *
 * @param input `[N, Cin, …spatial]`
 * @param weight `[Cin, Cout/groups, …kernelSize]`
 * @param gradOutput in the shape of `convTranspose`'s result
 * @returns gradients in the shapes of input, weight and bias `[Cout]`
 * @throws RangeError if `validate` finds an error or a tensor's shape does not fit
 */
export function convTransposeGradients<Data extends TensorData>(
  input: Tensor<Data>,
  weight: Tensor,
  gradOutput: Tensor,
  options: ConvTransposeOptions = {},
): Gradients<Data> {
  const layer = requireLayer("transposed", input.shape, { ...options, weightShape: weight.shape });
  requireTensor("input", input);
  requireTensor("weight", weight);
  requireShape("gradOutput", gradOutput, [layer.batch, layer.outChannels, ...layer.outputSize]);
  const grid = windowGrid(layer);
  const data = zeroData(input.data, input.data.length);
  correlate(grid, gradOutput.data, weight.data, null, data);
  const sums = new Float64Array(weight.data.length);
  gatherWeight(grid, gradOutput.data, input.data, sums);
  const bias = channelSums(gradOutput);
  return {
    input: { shape: input.shape, data },
    weight: { shape: weight.shape, data: roundedTo(weight.data, sums) },
    bias: { shape: bias.shape, data: roundedTo(input.data, Float64Array.from(bias.data)) },
  };
}
