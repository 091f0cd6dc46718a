import type { GridCell } from "./highlight";
import { type Box, DIGITS_FROM, type Place, WIDE_FROM } from "./layout";
import { blockOf, EDGE, largestIn, marginsFor, type Sizes } from "./learnBlock";

/** The grids of Learn. The bias stands under the kernel it belongs to; hidden and mixing only where there are two layers. */
export type LearnGrid =
  | "input"
  | "kernel"
  | "bias"
  | "hidden"
  | "mixing"
  | "mixingBias"
  | "prediction"
  | "target"
  | "targetKernel"
  | "error";

/** Rows and columns of a grid. */
export type Cells = readonly [rows: number, columns: number];

/** How many cells the grids have, and which of them there are. */
export interface LearnShape {
  readonly input: Cells;
  /** The input with its ring of padding. */
  readonly padded: Cells;
  /** Padding above and to the left. */
  readonly before: Cells;
  readonly kernel: Cells;
  readonly output: Cells;
  /** Kernels of the first layer; 0 where it is the only one. */
  readonly hidden: number;
  readonly bias: boolean;
  /** Whether the kernel slides turned by 180°, which a line under it says. */
  readonly turned: boolean;
  /** Whether the kernel that made the target is shown. */
  readonly targetKernel: boolean;
}

/** Room for words and small numbers around the grids, in pixels. */
export interface LearnMargins {
  /** A grid's name above it. */
  readonly label: number;
  /** Its index rulers; 0 where there is no room for them. */
  readonly ruler: number;
  /** The line under the kernel. */
  readonly caption: number;
  /** A grid narrower than its name still needs this much room. */
  readonly column: number;
  /** Whether that is enough for the shape beside the name. */
  readonly shapes: boolean;
  /** Whether it is enough for the lines under the kernel. */
  readonly captions: boolean;
}

export interface LearnLayout {
  /** Beside one another, two and two, or one below the other. */
  readonly arrangement: "wide" | "pairs" | "stack";
  readonly width: number;
  readonly height: number;
  readonly margins: LearnMargins;
  readonly places: Readonly<Partial<Record<LearnGrid, Place>>>;
}

const ROW_GAP = 16;
const COLUMN_GAP = 28;
const PAIR_GAP = 12;
const MIN_CELL = 2;
/** Rulers give way to digits where cells are smaller, in pixels. */
const RULED_FROM = 24;
const RULED_FROM_IN_A_ROOM = 64;
/** From this many pixels on, a kernel's cell has room for its gradient under the weight, and at least for its arrow. */
export const GRADIENTS_FROM = 36;
export const ARROWS_FROM = 26;

/** The largest cells with which the grids fit the box; where all can't be large, the kernel's digits go first. */
export function learnLayoutOf(shape: LearnShape, box: Box): LearnLayout {
  return box.width < WIDE_FROM ? tall(shape, box) : wide(shape, box);
}

/** The cell at a point of the figure; null between grids. */
export function learnCellAt({ places }: LearnLayout, x: number, y: number): GridCell<LearnGrid> | null {
  for (const [grid, place] of Object.entries(places)) {
    const column = Math.floor((x - place.x) / place.cell);
    const row = Math.floor((y - place.y) / place.cell);
    const inside = row >= 0 && row < place.rows && column >= 0 && column < place.columns;
    if (inside) return { grid: grid as LearnGrid, row, column };
  }
  return null;
}

type Range = readonly [from: number, to: number];

/** The layout with the largest cells, and for these the largest kernel, that fits; null where none does. */
function search(
  layoutWith: (sizes: Sizes) => LearnLayout,
  fits: (layout: LearnLayout) => boolean,
  cells: Range,
  kernels: Range,
): LearnLayout | null {
  for (let cell = cells[0]; cell >= cells[1]; cell--) {
    if (!fits(layoutWith({ cell, kernel: kernels[1] }))) continue;
    for (let kernel = kernels[0]; kernel >= kernels[1]; kernel--) {
      const layout = layoutWith({ cell, kernel });
      if (fits(layout)) return layout;
    }
  }
  return null;
}

/** Grids in columns, two rows; a column whose grids are low has them in line with those beside it. */
function wide(shape: LearnShape, box: Box): LearnLayout {
  const most = largestIn(box);
  const columns = shape.hidden > 0 ? 4 : 3;
  const ruled = marginsFor(box, columns, COLUMN_GAP, true);
  const bare = marginsFor(box, columns, COLUMN_GAP, false);
  const find = (margins: LearnMargins, cells: Range, kernels: Range) =>
    search(
      (sizes) => wideWith(shape, box, margins, sizes),
      ({ width, height }) => width <= box.width - EDGE && height <= box.height - EDGE,
      cells,
      kernels,
    );
  const digits: Range = [most.cell, DIGITS_FROM];
  const large: Range = [most.cell, box.large ? RULED_FROM_IN_A_ROOM : RULED_FROM];
  const fills: Range = [DIGITS_FROM - 1, MIN_CELL];
  const gradients: Range = [most.kernel, GRADIENTS_FROM];
  const weights: Range = [GRADIENTS_FROM - 1, DIGITS_FROM];
  return (
    find(ruled, large, gradients) ??
    find(bare, digits, gradients) ??
    find(ruled, large, weights) ??
    find(bare, digits, weights) ??
    find(ruled, [fills[0], 6], gradients) ??
    find(bare, [fills[0], 4], weights) ??
    find(bare, fills, [weights[0], MIN_CELL]) ??
    wideWith(shape, box, bare, { cell: MIN_CELL, kernel: MIN_CELL })
  );
}

function wideWith(shape: LearnShape, box: Box, margins: LearnMargins, sizes: Sizes): LearnLayout {
  const columns: readonly (readonly LearnGrid[])[] = [
    ["input", "target"],
    shape.targetKernel ? ["kernel", "targetKernel"] : ["kernel"],
    ...(shape.hidden > 0 ? [["hidden", "mixing"] as const] : []),
    ["prediction", "error"],
  ];
  const blocks = columns.map((grids) => grids.map((grid) => blockOf(grid, shape, sizes, margins, box)));
  const rowOf = (maps: readonly number[], row: number) =>
    Math.max(...maps.map((column) => blocks[column]?.[row]?.height ?? 0));
  // The maps make the rows; what stands between them may be higher than a row.
  const secondRow = rowOf([0, blocks.length - 1], 0) + ROW_GAP;
  let [x, height] = [0, 0];
  let places: LearnLayout["places"] = {};
  for (const [upper, lower] of blocks) {
    if (!upper) continue;
    const y = Math.max(secondRow, upper.height + ROW_GAP);
    places = { ...places, ...upper.placesAt(x, 0), ...lower?.placesAt(x, y) };
    height = Math.max(height, lower ? y + lower.height : upper.height);
    x += Math.max(upper.width, lower?.width ?? 0) + COLUMN_GAP;
  }
  return { arrangement: "wide", width: x - COLUMN_GAP, height, margins, places };
}

/** Two and two where their digits stay legible, else one below the other; the height is what it takes. */
function tall(shape: LearnShape, box: Box): LearnLayout {
  const most = largestIn(box);
  const ruled = marginsFor(box, 2, PAIR_GAP, true);
  const bare = marginsFor(box, 2, PAIR_GAP, false);
  const find = (arrangement: "pairs" | "stack", margins: LearnMargins, cells: Range) =>
    search(
      (sizes) => rowsWith(arrangement, shape, box, margins, sizes),
      ({ width }) => width <= box.width - EDGE,
      cells,
      [most.kernel, MIN_CELL],
    );
  const digits: Range = [most.cell, DIGITS_FROM + 1];
  return (
    find("pairs", ruled, digits) ??
    find("pairs", bare, digits) ??
    find("stack", ruled, [Math.min(most.cell, 36), DIGITS_FROM]) ??
    find("pairs", bare, [DIGITS_FROM, 4]) ??
    find("stack", bare, [DIGITS_FROM, MIN_CELL]) ??
    rowsWith("stack", shape, box, bare, { cell: MIN_CELL, kernel: MIN_CELL })
  );
}

function rowsWith(
  arrangement: "pairs" | "stack",
  shape: LearnShape,
  box: Box,
  margins: LearnMargins,
  sizes: Sizes,
): LearnLayout {
  const rows = rowsOf(arrangement, shape).map((grids) =>
    grids.map((grid) => ({ grid, block: blockOf(grid, shape, sizes, margins, box) })),
  );
  // Maps stand under maps; the kernels stand close together.
  const second = Math.max(
    ...rows.map(([first, other]) => (first && other && !isKernel(other.grid) ? first.block.width : 0)),
  );
  let [y, width] = [0, 0];
  let places: LearnLayout["places"] = {};
  for (const row of rows) {
    let [x, height] = [0, 0];
    for (const { grid, block } of row) {
      places = { ...places, ...block.placesAt(x, y) };
      width = Math.max(width, x + block.width);
      height = Math.max(height, block.height);
      x = (isKernel(grid) ? block.width : second) + PAIR_GAP;
    }
    y += height + ROW_GAP;
  }
  return { arrangement, width, height: y - ROW_GAP, margins, places };
}

function isKernel(grid: LearnGrid): boolean {
  return grid === "kernel" || grid === "targetKernel" || grid === "mixing";
}

function rowsOf(arrangement: "pairs" | "stack", shape: LearnShape): readonly (readonly LearnGrid[])[] {
  const kernels: readonly LearnGrid[] = shape.targetKernel ? ["kernel", "targetKernel"] : ["kernel"];
  if (arrangement === "stack") {
    const between: readonly (readonly LearnGrid[])[] = shape.hidden > 0 ? [["hidden"], ["mixing"]] : [];
    return [["input"], kernels, ...between, ["prediction"], ["target"], ["error"]];
  }
  if (shape.hidden === 0) return [["input", "prediction"], kernels, ["target", "error"]];
  const made: readonly LearnGrid[] = shape.targetKernel ? ["target", "targetKernel"] : ["target"];
  return [["input", "hidden"], ["kernel", "mixing"], ["prediction", "error"], made];
}
