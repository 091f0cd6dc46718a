import type { Grid } from "../model/document";

/** Characters in a line of data before it is wrapped. */
const lineWidth = 88;

/** The shortest Python float that reads back as the same number; −0 is written as 0. */
export function pythonFloat(value: number): string {
  const text = String(value === 0 ? 0 : value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** One number, or a tuple where the axes differ: what PyTorch's arguments take. */
export function pythonPerAxis(values: readonly number[]): string {
  const [first = 0] = values;
  return values.every((value) => value === first) ? String(first) : `(${values.join(", ")})`;
}

/**
 * `name = torch.tensor([[…], […]])` for the rows of a grid, all one below the other: a row of numbers per line, wrapped where
 * it is too long.
 */
export function tensorLines(name: string, grid: Grid): readonly string[] {
  const columns = grid.shape.at(-1) ?? 1;
  const opening = `${name} = torch.tensor([`;
  const indent = " ".repeat(opening.length);
  const rows: string[] = [];
  for (let start = 0; start < grid.data.length; start += columns) {
    const numbers = Array.from(grid.data.subarray(start, start + columns), pythonFloat);
    // Two more characters than a row needs in itself: the last one closes the list and the call.
    rows.push(`[${wrapped(numbers, lineWidth - indent.length - 3, `${indent} `)}]`);
  }
  return `${opening}${rows.join(`,\n${indent}`)}])`.split("\n");
}

function wrapped(numbers: readonly string[], width: number, indent: string): string {
  let text = "";
  let used = 0;
  numbers.forEach((number, index) => {
    const piece = index < numbers.length - 1 ? `${number},` : number;
    if (index > 0 && used + 1 + piece.length > width) {
      text += `\n${indent}${piece}`;
      used = piece.length;
    } else {
      text += index > 0 ? ` ${piece}` : piece;
      used += piece.length + (index > 0 ? 1 : 0);
    }
  });
  return text;
}
