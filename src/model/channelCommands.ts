import { isPool } from "../core/layer";
import { cellCount } from "../core/tensor";
import type { ConvDocument, Grid, Layer } from "./document";
import { withFittingFollowers } from "./fittingChannels";
import type { Command } from "./gridCommands";
import { inChannelsOf, outChannelsOf, withLayer } from "./layer";
import { MAX_ENTRY, params } from "./params";
import { resizedGrid } from "./resizedGrid";

/** New input channels hold the numbers of the first one plus 1, 2, … ; those of the kernel likewise. */
export function setInChannels(channels: number): Command {
  return (document) => {
    const { input, layers } = document;
    if (channels === inChannelsOf(document)) return document;
    const shape = [1, channels, ...input.shape.slice(2)];
    if (!isCount(channels)) return { ...document, input: { shape, data: new Float64Array(0) } };
    const grown = resizedGrid(input, shape, countedUp(input, shape));
    return fitChannels({ ...document, input: grown }, channels, outChannelsOf(layers[0]));
  };
}

/** New output channels have the kernels of the first one plus 1, 2, … and bias 0; a pooling has as many as its input. */
export function setOutChannels(channels: number): Command {
  return (document) => {
    const [layer] = document.layers;
    if (isPool(layer.op) || channels === outChannelsOf(layer)) return document;
    if (isCount(channels)) return fitChannels(document, inChannelsOf(document), channels);
    const [first = 1, second = 1, ...size] = layer.weight.shape;
    const shape =
      layer.op === "transposed" ? [first, channels / layer.groups, ...size] : [channels, second, ...size];
    return withLayer(document, { weight: { shape, data: new Float64Array(0) } });
  };
}

/** Cuts or joins channels into groups; weights between channels that stay together are kept. */
export function setGroups(groups: number): Command {
  return (document) => {
    const [layer] = document.layers;
    if (groups === layer.groups) return document;
    const [ins, outs] = [inChannelsOf(document), outChannelsOf(layer)];
    const divides = Number.isInteger(groups) && groups >= 1 && ins % groups === 0 && outs % groups === 0;
    if (!divides) return withLayer(document, { groups });
    return withLayer(document, withWires(layer, ins, outs, groups));
  };
}

/** The document with a kernel for its channels: groups stay where they still divide them. Later layers follow. */
function fitChannels(document: ConvDocument, ins: number, outs: number): ConvDocument {
  const [layer] = document.layers;
  const { groups } = layer;
  const kept = ins % groups === 0 && outs % groups === 0 ? groups : 1;
  return withFittingFollowers(withLayer(document, withWires(layer, ins, outs, kept)));
}

/** Kernels, groups and biases for that many channels; each kernel that leads from and to the same channels as before stays. */
export function withWires(layer: Layer, ins: number, outs: number, groups: number): Partial<Layer> {
  const { op, weight, bias } = layer;
  const size = weight.shape.slice(2);
  const cells = cellCount(size);
  const shape = op === "transposed" ? [ins, outs / groups, ...size] : [outs, ins / groups, ...size];
  const data = new Float64Array(cellCount(shape));
  const pattern = weight.data.subarray(0, cells);
  const from = wiresOf(layer.weight.shape, op === "transposed", layer.groups);
  const to = wiresOf(shape, op === "transposed", groups);
  const places = new Map(from.map(([input, output], at) => [input * MOST + output, at]));
  to.forEach(([input, output], at) => {
    const old = places.get(input * MOST + output);
    const numbers =
      old === undefined
        ? pattern.map((value) => Math.min(value + input + output, MAX_ENTRY))
        : weight.data.subarray(old * cells, (old + 1) * cells);
    data.set(numbers, at * cells);
  });
  return { weight: { shape, data }, groups, bias: Array.from({ length: outs }, (_, at) => bias[at] ?? 0) };
}

/** More channels than a document can have. */
const MOST = 1024;

/** From which input channel to which output channel each kernel leads, in the order of the weight. */
function wiresOf(
  [first = 1, second = 1]: readonly number[],
  transposed: boolean,
  groups: number,
): readonly (readonly [input: number, output: number])[] {
  const perGroup = first / groups;
  return Array.from({ length: first * second }, (_, at) => {
    const own = Math.floor(at / second);
    const other = Math.floor(own / perGroup) * second + (at % second);
    return transposed ? [own, other] : [other, own];
  });
}

/** Numbers of a shape, each channel those of the first one plus its own place. */
function countedUp({ shape: [, channels = 1], data }: Grid, to: readonly number[]): Float64Array {
  const cells = data.length / channels;
  return Float64Array.from({ length: cellCount(to) }, (_, at) =>
    Math.min((data[at % cells] ?? 0) + Math.floor(at / cells), MAX_ENTRY),
  );
}

function isCount(channels: number): boolean {
  const { min, max } = params.inChannels;
  return Number.isInteger(channels) && channels >= min && channels <= max;
}
