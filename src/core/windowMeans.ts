import type { Layer } from "./layer";
import { cellCount, type TensorData } from "./tensor";
import { eachTap, windowGrid } from "./windowLoops";

/** What `avgPool` finds, not yet rounded, of a layer and numbers that are already known to be sound. */
export function windowMeans(layer: Layer, input: TensorData, countIncludePad: boolean): Float64Array {
  const { batch, outChannels, outputSize } = layer;
  const divisors = windowDivisors(layer, countIncludePad);
  const sums = new Float64Array(batch * outChannels * cellCount(outputSize));
  eachTap(windowGrid(layer), (o, i) => {
    sums[o] = (sums[o] as number) + (input[i] as number);
  });
  for (let o = 0; o < sums.length; o++)
    sums[o] = (sums[o] as number) / (divisors[o % divisors.length] as number);
  return sums;
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
