import { correlateInside } from "./correlateInside";
import { isUnpadded } from "./layer";
import type { ConvOptions } from "./options";
import { requireConv } from "./requireConv";
import { cellCount, requireShape, type Tensor, type TensorData, zeroData } from "./tensor";
import { correlate, windowGrid } from "./windowLoops";

/**
 * Cross-correlation, which deep learning calls convolution. Sums run in the order of `taps` in double precision, then the
 * bias is added, then the result is rounded once to the input's element type.
 *
 * @param input `[N, Cin, …spatial]`, 1 to 3 spatial axes
 * @param weight `[Cout, Cin/groups, …kernelSize]`
 * @param bias `[Cout]`, or null for none
 * @returns `[N, Cout, …outputSize]` in the element type of `input`
 * @throws RangeError with the sentences of `validate` if it finds an error, or if a tensor's shape does not fit
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html
 */
export function conv<Data extends TensorData>(
  input: Tensor<Data>,
  weight: Tensor,
  bias: Tensor | null = null,
  options: ConvOptions = {},
): Tensor<Data> {
  const layer = requireConv(input, weight, options);
  if (bias) requireShape("bias", bias, [layer.outChannels]);
  const shape = [layer.batch, layer.outChannels, ...layer.outputSize];
  const data = zeroData(input.data, cellCount(shape));
  const offsets = bias ? bias.data : null;
  if (isUnpadded(layer)) correlateInside(layer, input.data, weight.data, offsets, data);
  else correlate(windowGrid(layer), input.data, weight.data, offsets, data);
  return { shape, data };
}
