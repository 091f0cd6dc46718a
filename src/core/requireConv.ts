import type { Layer } from "./layer";
import type { ConvOptions } from "./options";
import { requireTensor, type Tensor } from "./tensor";
import { requireLayer } from "./validate";

/**
 * The layer of a convolution, resolved. The options are named one by one: spreading them would cost more than a small
 * convolution itself.
 *
 * @throws RangeError if `validate` finds an error or a tensor's data do not fill its shape
 */
export function requireConv(input: Tensor, weight: Tensor, options: ConvOptions): Layer {
  const layer = requireLayer("conv", input.shape, {
    weightShape: weight.shape,
    stride: options.stride ?? 1,
    padding: options.padding ?? 0,
    dilation: options.dilation ?? 1,
    groups: options.groups ?? 1,
    paddingMode: options.paddingMode ?? "zeros",
  });
  requireTensor("input", input);
  requireTensor("weight", weight);
  return layer;
}
