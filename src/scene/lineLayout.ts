import type { ConvDocument } from "../model/document";
import { onThreeAxes } from "../trace/extent";
import { traceOf } from "../trace/trace";
import { type FigureParts, isFolded, type Part } from "./figureParts";
import { rightOf } from "./hit";
import { largest } from "./largest";
import type { Head, Layout, Sheet } from "./layout";
import {
  type Box,
  DIGITS_FROM,
  isNarrow,
  LARGE_MARGINS,
  MARGINS,
  type Margins,
  MIDDLE_DIGITS_FROM,
  MIN_CELL,
  marginsIn,
} from "./room";
import { outlinesBehind, peekOf } from "./sheetBlock";

/** What one axis says of where things stand over one another, in cells of the window's side. */
export interface LineAxis {
  readonly stride: number;
  readonly dilation: number;
  /** From the first padding cell to where the last window ends. */
  readonly first: number;
  readonly length: number;
  /** Where cell 0 of the other side begins: in the middle of the first window. */
  readonly start: number;
}

const SMALLEST_CHART = 64;
const LARGEST_CHART = 190;
/** More lines than this are not told apart. */
const MOST_LINES = 3;
/** Between the channels of a grid, in pixels. */
const ROW_GAP = 2;
const CHART_GAP = 10;
const BESIDE_GAP = 24;
const SUM_GAP = 4;
/** Names stand beside their grids where no link runs over them, if cells are hardly smaller for it. */
const ASIDE_FROM = 0.85;

/**
 * A figure of one axis: the chart, the input, kernel and products that glide under the window, and the output with each cell
 * under the middle of its window; null where not even the smallest cells fit.
 */
export function lineLayout(document: ConvDocument, parts: FigureParts, box: Box): Layout | null {
  const above = lineIn(document, parts, box, 0);
  if (isNarrow(box)) return above;
  const aside = lineIn(document, parts, box, namesWidth(parts, marginsIn(box)));
  const cellOf = (layout: Layout | null) => layout?.sheets[parts.windowSide][0]?.cell ?? 0;
  return aside && aside.glide > 0 && cellOf(aside) >= ASIDE_FROM * cellOf(above) ? aside : above;
}

/** The column for the grids' names, in pixels. */
function namesWidth({ shapeLetters }: FigureParts, { column, letter }: Margins): number {
  return Math.max(column, Math.ceil(Math.max(...Object.values(shapeLetters)) * letter) + 12);
}

/** @param names width of a column for the grids' names on the left, in pixels; 0 where they stand above the grids */
function lineIn(document: ConvDocument, parts: FigureParts, box: Box, names: number): Layout | null {
  const axis = lineAxisOf(document, parts);
  const free = isNarrow(box);
  const margins = free ? (box.large ? LARGE_MARGINS : MARGINS) : marginsIn(box);
  const room = box.width - names - 2 * margins.ruler - (parts.addsChannels ? 3 * margins.sumLine : 0);
  if (room < axis.length * MIN_CELL) return null;
  const height = free ? Number.POSITIVE_INFINITY : box.height;
  const cap = Math.min(box.large ? 110 : free ? 48 : 64, Math.floor(room / axis.length));
  const draw = (cell: number, chart: number) => lineWith(parts, axis, margins, { cell, chart, room, names });
  const drawsLines = !parts.words && linesOf(parts) && margins.label > 30;
  const wanted = drawsLines ? SMALLEST_CHART : 0;
  const cellWith = (chart: number) => largest(MIN_CELL, cap, (cell) => draw(cell, chart).height <= height);
  const withChart = cellWith(wanted);
  // A line without its numbers would be of little use.
  const keepsChart = withChart !== null && withChart >= Math.min(DIGITS_FROM, cap);
  const cell = keepsChart ? withChart : cellWith(0);
  if (cell === null) return null;
  if (wanted === 0 || !keepsChart) return draw(cell, 0);
  const rest = free ? LARGEST_CHART - 60 : height - draw(cell, 0).height - CHART_GAP;
  return draw(cell, Math.max(SMALLEST_CHART, Math.min(LARGEST_CHART, Math.floor(rest))));
}

/** Whether a document of one axis has few enough channels for lines. */
function linesOf({ input, output }: FigureParts): boolean {
  return input.channels.length <= MOST_LINES && output.channels.length <= MOST_LINES;
}

function lineAxisOf(document: ConvDocument, parts: FigureParts): LineAxis {
  const [, , { stride, dilation, kernelSize, padding }] = onThreeAxes(traceOf(document).axes, {
    kernelSize: 1,
    stride: 1,
    padding: [0, 0],
    dilation: 1,
  });
  const side = parts[parts.windowSide];
  const [before, after] = side.pads[2];
  const span = dilation * (kernelSize - 1) + 1;
  return {
    stride,
    dilation,
    first: -before,
    length: before + side.columns + after,
    start: -padding[0] + (span - 1) / 2,
  };
}

interface LineSizes {
  readonly cell: number;
  readonly chart: number;
  readonly room: number;
  readonly names: number;
}

function lineWith(parts: FigureParts, axis: LineAxis, margins: Margins, sizes: LineSizes): Layout {
  const { cell, chart, room, names } = sizes;
  const { ruler } = margins;
  const label = names > 0 ? 0 : margins.label;
  const left = names + ruler;
  /** Where cell 0 of the window's side begins. */
  const zero = left - axis.first * cell;
  const onInput = parts.windowSide === "input";
  const glides = cell >= DIGITS_FROM && !isFolded(parts);
  const sumsRoom = parts.addsChannels ? 3 * margins.sumLine : 0;
  const lineWidth = names + Math.ceil(Math.max(axis.length * cell, margins.column) + 2 * ruler + sumsRoom);
  const strip = (part: Part, y: number, size: number, x: number, pitch = size): readonly Sheet[] =>
    part.channels.map((channel, i) => ({
      grid: part.grid,
      channel,
      depth: 0,
      x,
      y: y + i * (size + ROW_GAP),
      cell: size,
      rows: 1,
      columns: part.columns,
      ...(pitch !== size && { pitch }),
    }));
  const depthOf = (part: Part, size: number) =>
    part.channels.length * (size + ROW_GAP) - ROW_GAP + peekOf(part);
  /** Between a grid and the next, whose names need their height beside it. */
  const stack = Math.max(
    margins.stack,
    label > 0
      ? 0
      : margins.label + 4 - Math.min(...[parts.input, parts.products].map((part) => depthOf(part, cell))),
  );
  /** @param above what stands between the name and the grid, where that is above it */
  const head = (part: Part, y: number, above = 0): Head =>
    names > 0
      ? { x: 0, y: y + (Math.max(depthOf(part, cell), margins.label) + margins.label) / 2, width: names }
      : { x: left, y: y - above, width: Math.max(margins.column, lineWidth - left - ruler) };
  const map = (part: Part, y: number) =>
    (part.grid === "input") === onInput
      ? strip(part, y, cell, zero)
      : strip(part, y, cell, zero + axis.start * cell, axis.stride * cell);

  const chartBox = chart > 0 ? { x: left, y: 0, width: axis.length * cell, height: chart } : null;
  const inputY = (chart > 0 ? chart + CHART_GAP : 0) + label + ruler;
  const captionY = inputY + depthOf(parts.input, cell);
  const middleY = captionY + parts.captionLines * margins.caption + stack + label;
  const middle = glides ? gliding() : standing();
  const named = (middle.products[0]?.y ?? 0) + margins.label;
  const sumsY = Math.max(middle.bottom, names > 0 ? named : 0) + SUM_GAP;
  const outputY = sumsY + parts.sumLines * margins.sumLine + (parts.sumLines ? 4 : 0) + stack + label + ruler;
  const products = middle.products[0];
  const inputSheets = map(parts.input, inputY);
  const outputSheets = map(parts.output, outputY);
  return {
    arrangement: "line",
    width: Math.max(lineWidth, middle.right),
    height: Math.ceil(outputY + depthOf(parts.output, cell)),
    margins,
    sheets: {
      input: inputSheets,
      kernel: middle.kernel,
      lens: middle.lens,
      products: middle.products,
      output: outputSheets,
    },
    glide: glides ? cell : 0,
    chart: chartBox,
    behind: [...inputSheets, ...outputSheets].flatMap((sheet) =>
      outlinesBehind(parts[sheet.grid as "input" | "output"], sheet.channel, {
        x: sheet.x,
        y: sheet.y,
        width: rightOf(sheet) - sheet.x,
        height: sheet.cell,
      }),
    ),
    padding: [],
    heads: {
      input: head(parts.input, inputY, ruler),
      ...middle.heads,
      output: head(parts.output, outputY, ruler),
    },
    caption: { x: left, y: captionY },
    sums: {
      x: names > 0 ? 0 : glides ? left : (products?.x ?? left),
      y: sumsY,
      width:
        names > 0
          ? names - 2 * ruler
          : Math.max((products?.columns ?? 1) * (products?.cell ?? 0), 5.6 * margins.sumLine),
    },
    channelSums: parts.addsChannels
      ? middle.products.map((sheet) => ({
          channel: sheet.channel,
          x: glides ? left + axis.length * cell + 8 : sheet.x + sheet.columns * sheet.cell + 8,
          y: sheet.y + sheet.cell / 2,
        }))
      : [],
  };

  /** Each under the cells that it meets, at the place of a window that begins on cell 0. */
  function gliding() {
    const pitch = axis.dilation * cell;
    const kernelHeight = parts.kernel ? depthOf(parts.kernel, cell) + stack + label : 0;
    const productsY = middleY + kernelHeight;
    return {
      kernel: parts.kernel ? strip(parts.kernel, middleY, cell, zero, pitch) : [],
      lens: [],
      products: strip(parts.products, productsY, cell, zero, pitch),
      bottom: productsY + depthOf(parts.products, cell),
      right: 0,
      heads: {
        kernel: parts.kernel && head(parts.kernel, middleY),
        lens: null,
        products: head(parts.products, productsY),
      },
    };
  }

  /** Cells of the line are too small for digits: kernel, window and products stand still and are larger. */
  function standing() {
    const grids = [parts.kernel && "kernel", parts.kernel && onInput && "lens", "products"].filter(
      Boolean,
    ) as readonly ("kernel" | "lens" | "products")[];
    const { columns } = parts.products;
    const slot = (room - (grids.length - 1) * BESIDE_GAP) / grids.length;
    const beside = columns * MIDDLE_DIGITS_FROM <= slot && slot >= Math.min(margins.column, 100);
    const size = Math.max(
      MIN_CELL,
      Math.min(Math.max(cell, 30), Math.floor((beside ? slot : room) / columns)),
    );
    const pitch = Math.min(slot, Math.max(columns * size, margins.column)) + BESIDE_GAP;
    const spots = grids.map((grid, i) => ({
      grid,
      x: beside ? left + i * pitch : left,
      y: beside ? middleY : middleY + i * (depthOf(parts.products, size) + stack + label),
    }));
    const of = (grid: (typeof grids)[number]) => {
      const spot = spots.find((candidate) => candidate.grid === grid);
      if (!spot) return { sheets: [], head: null };
      const part = grid === "kernel" && parts.kernel ? parts.kernel : parts.products;
      return {
        sheets: strip(part, spot.y, size, spot.x),
        head: { x: spot.x, y: spot.y, width: beside ? pitch - BESIDE_GAP / 2 : room + sumsRoom },
      };
    };
    const [kernel, lens, results] = [of("kernel"), of("lens"), of("products")];
    return {
      kernel: kernel.sheets,
      lens: lens.sheets,
      products: results.sheets,
      bottom: (spots.at(-1)?.y ?? middleY) + depthOf(parts.products, size),
      right: Math.ceil((spots.at(-1)?.x ?? left) + Math.max(pitch - BESIDE_GAP, columns * size + sumsRoom)),
      heads: { kernel: kernel.head, lens: lens.head, products: results.head },
    };
  }
}
