import { formatNumber } from "../model/formatNumber";
import { shortText } from "./cellText";

const SMALLEST_FONT = 8;
/** Room for digits as a part of the cell. */
const FILL = 0.86;
/** Width of a bold digit or sign, and of the point, as a part of the font's size, in the widest of system fonts. */
const DIGIT_WIDTH = 0.7;
const POINT_WIDTH = 0.38;

/**
 * The font size of a map's numbers, in pixels. It follows from the cell alone, so that nothing jumps while the numbers
 * change.
 */
export function mapFont(cell: number): number {
  const wanted = Math.min(cell * 0.42, 6 + cell / 4);
  return rounded(
    Math.max(SMALLEST_FONT, Math.min(wanted, fontFor(cell < 38 ? "\u2212.25" : "\u22120.25", cell))),
  );
}

/** The font size of weights, which are printed with all their digits where the cell is large, in pixels. */
export function weightFont(cell: number): number {
  const longest = cell >= 56 ? "\u22120.9885" : cell >= 36 ? "\u22120.98" : "\u2212.98";
  return rounded(Math.max(SMALLEST_FONT, Math.min(cell * 0.3, fontFor(longest, cell))));
}

/** The texts of numbers in cells; narrow cells spend no room on the 0 before the point. */
export function numberTexts(values: ArrayLike<number>, cell: number, fontSize: number): readonly string[] {
  // The smallest font is used even where four letters don't quite fit.
  const most = Math.max((cell * FILL) / fontSize, widthOf("\u2212.2"));
  return Array.from(values, (value) => numberText(value, most));
}

/** Width of a text as a part of the font's size. */
export function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (letter === "." ? POINT_WIDTH : DIGIT_WIDTH), 0);
}

function fontFor(longest: string, cell: number): number {
  return (cell * FILL) / widthOf(longest);
}

/** The most digits that fit. */
function numberText(value: number, most: number): string {
  const isBare = most < widthOf("\u22120.25");
  const full = formatNumber(value);
  // Most maps hold whole numbers or few digits.
  if (widthOf(full) <= most && !(isBare && Math.abs(value) < 1 && value !== 0)) return full;
  for (let letters = Math.ceil(most / POINT_WIDTH); letters > 0; letters--) {
    const text = shortText(value, letters);
    const tight = isBare && Math.abs(value) < 1 ? text.replace("0.", ".") : text;
    if (widthOf(tight) <= most + 1e-9) return tight;
  }
  // Too small for its digits to fit: what two decimals leave of it.
  if (Math.abs(value) >= 1) return shortText(value, 1);
  const decimals = formatNumber(Number(value.toFixed(2)));
  return isBare ? decimals.replace("0.", ".") : decimals;
}

function rounded(size: number): number {
  return Math.floor(size * 2) / 2;
}
