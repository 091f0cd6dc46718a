import type { Finding } from "../core/finding";
import { findProblems } from "../core/findProblems";
import { isPool, type Layer as ResolvedLayer, resolveLayer } from "../core/layer";
import type { LayerOptions, Pads } from "../core/options";
import { samePadding } from "../core/samePadding";
import type { ConvDocument, Layer } from "./document";
import { isSame, kernelSizeOf } from "./layer";

/** One cell of one map of a stack: map 0 is the input, map n what layer n gives, counted from 1. */
export interface StackCell {
  readonly layer: number;
  /** One index per spatial axis. */
  readonly cell: readonly number[];
}

/** What keeps a layer of a stack from working on what the layers before it give. */
export interface StackProblem extends Finding {
  /** Counted from 1. */
  readonly layer: number;
}

/** A stack on an input: its layers with every option resolved, as far as they work. */
export interface StackShapes {
  readonly layers: readonly ResolvedLayer[];
  /** The first layer that cannot work; those after it aren't looked at. */
  readonly problem: StackProblem | null;
}

/** A layer's options for the core, on an input of this shape: a `same` rule is resolved for it. */
export function layerOptionsOn(
  layer: Layer,
  inputShape: readonly number[],
): LayerOptions & { readonly padding: readonly Pads[] } {
  const { weight, stride, dilation, groups, paddingMode, padding, outputPadding, ceilMode } = layer;
  const kernel = kernelSizeOf(layer);
  const sizes = inputShape.slice(2);
  const pads = isSame(padding)
    ? sizes.map((size, axis) =>
        samePadding(
          size,
          { kernelSize: kernel[axis] ?? 1, stride: stride[axis] ?? 1, dilation: dilation[axis] ?? 1 },
          padding.same,
        ),
      )
    : padding;
  const options = { stride, dilation, paddingMode, padding: pads, outputPadding, ceilMode };
  return isPool(layer.op)
    ? { ...options, kernelSize: kernel }
    : { ...options, groups, weightShape: weight.shape };
}

/**
 * Every layer of a stack on what the one before it gives, shapes alone.
 *
 * @param inputShape `[1, channels, …spatial]`
 */
export function stackShapes(layers: readonly Layer[], inputShape: readonly number[]): StackShapes {
  const resolved: ResolvedLayer[] = [];
  let shape = inputShape;
  for (const [index, layer] of layers.entries()) {
    const options = layerOptionsOn(layer, shape);
    const found = findProblems(layer.op, shape, options).find(({ severity }) => severity === "error");
    if (found) return { layers: resolved, problem: { ...found, layer: index + 1 } };
    const next = resolveLayer(layer.op, shape, options, shape.length - 2);
    resolved.push(next);
    shape = [1, next.outChannels, ...next.outputSize];
  }
  return { layers: resolved, problem: null };
}

/** The shapes of a document's own stack. */
export function stackShapesOf({ layers, input }: ConvDocument): StackShapes {
  return stackShapes(layers, input.shape);
}

/** A cell as it is in a stack whose maps have these sizes: one that lies outside is moved inside. */
export function cellWithin(cell: StackCell | null, sizes: readonly (readonly number[])[]): StackCell {
  const layer = Math.min(cell?.layer ?? sizes.length - 1, sizes.length - 1);
  const size = sizes[layer] ?? [];
  const kept = cell?.cell.length === size.length ? cell.cell : null;
  return {
    layer,
    cell: size.map((length, axis) =>
      Math.min(kept?.[axis] ?? Math.floor((length - 1) / 2), Math.max(0, length - 1)),
    ),
  };
}
