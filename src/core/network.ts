import { conv } from "./conv";
import { flipKernel } from "./flipKernel";
import type { ConvOptions } from "./options";
import { cellCount, type Tensor } from "./tensor";

/** One convolution of a network, with the settings of `conv`. */
export interface NetworkLayer extends ConvOptions {
  /** `[Cout, Cin/groups, …kernelSize]` */
  readonly weightShape: readonly number[];
  /** Whether each output channel has a number that is added to its sums. */
  readonly bias: boolean;
  /** The kernel is turned by 180° before it slides: true convolution. */
  readonly flipped?: boolean;
  /** `relu`: sums below 0 become 0. */
  readonly activation?: "none" | "relu";
}

/** Convolutions, each reading what the one before it gives. */
export type Network = readonly NetworkLayer[];

export interface LayerParameters {
  /** In the layer's `weightShape`, as it is learned: not turned. */
  readonly weight: Tensor<Float64Array>;
  /** `[Cout]` */
  readonly bias: Tensor<Float64Array> | null;
}

/** How many numbers a network learns. */
export function parameterCount(network: Network): number {
  let count = 0;
  for (const { weightShape, bias } of network)
    count += cellCount(weightShape) + (bias ? (weightShape[0] as number) : 0);
  return count;
}

/**
 * Views into a network's flat parameters, which stand in PyTorch's order: weight and bias of the first layer, then those of
 * the next.
 *
 * @throws RangeError if there are not as many parameters as the network has
 */
export function layerParameters(network: Network, parameters: Float64Array): readonly LayerParameters[] {
  requireParameters(network, parameters);
  let start = 0;
  const next = (shape: readonly number[]) => {
    const data = parameters.subarray(start, start + cellCount(shape));
    start += data.length;
    return { shape, data };
  };
  return network.map(({ weightShape, bias }) => ({
    weight: next(weightShape),
    bias: bias ? next([weightShape[0] as number]) : null,
  }));
}

/** @throws RangeError if there are not as many parameters as the network has */
export function requireParameters(network: Network, parameters: Float64Array): void {
  const count = parameterCount(network);
  if (parameters.length !== count)
    throw new RangeError(`parameters must be ${count} numbers, got ${parameters.length}`);
}

/**
 * What each layer gives, after its activation; the last one is the network's prediction. In double precision.
 *
 * @param input `[N, Cin, …spatial]`
 * @param parameters flat, as in `layerParameters`
 * @throws RangeError as `conv` for each layer, or if there are not as many parameters as the network has
 */
export function forward(
  network: Network,
  input: Tensor,
  parameters: Float64Array,
): readonly Tensor<Float64Array>[] {
  let read: Tensor<Float64Array> = { shape: input.shape, data: Float64Array.from(input.data) };
  return layerParameters(network, parameters).map(({ weight, bias }, at) => {
    const layer = network[at] as NetworkLayer;
    const sums = conv(read, layer.flipped ? flipKernel(weight) : weight, bias, layer);
    read = layer.activation === "relu" ? { ...sums, data: sums.data.map((sum) => Math.max(0, sum)) } : sums;
    return read;
  });
}
