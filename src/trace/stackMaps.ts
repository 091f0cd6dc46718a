import { avgPool } from "../core/avgPool";
import { conv } from "../core/conv";
import { convTranspose } from "../core/convTranspose";
import { flipKernel } from "../core/flipKernel";
import { isPool, type Layer as ResolvedLayer } from "../core/layer";
import { maxPool } from "../core/maxPool";
import { tensorFrom } from "../core/tensor";
import type { ConvDocument, Grid, Layer } from "../model/document";
import { layerOptionsOn, type StackProblem, stackShapes } from "../model/stack";

/** A stack on an input, computed as far as its layers work. */
export interface StackMaps {
  /** The layers that work. */
  readonly layers: readonly Layer[];
  readonly resolved: readonly ResolvedLayer[];
  /** Map 0 is the input, map n what layer n gives; `[1, channels, …spatial]` each. */
  readonly maps: readonly Grid[];
  /** What layer n gives before its activation, at n − 1. */
  readonly sums: readonly Grid[];
  readonly problem: StackProblem | null;
}

const known = new WeakMap<ConvDocument, StackMaps>();

/** The maps of a document's stack. */
export function stackMapsOf(document: ConvDocument): StackMaps {
  const before = known.get(document);
  if (before) return before;
  const made = stackMaps(document.layers, document.input);
  known.set(document, made);
  return made;
}

/** @param input `[1, channels, …spatial]` */
export function stackMaps(layers: readonly Layer[], input: Grid): StackMaps {
  const { layers: resolved, problem } = stackShapes(layers, input.shape);
  const working = layers.slice(0, resolved.length);
  const maps = [input];
  const sums: Grid[] = [];
  for (const layer of working) {
    const sum = sumsOf(layer, maps.at(-1) ?? input);
    sums.push(sum);
    maps.push(layer.activation === "relu" ? relu(sum) : sum);
  }
  return { layers: working, resolved, maps, sums, problem };
}

/** The weight that slides: true convolution turns it first. */
export function slidWeight({ op, weight }: Layer): Grid {
  return op === "conv-flipped" ? flipKernel(weight) : weight;
}

/** A pooling layer's options for the core. */
export function poolOptions(layer: Layer, inputShape: readonly number[]) {
  const { kernelSize = [], stride = [], padding, dilation = 1 } = layerOptionsOn(layer, inputShape);
  const { ceilMode, countIncludePad } = layer;
  return { kernelSize, stride, padding, dilation, ceilMode, countIncludePad };
}

function sumsOf(layer: Layer, input: Grid): Grid {
  const { op, bias } = layer;
  if (isPool(op)) {
    const options = poolOptions(layer, input.shape);
    return op === "max-pool" ? maxPool(input, options) : avgPool(input, options);
  }
  const options = layerOptionsOn(layer, input.shape);
  const weight = slidWeight(layer);
  const outChannels = op === "transposed" ? (weight.shape[1] ?? 1) * layer.groups : (weight.shape[0] ?? 1);
  const offsets = tensorFrom(
    [outChannels],
    Array.from({ length: outChannels }, (_, channel) => bias[channel] ?? 0),
  );
  return op === "transposed"
    ? convTranspose(input, weight, offsets, options)
    : conv(input, weight, offsets, options);
}

function relu({ shape, data }: Grid): Grid {
  return { shape, data: data.map((value) => Math.max(0, value)) };
}
