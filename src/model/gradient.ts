import { cellCount } from "../core/tensor";
import type { ConvDocument, Grid } from "./document";
import { sameGrid } from "./grid";
import type { Command } from "./gridCommands";
import { type GridPlace, indexOf } from "./gridPlace";
import { resolvedLayerOf } from "./layer";
import { resizedGrid } from "./resizedGrid";

const known = new WeakMap<ConvDocument, Grid>();

/**
 * How a loss changes with each output, `[1, Cout, …spatial]`: the gradient that was chosen, as far as it fits the output of
 * today, and 1 everywhere else. The same grid for the same document.
 */
export function gradientOf(document: ConvDocument): Grid {
  const cached = known.get(document);
  if (cached) return cached;
  const { outChannels, outputSize } = resolvedLayerOf(document);
  const shape = [1, outChannels, ...outputSize];
  const ones = new Float64Array(cellCount(shape)).fill(1);
  const { gradient } = document;
  const fits = gradient?.shape.length === shape.length;
  const made = fits ? resizedGrid(gradient, shape, ones) : { shape, data: ones };
  known.set(document, made);
  return made;
}

/** @param gradient `[1, Cout, …spatial]`; null: 1 everywhere */
export function setGradient(gradient: Grid | null): Command {
  return (document) => {
    if (gradient) {
      return sameGrid(gradient, gradientOf(document)) ? document : { ...document, gradient };
    }
    const { gradient: dropped, ...rest } = document;
    return dropped ? rest : document;
  };
}

/** One number of the gradient; `channel` is the output's. */
export function setGradientCell(cell: GridPlace, value: number): Command {
  return (document) => {
    const { shape, data } = gradientOf(document);
    const at = indexOf({ shape, data }, cell);
    if (at < 0) return document;
    return setGradient({ shape, data: data.with(at, value + 0) })(document);
  };
}
