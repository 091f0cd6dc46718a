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

/** One value per axis; missing entries of a list that is too short are NaN. */
export function perAxis(value: PerAxis, rank: number): readonly number[] {
  if (typeof value !== "number") return value;
  return rank === 2 ? [value, value] : rank === 1 ? [value] : new Array<number>(rank).fill(value);
}

/** `[before, after]` for one axis. */
export function padsOf(padding: Padding, axis: number): Pads {
  if (typeof padding === "number") return [padding, padding];
  const pads = padding[axis];
  return typeof pads === "object" ? pads : [pads ?? Number.NaN, pads ?? Number.NaN];
}

/** Resolves a layer without judging its numbers; the lists must have one entry per axis. */
export function resolveLayer(
  op: Op,
  inputShape: readonly number[],
  options: LayerOptions,
  rank: number,
): Layer {
  const withChannels = inputShape.length === rank + 2;
  const { weightShape, groups = 1, padding = 0 } = options;
  const kernelSize = weightShape ? weightShape.slice(2) : perAxis(options.kernelSize ?? Number.NaN, rank);
  const stride = perAxis(options.stride ?? (isPool(op) ? kernelSize : 1), rank);
  const dilation = perAxis(options.dilation ?? 1, rank);
  const axes: AxisSpec[] = [];
  for (let axis = 0; axis < rank; axis++) {
    axes.push({
      kernelSize: kernelSize[axis] as number,
      stride: stride[axis] as number,
      padding: padsOf(padding, axis),
      dilation: dilation[axis] as number,
    });
  }
  const outputPadding = perAxis(options.outputPadding ?? 0, rank);
  const inputSize = withChannels ? inputShape.slice(2) : inputShape;
  const layer = {
    op,
    withChannels,
    batch: withChannels ? (inputShape[0] as number) : 1,
    paddingMode: options.paddingMode ?? "zeros",
    inputSize,
    axes,
    outputPadding,
    outputSize: axes.map((spec, axis) => {
      const size = inputSize[axis] as number;
      if (op === "transposed") return transposedSize(size, spec, outputPadding[axis] as number);
      return isPool(op) ? poolCount(size, spec, options.ceilMode ?? false) : windowCount(size, spec);
    }),
  };
  return {
    ...layer,
    ...channelsOf(op, withChannels ? (inputShape[1] as number) : undefined, groups, options),
  };
}

function channelsOf(op: Op, given: number | undefined, groups: number, options: LayerOptions) {
  if (isPool(op)) return { inChannels: given ?? 1, outChannels: given ?? 1, groups: given ?? 1 };
  const { weightShape } = options;
  const transposed = op === "transposed";
  const first = weightShape?.[0];
  const second = weightShape && (weightShape[1] as number) * groups;
  return {
    inChannels: given ?? (transposed ? first : second) ?? groups,
    outChannels: (transposed ? second : first) ?? options.outChannels ?? groups,
    groups,
  };
}
