import { axisTaps } from "./axisTaps";
import type { Layer } from "./layer";
import type { AxisSpec } from "./options";
import type { TensorData } from "./tensor";

type Triple = readonly [depth: number, height: number, width: number];

/**
 * A convolution ready for the loops: three spatial axes (absent ones have one cell) and a table of taps for each. `in`
 * is the side that the windows slide over, `out` has one cell for each window; for a transposed convolution the roles
 * of input and output are exchanged, nothing else.
 */
export interface WindowGrid {
  readonly batch: number;
  readonly groups: number;
  readonly inPerGroup: number;
  readonly outPerGroup: number;
  readonly inSize: Triple;
  readonly outSize: Triple;
  readonly kernelSize: Triple;
  readonly tables: readonly [Int32Array, Int32Array, Int32Array];
}

const unitAxis = Int32Array.of(0);

export function windowGrid(layer: Layer): WindowGrid {
  const { op, batch, groups, axes, paddingMode } = layer;
  const transposed = op === "transposed";
  const inSize = transposed ? layer.outputSize : layer.inputSize;
  const outSize = transposed ? layer.inputSize : layer.outputSize;
  const missing = 3 - axes.length;
  const tableOf = (axis: number) =>
    axis < missing
      ? unitAxis
      : axisTaps(
          inSize[axis - missing] as number,
          axes[axis - missing] as AxisSpec,
          paddingMode,
          outSize[axis - missing] as number,
        );
  const sizeOf = (sizes: readonly number[], axis: number) =>
    axis < missing ? 1 : (sizes[axis - missing] as number);
  const kernelOf = (axis: number) => (axis < missing ? 1 : (axes[axis - missing] as AxisSpec).kernelSize);
  return {
    batch,
    groups,
    inPerGroup: (transposed ? layer.outChannels : layer.inChannels) / groups,
    outPerGroup: (transposed ? layer.inChannels : layer.outChannels) / groups,
    inSize: [sizeOf(inSize, 0), sizeOf(inSize, 1), sizeOf(inSize, 2)],
    outSize: [sizeOf(outSize, 0), sizeOf(outSize, 1), sizeOf(outSize, 2)],
    kernelSize: [kernelOf(0), kernelOf(1), kernelOf(2)],
    tables: [tableOf(0), tableOf(1), tableOf(2)],
  };
}

/**
 * One sum for each window and output channel, its terms in the order of the taps, the bias added last; rounded once, by
 * the store into `out`.
 */
export function correlate(
  grid: WindowGrid,
  input: TensorData,
  weight: TensorData,
  bias: TensorData | null,
  out: TensorData,
): void {
  const { batch, groups, inPerGroup, outPerGroup } = grid;
  const [inD, inH, inW] = grid.inSize;
  const [outD, outH, outW] = grid.outSize;
  const [kD, kH, kW] = grid.kernelSize;
  const [tableD, tableH, tableW] = grid.tables;
  const inCells = inD * inH * inW;
  const outChannels = groups * outPerGroup;
  const weightCells = inPerGroup * kD * kH * kW;
  let cell = 0;
  for (let n = 0; n < batch; n++) {
    for (let c = 0; c < outChannels; c++) {
      const base = (n * groups + Math.floor(c / outPerGroup)) * inPerGroup * inCells;
      const offset = bias ? (bias[c] as number) : 0;
      for (let d = 0; d < outD; d++) {
        for (let h = 0; h < outH; h++) {
          for (let w = 0; w < outW; w++) {
            let sum = 0;
            let k = c * weightCells;
            for (let i = 0; i < inPerGroup; i++) {
              for (let kd = 0; kd < kD; kd++) {
                const z = tableD[d * kD + kd] as number;
                for (let kh = 0; kh < kH; kh++) {
                  const y = tableH[h * kH + kh] as number;
                  if (z < 0 || y < 0) {
                    k += kW;
                    continue;
                  }
                  const row = base + ((i * inD + z) * inH + y) * inW;
                  const last = (w + 1) * kW;
                  for (let t = w * kW; t < last; t++) {
                    const x = tableW[t] as number;
                    if (x >= 0) sum += (input[row + x] as number) * (weight[k] as number);
                    k++;
                  }
                }
              }
            }
            out[cell++] = sum + offset;
          }
        }
      }
    }
  }
}

/** @param inputIndex flat index on the `in` side @param kernelIndex flat index into a weight `[out, in/groups, …k]` */
type Visit = (outputIndex: number, inputIndex: number, kernelIndex: number) => void;

/** Visits every term of every sum of `correlate` in the same order, those of zero padding left out. */
export function eachTap(grid: WindowGrid, visit: Visit): void {
  const { batch, groups, inPerGroup, outPerGroup } = grid;
  const [inD, inH, inW] = grid.inSize;
  const [outD, outH, outW] = grid.outSize;
  const [kD, kH, kW] = grid.kernelSize;
  const [tableD, tableH, tableW] = grid.tables;
  const inCells = inD * inH * inW;
  const outChannels = groups * outPerGroup;
  const weightCells = inPerGroup * kD * kH * kW;
  let cell = 0;
  for (let n = 0; n < batch; n++) {
    for (let c = 0; c < outChannels; c++) {
      const base = (n * groups + Math.floor(c / outPerGroup)) * inPerGroup * inCells;
      for (let d = 0; d < outD; d++) {
        for (let h = 0; h < outH; h++) {
          for (let w = 0; w < outW; w++) {
            let k = c * weightCells;
            for (let i = 0; i < inPerGroup; i++) {
              for (let kd = 0; kd < kD; kd++) {
                const z = tableD[d * kD + kd] as number;
                for (let kh = 0; kh < kH; kh++) {
                  const y = tableH[h * kH + kh] as number;
                  const row = base + ((i * inD + z) * inH + y) * inW;
                  for (let kw = 0; kw < kW; kw++) {
                    const x = tableW[w * kW + kw] as number;
                    if (z >= 0 && y >= 0 && x >= 0) visit(cell, row + x, k);
                    k++;
                  }
                }
              }
            }
            cell++;
          }
        }
      }
    }
  }
}

/**
 * The same windows the other way: each `out` cell stamps its multiple of the kernel onto the cells its window reads. It is
 * the gradient of `correlate` by its input, and the transposed convolution.
 */
export function spread(grid: WindowGrid, out: TensorData, weight: TensorData, sums: Float64Array): void {
  eachTap(grid, (o, i, k) => {
    sums[i] = (sums[i] as number) + (out[o] as number) * (weight[k] as number);
  });
}

/** The gradient of `correlate` by its weight: for each kernel cell, the input it met times the `out` cell it went to. */
export function gatherWeight(grid: WindowGrid, input: TensorData, out: TensorData, sums: Float64Array): void {
  eachTap(grid, (o, i, k) => {
    sums[k] = (sums[k] as number) + (out[o] as number) * (input[i] as number);
  });
}
