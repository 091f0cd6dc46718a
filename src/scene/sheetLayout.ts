import { type FigureParts, isFolded } from "./figureParts";
import { largest } from "./largest";
import type { Layout, Shown } from "./layout";
import { type Perspective, perspectiveOf } from "./perspective";
import {
  type Box,
  DIGITS_FROM,
  isNarrow,
  MIDDLE_DIGITS_FROM,
  MIN_CELL,
  marginsIn,
  PICTURE_FROM,
} from "./room";
import { slicesOf } from "./sheetBlock";
import { tallSheets } from "./tallSheets";
import { type Arrangement, needsLens, type WideChoice, wideSheets } from "./wideSheets";

/** Figures of several sheets, with the largest cells that fit the box; null where not even the smallest do. */
export function sheetLayout(parts: FigureParts, box: Box, shown: Shown): Layout | null {
  const isVolume = parts.dims === 3 && shown.depthView === "sheets";
  const view = isVolume ? perspectiveOf(shown.turn, shown.spread) : null;
  return isNarrow(box) ? tallSheets(parts, view, box) : widest(parts, view, box);
}

type Fixed = Pick<WideChoice, "perLine" | "middlePerLine" | "beside" | "farColumns">;

/** How small kernel, lens and products may be, and whether a map without digits needs the lens. */
interface Demand {
  readonly least: (cell: number) => number;
  readonly lens: boolean;
  /** Smaller cells of input and output are too high a price for it, in pixels. */
  readonly from: number;
}

/** What is asked for in turn, until it fits: all digits, small ones, none in the lens, and at last anything. */
const DEMANDS: readonly Demand[] = [
  { least: (cell) => Math.max(DIGITS_FROM, Math.floor(0.75 * cell)), lens: true, from: PICTURE_FROM },
  { least: leastDigits, lens: true, from: PICTURE_FROM },
  { least: () => DIGITS_FROM, lens: false, from: PICTURE_FROM },
  { least: leastDigits, lens: true, from: MIN_CELL },
  { least: () => MIN_CELL, lens: false, from: MIN_CELL },
];

/** Kernel and products are not much smaller than an input that has its own digits. */
function leastDigits(cell: number): number {
  return cell >= DIGITS_FROM ? DIGITS_FROM : MIDDLE_DIGITS_FROM;
}

function widest(parts: FigureParts, view: Perspective | null, box: Box): Layout | null {
  const margins = marginsIn(box);
  const folded = isFolded(parts);
  const fits = ({ width, height }: Arrangement) => width <= box.width && height <= box.height;
  const arranged = (choice: WideChoice) => wideSheets(parts, view, margins, choice, box.large);
  const [cap, readable] = box.large ? [132, 64] : [64, 30];
  for (const { least, lens, from } of DEMANDS) {
    let best: { readonly choice: WideChoice; readonly worth: number } | null = null;
    for (const fixed of choicesOf(parts, view)) {
      const choiceOf = (cell: number, middle: number): WideChoice => {
        const hasLens = lens && needsLens(parts, folded, cell);
        return { ...fixed, cell, middle, hasLens };
      };
      const cell = largest(from, cap, (size) => fits(arranged(choiceOf(size, least(size)))));
      if (cell === null) continue;
      const most = Math.max(cell, readable);
      const middle =
        largest(least(cell), most, (size) => fits(arranged(choiceOf(cell, size)))) ?? least(cell);
      // A pixel of the maps is worth four of what is read beside them.
      const worth = cell + middle / 4;
      if (!best || worth > best.worth) best = { choice: choiceOf(cell, middle), worth };
    }
    if (best) return arranged(best.choice).place();
  }
  return null;
}

/** The ways in which the sheets of a figure can stand in a wide box. */
function choicesOf({ input, products, output, windowSide }: FigureParts, view: Perspective | null): Fixed[] {
  const slices = Math.max(slicesOf(input), slicesOf(output), products.depth);
  const far = windowSide === "input" ? output : input;
  const lines = view ? [slices] : linesOf(Math.max(slicesOf(input), slicesOf(output)));
  const middleLines = view ? [slices] : linesOf(products.depth);
  const columns = far.channels.length > 2 ? [1, 2] : [1];
  const beside = products.channels.length > 1 ? [true] : [false, true];
  return beside.flatMap((side) =>
    lines.flatMap((perLine) =>
      middleLines.flatMap((middlePerLine) =>
        columns.map((farColumns) => ({ perLine, middlePerLine, beside: side, farColumns })),
      ),
    ),
  );
}

/** Lengths of lines that share slices evenly, the longest first. */
function linesOf(slices: number): readonly number[] {
  const lengths = Array.from({ length: Math.min(slices, 8) }, (_, i) => Math.ceil(slices / (i + 1)));
  return [...new Set(lengths)];
}
