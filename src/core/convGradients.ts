import { channelSums } from "./channelSums";
import type { ConvOptions } from "./options";
import { requireConv } from "./requireConv";
import { requireShape, roundedTo, type Tensor, type TensorData } from "./tensor";
import { gatherWeight, spread, windowGrid } from "./windowLoops";

export interface Gradients<Data extends TensorData = TensorData> {
  readonly input: Tensor<Data>;
  readonly weight: Tensor;
  readonly bias: Tensor<Data>;
}

/**
 * How much a loss changes with every input, weight and bias of `conv`, from how much it changes with every output.
 *
 * @param input `[N, Cin, …spatial]`
 * @param weight `[Cout, Cin/groups, …kernelSize]`
 * @param gradOutput in the shape of `conv`'s result
 * @returns gradients in the shapes of input, weight and bias `[Cout]`
 * @throws RangeError if `validate` finds an error or a tensor's shape does not fit
 */
export function convGradients<Data extends TensorData>(
  input: Tensor<Data>,
  weight: Tensor,
  gradOutput: Tensor,
  options: ConvOptions = {},
): Gradients<Data> {
  const layer = requireConv(input, weight, options);
  requireShape("gradOutput", gradOutput, [layer.batch, layer.outChannels, ...layer.outputSize]);
  const grid = windowGrid(layer);
  const inputSums = new Float64Array(input.data.length);
  spread(grid, gradOutput.data, weight.data, inputSums);
  const weightSums = new Float64Array(weight.data.length);
  gatherWeight(grid, input.data, gradOutput.data, weightSums);
  const { data } = channelSums(gradOutput);
  return {
    input: { shape: input.shape, data: roundedTo(input.data, inputSums) },
    weight: { shape: weight.shape, data: roundedTo(weight.data, weightSums) },
    bias: { shape: [data.length], data: roundedTo(input.data, Float64Array.from(data)) },
  };
}
