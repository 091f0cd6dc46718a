import type { Layer } from "./layer";
import type { AvgPoolOptions } from "./options";
import { cellCount, requireTensor, roundedTo, type Tensor, type TensorData } from "./tensor";
import { requireLayer } from "./validate";
import { eachTap, windowGrid } from "./windowLoops";

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
  const divisors = windowDivisors(layer, options.countIncludePad ?? true);
  const sums = new Float64Array(cellCount(shape));
  eachTap(windowGrid(layer), (o, i) => {
    sums[o] = (sums[o] as number) + (input.data[i] as number);
  });
  for (let o = 0; o < sums.length; o++)
    sums[o] = (sums[o] as number) / (divisors[o % divisors.length] as number);
  return { shape, data: roundedTo(input.data, sums) };
}

/** @throws RangeError if the layer is refused or the input does not fill its shape */
export function requireAvgPool(input: Tensor, options: AvgPoolOptions): Layer {
  const layer = requireLayer("avg-pool", input.shape, { ...options, dims: input.shape.length - 2 });
  requireTensor("input", input);
  return layer;
}

/** What each window's sum is divided by, for one channel's output in scan order. */
export function windowDivisors(
  { inputSize, outputSize, axes }: Layer,
  countIncludePad: boolean,
): Float64Array {
  let divisors = Float64Array.of(1);
  for (const [axis, { kernelSize, stride, padding }] of axes.entries()) {
    const size = inputSize[axis] as number;
    const outputs = outputSize[axis] as number;
    const next = new Float64Array(divisors.length * outputs);
    for (let o = 0; o < outputs; o++) {
      const start = o * stride - padding[0];
      const counted = countIncludePad
        ? Math.min(start + kernelSize, size + padding[1]) - start
        : Math.min(start + kernelSize, size) - Math.max(start, 0);
      for (let i = 0; i < divisors.length; i++) next[i * outputs + o] = (divisors[i] as number) * counted;
    }
    divisors = next;
  }
  return divisors;
}
