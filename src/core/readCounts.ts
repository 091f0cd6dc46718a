import { axisTaps } from "./axisTaps";
import type { AxisSpec } from "./options";
import type { TapOptions } from "./taps";
import type { Tensor } from "./tensor";
import { requireLayer } from "./validate";

/**
 * How often each input cell is read by the windows of one output channel, padding resolved by its mode (a reflected cell
 * counts for the cell it reflects); for a transposed convolution, how many output cells each input cell is stamped on.
 * Every sample and channel is read alike.
 *
 * @param options with `kernelSize` or `weightShape`; `op` is `conv` when absent
 * @param inputShape `[N, C, …spatial]`, or the spatial axes alone
 * @returns counts in the shape of the spatial axes
 * @throws RangeError if `validate` finds an error
 */
export function readCounts(options: TapOptions, inputShape: readonly number[]): Tensor<Float64Array> {
  const { op, inputSize, outputSize, axes, paddingMode } = requireLayer(
    options.op ?? "conv",
    inputShape,
    options,
  );
  let counts = Float64Array.of(1);
  for (const [axis, spec] of axes.entries()) {
    const size = inputSize[axis] as number;
    const outputs = outputSize[axis] as number;
    const line =
      op === "transposed"
        ? stampedCells(size, outputs, spec)
        : readCells(size, axisTaps(size, spec, paddingMode, outputs));
    const next = new Float64Array(counts.length * size);
    for (let i = 0; i < next.length; i++) {
      next[i] = (counts[Math.floor(i / size)] as number) * (line[i % size] as number);
    }
    counts = next;
  }
  return { shape: inputSize, data: counts };
}

function readCells(size: number, table: Int32Array): Float64Array {
  const counts = new Float64Array(size);
  for (const index of table) {
    if (index >= 0) counts[index] = (counts[index] as number) + 1;
  }
  return counts;
}

function stampedCells(size: number, outputs: number, spec: AxisSpec): Float64Array {
  const table = axisTaps(outputs, spec, "zeros", size);
  return Float64Array.from({ length: size }, (_, i) => {
    const stamp = table.subarray(i * spec.kernelSize, (i + 1) * spec.kernelSize);
    return stamp.reduce((count, index) => (index >= 0 ? count + 1 : count), 0);
  });
}
