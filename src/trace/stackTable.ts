import { isPool, type Layer as ResolvedLayer } from "../core/layer";
import { layerMultiplyAdds, layerParameters } from "../core/layerCounts";
import { type ReceptiveField, receptiveField } from "../core/receptiveField";
import type { Layer } from "../model/document";
import { kernelSizeOf } from "../model/layer";
import { stackShapes } from "../model/stack";

/** What one layer of a stack comes to. */
export interface StackRow {
  readonly layer: Layer;
  readonly channels: number;
  readonly outputSize: readonly number[];
  /** Of everything up to this layer, per axis. */
  readonly field: readonly ReceptiveField[];
  /** Weights without biases; 0 for pooling. */
  readonly parameters: number;
  readonly multiplyAdds: number;
}

export interface StackTable {
  readonly rows: readonly StackRow[];
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** Of the whole stack, per axis. */
  readonly field: readonly ReceptiveField[];
}

/**
 * @param layers those that work on the input
 * @param inputShape `[1, channels, …spatial]`
 * @param width channels in and out of every layer that the bill is made for; null for the layers' own
 */
export function stackTable(
  layers: readonly Layer[],
  inputShape: readonly number[],
  width: number | null = null,
): StackTable {
  const { layers: resolved } = stackShapes(layers, inputShape);
  const dims = inputShape.length - 2;
  const rows = resolved.map((own, at): StackRow => {
    const counted = width === null ? own : widened(own, width);
    return {
      layer: layers[at] as Layer,
      channels: counted.outChannels,
      outputSize: own.outputSize,
      field: receptiveField(resolved.slice(0, at + 1).map(fieldLayer), dims),
      parameters: layerParameters(counted, false),
      multiplyAdds: layerMultiplyAdds(counted),
    };
  });
  const total = (key: "parameters" | "multiplyAdds") => rows.reduce((sum, row) => sum + row[key], 0);
  return {
    rows,
    parameters: total("parameters"),
    multiplyAdds: total("multiplyAdds"),
    field: rows.at(-1)?.field ?? receptiveField([], dims),
  };
}

/** How often C² a stack's weights are, where every layer has C channels: 27 for three 3×3 layers. */
export function squaresOf(layers: readonly Layer[]): number {
  return layers.reduce(
    (sum, layer) =>
      sum +
      (isPool(layer.op) ? 0 : kernelSizeOf(layer).reduce((cells, size) => cells * size, 1) / layer.groups),
    0,
  );
}

/** Whether any layer, or the input, has more than one channel. */
export function hasChannels(layers: readonly Layer[], inputShape: readonly number[]): boolean {
  return (
    (inputShape[1] ?? 1) > 1 ||
    layers.some(({ op, weight }) => !isPool(op) && weight.shape.slice(0, 2).some((size) => size > 1))
  );
}

function widened(layer: ResolvedLayer, width: number): ResolvedLayer {
  const groups = isPool(layer.op) ? width : width % layer.groups === 0 ? layer.groups : 1;
  return { ...layer, inChannels: width, outChannels: width, groups };
}

function fieldLayer({ op, axes }: ResolvedLayer) {
  return {
    op,
    kernelSize: axes.map(({ kernelSize }) => kernelSize),
    stride: axes.map(({ stride }) => stride),
    padding: axes.map(({ padding }) => padding),
    dilation: axes.map(({ dilation }) => dilation),
  };
}
