import { formatNumber } from "../model/formatNumber";

/** Width of a bold digit as a part of the font's size, in the widest of the fonts that systems use for their words. */
const DIGIT_WIDTH = 0.68;
const SMALLEST_FONT = 8;
/** Room for digits as a part of the cell. */
const FILL = 0.9;

/** The texts of a grid's numbers and the one font size at which they all fit their cells. */
export interface CellTexts {
  readonly texts: readonly string[];
  /** In pixels. */
  readonly fontSize: number;
}

/** @param cell side of a cell in pixels */
export function cellTexts(values: ArrayLike<number>, cell: number): CellTexts {
  const texts = fittingTexts(values, cell, SMALLEST_FONT);
  const longest = texts.reduce((length, text) => Math.max(length, text.length), 1);
  // Small cells give their digits more of the room than large ones.
  const wanted = Math.max(SMALLEST_FONT, Math.min(cell * 0.42, 6 + cell / 4));
  const fontSize = Math.min(wanted, (cell * FILL) / (longest * DIGIT_WIDTH));
  return { texts, fontSize: Math.floor(fontSize * 2) / 2 };
}

/**
 * The texts of numbers in cells whose font size is settled.
 *
 * @param cell side of a cell in pixels
 * @param fontSize in pixels
 */
export function fittingTexts(values: ArrayLike<number>, cell: number, fontSize: number): readonly string[] {
  const most = Math.max(3, Math.floor((cell * FILL) / (fontSize * DIGIT_WIDTH)));
  return Array.from(values, (value) => shortText(value, most));
}

/**
 * The number as the page shows it, with fewer digits where these would not fit.
 *
 * @param most letters, signs included
 */
export function shortText(value: number, most: number): string {
  const full = formatNumber(value);
  if (full.length <= most) return full;
  const candidates = [3, 2, 1].flatMap((digits) => [
    formatNumber(Number(value.toPrecision(digits))),
    value
      .toExponential(digits - 1)
      .replace("e+", "e")
      .replaceAll("-", "\u2212"),
  ]);
  const shortest = [full, ...candidates].reduce((best, text) => (text.length < best.length ? text : best));
  return candidates.find((text) => text.length <= most) ?? shortest;
}
