import type { FigureParts, Part } from "./figureParts";
import type { Head, Layout, Place, Sheet } from "./layout";
import type { SceneGrid } from "./marks";
import {
  type Box,
  DIGITS_FROM,
  isNarrow,
  type Margins,
  MIDDLE_DIGITS_FROM,
  MIN_CELL,
  marginsIn,
  STACK_GAP,
} from "./room";

/** Largest cells of a compact figure, in pixels. */
const COMPACT_CELL = 40;

/** Sizes of the grids, in cells; `padded` are input and output with their rings. */
interface Cells {
  readonly input: readonly [number, number];
  readonly paddedInput: readonly [number, number];
  readonly beforeInput: readonly [number, number];
  readonly output: readonly [number, number];
  readonly paddedOutput: readonly [number, number];
  readonly beforeOutput: readonly [number, number];
  readonly kernel: readonly [number, number];
  readonly hasKernel: boolean;
  /** Whether the window's numbers may need a place of their own. */
  readonly mayHaveLens: boolean;
  readonly sumLines: number;
  readonly captionLines: number;
}

/** The figure of one channel and one slice: a single sheet for each grid. */
export function plainLayout(parts: FigureParts, box: Box): Layout {
  const cells = cellsOf(parts);
  const arranged = box.compact ? compact : isNarrow(box) ? tall : wide;
  return withPlaces(arranged(cells, box), cells);
}

function cellsOf({
  input,
  kernel,
  products,
  output,
  windowSide,
  sumLines,
  captionLines,
}: FigureParts): Cells {
  const padded = ({ rows, columns, pads: [, [top, bottom], [left, right]] }: Part) =>
    [top + rows + bottom, left + columns + right] as const;
  const before = ({ pads: [, [top], [left]] }: Part) => [top, left] as const;
  return {
    input: [input.rows, input.columns],
    paddedInput: padded(input),
    beforeInput: before(input),
    output: [output.rows, output.columns],
    paddedOutput: padded(output),
    beforeOutput: before(output),
    kernel: [products.rows, products.columns],
    hasKernel: kernel !== null,
    mayHaveLens: kernel !== null && windowSide === "input",
    sumLines,
    captionLines,
  };
}

interface Places {
  readonly arrangement: "wide" | "tall";
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  readonly input: Place;
  readonly kernel: Place | null;
  readonly lens: Place | null;
  readonly products: Place;
  readonly output: Place;
}

function withPlaces({ input, kernel, lens, products, output, ...rest }: Places, cells: Cells): Layout {
  const { margins } = rest;
  const sheet = (grid: SceneGrid, place: Place | null): readonly Sheet[] =>
    place ? [{ ...place, grid, channel: 0, depth: 0 }] : [];
  const head = (place: Place): Head => ({ x: place.x, y: place.y, width: margins.column });
  const ringed = (place: Place, [top, left]: readonly [number, number]): Head => ({
    ...head(place),
    x: place.x - left * place.cell,
    y: place.y - top * place.cell - margins.ruler,
  });
  const [top, left] = cells.beforeInput;
  return {
    ...rest,
    sheets: {
      input: sheet("input", input),
      kernel: sheet("kernel", kernel),
      lens: sheet("products", lens),
      products: sheet("products", products),
      output: sheet("output", output),
    },
    glide: 0,
    chart: null,
    behind: [],
    padding: [],
    heads: {
      input: ringed(input, cells.beforeInput),
      kernel: kernel && head(kernel),
      lens: lens && head(lens),
      products: head(products),
      output: ringed(output, cells.beforeOutput),
    },
    caption: {
      x: input.x - left * input.cell,
      y: input.y + (cells.paddedInput[0] - top) * input.cell,
    },
    sums: {
      x: products.x,
      y: products.y + products.rows * products.cell + 4,
      width: Math.max(products.columns * products.cell, 5.6 * margins.sumLine),
    },
    channelSums: [],
  };
}

function wide(cells: Cells, box: Box): Places {
  const cap = box.large ? 132 : 64;
  for (let cell = cap; ; cell--) {
    const fit = wideWith(cells, box, cell);
    if ((fit.width <= box.width && fit.height <= box.height) || cell <= MIN_CELL) return fit;
  }
}

/** Side by side while digits can be read, else below one another with the largest cells that keep to the height. */
function compact(cells: Cells, box: Box): Places {
  const fits = ({ width, height }: Places) => width <= box.width && height <= box.height;
  for (let cell = COMPACT_CELL; cell >= DIGITS_FROM; cell--) {
    const beside = wideWith(cells, box, cell);
    if (fits(beside)) return beside;
  }
  for (let cap = COMPACT_CELL; ; cap--) {
    const below = tall(cells, box, cap);
    if (cap <= DIGITS_FROM || fits(below)) return below;
  }
}

function wideWith(cells: Cells, box: Box, cell: number): Places {
  const { paddedInput, paddedOutput, kernel, hasKernel, mayHaveLens, sumLines, captionLines } = cells;
  const margins = marginsIn(box);
  const { label, ruler } = margins;
  const gap = box.compact ? 22 : cell < 24 && !box.large ? 44 : 60;
  const inputWidth = Math.max(paddedInput[1] * cell, margins.column);
  const outputWidth = Math.max(paddedOutput[1] * cell, margins.column);
  const overheadOf = (grids: number) =>
    grids * label + (grids - 1) * margins.stack + sumLines * margins.sumLine + 8;
  // The kernel's share of the width, or where cells are at their smallest what the others leave.
  const share = cell > MIN_CELL ? box.width / 3 : box.width - inputWidth - outputWidth - 2 * (ruler + gap);
  const fitting = (grids: number) =>
    Math.floor(Math.min((box.height - overheadOf(grids)) / (grids * kernel[0]), share / kernel[1]));
  // A lens without digits would be of no use.
  const hasLens = mayHaveLens && cell < DIGITS_FROM && fitting(3) >= MIDDLE_DIGITS_FROM;
  const stacked = hasLens ? 3 : hasKernel ? 2 : 1;
  // A small kernel beside a large input keeps legible cells; a large one gives in before the input does.
  const middle = Math.max(MIN_CELL, Math.min(Math.max(cell, 30), fitting(stacked)));
  const middleWidth = Math.max(kernel[1] * middle, margins.column);
  const overhead = overheadOf(stacked);
  const middleHeight = overhead + stacked * kernel[0] * middle;
  const inputHeight = label + ruler + paddedInput[0] * cell + captionLines * margins.caption;
  const outputHeight = label + ruler + paddedOutput[0] * cell;
  const height = Math.max(inputHeight, outputHeight, middleHeight);
  const middleX = ruler + inputWidth + gap;
  const outputX = middleX + middleWidth + gap + ruler;
  const down = (room: number) => Math.round((height - room) / 2);
  const stack = (index: number): Place => ({
    x: middleX,
    y: down(middleHeight) + label + index * (kernel[0] * middle + margins.stack + label),
    cell: middle,
    rows: kernel[0],
    columns: kernel[1],
  });
  return {
    arrangement: "wide",
    width: outputX + outputWidth,
    height,
    margins,
    input: inputAt(cells, ruler, down(inputHeight) + label + ruler, cell),
    kernel: hasKernel ? stack(0) : null,
    lens: hasLens ? stack(1) : null,
    products: stack(stacked - 1),
    output: outputAt(cells, outputX, down(outputHeight) + label + ruler, cell),
  };
}

/** Input, then kernel and products side by side, then output; the height is what it takes. */
function tall(cells: Cells, box: Box, cap = box.large ? 72 : 48): Places {
  const { paddedInput, paddedOutput, kernel, hasKernel, mayHaveLens, sumLines, captionLines } = cells;
  const margins = marginsIn({ ...box, fixed: false });
  const { label, ruler } = margins;
  const room = box.width - ruler;
  const widest = Math.max(paddedInput[1], paddedOutput[1]);
  const cell = Math.max(MIN_CELL, Math.min(cap, Math.floor(room / widest)));
  const hasLens = mayHaveLens && cell < DIGITS_FROM;
  const half = Math.floor((room - STACK_GAP) / 2);
  const middle = Math.max(
    MIDDLE_DIGITS_FROM,
    Math.min(Math.max(cell, box.compact ? 24 : 30), Math.floor(half / kernel[1])),
  );
  const column = Math.max(kernel[1] * middle, Math.min(margins.column, half));
  const inputY = label + ruler;
  const middleY = inputY + paddedInput[0] * cell + captionLines * margins.caption + STACK_GAP + label;
  const middleHeight = kernel[0] * middle;
  const productsY = hasLens ? middleY + middleHeight + STACK_GAP + label : middleY;
  const outputY = productsY + middleHeight + sumLines * margins.sumLine + 8 + STACK_GAP + label + ruler;
  const pair = 2 * column + STACK_GAP;
  // Two wide kernels need the room beside the rulers too, which they don't have.
  const first = Math.max(0, Math.min(ruler, box.width - pair));
  const left = { x: first, y: middleY, cell: middle, rows: kernel[0], columns: kernel[1] };
  const second = first + column + STACK_GAP;
  return {
    arrangement: "tall",
    margins,
    width: Math.max(ruler + widest * cell, first + pair),
    height: outputY + paddedOutput[0] * cell,
    input: inputAt(cells, ruler, inputY, cell),
    kernel: hasKernel ? (hasLens ? { ...left, x: second } : left) : null,
    lens: hasLens ? left : null,
    products: hasLens ? { ...left, y: productsY } : hasKernel ? { ...left, x: second } : left,
    output: outputAt(cells, ruler, outputY, cell),
  };
}

/** @param x of the ring's first cell */
function inputAt({ input, beforeInput: [top, left] }: Cells, x: number, y: number, cell: number): Place {
  return { x: x + left * cell, y: y + top * cell, cell, rows: input[0], columns: input[1] };
}

function outputAt({ output, beforeOutput: [top, left] }: Cells, x: number, y: number, cell: number): Place {
  return { x: x + left * cell, y: y + top * cell, cell, rows: output[0], columns: output[1] };
}
