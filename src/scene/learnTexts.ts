import { fittingLetters, fontFor, shortText } from "./cellText";

const SMALLEST_FONT = 8;

/**
 * The font size of a map's numbers, in pixels. It follows from the cell alone, so that nothing jumps while the numbers
 * change.
 */
export function mapFont(cell: number): number {
  const wanted = Math.min(cell * 0.42, 6 + cell / 4);
  return rounded(Math.max(SMALLEST_FONT, Math.min(wanted, fontFor(cell < 34 ? 4 : 5, cell))));
}

/** The font size of weights, which are printed with all their digits where the cell is large, in pixels. */
export function weightFont(cell: number): number {
  const letters = cell >= 68 ? 7 : cell >= 44 ? 5 : 4;
  return rounded(Math.max(SMALLEST_FONT, Math.min(cell * 0.3, fontFor(letters, cell))));
}

/** The texts of numbers in cells; narrow cells spend no room on the 0 before the point. */
export function numberTexts(values: ArrayLike<number>, cell: number, fontSize: number): readonly string[] {
  const letters = fittingLetters(cell, fontSize);
  return Array.from(values, (value) => numberText(value, letters));
}

function numberText(value: number, letters: number): string {
  const bare = letters < 5 && Math.abs(value) < 1;
  const text = shortText(value, bare ? letters + 1 : letters);
  const tight = bare ? text.replace("0.", ".") : text;
  // What is left of a sum after rounding.
  return tight.length > letters && Math.abs(value) < 1e-9 ? "0" : tight;
}

function rounded(size: number): number {
  return Math.floor(size * 2) / 2;
}
