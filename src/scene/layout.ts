import type { ConvDocument } from "../model/document";
import { axesOf, inputSizeOf } from "../model/layer";
import type { ChannelView, DepthView } from "../model/settings";
import { traceOf } from "../trace/trace";
import type { PathMark, Rectangle, SceneGrid } from "./marks";
import { unreadOf } from "./unread";

/** Below this many pixels a cell's digits move to the lens, and the fills carry the picture. */
export const DIGITS_FROM = 20;
/** Kernel, lens and products keep theirs: they are where the digits move to. */
export const MIDDLE_DIGITS_FROM = 12;
/** Grids with a longer side are drawn as one path for each colour, not cell by cell. */
export const FOLDED_FROM = 33;

/** Room for words and small numbers around the grids, in pixels. */
export interface Margins {
  /** A grid's name and shape above it. */
  readonly label: number;
  /** Its index rulers. */
  readonly ruler: number;
  /** One line of the sum under the products. */
  readonly sumLine: number;
  /** A line of the caption under the input. */
  readonly caption: number;
  /** A grid narrower than its name still needs this much room. */
  readonly column: number;
  /** Between grids that stand on one another. */
  readonly stack: number;
}

const STACK_GAP = 18;

const MARGINS: Margins = { label: 42, ruler: 18, sumLine: 20, caption: 24, column: 116, stack: STACK_GAP };
/** For the last row of a room; the stylesheet enlarges the words alike. */
const LARGE_MARGINS: Margins = {
  label: 68,
  ruler: 30,
  sumLine: 36,
  caption: 38,
  column: 190,
  stack: STACK_GAP,
};
/** For a low or narrow box of its own height: names without shapes. */
const LOW_MARGINS: Margins = { label: 20, ruler: 16, sumLine: 18, caption: 18, column: 84, stack: 6 };
/** A box is low below this many pixels. */
const LOW = 250;

const MIN_CELL = 2;

/** The room that the figure has, in pixels; without a height it takes what it needs. */
export interface Box {
  readonly width: number;
  readonly height: number;
  /** A projector: cells grow until the room is full. */
  readonly large: boolean;
  /** Its height is given, so that even in a narrow one the grids stand side by side as long as they can. */
  readonly fixed?: boolean;
}

/** Where a grid's cells lie. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly rows: number;
  readonly columns: number;
}

/** Directions of a sheet that is seen from the side: what one cell to the right and one cell down add on the page, in cells. */
export interface Skew {
  readonly across: readonly [x: number, y: number];
  readonly down: readonly [x: number, y: number];
}

/** One plane of numbers: of one channel, and of a volume one slice. */
export interface Sheet extends Place {
  readonly grid: SceneGrid;
  /** Of kernel, lens and products counted among the channels that one step uses. */
  readonly channel: number;
  readonly depth: number;
  /** Of a sheet in perspective. */
  readonly skew?: Skew;
  /** Pixels from one column to the next where these stand apart: a dilated kernel under its strip, an output with stride. */
  readonly pitch?: number;
}

/** The sheets of each grid, channel by channel and slice by slice; a later one lies on an earlier one. */
export interface Sheets {
  readonly input: readonly Sheet[];
  /** Empty for pooling. */
  readonly kernel: readonly Sheet[];
  /** The window's input numbers, enlarged; empty where the input shows its own. */
  readonly lens: readonly Sheet[];
  readonly products: readonly Sheet[];
  readonly output: readonly Sheet[];
}

export interface Layout {
  readonly arrangement: "wide" | "tall" | "line";
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  readonly sheets: Sheets;
  /**
   * Of a line: pixels by which kernel and products glide for each cell that the window moves. They are placed for a window
   * that begins on cell 0 of its side. 0 where they stand still.
   */
  readonly glide: number;
  /** Room for the lines of input and output, of a line alone. */
  readonly chart: Rectangle | null;
  /** Outlines of the sheets that lie behind those on top. */
  readonly behind: readonly PathMark[];
  /** Where the first line of the sums begins: its upper left corner. */
  readonly sums: { readonly x: number; readonly y: number; readonly width: number };
  /** Where the sum of each products' channel stands: its left end, at half its height; empty for one channel. */
  readonly channelSums: readonly { readonly channel: number; readonly x: number; readonly y: number }[];
}

/** What of a document is on show, and how. */
export interface Shown {
  readonly channelView: ChannelView;
  /** The input's channel on top while channels are stacked. */
  readonly channel: number;
  /** The step whose channel is on show. */
  readonly step: number;
  readonly depthView: DepthView;
  /** Of sheets in perspective: their turn in degrees, and how far apart they stand, 1 = as far as they are tall. */
  readonly turn: number;
  readonly spread: number;
}

/** What a document shows before anything has been chosen. */
export const plain: Shown = {
  channelView: "auto",
  channel: 0,
  step: 0,
  depthView: "slices",
  turn: 35,
  spread: 0.6,
};

/** Sizes of the grids, in cells; `padded` is the input with its ring. */
interface Cells {
  readonly input: readonly [number, number];
  readonly padded: readonly [number, number];
  readonly before: readonly [number, number];
  readonly kernel: readonly [number, number];
  readonly output: readonly [number, number];
  readonly sumLines: number;
  /** Lines of the caption: one for rows and one for columns that no window reads. */
  readonly captionLines: number;
}

/** Narrower figures put the grids below one another. */
export const WIDE_FROM = 640;
/** Those whose height is given do so later. */
const FIXED_WIDE_FROM = 474;

/** Whether a box is too narrow for grids side by side. */
export function isNarrow({ width, height, fixed = false }: Omit<Box, "large">): boolean {
  return width < (fixed && width > height ? FIXED_WIDE_FROM : WIDE_FROM);
}

/** The largest cells with which the document's grids fit the box. */
export function layoutOf(document: ConvDocument, box: Box, _shown: Shown = plain): Layout {
  const cells = cellsOf(document);
  return isNarrow(box) ? tall(cells, box) : wide(cells, box);
}

/** Grids of one channel and one slice, where there is nothing behind. */
function withPlaces({ input, kernel, lens, products, output, ...rest }: Places): Layout {
  const { margins } = rest;
  const sheet = (grid: SceneGrid, place: Place): Sheet => ({ ...place, grid, channel: 0, depth: 0 });
  return {
    ...rest,
    sheets: {
      input: [sheet("input", input)],
      kernel: [sheet("kernel", kernel)],
      lens: lens ? [sheet("products", lens)] : [],
      products: [sheet("products", products)],
      output: [sheet("output", output)],
    },
    glide: 0,
    chart: null,
    behind: [],
    sums: {
      x: products.x,
      y: products.y + products.rows * products.cell + 4,
      width: Math.max(products.columns * products.cell, 5.6 * margins.sumLine),
    },
    channelSums: [],
  };
}

interface Places {
  readonly arrangement: "wide" | "tall";
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  readonly input: Place;
  readonly kernel: Place;
  readonly lens: Place | null;
  readonly products: Place;
  readonly output: Place;
}

/** Lines under the products: their sum, and where there is a bias or an activation, what these make of it. */
function sumLinesOf(document: ConvDocument): number {
  const { bias, activation } = document.layers[0];
  return 1 + (bias.some((value) => value !== 0) ? 2 : 0) + (activation === "relu" ? 1 : 0);
}

function cellsOf(document: ConvDocument): Cells {
  const [height = 0, width = 0] = inputSizeOf(document);
  const [rowAxis, columnAxis] = axesOf(document);
  const [top, bottom] = rowAxis?.padding ?? [0, 0];
  const [left, right] = columnAxis?.padding ?? [0, 0];
  const trace = traceOf(document);
  const unread = unreadOf(document);
  return {
    input: [height, width],
    padded: [height + top + bottom, width + left + right],
    before: [top, left],
    kernel: [trace.window.rows, trace.window.columns],
    output: [trace.output.rows, trace.output.columns],
    sumLines: sumLinesOf(document),
    captionLines: Math.sign(unread.rows) + Math.sign(unread.columns),
  };
}

function wide(cells: Cells, box: Box): Layout {
  const cap = box.large ? 132 : 64;
  for (let cell = cap; ; cell--) {
    const fit = wideWith(cells, box, cell);
    if ((fit.width <= box.width && fit.height <= box.height) || cell <= MIN_CELL) return withPlaces(fit);
  }
}

function wideWith(
  { input, padded, before, kernel, output, sumLines, captionLines }: Cells,
  box: Box,
  cell: number,
): Places {
  const isSmall = box.fixed && (box.height < LOW || box.width < WIDE_FROM);
  const margins = box.large ? LARGE_MARGINS : isSmall ? LOW_MARGINS : MARGINS;
  const { label, ruler } = margins;
  const gap = cell < 24 && !box.large ? 44 : 60;
  const inputWidth = Math.max(padded[1] * cell, margins.column);
  const outputWidth = Math.max(output[1] * cell, margins.column);
  const overheadOf = (grids: number) =>
    grids * label + (grids - 1) * margins.stack + sumLines * margins.sumLine + 8;
  // The kernel's share of the width, or where cells are at their smallest what the others leave.
  const share = cell > MIN_CELL ? box.width / 3 : box.width - inputWidth - outputWidth - 2 * (ruler + gap);
  const fitting = (grids: number) =>
    Math.floor(Math.min((box.height - overheadOf(grids)) / (grids * kernel[0]), share / kernel[1]));
  // A lens without digits would be of no use.
  const stacked = cell < DIGITS_FROM && fitting(3) >= MIDDLE_DIGITS_FROM ? 3 : 2;
  // A small kernel beside a large input keeps legible cells; a large one gives in before the input does.
  const middle = Math.max(MIN_CELL, Math.min(Math.max(cell, 30), fitting(stacked)));
  const middleWidth = Math.max(kernel[1] * middle, margins.column);
  const overhead = overheadOf(stacked);
  const middleHeight = overhead + stacked * kernel[0] * middle;
  const inputHeight = label + ruler + padded[0] * cell + captionLines * margins.caption;
  const outputHeight = label + ruler + output[0] * cell;
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
    input: {
      x: ruler + before[1] * cell,
      y: down(inputHeight) + label + ruler + before[0] * cell,
      cell,
      rows: input[0],
      columns: input[1],
    },
    kernel: stack(0),
    lens: stacked === 3 ? stack(1) : null,
    products: stack(stacked - 1),
    output: {
      x: outputX,
      y: down(outputHeight) + label + ruler,
      cell,
      rows: output[0],
      columns: output[1],
    },
  };
}

/** Input, then kernel and products side by side, then output; the height is what it takes. */
function tall({ input, padded, before, kernel, output, sumLines, captionLines }: Cells, box: Box): Layout {
  const margins = box.large ? LARGE_MARGINS : MARGINS;
  const { label, ruler } = margins;
  const room = box.width - ruler;
  const widest = Math.max(padded[1], output[1]);
  const cell = Math.max(MIN_CELL, Math.min(box.large ? 72 : 48, Math.floor(room / widest)));
  const hasLens = cell < DIGITS_FROM;
  const half = Math.floor((room - STACK_GAP) / 2);
  const middle = Math.max(MIDDLE_DIGITS_FROM, Math.min(Math.max(cell, 30), Math.floor(half / kernel[1])));
  const column = Math.max(kernel[1] * middle, Math.min(margins.column, half));
  const inputY = label + ruler;
  const middleY = inputY + padded[0] * cell + captionLines * margins.caption + STACK_GAP + label;
  const middleHeight = kernel[0] * middle;
  const productsY = hasLens ? middleY + middleHeight + STACK_GAP + label : middleY;
  const outputY = productsY + middleHeight + sumLines * margins.sumLine + 8 + STACK_GAP + label + ruler;
  const pair = 2 * column + STACK_GAP;
  // Two wide kernels need the room beside the rulers too, which they don't have.
  const first = Math.max(0, Math.min(ruler, box.width - pair));
  const left = { x: first, y: middleY, cell: middle, rows: kernel[0], columns: kernel[1] };
  const second = first + column + STACK_GAP;
  return withPlaces({
    arrangement: "tall",
    margins,
    width: Math.max(ruler + widest * cell, first + pair),
    height: outputY + output[0] * cell,
    input: {
      x: ruler + before[1] * cell,
      y: inputY + before[0] * cell,
      cell,
      rows: input[0],
      columns: input[1],
    },
    kernel: hasLens ? { ...left, x: second } : left,
    lens: hasLens ? left : null,
    products: hasLens ? { ...left, y: productsY } : { ...left, x: second },
    output: { x: ruler, y: outputY, cell, rows: output[0], columns: output[1] },
  });
}
