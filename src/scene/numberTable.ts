import { formatNumber } from "../model/formatNumber";
import { levelClass, levelOf, maxMagnitude } from "./levels";

/** What a cell of a table shows; equal cells may be one and the same object. */
export interface TableCell {
  readonly text: string;
  /** The class that colours it. */
  readonly className: string;
  /** A small word under the number, such as the weight's name. */
  readonly note?: string;
}

/** A table of numbers that stands below the figure. */
export interface TableMarks {
  /** Names it to the stylesheet and to tests. */
  readonly key: string;
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly cells: readonly TableCell[];
  /** One for each row; none where rows have no names. */
  readonly rowHeads: readonly string[];
  /** One for each column, in lines below one another. */
  readonly columnHeads: readonly (readonly string[])[];
  /** Width of a cell in pixels, wide enough for the longest number. */
  readonly cellWidth: number;
  /** Whether it is drawn as one picture with a dot for each cell. */
  readonly picture: boolean;
}

/** What is lit in a table. */
export interface TableLights {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Places in scan order. */
  readonly cells: readonly number[];
}

export const noLights: TableLights = { rows: [], columns: [], cells: [] };

/** Tables up to this size have numbers. */
const MOST_COLUMNS = 40;
const MOST_ROWS = 30;
/** Columns of numbers may be as long as a matrix is wide. */
const MOST_CELLS = 1200;

const LETTER = 7.5;
const ROOM = 10;

export function isPicture(rows: number, columns: number): boolean {
  return columns > MOST_COLUMNS || rows > Math.max(MOST_ROWS, MOST_COLUMNS) || rows * columns > MOST_CELLS;
}

/** The width that the longest of some texts needs. */
export function cellWidth(texts: Iterable<string>, least = 28): number {
  let longest = 1;
  for (const text of texts) longest = Math.max(longest, text.length);
  return Math.max(least, Math.ceil(longest * LETTER + ROOM));
}

interface TableOptions {
  /** The magnitude at which the colours end; that of the values when absent. */
  readonly max?: number;
  readonly rowHeads?: readonly string[];
  readonly columnHeads?: readonly (readonly string[])[];
  /** Cells that are no numbers of the input: zeros of padding. */
  readonly isPadding?: (place: number) => boolean;
}

/** Numbers coloured by their size, symmetric around 0. */
export function valueTable(
  key: string,
  rows: number,
  columns: number,
  values: ArrayLike<number>,
  { max = maxMagnitude(values), rowHeads = [], columnHeads = [], isPadding }: TableOptions = {},
): TableMarks {
  const cells = Array.from({ length: rows * columns }, (_, place): TableCell => {
    const value = values[place] ?? 0;
    if (isPadding?.(place)) return padding;
    return { text: formatNumber(value), className: levelClass(levelOf(value, max)) };
  });
  const picture = isPicture(rows, columns);
  return {
    key,
    rows,
    columns,
    cells,
    rowHeads: picture ? [] : rowHeads,
    columnHeads: picture ? [] : columnHeads,
    cellWidth: picture ? 0 : cellWidth(cells.map(({ text }) => text)),
    picture,
  };
}

const padding: TableCell = { text: "0", className: "padding" };
