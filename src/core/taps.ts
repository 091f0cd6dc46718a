import type { Layer } from "./layer";
import type { AxisSpec, LayerOptions, Op } from "./options";
import { paddedIndex } from "./paddedIndex";
import { requireLayer } from "./validate";

/** One term of an output's sum: the input cell that a window reads and the kernel cell that lies on it. */
export interface Tap {
  /** Flat index into the input's data; −1 for a cell of zero padding. */
  readonly inputIndex: number;
  /** Flat index into the weight's data; for pooling into one window. */
  readonly kernelIndex: number;
  /** Spatial position relative to the unpadded input: may be negative or beyond its end, where the padding is. */
  readonly position: readonly number[];
  /** Spatial index in the kernel. */
  readonly kernelPosition: readonly number[];
}

export interface TapOptions extends LayerOptions {
  /** `conv` when absent. */
  readonly op?: Op;
}

interface AxisTap {
  readonly index: number;
  readonly position: number;
  readonly k: number;
}

/**
 * The cells that one window reads, in the order in which the operations add them up: channel by channel, and in each
 * the window in scan order. Padding is resolved by its mode: a reflected cell has the index it reflects and the
 * position where it lies. For `conv-flipped` the kernel cells are those of the turned kernel.
 *
 * A transposed convolution has one tap for each input cell whose stamp covers the output cell, in scan order of the
 * input, and none of padding.
 *
 * @param options with `kernelSize` or `weightShape`
 * @param inputShape `[N, C, …spatial]`, or the spatial axes alone
 * @param outputIndex `[n, cOut, …spatial]`, or the spatial axes alone as in `inputShape`
 * @throws RangeError if `validate` finds an error or the index lies outside the output
 */
export function taps(
  options: TapOptions,
  inputShape: readonly number[],
  outputIndex: readonly number[],
): Tap[] {
  const op = options.op ?? "conv";
  const layer = requireLayer(op, inputShape, options);
  const { n, channel, place } = locate(layer, outputIndex);
  const { inputSize, axes, inChannels, outChannels, groups } = layer;
  const cells = inputSize.reduce((all, size) => all * size, 1);
  const kernelCells = axes.reduce((all, { kernelSize }) => all * kernelSize, 1);
  const pooled = op === "max-pool" || op === "avg-pool";
  const perGroup = pooled ? 1 : inChannels / groups;
  const outPerGroup = outChannels / groups;
  const firstChannel = pooled ? channel : Math.floor(channel / outPerGroup) * perGroup;
  const lines = place.map((o, axis) =>
    op === "transposed" ? stampsOn(layer, axis, o) : windowOn(layer, axis, o),
  );
  const found: Tap[] = [];
  for (let i = 0; i < perGroup; i++) {
    const base = (n * inChannels + firstChannel + i) * cells;
    // A transposed weight is [Cin, Cout/groups, …k]: the input channel comes first.
    const filter =
      op === "transposed"
        ? (firstChannel + i) * outPerGroup + (channel % outPerGroup)
        : channel * perGroup + i;
    combine(lines, layer, base, pooled ? 0 : filter * kernelCells, found);
  }
  return found;
}

function locate({ batch, outChannels, outputSize, withChannels }: Layer, outputIndex: readonly number[]) {
  const limits = withChannels ? [batch, outChannels, ...outputSize] : outputSize;
  const inside =
    outputIndex.length === limits.length &&
    outputIndex.every(
      (value, axis) => Number.isInteger(value) && value >= 0 && value < (limits[axis] as number),
    );
  if (!inside) {
    throw new RangeError(
      `outputIndex [${outputIndex.join(", ")}] lies outside the output [${limits.join(", ")}]`,
    );
  }
  if (!withChannels) return { n: 0, channel: 0, place: outputIndex };
  return { n: outputIndex[0] as number, channel: outputIndex[1] as number, place: outputIndex.slice(2) };
}

function windowOn({ axes, inputSize, paddingMode }: Layer, axis: number, o: number): AxisTap[] {
  const { kernelSize, stride, padding, dilation } = axes[axis] as AxisSpec;
  return Array.from({ length: kernelSize }, (_, k) => {
    const position = o * stride - padding[0] + k * dilation;
    return { k, position, index: paddedIndex(position, inputSize[axis] as number, paddingMode) };
  });
}

function stampsOn({ axes, inputSize }: Layer, axis: number, o: number): AxisTap[] {
  const { kernelSize, stride, padding, dilation } = axes[axis] as AxisSpec;
  const found: AxisTap[] = [];
  for (let index = 0; index < (inputSize[axis] as number); index++) {
    const k = (o + padding[0] - index * stride) / dilation;
    if (Number.isInteger(k) && k >= 0 && k < kernelSize) found.push({ index, position: index, k });
  }
  return found;
}

/** Every combination of the axes' taps, the last axis running fastest. */
function combine(
  lines: readonly (readonly AxisTap[])[],
  { inputSize, axes }: Layer,
  base: number,
  kernelBase: number,
  found: Tap[],
): void {
  const visit = (axis: number, chosen: readonly AxisTap[], index: number, k: number): void => {
    const line = lines[axis];
    if (!line) {
      found.push({
        inputIndex: index < 0 ? -1 : base + index,
        kernelIndex: kernelBase + k,
        position: chosen.map(({ position }) => position),
        kernelPosition: chosen.map((tap) => tap.k),
      });
      return;
    }
    for (const tap of line) {
      const next = index < 0 || tap.index < 0 ? -1 : index * (inputSize[axis] as number) + tap.index;
      visit(axis + 1, [...chosen, tap], next, k * (axes[axis] as AxisSpec).kernelSize + tap.k);
    }
  };
  visit(0, [], 0, 0);
}
