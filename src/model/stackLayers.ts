import { isPool } from "../core/layer";
import type { Op, Pads } from "../core/options";
import { cellCount } from "../core/tensor";
import type { Activation, Grid, Layer } from "./document";

/** What is said of a layer of a stack; lists have one entry, or one per axis. What isn't said is as usual. */
export interface LayerSpec {
  readonly op: Op;
  readonly kernelSize: readonly number[];
  readonly stride?: readonly number[];
  readonly padding?: readonly Pads[];
  readonly dilation?: readonly number[];
  readonly groups?: number;
  /** Output channels; as many as groups where it isn't said. */
  readonly channels?: number;
  readonly activation?: Activation;
}

/**
 * Layers, one after the other, with kernels of ones and no bias.
 *
 * @param dims spatial axes
 * @param inChannels channels of what the first one reads
 */
export function layersFrom(specs: readonly LayerSpec[], dims: number, inChannels: number): readonly Layer[] {
  let channels = inChannels;
  return specs.map((spec) => {
    const layer = layerFrom(spec, dims, channels);
    channels = channelsAfter(layer, channels);
    return layer;
  });
}

/** How many channels a layer hands on. */
export function channelsAfter({ op, weight, groups }: Layer, inChannels: number): number {
  if (isPool(op)) return inChannels;
  return op === "transposed" ? (weight.shape[1] ?? 1) * groups : (weight.shape[0] ?? 1);
}

function layerFrom(spec: LayerSpec, dims: number, inChannels: number): Layer {
  const { op, groups = 1, channels = groups, activation = "none" } = spec;
  const perAxis = <Value>(values: readonly Value[], usual: Value): readonly Value[] =>
    Array.from({ length: dims }, (_, axis) => values[values.length === 1 ? 0 : axis] ?? usual);
  const kernelSize = perAxis(spec.kernelSize, 1);
  const perGroup = Math.max(1, Math.floor(inChannels / groups));
  const shape = isPool(op)
    ? [1, 1, ...kernelSize]
    : op === "transposed"
      ? [inChannels, Math.max(1, Math.floor(channels / groups)), ...kernelSize]
      : [channels, perGroup, ...kernelSize];
  return {
    op,
    weight: onesOf(shape),
    bias: new Array<number>(isPool(op) ? 1 : channels).fill(0),
    stride: perAxis(spec.stride ?? (isPool(op) ? kernelSize : [1]), 1),
    padding: perAxis(spec.padding ?? [[0, 0]], [0, 0] as const),
    paddingMode: "zeros",
    dilation: perAxis(spec.dilation ?? [1], 1),
    groups: isPool(op) ? 1 : groups,
    activation,
    outputPadding: perAxis([0], 0),
    ceilMode: false,
    countIncludePad: true,
  };
}

export function onesOf(shape: readonly number[]): Grid {
  return { shape, data: new Float64Array(cellCount(shape)).fill(1) };
}
