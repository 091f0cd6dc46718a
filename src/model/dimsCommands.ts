import { cellCount } from "../core/tensor";
import type { ConvDocument, Grid, Layer } from "./document";
import { fittedLayer } from "./fittedLayer";
import type { Command } from "./gridCommands";
import { dimsOf, isSame } from "./layer";
import { inputSize, kernelSize } from "./params";

/**
 * More or fewer axes to slide along, with the numbers that can be kept. A new axis is 1 long. A volume leaves its first
 * slice; a grid is laid out as a strip, row after row, where that is not too long, and leaves its first row else.
 */
export function setDims(dims: 1 | 2 | 3): Command {
  return (document) => {
    let next = document;
    while (dimsOf(next) < dims) next = raised(next);
    while (dimsOf(next) > dims) next = flattened(next);
    return next === document ? document : fittedLayer(next);
  };
}

function raised(document: ConvDocument): ConvDocument {
  const more = ({ shape, data }: Grid) => ({ shape: [...shape.slice(0, 2), 1, ...shape.slice(2)], data });
  return onAxes(document, more, (layer) => ({
    weight: more(layer.weight),
    stride: [1, ...layer.stride],
    dilation: [1, ...layer.dilation],
    outputPadding: [0, ...layer.outputPadding],
    padding: isSame(layer.padding) ? layer.padding : [[0, 0], ...layer.padding],
  }));
}

/** Without its first axis: the first of its slices or rows is left, or all rows one after another where that is not too long. */
function flattened(document: ConvDocument): ConvDocument {
  const isShort = ({ shape }: Grid, max: number) => cellCount(shape.slice(2)) <= max;
  const isStrip = dimsOf(document) === 2 && isShort(document.input, inputSize.max);
  return onAxes(document, isStrip ? laidOut : firstOf, (layer) => ({
    weight: isStrip && isShort(layer.weight, kernelSize.max) ? laidOut(layer.weight) : firstOf(layer.weight),
    stride: layer.stride.slice(1),
    dilation: layer.dilation.slice(1),
    outputPadding: layer.outputPadding.slice(1),
    padding: isSame(layer.padding) ? layer.padding : layer.padding.slice(1),
  }));
}

/** Changes the input and every layer; a gradient is of an output that is no more, and what was compared had other axes. */
function onAxes(
  { gradient: _, comparison: __, ...document }: ConvDocument,
  changeInput: (grid: Grid) => Grid,
  changeLayer: (layer: Layer) => Partial<Layer>,
): ConvDocument {
  const [first, ...others] = document.layers;
  const change = (layer: Layer): Layer => ({ ...layer, ...changeLayer(layer) });
  return { ...document, input: changeInput(document.input), layers: [change(first), ...others.map(change)] };
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
