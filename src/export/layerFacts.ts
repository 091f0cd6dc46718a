import type { Op, PaddingMode, Pads } from "../core/options";
import type { ConvDocument } from "../model/document";
import { isSame, resolvedLayerOf } from "../model/layer";

/** What a program has to say about the first layer of a document; every list has one entry per spatial axis. */
export interface LayerFacts {
  readonly op: Op;
  readonly dims: number;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly groups: number;
  readonly inputSize: readonly number[];
  readonly outputSize: readonly number[];
  readonly kernelSize: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
  readonly pads: readonly Pads[];
  readonly outputPadding: readonly number[];
  readonly paddingMode: PaddingMode;
  readonly ceilMode: boolean;
  readonly countIncludePad: boolean;
  /** Whether the padding is PyTorch's own "same", which it refuses with a stride. */
  readonly same: boolean;
  /** One per output channel. */
  readonly bias: readonly number[];
  readonly biased: boolean;
  readonly strided: boolean;
  readonly dilated: boolean;
  readonly padded: boolean;
  /** Whether some axis has two sides that differ. */
  readonly uneven: boolean;
  readonly flipped: boolean;
  readonly relu: boolean;
  /** Whether PyTorch's usual 32-bit floats would round: something is no integer, or a sum may pass 2²⁴. */
  readonly double: boolean;
}

export function layerFacts(document: ConvDocument): LayerFacts {
  const layer = document.layers[0];
  const resolved = resolvedLayerOf(document);
  const { axes } = resolved;
  const stride = axes.map((axis) => axis.stride);
  const dilation = axes.map((axis) => axis.dilation);
  const pads = axes.map((axis) => axis.padding);
  const strided = stride.some((step) => step > 1);
  return {
    op: layer.op,
    dims: axes.length,
    inChannels: resolved.inChannels,
    outChannels: resolved.outChannels,
    groups: resolved.groups,
    inputSize: resolved.inputSize,
    outputSize: resolved.outputSize,
    kernelSize: axes.map((axis) => axis.kernelSize),
    stride,
    dilation,
    pads,
    outputPadding: resolved.outputPadding,
    paddingMode: layer.paddingMode,
    ceilMode: layer.ceilMode,
    countIncludePad: layer.countIncludePad,
    same: isSame(layer.padding) && layer.padding.same === "pytorch" && !strided,
    bias: layer.bias,
    biased: layer.bias.some((value) => value !== 0),
    strided,
    dilated: dilation.some((step) => step > 1),
    padded: pads.some(([before, after]) => before > 0 || after > 0),
    uneven: pads.some(([before, after]) => before !== after),
    flipped: layer.op === "conv-flipped",
    relu: layer.activation === "relu",
    double: roundsIn32Bits(document),
  };
}

function roundsIn32Bits({ input, layers: [layer] }: ConvDocument): boolean {
  const integers = [input.data, layer.weight.data, layer.bias].every((numbers) =>
    numbers.every(Number.isInteger),
  );
  const bias = layer.bias.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const largest = input.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const weights = layer.weight.data.reduce((total, weight) => total + Math.abs(weight), 0);
  return !integers || Math.max(largest, weights, largest * weights + bias) > 2 ** 24;
}
