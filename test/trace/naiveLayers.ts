import type { Pads } from "../../src/core/options";
import type { ConvDocument } from "../../src/model/document";
import { paddedLine } from "./naiveWindows";

type Place = readonly [channel: number, depth: number, row: number, column: number];

/** One weight on one cell. */
export interface NaiveTerm {
  /** Where it lies on the side of the window, padding before the first cell being negative. */
  readonly place: Place;
  /** The cell that is read there, or stamped on; null where there is none. */
  readonly source: Place | null;
  readonly kernel: Place;
  readonly input: number;
  readonly weight: number;
}

interface NaiveLayer {
  /** Depth, rows and columns of the output. */
  readonly size: readonly number[];
  /** In scan order: one entry for each output, of a transposed layer for each input. */
  readonly steps: readonly (readonly NaiveTerm[])[];
  readonly sums: readonly number[];
}

/** A layer of any operation by nested loops over channels, depth, rows and columns. */
export function naiveLayer(document: ConvDocument): NaiveLayer {
  switch (document.layers[0].op) {
    case "transposed":
      return stampAll(document);
    case "max-pool":
    case "avg-pool":
      return pool(document);
    default:
      return correlate(document);
  }
}

function correlate({ input, layers: [layer] }: ConvDocument): NaiveLayer {
  const [outChannels = 1, perGroup = 1] = layer.weight.shape;
  const axes = three(axesOf(input.shape, layer));
  const lines = axes.map(({ size, pads }) => paddedLine(size, pads[0], pads[1], layer.paddingMode));
  const starts = axes.map((axis) => {
    const found: number[] = [];
    for (let start = 0; start + span(axis) <= axis.pads[0] + axis.size + axis.pads[1]; start += axis.stride) {
      found.push(start);
    }
    return found;
  });
  const flipped = layer.op === "conv-flipped";
  const steps: NaiveTerm[][] = [];
  const sums: number[] = [];
  for (let out = 0; out < outChannels; out++) {
    const group = Math.floor(out / (outChannels / layer.groups));
    grid(starts, (corner) => {
      const terms: NaiveTerm[] = [];
      for (let slab = 0; slab < perGroup; slab++) {
        const channel = group * perGroup + slab;
        grid(
          axes.map(({ kernel }) => range(kernel)),
          (cell) => {
            const padded = cell.map((k, axis) => (corner[axis] ?? 0) + k * (axes[axis]?.dilation ?? 1));
            const read = padded.map((at, axis) => lines[axis]?.[at] ?? null);
            const source = read.includes(null) ? null : placed(channel, read as number[]);
            const own = flipped ? cell.map((k, axis) => (axes[axis]?.kernel ?? 1) - 1 - k) : cell;
            terms.push({
              place: placed(
                channel,
                padded.map((at, axis) => at - (axes[axis]?.pads[0] ?? 0)),
              ),
              source,
              kernel: placed(slab, cell),
              input: source ? numberAt(input, 0, source) : 0,
              weight: numberAt(layer.weight, out, placed(slab, own)),
            });
          },
        );
      }
      steps.push(terms);
      let sum = 0;
      for (const { input: x, weight } of terms) sum += x * weight;
      sums.push(sum + (layer.bias[out] ?? 0));
    });
  }
  return { size: starts.map((list) => list.length), steps, sums };
}

/** Stamps on a sheet without edges, which is then cut to the output. */
function stampAll({ input, layers: [layer] }: ConvDocument): NaiveLayer {
  const [inChannels = 1, perGroup = 1] = layer.weight.shape;
  const axes = three(axesOf(input.shape, layer));
  const extra = [...new Array<number>(3 - layer.outputPadding.length).fill(0), ...layer.outputPadding];
  const size = axes.map(
    (axis, at) => (axis.size - 1) * axis.stride + span(axis) + (extra[at] ?? 0) - axis.pads[0] - axis.pads[1],
  );
  const outChannels = perGroup * layer.groups;
  const cells = size.reduce((all, side) => all * side, 1);
  const sums = range(outChannels * cells).map((at) => layer.bias[Math.floor(at / cells)] ?? 0);
  const steps: NaiveTerm[][] = [];
  for (let channel = 0; channel < inChannels; channel++) {
    const group = Math.floor(channel / (inChannels / layer.groups));
    grid(
      axes.map((axis) => range(axis.size)),
      (cell) => {
        const x = numberAt(input, 0, placed(channel, cell));
        const terms: NaiveTerm[] = [];
        for (let slab = 0; slab < perGroup; slab++) {
          const out = group * perGroup + slab;
          grid(
            axes.map(({ kernel }) => range(kernel)),
            (k) => {
              const at = axes.map(
                ({ stride, dilation, pads }, axis) =>
                  (cell[axis] ?? 0) * stride + (k[axis] ?? 0) * dilation - pads[0],
              );
              const inside = at.every((index, axis) => index >= 0 && index < (size[axis] ?? 0));
              const weight = numberAt(layer.weight, channel, placed(slab, k));
              terms.push({
                place: placed(out, at),
                source: inside ? placed(out, at) : null,
                kernel: placed(slab, k),
                input: x,
                weight,
              });
              if (inside) {
                const index = at.reduce((before, value, axis) => before * (size[axis] ?? 1) + value, out);
                sums[index] = (sums[index] ?? 0) + x * weight;
              }
            },
          );
        }
        steps.push(terms);
      },
    );
  }
  return { size, steps, sums };
}

function pool({ input, layers: [layer] }: ConvDocument): NaiveLayer {
  const axes = three(axesOf(input.shape, layer));
  const starts = axes.map((axis) => {
    const { size, pads, stride } = axis;
    const overhang = layer.ceilMode ? stride - 1 : 0;
    const found: number[] = [];
    for (let start = 0; start + span(axis) <= pads[0] + size + pads[1] + overhang; start += stride) {
      // A window that overhangs counts only if it starts inside the input or the padding before it.
      if (!layer.ceilMode || start < pads[0] + size) found.push(start - pads[0]);
    }
    return found;
  });
  const steps: NaiveTerm[][] = [];
  const sums: number[] = [];
  for (let channel = 0; channel < (input.shape[1] ?? 1); channel++) {
    grid(starts, (corner) => {
      const terms: NaiveTerm[] = [];
      let counted = 0;
      grid(
        axes.map(({ kernel }) => range(kernel)),
        (k) => {
          const at = k.map((cell, axis) => (corner[axis] ?? 0) + cell * (axes[axis]?.dilation ?? 1));
          const inside = at.every((index, axis) => index >= 0 && index < (axes[axis]?.size ?? 0));
          const padded = at.every(
            (index, axis) => index < (axes[axis]?.size ?? 0) + (axes[axis]?.pads[1] ?? 0),
          );
          if (inside || (layer.countIncludePad && padded)) counted++;
          const source = inside ? placed(channel, at) : null;
          terms.push({
            place: placed(channel, at),
            source,
            kernel: placed(0, k),
            input: source ? numberAt(input, 0, source) : 0,
            weight: 1,
          });
        },
      );
      steps.push(terms);
      const numbers = terms.filter(({ source }) => source).map(({ input: x }) => x);
      const total = numbers.reduce((sum, x) => sum + x, 0);
      sums.push(layer.op === "max-pool" ? Math.max(...numbers) : total / counted);
    });
  }
  return { size: starts.map((list) => list.length), steps, sums };
}

interface Axis {
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly pads: Pads;
}

function axesOf(shape: readonly number[], layer: ConvDocument["layers"][0]): readonly Axis[] {
  const { stride, dilation, weight } = layer;
  const padding = layer.padding as readonly Pads[];
  return stride.map((step, axis) => ({
    size: shape[axis + 2] ?? 1,
    kernel: weight.shape[axis + 2] ?? 1,
    stride: step,
    dilation: dilation[axis] ?? 1,
    pads: padding[axis] ?? [0, 0],
  }));
}

/** Axes that are not there are one cell long. */
function three(axes: readonly Axis[]): readonly Axis[] {
  const unit: Axis = { size: 1, kernel: 1, stride: 1, dilation: 1, pads: [0, 0] };
  return [...new Array<Axis>(3 - axes.length).fill(unit), ...axes];
}

function span({ kernel, dilation }: Axis): number {
  let cells = 1;
  for (let tap = 1; tap < kernel; tap++) cells += dilation;
  return cells;
}

/** Every combination of three lists, the last running fastest. */
function grid(lists: readonly (readonly number[])[], visit: (place: readonly number[]) => void): void {
  const [depths = [], rows = [], columns = []] = lists;
  for (const depth of depths)
    for (const row of rows) for (const column of columns) visit([depth, row, column]);
}

function placed(channel: number, [depth = 0, row = 0, column = 0]: readonly number[]): Place {
  return [channel, depth, row, column];
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

/** A number of a tensor of any number of axes, by its first index and a place in the rest. */
function numberAt(
  { shape, data }: { shape: readonly number[]; data: Float64Array },
  first: number,
  [channel, ...place]: Place,
): number {
  const sizes = shape.slice(2);
  let index = first * (shape[1] ?? 1) + channel;
  sizes.forEach((size, axis) => {
    index = index * size + (place[axis + 3 - sizes.length] ?? 0);
  });
  return data[index] ?? Number.NaN;
}
