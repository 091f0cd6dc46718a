import { cellCount } from "../core/tensor";
import type { ConvDocument, Grid, Layer } from "./document";
import { fittedLayer } from "./fittedLayer";
import type { Command } from "./gridCommands";
import { dimsOf, isSame, withLayer } from "./layer";
import { inputSize, kernelSize } from "./params";

/**
 * More or fewer axes to slide along, with the numbers that can be kept. A new axis is 1 long. A volume leaves its first
 * slice; a grid is laid out as a strip, row after row, where that is not too long, and leaves its first row else.
 */
export function setDims(dims: 1 | 2 | 3): Command {
  return (document) => {
    let next = document;
    while (dimsOf(next) < dims) next = raised(next);
    while (dimsOf(next) > dims) next = dimsOf(next) === 3 ? flattened(next, false) : toStrip(next);
    return next === document ? document : fittedLayer(next);
  };
}

function raised(document: ConvDocument): ConvDocument {
  const more = ({ shape, data }: Grid) => ({ shape: [...shape.slice(0, 2), 1, ...shape.slice(2)], data });
  const [layer] = document.layers;
  return withLayer(
    { ...ungraded(document), input: more(document.input) },
    {
      weight: more(layer.weight),
      stride: [1, ...layer.stride],
      dilation: [1, ...layer.dilation],
      outputPadding: [0, ...layer.outputPadding],
      padding: isSame(layer.padding) ? layer.padding : [[0, 0], ...layer.padding],
    },
  );
}

function toStrip(document: ConvDocument): ConvDocument {
  const fits = ({ shape }: Grid, max: number) => cellCount(shape.slice(2)) <= max;
  if (!fits(document.input, inputSize.max)) return flattened(document, false);
  const isSmall = fits(document.layers[0].weight, kernelSize.max);
  return flattened(document, isSmall);
}

/** Without its first axis: the first of its slices or rows is left, or all of them one after another. */
function flattened(document: ConvDocument, whole: boolean): ConvDocument {
  const strip = (isLaidOut: boolean) => (grid: Grid) => (isLaidOut ? laidOut(grid) : firstOf(grid));
  const [layer] = document.layers;
  const change: Partial<Layer> = {
    weight: strip(whole)(layer.weight),
    stride: layer.stride.slice(1),
    dilation: layer.dilation.slice(1),
    outputPadding: layer.outputPadding.slice(1),
    padding: isSame(layer.padding) ? layer.padding : layer.padding.slice(1),
  };
  const isStrip = dimsOf(document) === 2 && cellCount(document.input.shape.slice(2)) <= inputSize.max;
  return withLayer({ ...ungraded(document), input: strip(isStrip)(document.input) }, change);
}

function laidOut({ shape, data }: Grid): Grid {
  return { shape: [...shape.slice(0, 2), cellCount(shape.slice(2))], data };
}

function firstOf({ shape, data }: Grid): Grid {
  const [outs = 1, channels = 1, , ...rest] = shape;
  const [cells, step] = [cellCount(rest), cellCount(shape.slice(2))];
  const kept = Float64Array.from(
    { length: outs * channels * cells },
    (_, at) => data[Math.floor(at / cells) * step + (at % cells)] ?? 0,
  );
  return { shape: [outs, channels, ...rest], data: kept };
}

/** A gradient is of an output that is no more. */
function ungraded({ gradient: _, ...document }: ConvDocument): ConvDocument {
  return document;
}
