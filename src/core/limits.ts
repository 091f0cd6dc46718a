import { isPool, type Layer } from "./layer";
import { cellCount } from "./tensor";

/** Multiply-adds from which a computation is asked about first, and past which it is refused. */
export const WORK_TO_CONFIRM = 2e7;
export const WORK_LIMIT = 1e9;
/** Numbers that one tensor may hold. */
export const TENSOR_LIMIT = 4e6;

/** Kernel cells visited for the whole output: multiply-adds of a convolution, comparisons or additions of a pooling. */
export function layerWork(layer: Layer): number {
  const { op, batch, inChannels, outChannels, groups, inputSize, outputSize, axes } = layer;
  const windows = op === "transposed" ? inputSize : outputSize;
  let work = batch * inChannels * (isPool(op) ? 1 : outChannels / groups) * cellCount(windows);
  for (const { kernelSize } of axes) work *= kernelSize;
  return work;
}
