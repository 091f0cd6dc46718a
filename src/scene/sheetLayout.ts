import { type FigureParts, isFolded } from "./figureParts";
import { largest } from "./largest";
import type { Layout, Shown } from "./layout";
import { type Perspective, perspectiveOf } from "./perspective";
import { type Box, DIGITS_FROM, isNarrow, MIDDLE_DIGITS_FROM, MIN_CELL, marginsIn } from "./room";
import { slicesOf } from "./sheetBlock";
import { tallSheets } from "./tallSheets";
import { type Arrangement, needsLens, type WideChoice, wideSheets } from "./wideSheets";

/** Figures of several sheets, with the largest cells that fit the box; null where not even the smallest do. */
export function sheetLayout(parts: FigureParts, box: Box, shown: Shown): Layout | null {
  const isVolume = parts.dims === 3 && shown.depthView === "sheets";
  const view = isVolume ? perspectiveOf(shown.turn, shown.spread) : null;
  return isNarrow(box) ? tallSheets(parts, view, box) : widest(parts, view, box);
}

type Fixed = Pick<WideChoice, "perLine" | "beside" | "farColumns">;

function widest(parts: FigureParts, view: Perspective | null, box: Box): Layout | null {
  const margins = marginsIn(box);
  const folded = isFolded(parts);
  const fits = ({ width, height }: Arrangement) => width <= box.width && height <= box.height;
  const arranged = (choice: WideChoice) => wideSheets(parts, view, margins, choice, box.large);
  const cap = box.large ? 132 : 64;
  let best: WideChoice | null = null;
  // Small cells first ask for digits in the middle, then do without them.
  for (const hard of [false, true]) {
    for (const fixed of choicesOf(parts, view)) {
      const choiceOf = (cell: number, middle: number): WideChoice => {
        const hasLens = !hard && needsLens(parts, folded, cell);
        return { ...fixed, cell, middle, hasLens };
      };
      const least = (cell: number) => (hard ? MIN_CELL : leastMiddle(cell));
      const cell = largest(MIN_CELL, cap, (size) => fits(arranged(choiceOf(size, least(size)))));
      if (cell === null || (best && best.cell >= cell)) continue;
      const middle = largest(least(cell), Math.max(cell, 30), (size) => fits(arranged(choiceOf(cell, size))));
      best = choiceOf(cell, middle ?? least(cell));
    }
    if (best) return arranged(best).place();
  }
  return null;
}

/** Kernel and products keep their digits, and are not much smaller than the input where this has its own. */
function leastMiddle(cell: number): number {
  return cell >= DIGITS_FROM ? DIGITS_FROM : MIDDLE_DIGITS_FROM;
}

/** The ways in which the sheets of a figure can stand in a wide box. */
function choicesOf({ input, products, output, windowSide }: FigureParts, view: Perspective | null): Fixed[] {
  const slices = Math.max(slicesOf(input), slicesOf(output), products.depth);
  const far = windowSide === "input" ? output : input;
  const lines = view ? [slices] : linesOf(slices);
  const columns = far.channels.length > 2 ? [1, 2] : [1];
  const beside = products.channels.length > 1 ? [true] : [false, true];
  return beside.flatMap((side) =>
    lines.flatMap((perLine) => columns.map((farColumns) => ({ perLine, beside: side, farColumns }))),
  );
}

/** Lengths of lines that share slices evenly, the longest first. */
function linesOf(slices: number): readonly number[] {
  const lengths = Array.from({ length: Math.min(slices, 8) }, (_, i) => Math.ceil(slices / (i + 1)));
  return [...new Set(lengths)];
}
