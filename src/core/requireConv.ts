import type { Layer } from "./layer";
import type { ConvOptions } from "./options";
import { requireTensor, type Tensor } from "./tensor";
import { requireLayer } from "./validate";

/**
 * The layer of a convolution, resolved.
 *
 * @throws RangeError if `validate` finds an error or a tensor's data do not fill its shape
 */
export function requireConv(input: Tensor, weight: Tensor, options: ConvOptions): Layer {
  const layer = requireConvLayer(input.shape, weight.shape, options);
  requireTensor("input", input);
  requireTensor("weight", weight);
  return layer;
}

/**
 * The same by the shapes alone. The options are named one by one: spreading them would cost more than a small
 * convolution itself.
 *
 * @throws RangeError if `validate` finds an error
 */
export function requireConvLayer(
  inputShape: readonly number[],
  weightShape: readonly number[],
  options: ConvOptions,
): Layer {
  return requireLayer("conv", inputShape, {
    weightShape,
    stride: options.stride ?? 1,
    padding: options.padding ?? 0,
    dilation: options.dilation ?? 1,
    groups: options.groups ?? 1,
    paddingMode: options.paddingMode ?? "zeros",
  });
}
