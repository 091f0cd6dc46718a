import type { Layer } from "./layer";
import type { AxisSpec } from "./options";
import type { TensorData } from "./tensor";

/**
 * `correlate` for a layer without padding, where every window lies inside the input and a cell's place needs no table:
 * the same sums in the same order, in half the time on small grids.
 */
export function correlateInside(
  layer: Layer,
  input: TensorData,
  weight: TensorData,
  bias: TensorData | null,
  out: TensorData,
): void {
  const { batch, groups, inputSize, outputSize } = layer;
  const inPerGroup = layer.inChannels / groups;
  const outPerGroup = layer.outChannels / groups;
  const rank = inputSize.length;
  const inH = rank > 1 ? (inputSize[rank - 2] as number) : 1;
  const inW = inputSize[rank - 1] as number;
  const inCells = (rank > 2 ? (inputSize[0] as number) : 1) * inH * inW;
  const outD = rank > 2 ? (outputSize[0] as number) : 1;
  const outH = rank > 1 ? (outputSize[rank - 2] as number) : 1;
  const outW = outputSize[rank - 1] as number;
  const depth = rank > 2 ? (layer.axes[0] as AxisSpec) : unitAxis;
  const height = rank > 1 ? (layer.axes[rank - 2] as AxisSpec) : unitAxis;
  const width = layer.axes[rank - 1] as AxisSpec;
  const kD = depth.kernelSize;
  const kH = height.kernelSize;
  const kW = width.kernelSize;
  const dilation = width.dilation;
  const weightCells = inPerGroup * kD * kH * kW;
  let cell = 0;
  for (let n = 0; n < batch; n++) {
    for (let c = 0; c < layer.outChannels; c++) {
      const base = (n * groups + Math.floor(c / outPerGroup)) * inPerGroup * inCells;
      const offset = bias ? (bias[c] as number) : 0;
      for (let d = 0; d < outD; d++) {
        for (let h = 0; h < outH; h++) {
          for (let w = 0; w < outW; w++) {
            const corner = base + (d * depth.stride * inH + h * height.stride) * inW + w * width.stride;
            let sum = 0;
            let k = c * weightCells;
            for (let i = 0; i < inPerGroup; i++) {
              for (let kd = 0; kd < kD; kd++) {
                for (let kh = 0; kh < kH; kh++) {
                  let x = corner + i * inCells + (kd * depth.dilation * inH + kh * height.dilation) * inW;
                  for (let kw = 0; kw < kW; kw++) {
                    sum += (input[x] as number) * (weight[k++] as number);
                    x += dilation;
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

const unitAxis: AxisSpec = { kernelSize: 1, stride: 1, padding: [0, 0], dilation: 1 };
