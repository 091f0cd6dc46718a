import { conv } from "../core/conv";
import { layerReads } from "../core/layerReads";
import type { AxisSpec } from "../core/options";
import { windowCount, windowSpan } from "../core/outputSize";
import { symmetricEigen } from "../core/symmetricEigen";
import { cellCount, zeroTensor } from "../core/tensor";
import type { ConvDocument } from "../model/document";
import {
  axesOf,
  convOptionsOf,
  dimsOf,
  inChannelsOf,
  inputSizeOf,
  kernelSizeOf,
  resolvedLayerOf,
} from "../model/layer";
import type { Fact } from "./lessonMoment";
import { nestedNumbers } from "./nestedNumbers";

/** Weights of a kernel above which the patches' rank is not worth its work. */
const MOST_WEIGHTS = 64;

/** Share of the largest eigenvalue under which one is rounding. */
const ROUNDING = 1e-9;

/** What a lesson can ask about what the windows of the first layer read. */
export const readFacts = {
  /** How often the windows of one output channel read each input cell */
  reads: ({ document }) => {
    const { shape, data } = layerReads(resolvedLayerOf(document));
    return nestedNumbers(shape, data, dimsOf(document));
  },
  /** The input cells, counted from 0 row by row, that no window reads */
  unreadCells: ({ document }) => unreadCells(document),
  unreadInput: ({ document }) => unreadCells(document).length,
  /** Cells of padding that no window reads */
  unreadPadding: ({ document }) => {
    const axes = axesOf(document);
    const sizes = inputSizeOf(document);
    const covered = sizes.map((size, axis) => coveredCells(size, axes[axis] as AxisSpec));
    const whole = sizes.map((size, axis) => size + padsAt(axes, axis)[0] + padsAt(axes, axis)[1]);
    const read = covered.map((cells) => cells.size);
    const inside = covered.map((cells, axis) => {
      const first = padsAt(axes, axis)[0];
      return [...cells].filter((cell) => cell >= first && cell < first + (sizes[axis] ?? 0)).length;
    });
    return cellCount(whole) - cellCount(sizes) - (cellCount(read) - cellCount(inside));
  },
  /** Outputs of one channel whose window reaches into the padding */
  paddedOutputs: ({ document }) => {
    const axes = axesOf(document);
    const sizes = inputSizeOf(document);
    const counts = sizes.map((size, axis) => windowCount(size, axes[axis] as AxisSpec));
    const inside = sizes.map((size, axis) => windowsInside(size, axes[axis] as AxisSpec));
    return cellCount(counts) - cellCount(inside);
  },
  /** How many of a kernel's weights the input's windows can tell apart; of the kernel that learns, where one does */
  patchRank: ({ document }) => patchRank(document),
} as const satisfies Readonly<Record<string, Fact>>;

function unreadCells(document: ConvDocument): readonly number[] {
  return [...layerReads(resolvedLayerOf(document)).data.entries()].flatMap(([cell, count]) =>
    count === 0 ? [cell] : [],
  );
}

function padsAt(axes: readonly AxisSpec[], axis: number): readonly [number, number] {
  return axes[axis]?.padding ?? [0, 0];
}

/** Places of the padded axis that windows read. */
function coveredCells(size: number, axis: AxisSpec): ReadonlySet<number> {
  const covered = new Set<number>();
  for (let window = 0; window < windowCount(size, axis); window++)
    for (let k = 0; k < axis.kernelSize; k++) covered.add(window * axis.stride + k * axis.dilation);
  return covered;
}

function windowsInside(size: number, axis: AxisSpec): number {
  let count = 0;
  for (let window = 0; window < windowCount(size, axis); window++) {
    const first = window * axis.stride - axis.padding[0];
    if (first >= 0 && first + windowSpan(axis) <= size) count++;
  }
  return count;
}

function patchRank(document: ConvDocument): number | undefined {
  const { op } = document.layers[0];
  if (op !== "conv" && op !== "conv-flipped") return undefined;
  const options = { ...convOptionsOf(document), groups: 1 };
  const kernelSize = document.training?.kernelSize ?? kernelSizeOf(document.layers[0]);
  const shape = [1, inChannelsOf(document), ...kernelSize];
  const weights = cellCount(shape);
  if (weights > MOST_WEIGHTS) return undefined;
  // A kernel of a single 1 gives, window by window, what that weight lies on.
  const columns = Array.from({ length: weights }, (_, at) => {
    const one = zeroTensor(shape);
    one.data[at] = 1;
    return conv(document.input, one, null, options).data;
  });
  const products = columns.flatMap((left) =>
    columns.map((right) => left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0)),
  );
  const { values } = symmetricEigen(Float64Array.from(products), weights);
  const largest = values.at(-1) ?? 0;
  return values.filter((value) => value > ROUNDING * largest).length;
}
