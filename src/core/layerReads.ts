import { axisTaps } from "./axisTaps";
import type { Layer } from "./layer";
import type { AxisSpec } from "./options";
import type { Tensor } from "./tensor";

/** `readCounts` of a resolved layer. */
export function layerReads(layer: Layer): Tensor<Float64Array> {
  const { op, inputSize, outputSize, axes, paddingMode } = layer;
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
