import { isPool } from "../core/layer";
import type { ConvDocument, Layer } from "./document";
import { resizedWeight, withFittingChannels } from "./fittingChannels";
import type { Command } from "./gridCommands";
import { isSame, kernelSizeOf } from "./layer";
import { layerOptionsOn } from "./stack";
import { type LayerSpec, layersFrom } from "./stackLayers";
import { MAX_LAYERS } from "./stackLimits";

/** What can be set of a layer of a stack; lists have one entry per axis. */
export type LayerChange = Partial<Pick<Layer, "op" | "stride" | "dilation" | "padding" | "activation">> & {
  readonly kernelSize?: readonly number[];
  readonly channels?: number;
};

/** Changes one layer, counted from 0; the channels of those after it follow. */
export function setStackLayer(index: number, change: LayerChange): Command {
  return changeLayers((layers, document) =>
    layers.map((layer, at) => (at === index ? changed(layer, change, document) : layer)),
  );
}

/** Puts a layer like the one before it, or a 3-wide convolution, behind the last. */
export function addStackLayer(document: ConvDocument): ConvDocument {
  return changeLayers((layers, { input }) => {
    if (layers.length >= MAX_LAYERS) return layers;
    const last = layers.at(-1);
    const like = last && last.op === "conv" && last.groups === 1 ? last : null;
    const [added] = layersFrom([plainLayer], input.shape.length - 2, 1);
    return [
      ...layers,
      like ? { ...like, weight: resizedWeight(like.weight, like.weight.shape) } : added,
    ].filter((layer) => layer !== undefined);
  })(document);
}

/** Takes a layer away; the only one stays. */
export function removeStackLayer(index: number): Command {
  return changeLayers((layers) => (layers.length < 2 ? layers : layers.filter((_, at) => at !== index)));
}

/** Exchanges a layer with its neighbour. */
export function moveStackLayer(index: number, by: 1 | -1): Command {
  return changeLayers((layers) => {
    const [own, other] = [layers[index], layers[index + by]];
    if (!own || !other) return layers;
    return layers.map((layer, at) => (at === index ? other : at === index + by ? own : layer));
  });
}

/** Some numbers of a layer's kernel, by their place in its data. */
export function setStackKernelCells(
  index: number,
  cells: readonly (readonly [at: number, value: number])[],
): Command {
  return (document) => {
    const data = Array.from(document.layers[index]?.weight.data ?? []);
    for (const [at, value] of cells) if (at < data.length) data[at] = value + 0;
    return setStackKernel(index, data)(document);
  };
}

/** The numbers of a layer's kernel; another count than it has changes nothing. */
export function setStackKernel(index: number, values: readonly number[]): Command {
  return changeLayers((layers) =>
    layers.map((layer, at) =>
      at === index &&
      values.length === layer.weight.data.length &&
      values.some((v, i) => v !== layer.weight.data[i])
        ? { ...layer, weight: { shape: layer.weight.shape, data: Float64Array.from(values) } }
        : layer,
    ),
  );
}

/** Layers in the place of those there are. */
export function setStackLayers(specs: readonly LayerSpec[]): Command {
  return changeLayers((_, { input }) => layersFrom(specs, input.shape.length - 2, input.shape[1] ?? 1));
}

/** A second stack to compare with; null for none. */
export function setComparison(specs: readonly LayerSpec[] | null): Command {
  return (document) => {
    const { comparison: before, ...rest } = document;
    if (!specs) return before ? rest : document;
    return { ...rest, comparison: layersFrom(specs, document.input.shape.length - 2, 1) };
  };
}

const plainLayer: LayerSpec = { op: "conv", kernelSize: [3], padding: [[1, 1]] };

function changeLayers(
  change: (layers: readonly Layer[], document: ConvDocument) => readonly Layer[],
): Command {
  return (document) => {
    const next = change(document.layers, document);
    if (next === document.layers || next.every((layer, at) => layer === document.layers[at])) {
      if (next.length === document.layers.length) return document;
    }
    const [first, ...others] = withFittingChannels(next, document.input.shape[1] ?? 1);
    return first ? { ...document, layers: [first, ...others] } : document;
  };
}

function changed(layer: Layer, change: LayerChange, { input }: ConvDocument): Layer {
  const { kernelSize = kernelSizeOf(layer), channels, op = layer.op, ...others } = change;
  const size = change.kernelSize ?? kernelSize;
  const [head = 1, second = 1] = layer.weight.shape;
  const shape = [isPool(op) ? head : (channels ?? head), second, ...size];
  const weight = resizedWeight(layer.weight, shape);
  const bias = Array.from({ length: shape[0] ?? 1 }, (_, at) => layer.bias[at] ?? 0);
  const padding = isSame(layer.padding) ? layerOptionsOn(layer, input.shape).padding : layer.padding;
  const next: Layer = { ...layer, padding, ...others, op, weight, bias };
  if (!isPool(op)) return next;
  const becomesPool = !isPool(layer.op);
  const grows = change.kernelSize && layer.stride.every((cells, axis) => cells === kernelSizeOf(layer)[axis]);
  return {
    ...next,
    groups: 1,
    dilation: op === "avg-pool" || becomesPool ? size.map(() => 1) : next.dilation,
    stride: (becomesPool && next.stride.every((cells) => cells === 1)) || grows ? size : next.stride,
    // PyTorch lets pooling pad at most half its window.
    padding: becomesPool
      ? padding.map(([before, after], axis) => {
          const most = Math.floor((size[axis] ?? 1) / 2);
          return [Math.min(before, most), Math.min(after, most)] as const;
        })
      : next.padding,
  };
}
