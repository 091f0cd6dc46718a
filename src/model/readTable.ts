import { type NumberStyle, parseNumber } from "./parseNumber";
import type { TextRows } from "./textRows";

/**
 * Lines of cells: parted by tabs where there is one, else by semicolons, by commas, or by spaces; lines that are a number
 * each are one column. Stops as soon as there are too many.
 */
export function readTable(text: string, limit: number, style: NumberStyle): TextRows {
  const lines = text.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== "");
  if (lines.length > limit) return tooMany(limit);
  if (lines.every((line) => "value" in parseNumber(line, style)))
    return { texts: lines.map((line) => [line]) };
  const separator = ["\t", ";", ","].find((mark) => text.includes(mark)) ?? /\s+/;
  const texts: string[][] = [];
  let count = 0;
  for (const line of lines) {
    const cells = cellsOf(line, separator);
    count += cells.length;
    if (count > limit) return tooMany(limit);
    texts.push(cells);
  }
  return { texts };
}

function cellsOf(line: string, separator: string | RegExp): string[] {
  // A separator at the end of a line ends it; an empty last cell of a spreadsheet is one.
  const ended = separator === "\t" ? line : line.trim().replace(/[;,]$/, "");
  return ended.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
}

function tooMany(max: number): TextRows {
  return { problem: { code: "paste-too-many", values: { max } } };
}
