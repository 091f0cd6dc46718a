import type { Layer } from "./layer";

/**
 * A convolution over an input whose padding has been written out: every tap lies at the same distance from its window's
 * corner, so that the loops need no tables of cells and can take several taps at a time.
 */
export interface PaddedGrid {
  readonly batch: number;
  readonly groups: number;
  readonly inPerGroup: number;
  readonly outPerGroup: number;
  /** Of one channel of the padded input. */
  readonly inCells: number;
  /** From a window's corner to the cell under each kernel cell. */
  readonly offsets: Int32Array;
  /** From a channel's start to the corner of the first window of each row of outputs. */
  readonly corners: Int32Array;
  /** Outputs in a row. */
  readonly width: number;
  /** From one window of a row to the next. */
  readonly stride: number;
}

/** @param layer any convolution; its padding counts as a part of the input */
export function paddedGrid({
  batch,
  groups,
  inChannels,
  outChannels,
  inputSize,
  outputSize,
  axes,
}: Layer): PaddedGrid {
  const size = inputSize.map((cells, axis) => {
    const [before, after] = axes[axis]?.padding ?? [0, 0];
    return cells + before + after;
  });
  const steps = size.map((_, axis) => size.slice(axis + 1).reduce((cells, next) => cells * next, 1));
  const places = (counts: readonly number[], distances: readonly number[]) =>
    counts.reduce<number[]>(
      (starts, count, axis) =>
        starts.flatMap((start) =>
          Array.from(
            { length: count },
            (_, i) => start + i * (distances[axis] as number) * (steps[axis] as number),
          ),
        ),
      [0],
    );
  return {
    batch,
    groups,
    inPerGroup: inChannels / groups,
    outPerGroup: outChannels / groups,
    inCells: size.reduce((cells, next) => cells * next, 1),
    offsets: Int32Array.from(
      places(
        axes.map(({ kernelSize }) => kernelSize),
        axes.map(({ dilation }) => dilation),
      ),
    ),
    corners: Int32Array.from(
      places(
        outputSize.slice(0, -1),
        axes.map(({ stride }) => stride),
      ),
    ),
    width: outputSize.at(-1) as number,
    stride: axes.at(-1)?.stride as number,
  };
}
