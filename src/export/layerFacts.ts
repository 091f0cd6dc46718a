import type { PaddingMode, Pads } from "../core/options";
import type { ConvDocument } from "../model/document";
import { inputSizeOf, isSame, kernelSizeOf, paddingOf } from "../model/layer";

type Pair = readonly [rows: number, columns: number];

/** What a program has to say about the first layer of a two-axis document, one channel in and out. */
export interface LayerFacts {
  readonly inputSize: Pair;
  readonly kernelSize: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
  readonly pads: readonly [rows: Pads, columns: Pads];
  readonly paddingMode: PaddingMode;
  /** Whether the padding is PyTorch's own "same", which it refuses with a stride. */
  readonly same: boolean;
  readonly bias: number;
  readonly strided: boolean;
  readonly dilated: boolean;
  readonly padded: boolean;
  readonly flipped: boolean;
  readonly relu: boolean;
  /** Whether PyTorch's usual 32-bit floats would round: something is no integer, or a sum may pass 2²⁴. */
  readonly double: boolean;
}

export function layerFacts(document: ConvDocument): LayerFacts {
  const layer = document.layers[0];
  const stride = pair(layer.stride);
  const dilation = pair(layer.dilation);
  const [rows = [0, 0], columns = [0, 0]] = paddingOf(document);
  const strided = stride.some((step) => step > 1);
  return {
    inputSize: pair(inputSizeOf(document)),
    kernelSize: pair(kernelSizeOf(layer)),
    stride,
    dilation,
    pads: [rows, columns],
    paddingMode: layer.paddingMode,
    same: isSame(layer.padding) && layer.padding.same === "pytorch" && !strided,
    bias: layer.bias[0] ?? 0,
    strided,
    dilated: dilation.some((step) => step > 1),
    padded: [...rows, ...columns].some((cells) => cells > 0),
    flipped: layer.op === "conv-flipped",
    relu: layer.activation === "relu",
    double: roundsIn32Bits(document),
  };
}

function pair([rows = 1, columns = 1]: readonly number[]): Pair {
  return [rows, columns];
}

function roundsIn32Bits({ input, layers: [layer] }: ConvDocument): boolean {
  const bias = layer.bias[0] ?? 0;
  const integers = [input.data, layer.weight.data, [bias]].every((numbers) =>
    numbers.every(Number.isInteger),
  );
  const largest = input.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const weights = layer.weight.data.reduce((total, weight) => total + Math.abs(weight), 0);
  return !integers || Math.max(largest, weights, largest * weights + Math.abs(bias)) > 2 ** 24;
}
