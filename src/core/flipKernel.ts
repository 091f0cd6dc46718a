import { cellCount, requireTensor, type Tensor, type TensorData, zeroData } from "./tensor";

/**
 * The kernel turned by 180° over its spatial axes, channels where they are: `conv(x, flipKernel(w))` is the convolution of
 * mathematics.
 *
 * @param weight `[Cout, Cin/groups, …kernelSize]`
 */
export function flipKernel<Data extends TensorData>(weight: Tensor<Data>): Tensor<Data> {
  requireTensor("weight", weight);
  const cells = cellCount(weight.shape.slice(2));
  const data = zeroData(weight.data, weight.data.length);
  for (let start = 0; start < data.length; start += cells) {
    for (let k = 0; k < cells; k++) data[start + k] = weight.data[start + cells - 1 - k] as number;
  }
  return { shape: weight.shape, data };
}
