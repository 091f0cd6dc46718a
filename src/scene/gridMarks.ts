import { cellTexts } from "./cellText";
import { foldsAlone } from "./folding";
import { DIGITS_FROM, MIDDLE_DIGITS_FROM, type Sheet } from "./layout";
import { levelOf } from "./levels";
import type { PathMark, SheetMarks } from "./marks";

/** What the sheets of one grid share. */
export interface GridScale {
  /** The largest magnitude of the grid: the colours are symmetric around 0 and end there. */
  readonly max: number;
  /** Whether sheets of this many cells are one path for each colour, whatever their own size. */
  readonly folded: boolean;
}

/** The numbers of one sheet, and what lies on them. */
export interface SheetNumbers {
  readonly sheet: Sheet;
  /** How many cells of the grid come before its own in scan order. */
  readonly start: number;
  /** Row by row. */
  readonly values: ArrayLike<number>;
  readonly paths?: readonly PathMark[];
}

/** One grid's sheets of numbers at their places, with one scale of colours and one size of digits. */
export function gridMarks(
  sheets: readonly SheetNumbers[],
  { max, folded: all }: GridScale,
): readonly SheetMarks[] {
  const cell = Math.min(...sheets.map(({ sheet }) => sheet.cell));
  const everything = sheets.length === 1 ? (sheets[0]?.values ?? []) : sheets.flatMap(numbersOf);
  const { texts, fontSize } = cellTexts(everything, cell);
  let before = 0;
  return sheets.map(({ sheet, start, values, paths = [] }) => {
    const from = before;
    before += values.length;
    const isMap = sheet.grid === "input" || sheet.grid === "output";
    const folded = foldsAlone(sheet) || (all && isMap);
    return {
      grid: sheet.grid,
      channel: sheet.channel,
      depth: sheet.depth,
      place: sheet,
      start,
      fontSize,
      folded,
      digits: sheet.cell >= (isMap ? DIGITS_FROM : MIDDLE_DIGITS_FROM) && !folded,
      cells: Array.from(values, (value, i) => ({
        text: texts[from + i] as string,
        level: levelOf(value, max),
      })),
      paths,
    };
  });
}

function numbersOf({ values }: SheetNumbers): number[] {
  return Array.from(values);
}
