import { type Box, MIDDLE_DIGITS_FROM, type Place } from "./layout";
import type { Cells, LearnGrid, LearnMargins, LearnShape } from "./learnLayout";

const MARGINS: LearnMargins = {
  label: 24,
  ruler: 16,
  caption: 20,
  column: 150,
  shapes: true,
  captions: true,
};
/** For the last row of a room; the stylesheet enlarges the words alike. */
const LARGE_MARGINS: LearnMargins = {
  label: 42,
  ruler: 30,
  caption: 34,
  column: 250,
  shapes: true,
  captions: true,
};

const LARGEST = { cell: 52, kernel: 76, targetKernel: 44, bias: 56 };
const LARGEST_IN_A_ROOM = { cell: 110, kernel: 130, targetKernel: 90, bias: 110 };

const BIAS_GAP = 8;
/** What frames around outer cells need, on both sides together. */
export const EDGE = 4;

/** Sizes of cells in pixels: of the maps, and of the kernels, which are larger. */
export interface Sizes {
  readonly cell: number;
  readonly kernel: number;
}

/** The largest sizes of cells in a room of this kind. */
export function largestIn({ large }: Box) {
  return large ? LARGEST_IN_A_ROOM : LARGEST;
}

/** One grid with its words: where it stands follows from the place of its corner. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly placesAt: (x: number, y: number) => Readonly<Partial<Record<LearnGrid, Place>>>;
}

/** A grid of this shape with cells of these sizes. */
export function blockOf(
  grid: LearnGrid,
  shape: LearnShape,
  sizes: Sizes,
  margins: LearnMargins,
  box: Box,
): Block {
  const { label, ruler, caption, column } = margins;
  const ownBias = grid === "kernel" ? "bias" : grid === "mixing" ? "mixingBias" : null;
  const [rows, columns] = cellsOf(grid, shape);
  const [allRows, allColumns] = grid === "input" ? shape.padded : [rows, columns];
  const [above, left] = grid === "input" ? shape.before : [0, 0];
  const cell = cellSize(grid, sizes, box);
  const biasCell = cellSize("bias", sizes, box);
  const biasHeight = ownBias && shape.bias ? BIAS_GAP + lineEnd(biasCell, margins) : 0;
  return {
    width: ruler + Math.max(allColumns * cell, column),
    height:
      label +
      ruler +
      allRows * cell +
      biasHeight +
      (ownBias ? caption : 0) +
      (grid === "kernel" && shape.turned ? caption : 0),
    placesAt: (x, y) => {
      const place = { x: x + ruler + left * cell, y: y + label + ruler + above * cell, cell, rows, columns };
      if (!ownBias || !shape.bias) return { [grid]: place };
      return {
        [grid]: place,
        [ownBias]: { ...place, y: place.y + rows * cell + BIAS_GAP, cell: biasCell, rows: 1, columns: 1 },
      };
    },
  };
}

/** From the top of a cell to the end of what is written beside its middle. */
export function lineEnd(cell: number, { caption }: LearnMargins): number {
  return Math.max(cell, (cell + caption) / 2);
}

function cellsOf(grid: LearnGrid, { input, kernel, output, hidden }: LearnShape): Cells {
  switch (grid) {
    case "input":
      return input;
    case "kernel":
    case "targetKernel":
      return kernel;
    case "mixing":
      return [1, hidden];
    case "bias":
    case "mixingBias":
      return [1, 1];
    default:
      return output;
  }
}

function cellSize(grid: LearnGrid, { cell, kernel }: Sizes, box: Box): number {
  const most = largestIn(box);
  if (grid === "targetKernel")
    return Math.min(most.targetKernel, Math.max(MIDDLE_DIGITS_FROM, Math.ceil(kernel * 0.6)));
  if (grid === "mixing" || grid === "bias") return Math.min(kernel, most.bias);
  return grid === "kernel" ? kernel : cell;
}

/** Names that stand side by side have equal parts of the room, if they need it. */
export function marginsFor(box: Box, columns: number, gap: number, ruled: boolean): LearnMargins {
  const margins = box.large ? LARGE_MARGINS : MARGINS;
  const ruler = ruled ? margins.ruler : 0;
  const part = Math.floor((box.width - EDGE - (columns - 1) * gap) / columns) - ruler;
  return {
    ...margins,
    ruler,
    column: Math.min(margins.column, part),
    shapes: part >= margins.column,
    captions: part >= 0.88 * margins.column,
  };
}
