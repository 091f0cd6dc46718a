import { cellCount } from "../core/tensor";
import type { Place } from "./layout";

/** The room that a stack's maps have; without a height they take what they need. */
export interface StackBox {
  readonly width: number;
  readonly height: number;
  /** For the last row of a room. */
  readonly large: boolean;
}

export interface StackLayout {
  readonly width: number;
  readonly height: number;
  /** Where each map's cells lie; map 0 is the input. */
  readonly places: readonly Place[];
  /** Where the effective weights lie, cell for cell like the input beside them; null where they aren't shown. */
  readonly weights: Place | null;
  /** Whether every map is a strip of numbers; then all names begin at one edge. */
  readonly strips: boolean;
  readonly margins: StackMargins;
}

export interface StackMargins {
  /** A map's name and shape above it, in pixels. */
  readonly label: number;
  /** What its words need at least. */
  readonly column: number;
  readonly gap: number;
  /** Side of the mark of a centre. */
  readonly wedge: number;
}

const MARGINS: StackMargins = { label: 42, column: 132, gap: 20, wedge: 8 };
const LARGE_MARGINS: StackMargins = { label: 68, column: 210, gap: 28, wedge: 16 };
/** For frames around outer cells. */
const EDGE = 4;
const LARGEST = 44;
const LARGEST_IN_A_ROOM = 96;
const SMALLEST = 5;

/** Rows and columns of a map as it is drawn: the slices of a volume stand under one another, a row is a strip. */
export function rowsAndColumns(size: readonly number[]): readonly [rows: number, columns: number] {
  return [cellCount(size.slice(0, -1)), size.at(-1) ?? 1];
}

/** The row and the column of a cell. */
export function placeOnMap(cell: readonly number[], size: readonly number[]): readonly [number, number] {
  const row = cell.slice(0, -1).reduce((rows, index, axis) => rows * (size[axis] ?? 1) + index, 0);
  return [row, cell.at(-1) ?? 0];
}

/** The cell at a row and a column: `placeOnMap` the other way. */
export function cellOnMap(row: number, column: number, size: readonly number[]): readonly number[] {
  const cell = [column];
  let rest = row;
  for (const length of size.slice(0, -1).toReversed()) {
    cell.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return cell;
}

/**
 * The maps from left to right, line after line, in the largest cells with which they all have room; strips of numbers one
 * under the other, with their middles on one line, so that a half step of an even kernel is seen as one.
 *
 * @param sizes of the maps, spatial axes alone
 * @param weighted whether the effective weights stand beside the input, in its size
 * @param words what is written above each map needs, in pixels at the usual size
 */
export function stackLayoutOf(
  sizes: readonly (readonly number[])[],
  box: StackBox,
  weighted = false,
  words: readonly number[] = [],
): StackLayout {
  const blocks = sizes.map((size, at): Block => ({ size, words: words[at] ?? 0 }));
  const [input] = sizes;
  if (!weighted || !input) return { ...blocksOf(blocks, box), weights: null };
  const { places, ...layout } = blocksOf(blocks.toSpliced(1, 0, { size: input, words: 0 }), box);
  return { ...layout, places: places.toSpliced(1, 1), weights: places[1] ?? null };
}

/** The x at which a map's name begins. */
export function labelStart({ strips }: StackLayout, { x }: Place): number {
  return strips ? EDGE : x;
}

/** A map with what is written above it. */
interface Block {
  readonly size: readonly number[];
  readonly words: number;
}

type Blocks = Omit<StackLayout, "weights">;

function blocksOf(blocks: readonly Block[], box: StackBox): Blocks {
  const most = box.large ? LARGEST_IN_A_ROOM : LARGEST;
  const widest = Math.max(...blocks.map(({ size }) => rowsAndColumns(size)[1]));
  const wide = Math.max(SMALLEST, Math.floor((box.width - 2 * EDGE) / widest));
  let cell = Math.min(most, wide);
  let layout = flowed(blocks, box, cell);
  while (box.height > 0 && layout.height > box.height && cell > SMALLEST) {
    cell--;
    layout = flowed(blocks, box, cell);
  }
  const made = evened(blocks, box, cell, layout);
  if (!made.strips) return made;
  const middle = (place: Place) => (made.width - place.columns * place.cell) / 2;
  return { ...made, places: made.places.map((place) => ({ ...place, x: middle(place) })) };
}

/** The same maps in as many lines, with as many in each as may be: two and two rather than three and one. */
function evened(blocks: readonly Block[], box: StackBox, cell: number, layout: Blocks): Blocks {
  const lines = new Set(layout.places.map(({ y }) => y)).size;
  const even = flowed(blocks, box, cell, Math.ceil(blocks.length / lines));
  return even.height <= layout.height ? even : layout;
}

/** The map and the cell under a point. */
export function mapCellAt({ places }: StackLayout, x: number, y: number) {
  for (const [map, { x: left, y: top, cell, rows, columns }] of places.entries()) {
    const [row, column] = [Math.floor((y - top) / cell), Math.floor((x - left) / cell)];
    if (row >= 0 && row < rows && column >= 0 && column < columns) return { map, row, column };
  }
  return null;
}

/** How far from an edge a pointer still takes hold of it, in pixels. */
const REACH = 6;

/**
 * The edge of the input at a point, by which it is resized.
 *
 * @param flat whether it is a plane, which has a lower edge to take hold of
 */
export function mapEdgeAt(
  { places: [place] }: StackLayout,
  x: number,
  y: number,
  flat: boolean,
): "right" | "bottom" | "corner" | null {
  if (!place) return null;
  const [right, bottom] = [place.x + place.columns * place.cell, place.y + place.rows * place.cell];
  const onRight = Math.abs(x - right) <= REACH && y > place.y && y < bottom + REACH;
  const onBottom = flat && Math.abs(y - bottom) <= REACH && x > place.x && x < right + REACH;
  if (onRight) return onBottom ? "corner" : "right";
  return onBottom ? "bottom" : null;
}

/** @param most maps in a line */
function flowed(blocks: readonly Block[], box: StackBox, cell: number, most = blocks.length): Blocks {
  const margins = box.large ? LARGE_MARGINS : MARGINS;
  const strips = blocks.every(({ size }) => rowsAndColumns(size)[0] === 1);
  const scale = margins.column / MARGINS.column;
  const places: Place[] = [];
  let [x, y, lineHeight, width] = [EDGE, 0, 0, 0];
  for (const [at, { size, words }] of blocks.entries()) {
    const [rows, columns] = rowsAndColumns(size);
    const blockWidth = Math.max(
      columns * cell,
      Math.min(Math.max(margins.column, words * scale), box.width - 2 * EDGE),
    );
    if (places.length > 0 && (strips || at % most === 0 || x + blockWidth + EDGE > box.width)) {
      y += lineHeight + (strips ? 0 : margins.gap);
      x = EDGE;
      lineHeight = 0;
    }
    places.push({ x, y: y + margins.label, cell, rows, columns });
    x += blockWidth + margins.gap;
    width = Math.max(width, x - margins.gap + EDGE);
    lineHeight = Math.max(lineHeight, margins.label + rows * cell + (strips ? margins.wedge + EDGE : EDGE));
  }
  return { width, height: y + lineHeight, places, strips, margins };
}
