import { type FigureParts, isFolded, type Part } from "./figureParts";
import { largest } from "./largest";
import type { Layout } from "./layout";
import type { Perspective } from "./perspective";
import { type Box, LARGE_MARGINS, MARGINS, MIN_CELL, STACK_GAP } from "./room";
import { blockOf, slicesOf } from "./sheetBlock";
import { BESIDE_GAP, flowOf, formOf } from "./sheetFlow";
import { tallMiddle } from "./tallMiddle";
import { behindIn, needsLens, SUM_GAP, sheetsIn } from "./wideSheets";

/** Sizes of cells in pixels. */
interface Sizes {
  /** Of a figure whose sheets all share a line, at most. */
  readonly most: number;
  /** Of one whose sheets stand on several lines, at most. */
  readonly stacked: number;
  /** For which sheets share a line rather than stand one below another. */
  readonly shared: number;
}

const ON_A_PAGE: Sizes = { most: 48, stacked: 28, shared: 22 };
const IN_A_ROOM: Sizes = { most: 72, stacked: 48, shared: 40 };

/** Input, then kernel and products, then output below one another, in lines as wide as the box; the height is what it takes. */
export function tallSheets(parts: FigureParts, view: Perspective | null, box: Box): Layout | null {
  const margins = box.large ? LARGE_MARGINS : MARGINS;
  const { label } = margins;
  const ruler = margins.ruler;
  const room = box.width - ruler;
  const tag = parts.tagged ? margins.tag : 0;
  const cell = cellFor(parts, view, room, tag, box.large);
  if (cell === null) return null;
  const form = formOf(view, tag);
  const input = flowOf(parts.input, cell, form, room, 0);
  const output = flowOf(parts.output, cell, form, room, 0);
  const hasLens = needsLens(parts, isFolded(parts), cell);
  const middle = tallMiddle(parts, view, { room, hasLens, cell, tag: parts.dims === 3 ? tag : 0 }, margins);

  const inputY = label + ruler;
  const captionY = inputY + input.height;
  const middleY = captionY + parts.captionLines * margins.caption + STACK_GAP + label;
  const stood = middle.at(ruler, middleY, label);
  const sumsY = middleY + stood.height + SUM_GAP;
  const outputY =
    sumsY + parts.sumLines * margins.sumLine + (parts.sumLines ? 4 : 0) + STACK_GAP + label + ruler;
  const inputPlaced = input.at(ruler, inputY);
  const outputPlaced = output.at(ruler, outputY);
  return {
    arrangement: "tall",
    width: box.width,
    height: Math.ceil(outputY + output.height),
    margins,
    sheets: {
      input: sheetsIn(inputPlaced),
      kernel: sheetsIn(stood.kernel),
      lens: sheetsIn(stood.lens),
      products: sheetsIn(stood.products),
      output: sheetsIn(outputPlaced),
    },
    glide: 0,
    chart: null,
    behind: behindIn([...inputPlaced, ...stood.kernel, ...stood.products, ...outputPlaced]),
    padding: [...inputPlaced, ...outputPlaced].flatMap((placed) => placed.padding),
    heads: {
      input: { x: ruler, y: inputY - ruler, width: room },
      ...stood.heads,
      output: { x: ruler, y: outputY - ruler, width: room },
    },
    caption: { x: ruler, y: captionY },
    sums: { x: stood.sumsX, y: sumsY, width: Math.max(stood.sumsWidth, 5.6 * margins.sumLine) },
    channelSums: parts.addsChannels ? stood.sums : [],
  };
}

/** As many sheets in a line as leave digits legible; null where not even one fits. */
function cellFor(
  parts: FigureParts,
  view: Perspective | null,
  room: number,
  tag: number,
  large: boolean,
): number | null {
  const both = [parts.input, parts.output];
  const sizes = large ? IN_A_ROOM : ON_A_PAGE;
  const widthOf = (part: Part, cell: number, sheets: number) => {
    const slices = slicesOf(part);
    const { width } = blockOf(part, cell, { ...formOf(view, tag), perLine: Math.min(sheets, slices) });
    const blocks = Math.max(1, Math.min(part.channels.length, Math.floor(sheets / slices)));
    return blocks * (width + BESIDE_GAP) - BESIDE_GAP;
  };
  const cellWith = (sheets: number, most: number) =>
    largest(MIN_CELL, most, (cell) => both.every((part) => widthOf(part, cell, sheets) <= room));
  const all = Math.max(...both.map((part) => part.channels.length * slicesOf(part)));
  for (let sheets = all; sheets > 1; sheets--) {
    const cell = cellWith(sheets, sheets === all ? sizes.most : sizes.stacked);
    if (cell !== null && cell >= sizes.shared) return cell;
  }
  return cellWith(1, all === 1 ? sizes.most : sizes.stacked);
}
