import type { ConvDocument } from "../model/document";
import type { ChannelView, DepthView } from "../model/settings";
import { traceOf } from "../trace/trace";
import { partsOf } from "./figureParts";
import type { PathMark, Rectangle, SceneGrid } from "./marks";
import type { otherLayouts } from "./otherLayouts";
import { plainLayout } from "./plainLayout";
import { type Box, DIGITS_FROM, MARGINS, type Margins, PICTURE_FROM } from "./room";
import { isPlain } from "./shapeText";

export {
  type Box,
  DIGITS_FROM,
  isNarrow,
  type Margins,
  MIDDLE_DIGITS_FROM,
  WIDE_FROM,
} from "./room";

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
  /** Slices that are padding alone, of the grid that the window slides over; their depth lies before 0 or past the end. */
  readonly padding: readonly Sheet[];
  /** Where the words over each grid stand. */
  readonly heads: Readonly<Record<"input" | "kernel" | "lens" | "products" | "output", Head | null>>;
  /** Where the captions under the input begin: their upper left corner. */
  readonly caption: { readonly x: number; readonly y: number };
  /** Where the first line of the sums begins: its upper left corner. */
  readonly sums: { readonly x: number; readonly y: number; readonly width: number };
  /** Where the sum of each products' channel stands: its left end, at half its height; empty for one channel. */
  readonly channelSums: readonly { readonly channel: number; readonly x: number; readonly y: number }[];
}

/** Room for a grid's words: its left end, its lower edge, and how wide it is. */
export interface Head {
  readonly x: number;
  readonly y: number;
  readonly width: number;
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

/** With more channels than this on either side, one of them is on show at a time unless all are asked for. */
export const MOST_EXPLODED = 4;

let others: typeof otherLayouts | null = null;

/** Has `layoutOf` arrange one axis, volumes and channels too. */
export function addLayouts(more: typeof otherLayouts): void {
  others = more;
}

/** Whether a document's own layout is there; until it is, one sheet of each grid stands for it. */
export function hasLayoutFor(document: ConvDocument): boolean {
  return others !== null || isPlain(document);
}

/** The largest cells with which the document's grids fit the box. */
export function layoutOf(document: ConvDocument, box: Box, shown: Shown = plain): Layout {
  if (isPlain(document)) return plainLayout(partsOf(document, shown, true), box);
  const exploded = wantsAll(document, shown) ? laidOut(document, box, shown, true) : null;
  if (exploded && (shown.channelView === "exploded" || isLegible(exploded))) return exploded;
  if (!others) return plainLayout(partsOf(document, shown, false), box);
  const slices = { ...shown, depthView: "slices" } as const;
  return (
    laidOut(document, box, shown, false) ??
    // Sheets that stand too far apart for a narrow box lie side by side instead.
    laidOut(document, box, slices, false) ??
    smallest(document, box, slices)
  );
}

/** A box too small for any cells still shows the beginning of a figure that goes on past its end. */
function smallest(document: ConvDocument, box: Box, shown: Shown): Layout {
  for (let { width, height } = box; ; width += MARGINS.label, height += MARGINS.label) {
    const found = laidOut(document, { ...box, width, height }, shown, false);
    if (found) return found;
  }
}

/** Frames around cells on the figure's edges stand out by half their stroke, in pixels above and below together. */
const FRAME = 4;

function laidOut(document: ConvDocument, box: Box, shown: Shown, exploded: boolean): Layout | null {
  const parts = partsOf(document, shown, exploded);
  if (!others) return null;
  const room = { ...box, height: Math.max(0, box.height - FRAME) };
  return parts.dims === 1 ? others.lineLayout(document, parts, room) : others.sheetLayout(parts, room, shown);
}

function wantsAll(document: ConvDocument, { channelView }: Shown): boolean {
  if (channelView !== "auto") return channelView === "exploded";
  const { input, output } = traceOf(document);
  return Math.max(input.channels, output.channels) <= MOST_EXPLODED;
}

/** Whether the numbers are read: on the input, or where this is a picture in the lens. */
function isLegible({ sheets: { input, lens } }: Layout): boolean {
  const cells = (sheets: readonly Sheet[], least: number) => sheets.every(({ cell }) => cell >= least);
  if (cells(input, DIGITS_FROM)) return true;
  return lens.length > 0 && cells(lens, DIGITS_FROM) && cells(input, PICTURE_FROM);
}
