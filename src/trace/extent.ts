import type { ConvDocument } from "../model/document";
import { resolvedLayerOf } from "../model/layer";

/** How far a tensor goes along channels and space; an axis that it does not have is 1 long. */
export interface Extent {
  readonly channels: number;
  readonly depth: number;
  readonly rows: number;
  readonly columns: number;
}

/** A cell of a tensor, counted from 0. */
export interface Cell {
  readonly channel: number;
  readonly depth: number;
  readonly row: number;
  readonly column: number;
}

/** A list with one entry per spatial axis, filled up in front to three: depth, rows, columns. */
export function onThreeAxes<Value>(list: readonly Value[], unit: Value): readonly [Value, Value, Value] {
  const [last = unit, middle = unit, first = unit] = list.toReversed();
  return [first, middle, last];
}

export function inputExtent(document: ConvDocument): Extent {
  const { inChannels, inputSize } = resolvedLayerOf(document);
  return extent(inChannels, inputSize);
}

export function extent(channels: number, sizes: readonly number[]): Extent {
  const [depth, rows, columns] = onThreeAxes(sizes, 1);
  return { channels, depth, rows, columns };
}

export function cellsIn({ channels, depth, rows, columns }: Extent): number {
  return channels * depth * rows * columns;
}

/** A cell's place in scan order: channel, depth, row, column. */
export function indexIn({ depth, rows, columns }: Extent, cell: Cell): number {
  return ((cell.channel * depth + cell.depth) * rows + cell.row) * columns + cell.column;
}

/** The cell at a place in scan order. */
export function cellIn({ depth, rows, columns }: Extent, index: number): Cell {
  const sheet = Math.floor(index / (rows * columns));
  return {
    channel: Math.floor(sheet / depth),
    depth: sheet % depth,
    row: Math.floor(index / columns) % rows,
    column: index % columns,
  };
}
