import { params } from "./params";
import { type NumberStyle, parseNumber, type TextProblem } from "./parseNumber";
import { readBrackets } from "./readBrackets";
import { readTable } from "./readTable";

export type ParsedGrid =
  | { readonly rows: readonly (readonly number[])[] }
  | { readonly problem: TextProblem };

/** Longest text that is looked at, in characters. */
export const MAX_PASTE_LENGTH = 256 * 1024;
const MAX_PASTE_NUMBERS = 4096;

const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+$/;

/**
 * Numbers from a clipboard: a range of a spreadsheet, CSV with commas or semicolons, columns of text, or a list as
 * Python, NumPy and PyTorch print it (`[[1, 2], [3, 4]]`, `array([[1., 2.]])`, `tensor([[1, 2]], dtype=torch.int32)`).
 *
 * @returns rows of one length, at least one number; problems count rows and columns from 1, as lines of a text are
 */
export function parseGrid(text: string, style: NumberStyle = {}): ParsedGrid {
  if (text.length > MAX_PASTE_LENGTH) return refuse("paste-too-many", { max: MAX_PASTE_NUMBERS });
  const trimmed = text.replace(/^\ufeff/, "").trim();
  if (trimmed === "") return refuse("paste-empty");
  if (/\.\.\.|…/.test(trimmed)) return refuse("paste-shortened");
  const read = trimmed.includes("[")
    ? readBrackets(trimmed, MAX_PASTE_NUMBERS)
    : readTable(text, MAX_PASTE_NUMBERS, style);
  return "problem" in read ? read : numbersOf(read.texts, style);
}

function numbersOf(texts: readonly (readonly string[])[], style: NumberStyle): ParsedGrid {
  const rows: number[][] = [];
  for (const [at, cells] of texts.entries()) {
    const row: number[] = [];
    for (const [column, text] of cells.entries()) {
      // A comma inside a cell is a decimal one, except where it may set thousands apart.
      const parsed = parseNumber(text, GROUPED.test(text) ? style : { decimalComma: true });
      if ("problem" in parsed) return refuse(...inCell(parsed.problem, text, at + 1, column + 1));
      row.push(parsed.value);
    }
    rows.push(row);
  }
  const expected = rows[0]?.length ?? 0;
  if (expected === 0) return refuse("paste-empty");
  const ragged = rows.findIndex((row) => row.length !== expected);
  if (ragged >= 0) {
    return refuse("paste-ragged", { row: ragged + 1, count: rows[ragged]?.length ?? 0, expected });
  }
  const { max } = params.inputSize;
  return rows.length > max || expected > max ? refuse("paste-size", { max }) : { rows };
}

/** A cell's problem, with the cell named. */
function inCell(
  { code, values }: TextProblem,
  text: string,
  row: number,
  column: number,
): [string, TextProblem["values"]] {
  const place = { row, column, text: text.length > 32 ? `${text.slice(0, 31)}…` : text };
  switch (code) {
    case "cell-empty":
      return ["paste-cell-empty", place];
    case "cell-range":
      return ["paste-range", { ...place, ...values }];
    case "cell-separators":
      return ["paste-separators", { ...place, ...values }];
    case "cell-not-finite":
      return ["paste-not-finite", place];
    default:
      // Words that stand for no number, in Python.
      return [/^(?:none|null|true|false)$/i.test(text) ? "paste-not-finite" : "paste-not-a-number", place];
  }
}

function refuse(code: string, values: TextProblem["values"] = {}): { readonly problem: TextProblem } {
  return { problem: { code, values } };
}
