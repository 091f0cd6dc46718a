import type { Layer } from "./layer";
import type { AvgPoolOptions } from "./options";
import { requireTensor, roundedTo, type Tensor, type TensorData } from "./tensor";
import { requireLayer } from "./validate";
import { windowMeans } from "./windowMeans";

/**
 * The mean of each window. With `countIncludePad` (the default) zeros of the padding count as numbers; cells past the
 * padding, where `ceilMode` lets a window hang over, never do.
 *
 * @param input `[N, C, …spatial]`, 1 to 3 spatial axes
 * @throws RangeError with the sentences of `validate` if it finds an error
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html
 */
export function avgPool<Data extends TensorData>(input: Tensor<Data>, options: AvgPoolOptions): Tensor<Data> {
  const layer = requireAvgPool(input, options);
  const shape = [layer.batch, layer.outChannels, ...layer.outputSize];
  const means = windowMeans(layer, input.data, options.countIncludePad ?? true);
  return { shape, data: roundedTo(input.data, means) };
}

/** @throws RangeError if the layer is refused or the input does not fill its shape */
export function requireAvgPool(input: Tensor, options: AvgPoolOptions): Layer {
  const layer = requireLayer("avg-pool", input.shape, { ...options, dims: input.shape.length - 2 });
  requireTensor("input", input);
  return layer;
}
