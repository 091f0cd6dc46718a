import type { ConvTransposeOptions } from "./options";
import { stampSums } from "./stampSums";
import { requireShape, requireTensor, roundedTo, type Tensor, type TensorData } from "./tensor";
import { requireLayer } from "./validate";

/**
 * Transposed convolution: each input cell stamps its multiple of the kernel onto the output, `stride` cells apart. It is
 * the gradient of `conv` by its input, not its inverse. Sums run in double precision in the order of `taps`, then the
 * bias is added, then the result is rounded once.
 *
 * @param input `[N, Cin, …spatial]`
 * @param weight `[Cin, Cout/groups, …kernelSize]`
 * @param bias `[Cout]`, or null for none
 * @param options padding is cut off the output; `outputPadding` adds cells at its end
 * @throws RangeError with the sentences of `validate` if it finds an error, or if a tensor's shape does not fit
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html
 */
export function convTranspose<Data extends TensorData>(
  input: Tensor<Data>,
  weight: Tensor,
  bias: Tensor | null = null,
  options: ConvTransposeOptions = {},
): Tensor<Data> {
  const layer = requireLayer("transposed", input.shape, { ...options, weightShape: weight.shape });
  requireTensor("input", input);
  requireTensor("weight", weight);
  if (bias) requireShape("bias", bias, [layer.outChannels]);
  const shape = [layer.batch, layer.outChannels, ...layer.outputSize];
  const sums = stampSums(layer, input.data, weight.data, bias ? bias.data : null);
  return { shape, data: roundedTo(input.data, sums) };
}
