import type { FigureParts, Part } from "./figureParts";
import { rightOf } from "./hit";
import type { Head, Layout } from "./layout";
import { gliding, heightOf, standing, strip } from "./lineMiddle";
import type { Margins } from "./room";
import { outlinesBehind } from "./sheetBlock";

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

/** Sizes of a line's figure, in pixels. */
export interface LineChoice {
  readonly cell: number;
  /** Height of the chart; 0 for none. */
  readonly chart: number;
  /** For cells, without names and sums. */
  readonly room: number;
  /** Width of the names' column on the left; 0 where names stand above the grids. */
  readonly names: number;
  /** Whether kernel and products glide under the window. */
  readonly glides: boolean;
}

export const CHART_GAP = 10;
const SUM_GAP = 4;

/** The figure with cells of one size, as high as it gets. */
export function lineSheets(parts: FigureParts, axis: LineAxis, margins: Margins, choice: LineChoice): Layout {
  const { cell, chart, names, glides } = choice;
  const { ruler } = margins;
  const aside = names > 0;
  const label = aside ? 0 : margins.label;
  const left = names + ruler;
  /** Where cell 0 of the window's side begins. */
  const zero = left - axis.first * cell;
  const sumsRoom = parts.addsChannels ? 3 * margins.sumLine : 0;
  const lineWidth = names + Math.ceil(Math.max(axis.length * cell, margins.column) + 2 * ruler + sumsRoom);
  const lowest = Math.min(...[parts.input, parts.products].map((part) => heightOf(part, cell)));
  /** Between a grid and the next, whose names need their height beside it. */
  const stack = Math.max(margins.stack, aside ? margins.label + 4 - lowest : 0);
  /** @param above what stands between the name and the grid, where that is above it */
  const head = (part: Part, y: number, above = 0): Head =>
    aside
      ? { x: 0, y: y + (Math.max(heightOf(part, cell), margins.label) + margins.label) / 2, width: names }
      : { x: left, y: y - above, width: Math.max(margins.column, lineWidth - left - ruler) };
  const map = (part: Part, y: number) =>
    part.grid === parts.windowSide
      ? strip(part, y, cell, zero)
      : strip(part, y, cell, zero + axis.start * cell, axis.stride * cell);

  const inputY = (chart > 0 ? chart + CHART_GAP : 0) + label + ruler;
  const captionY = inputY + heightOf(parts.input, cell);
  const middleY = captionY + parts.captionLines * margins.caption + stack + (glides ? label : margins.label);
  const middle = glides
    ? gliding(parts, { y: middleY, cell, zero, pitch: axis.dilation * cell, between: stack + label, head })
    : standing(parts, { y: middleY, x: left, cell, room: choice.room, sumsRoom, margins });
  const [products] = middle.products;
  const named = aside && glides ? (products?.y ?? 0) + margins.label : 0;
  const sumsY = Math.max(middle.bottom, named) + SUM_GAP;
  const outputY = sumsY + parts.sumLines * margins.sumLine + (parts.sumLines ? 4 : 0) + stack + label + ruler;
  const sums = { x: glides ? (aside ? 0 : left) : (products?.x ?? left), y: sumsY };
  const input = map(parts.input, inputY);
  const output = map(parts.output, outputY);
  return {
    arrangement: "line",
    width: Math.max(lineWidth, middle.right),
    height: Math.ceil(outputY + heightOf(parts.output, cell)),
    margins,
    sheets: { input, kernel: middle.kernel, lens: middle.lens, products: middle.products, output },
    glide: glides ? cell : 0,
    chart: chart > 0 ? { x: left, y: 0, width: axis.length * cell, height: chart } : null,
    behind: [...input, ...output].flatMap((sheet) =>
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
      ...sums,
      width:
        aside && glides
          ? names - 2 * ruler
          : Math.max((products?.columns ?? 1) * (products?.cell ?? 0), 5.6 * margins.sumLine),
    },
    channelSums: parts.addsChannels
      ? middle.products.map((sheet) => ({
          channel: sheet.channel,
          x: (glides ? left + axis.length * cell : sheet.x + sheet.columns * sheet.cell) + 8,
          y: sheet.y + sheet.cell / 2,
        }))
      : [],
  };
}
