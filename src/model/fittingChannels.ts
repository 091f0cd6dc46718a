import { isPool } from "../core/layer";
import { cellCount } from "../core/tensor";
import type { ConvDocument, Grid, Layer } from "./document";
import { channelsAfter, onesOf } from "./stackLayers";

/** Every layer takes as many channels as the one before it gives. */
export function withFittingChannels(layers: readonly Layer[], inChannels: number): readonly Layer[] {
  let channels = inChannels;
  return layers.map((layer) => {
    const { op, weight, groups } = layer;
    const shape = [...weight.shape];
    let fitting = layer;
    if (op === "transposed") shape[0] = channels;
    else if (!isPool(op)) shape[1] = channels % groups === 0 ? channels / groups : channels;
    if (!isPool(op) && shape.some((size, axis) => size !== weight.shape[axis])) {
      fitting = {
        ...layer,
        groups: channels % groups === 0 ? groups : 1,
        weight: resizedWeight(weight, shape),
      };
    }
    channels = channelsAfter(fitting, channels);
    return fitting;
  });
}

/** The layers after the first take as many channels as it now gives. */
export function withFittingFollowers(document: ConvDocument): ConvDocument {
  const [first, ...others] = document.layers;
  if (others.length === 0) return document;
  const channels = channelsAfter(first, document.input.shape[1] ?? 1);
  return { ...document, layers: [first, ...withFittingChannels(others, channels)] };
}

/** Keeps the numbers that fit; new cells are 1 in a kernel of ones, else 0. */
export function resizedWeight(weight: Grid, shape: readonly number[]): Grid {
  if (shape.length === weight.shape.length && shape.every((size, axis) => size === weight.shape[axis])) {
    return weight;
  }
  if (weight.data.every((value) => value === 1)) return onesOf(shape);
  const data = new Float64Array(cellCount(shape));
  for (let at = 0; at < data.length; at++) {
    let rest = at;
    let from = 0;
    let cells = 1;
    let inside = true;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const index = rest % (shape[axis] ?? 1);
      rest = Math.floor(rest / (shape[axis] ?? 1));
      // Another channel starts as a copy of the first.
      const source = axis < 2 ? Math.min(index, (weight.shape[axis] ?? 1) - 1) : index;
      if (source >= (weight.shape[axis] ?? 1)) inside = false;
      from += source * cells;
      cells *= weight.shape[axis] ?? 1;
    }
    data[at] = inside ? (weight.data[from] ?? 0) : 0;
  }
  return { shape, data };
}
