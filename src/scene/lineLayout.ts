import type { ConvDocument } from "../model/document";
import { onThreeAxes } from "../trace/extent";
import { traceOf } from "../trace/trace";
import { type FigureParts, isFolded } from "./figureParts";
import { largest } from "./largest";
import type { Layout } from "./layout";
import { CHART_GAP, type LineAxis, lineSheets } from "./lineSheets";
import {
  type Box,
  DIGITS_FROM,
  isNarrow,
  LARGE_MARGINS,
  MARGINS,
  type Margins,
  MIN_CELL,
  marginsIn,
} from "./room";

/** Heights of a chart in pixels; it has this share of the room's height before cells grow past LARGE_CELL. */
const CHART = { least: 64, most: 190, mostInARoom: 360, onAPhone: 130, share: 0.26 };
const LARGE_CELL = 32;
/** More lines than this are not told apart. */
const MOST_LINES = 3;
/** Names stand beside their grids where no link runs over them, if cells are hardly smaller for it. */
const ASIDE_FROM = 0.85;
/** On a narrow page also if cells are still of this size. */
const NARROW_ASIDE_FROM = 28;

/** Where names stand, and whether kernel and products glide. */
interface LineForm {
  /** Width of a column for the grids' names on the left, in pixels; 0 where they stand above the grids. */
  readonly names: number;
  readonly glides: boolean;
}

/**
 * A figure of one axis: the chart, the input, kernel and products that glide under the window, and the output with each cell
 * under the middle of its window. Where cells would be too small for digits that way, kernel and products stand beside one
 * another. Null where not even the smallest cells fit.
 */
export function lineLayout(document: ConvDocument, parts: FigureParts, box: Box): Layout | null {
  const names = namesWidth(parts, marginsOf(box));
  const cellOf = (layout: Layout | null) => layout?.sheets[parts.windowSide][0]?.cell ?? 0;
  const best = (glides: boolean) => {
    const above = lineIn(document, parts, box, { names: 0, glides });
    const aside = lineIn(document, parts, box, { names, glides });
    const least = ASIDE_FROM * cellOf(above);
    const enough = isNarrow(box) ? Math.min(least, NARROW_ASIDE_FROM) : least;
    return aside && cellOf(aside) >= enough ? aside : above;
  };
  const gliding = isFolded(parts) ? null : best(true);
  return gliding && cellOf(gliding) >= DIGITS_FROM ? gliding : best(false);
}

function marginsOf(box: Box): Margins {
  if (!isNarrow(box)) return marginsIn(box);
  return box.large ? LARGE_MARGINS : MARGINS;
}

/** The column for the grids' names, in pixels. */
function namesWidth({ shapeLetters }: FigureParts, { column, letter }: Margins): number {
  return Math.max(column - 8, Math.ceil(Math.max(...Object.values(shapeLetters)) * letter) + 12);
}

function lineIn(document: ConvDocument, parts: FigureParts, box: Box, form: LineForm): Layout | null {
  const axis = lineAxisOf(document, parts);
  const free = isNarrow(box);
  const margins = marginsOf(box);
  const room = box.width - form.names - 2 * margins.ruler - (parts.addsChannels ? 3 * margins.sumLine : 0);
  if (room < axis.length * MIN_CELL) return null;
  const height = free ? Number.POSITIVE_INFINITY : box.height;
  const cap = Math.min(box.large ? 110 : free ? 48 : 64, Math.floor(room / axis.length));
  const draw = (cell: number, chart: number) =>
    lineSheets(parts, axis, margins, { ...form, cell, chart, room });
  const cellWith = (chart: number) => largest(MIN_CELL, cap, (cell) => draw(cell, chart).height <= height);
  const most = box.large ? CHART.mostInARoom : CHART.most;
  const wanted = Math.max(CHART.least, Math.min(most, Math.floor(CHART.share * box.height)));
  for (const [chart, least] of [
    [wanted, LARGE_CELL],
    [CHART.least, DIGITS_FROM],
  ] as const) {
    if (!drawsLines(parts, margins)) break;
    const cell = cellWith(chart);
    // A line without its numbers would be of little use.
    if (cell === null || cell < Math.min(least, cap)) continue;
    const rest = free ? CHART.onAPhone : height - draw(cell, 0).height - CHART_GAP;
    return draw(cell, Math.max(chart, Math.min(most, Math.floor(rest))));
  }
  const cell = cellWith(0);
  return cell === null ? null : draw(cell, 0);
}

/** Whether there are few enough lines, and room for their scale; words are no quantity. */
function drawsLines({ words, input, output }: FigureParts, { label }: Margins): boolean {
  return !words && label > 30 && Math.max(input.channels.length, output.channels.length) <= MOST_LINES;
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
