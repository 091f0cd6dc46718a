import type { AxisSpec } from "./options";
import { requireIntegers } from "./requireIntegers";

/**
 * Output length of a convolution or pooling window along one axis:
 * floor((inputSize + before + after − dilation·(kernelSize − 1) − 1) / stride) + 1.
 *
 * @param inputSize input length in cells, ≥ 1
 * @returns whole cells; 0 when the dilated kernel is longer than the padded input
 * @throws RangeError if a size, stride or dilation is not an integer ≥ 1, or a padding not an integer ≥ 0
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html (Shape)
 */
export function outputSize(inputSize: number, axis: AxisSpec): number {
  const { kernelSize, stride, padding, dilation } = axis;
  requireIntegers({ inputSize, kernelSize, stride, dilation }, 1);
  requireIntegers({ before: padding[0], after: padding[1] }, 0);
  return windowCount(inputSize, axis);
}

/** `outputSize` for numbers that are already checked. */
export function windowCount(inputSize: number, axis: AxisSpec): number {
  const room = inputSize + axis.padding[0] + axis.padding[1] - windowSpan(axis);
  return room < 0 ? 0 : Math.floor(room / axis.stride) + 1;
}

/** How many cells a dilated kernel reaches over along one axis, gaps included. */
export function windowSpan(axis: AxisSpec): number {
  return axis.dilation * (axis.kernelSize - 1) + 1;
}

/**
 * Output length of pooling along one axis. With `ceilMode` a last window that hangs over the end counts too, as long as
 * it starts inside the input or the padding before it.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html (ceil_mode)
 */
export function poolCount(inputSize: number, axis: AxisSpec, ceilMode: boolean): number {
  if (!ceilMode) return windowCount(inputSize, axis);
  const { stride, padding } = axis;
  const count = Math.ceil((inputSize + padding[0] + padding[1] - windowSpan(axis)) / stride) + 1;
  return Math.max(0, (count - 1) * stride >= inputSize + padding[0] ? count - 1 : count);
}

/**
 * Output length of a transposed convolution along one axis; not above 0 when the padding cuts everything away.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html (Shape)
 */
export function transposedSize(inputSize: number, axis: AxisSpec, outputPadding: number): number {
  const { stride, padding } = axis;
  return (inputSize - 1) * stride - padding[0] - padding[1] + windowSpan(axis) + outputPadding;
}
