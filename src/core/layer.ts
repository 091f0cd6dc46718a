import type { AxisSpec, LayerOptions, Op, Padding, PaddingMode, Pads, PerAxis } from "./options";
import { poolCount, transposedSize, windowCount } from "./outputSize";

/** A layer on an input, every option resolved to one value per spatial axis. */
export interface Layer {
  readonly op: Op;
  /** Whether the input's shape was given with batch and channels. */
  readonly withChannels: boolean;
  readonly batch: number;
  readonly inChannels: number;
  readonly outChannels: number;
  /** For pooling as many as channels: no channel sees another. */
  readonly groups: number;
  readonly paddingMode: PaddingMode;
  readonly inputSize: readonly number[];
  readonly axes: readonly AxisSpec[];
  readonly outputPadding: readonly number[];
  readonly outputSize: readonly number[];
}

export function isPool(op: Op): boolean {
  return op === "max-pool" || op === "avg-pool";
}

export function isUnpadded({ axes }: Layer): boolean {
  for (const { padding } of axes) if (padding[0] !== 0 || padding[1] !== 0) return false;
  return true;
}

/**
 * How many spatial axes a layer has: what the weight's shape, `dims` or a list among the options says, else what the
 * input's shape says. Three sizes with nothing else to go by are the spatial axes of a 3-D layer; with `outChannels`,
 * or for pooling, they are batch, channels and one axis.
 */
export function spatialRank(op: Op, inputShape: readonly number[], options: LayerOptions): number {
  if (options.weightShape) return options.weightShape.length - 2;
  if (options.dims !== undefined) return options.dims;
  for (const value of [
    options.kernelSize,
    options.stride,
    options.padding,
    options.dilation,
    options.outputPadding,
  ]) {
    if (typeof value === "object") return value.length;
  }
  const { length } = inputShape;
  if (length > 3) return length - 2;
  return length === 3 && (options.outChannels !== undefined || isPool(op)) ? 1 : length;
}

/** One value per axis. */
export function perAxis(value: PerAxis, rank: number): readonly number[] {
  return typeof value === "number" ? new Array<number>(rank).fill(value) : value;
}

/** The value for one axis; NaN where a list is too short. */
export function onAxis(value: PerAxis, axis: number): number {
  return typeof value === "number" ? value : (value[axis] ?? Number.NaN);
}

/** `[before, after]` for one axis. */
export function padsOf(padding: Padding, axis: number): Pads {
  const pads = typeof padding === "number" ? padding : (padding[axis] ?? Number.NaN);
  return typeof pads === "number" ? [pads, pads] : pads;
}

/** Resolves a layer without judging its numbers; the lists must have one entry per axis. */
export function resolveLayer(
  op: Op,
  inputShape: readonly number[],
  options: LayerOptions,
  rank: number,
): Layer {
  const withChannels = inputShape.length === rank + 2;
  const { weightShape, kernelSize = Number.NaN, padding = 0, dilation = 1, groups = 1 } = options;
  const { ceilMode = false, outputPadding: addition = 0 } = options;
  const inputSize: number[] = [];
  const axes: AxisSpec[] = [];
  const outputPadding: number[] = [];
  const outputSize: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const size = inputShape[withChannels ? axis + 2 : axis] as number;
    const extra = onAxis(addition, axis);
    const kernel = weightShape ? (weightShape[axis + 2] as number) : onAxis(kernelSize, axis);
    const spec = {
      kernelSize: kernel,
      stride: options.stride === undefined ? (isPool(op) ? kernel : 1) : onAxis(options.stride, axis),
      padding: padsOf(padding, axis),
      dilation: onAxis(dilation, axis),
    };
    inputSize.push(size);
    axes.push(spec);
    outputPadding.push(extra);
    if (op === "transposed") outputSize.push(transposedSize(size, spec, extra));
    else outputSize.push(isPool(op) ? poolCount(size, spec, ceilMode) : windowCount(size, spec));
  }
  const given = withChannels ? inputShape[1] : undefined;
  const first = weightShape?.[0];
  const second = weightShape && (weightShape[1] as number) * groups;
  const transposed = op === "transposed";
  return {
    op,
    withChannels,
    batch: withChannels ? (inputShape[0] as number) : 1,
    inChannels: given ?? (isPool(op) ? 1 : ((transposed ? first : second) ?? groups)),
    outChannels: isPool(op) ? (given ?? 1) : ((transposed ? second : first) ?? options.outChannels ?? groups),
    groups: isPool(op) ? (given ?? 1) : groups,
    paddingMode: options.paddingMode ?? "zeros",
    inputSize,
    axes,
    outputPadding,
    outputSize,
  };
}
