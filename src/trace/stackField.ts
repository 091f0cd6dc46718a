import { axisTaps } from "../core/axisTaps";
import type { Layer } from "../core/layer";
import type { AxisSpec } from "../core/options";
import type { StackCell } from "../model/stack";

/** The cells of a map that take part: those whose index is listed along every axis, rising. */
export type CellSet = readonly (readonly number[])[];

/**
 * For every map of a stack the cells that a chosen one sees (maps before its own) or feeds (maps after it), exactly: what
 * dilation and stride skip is left out, and padding is no cell. Windows are boxes of lists, so that one list per axis says all.
 */
export function stackField(layers: readonly Layer[], { layer: at, cell }: StackCell): readonly CellSet[] {
  const sets: CellSet[] = [];
  sets[at] = cell.map((index) => [index]);
  for (let map = at; map > 0; map--) {
    const layer = layers[map - 1] as Layer;
    sets[map - 1] = (sets[map] as CellSet).map((indices, axis) => seenBy(layer, axis, indices));
  }
  for (let map = at; map < layers.length; map++) {
    const layer = layers[map] as Layer;
    sets[map + 1] = (sets[map] as CellSet).map((indices, axis) => fedBy(layer, axis, indices));
  }
  return sets;
}

/** How many cells a set has. */
export function setSize(set: CellSet): number {
  return set.reduce((count, indices) => count * indices.length, 1);
}

/** First and last cell of a set along each axis, inclusive; null for an empty one. */
export function setBounds(set: CellSet): readonly (readonly [first: number, last: number])[] | null {
  if (set.some((indices) => indices.length === 0)) return null;
  return set.map((indices) => [indices[0] ?? 0, indices.at(-1) ?? 0]);
}

/** A line per window: of a transposed layer, the input cells stamp and the lines are theirs. */
function linesOf({ op, inputSize, outputSize, axes, paddingMode }: Layer, axis: number) {
  const spec = axes[axis] as AxisSpec;
  const [size, windows] =
    op === "transposed" ? [outputSize[axis], inputSize[axis]] : [inputSize[axis], outputSize[axis]];
  const table = axisTaps(size ?? 1, spec, paddingMode, windows ?? 1);
  return Array.from({ length: windows ?? 1 }, (_, window) =>
    table.subarray(window * spec.kernelSize, (window + 1) * spec.kernelSize),
  );
}

function seenBy(layer: Layer, axis: number, outputs: readonly number[]): readonly number[] {
  return layer.op === "transposed" ? windowsOn(layer, axis, outputs) : cellsUnder(layer, axis, outputs);
}

function fedBy(layer: Layer, axis: number, inputs: readonly number[]): readonly number[] {
  return layer.op === "transposed" ? cellsUnder(layer, axis, inputs) : windowsOn(layer, axis, inputs);
}

function cellsUnder(layer: Layer, axis: number, windows: readonly number[]): readonly number[] {
  const lines = linesOf(layer, axis);
  const found = new Set(windows.flatMap((window) => [...(lines[window] ?? [])]));
  found.delete(-1);
  return [...found].sort((a, b) => a - b);
}

function windowsOn(layer: Layer, axis: number, cells: readonly number[]): readonly number[] {
  const wanted = new Set(cells);
  return linesOf(layer, axis).flatMap((line, window) =>
    line.some((cell) => wanted.has(cell)) ? [window] : [],
  );
}
