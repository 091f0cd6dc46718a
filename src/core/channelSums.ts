import { cellCount, roundedTo, type Tensor, type TensorData } from "./tensor";

/** Sum over all but the channel axis of `[N, C, …spatial]`: the gradient of a bias. */
export function channelSums<Data extends TensorData>({ shape, data }: Tensor<Data>): Tensor<Data> {
  const channels = shape[1] as number;
  const cells = cellCount(shape.slice(2));
  const sums = new Float64Array(channels);
  for (let i = 0; i < data.length; i++) {
    const channel = Math.floor(i / cells) % channels;
    sums[channel] = (sums[channel] as number) + (data[i] as number);
  }
  return { shape: [channels], data: roundedTo(data, sums) };
}
