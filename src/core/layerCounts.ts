import { isPool, type Layer } from "./layer";
import { layerWork } from "./limits";
import { cellCount } from "./tensor";

/** Learnable numbers of a resolved layer: weights and, where it has them, biases; 0 for pooling. */
export function layerParameters(layer: Layer, bias: boolean): number {
  const { op, inChannels, outChannels, groups, axes } = layer;
  if (isPool(op)) return 0;
  const weights = (inChannels / groups) * outChannels * cellCount(axes.map(({ kernelSize }) => kernelSize));
  return weights + (bias ? outChannels : 0);
}

/** Multiplications of a resolved layer, each with its addition, those with padding included; 0 for pooling. */
export function layerMultiplyAdds(layer: Layer): number {
  return isPool(layer.op) ? 0 : layerWork(layer);
}

/** Learnable numbers of a dense layer in the place of a resolved one, of one sample. */
export function layerDenseParameters(layer: Layer, bias: boolean): number {
  const { inChannels, outChannels, inputSize, outputSize } = layer;
  const inputs = inChannels * cellCount(inputSize);
  const outputs = outChannels * cellCount(outputSize);
  return inputs * outputs + (bias ? outputs : 0);
}
