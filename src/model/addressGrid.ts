import { countOf, type ReadValue } from "./addressValue";
import type { Grid } from "./document";
import { gridSize } from "./grid";
import type { Notice } from "./notice";
import { MAX_ENTRY, type NumberParam, params } from "./params";
import { isEntry, plainNumber } from "./plainNumber";

type GridKey = "input" | "kernel" | "target";
type Size = readonly [rows: number, columns: number];

/** Separators of the axes beyond rows and columns. */
const OUTER_AXES = /[|/~]/;

/**
 * A grid as an address writes it: `0,1;2,3`. The numbers are counted before anything is allocated.
 *
 * @param wanted the size that the address names beside the numbers, which are then laid out in it
 */
export function readGrid(key: GridKey, text: string, wanted?: Size): ReadValue<Grid> {
  if (OUTER_AXES.test(text)) return { later: true };
  const rowCount = countOf(text, ";") + 1;
  const tooMany = sizeProblem(key, rowCount);
  if (tooMany) return { refused: tooMany };
  const rows = text.split(";");
  const widths = rows.map((row) => (row.trim() === "" ? 0 : countOf(row, ",") + 1));
  const widest = Math.max(...widths);
  const count = widths.reduce((all, width) => all + width, 0);
  const even = widths.every((width) => width === widest);
  const size: Size = (even && wanted) || [rowCount, widest];
  if (count !== size[0] * size[1]) return { refused: countProblem(key, count, wanted ?? size) };
  const problem = sizeProblem(key, size[1]);
  return problem ? { refused: problem } : readNumbers(rows, size);
}

/** A grid as an address writes it, number for number. */
export function writeGrid(grid: Grid): string {
  const [rows, columns] = gridSize(grid);
  return Array.from({ length: rows }, (_, row) =>
    grid.data.subarray(row * columns, (row + 1) * columns).join(","),
  ).join(";");
}

/** Why a grid cannot have that many cells along an axis; undefined when it can. */
export function sizeProblem(key: GridKey, value: number): Notice | undefined {
  const inside = (param: NumberParam) => Number.isInteger(value) && value >= param.min && value <= param.max;
  const { min, max } = params.inputSize;
  // No axis of any grid may be longer than the input's; a kernel has a limit of its own.
  if (!inside(params.inputSize)) return { key: "notice.link-size", values: { value, min, max } };
  if (key !== "kernel" || inside(params.kernelSize)) return undefined;
  return {
    key: "problem.kernel-size-out-of-range",
    values: { value, min: params.kernelSize.min, max: params.kernelSize.max },
  };
}

function readNumbers(rows: readonly string[], [height, width]: Size): ReadValue<Grid> {
  const data = new Float64Array(height * width);
  let at = 0;
  for (const row of rows) {
    for (const entry of row.split(",")) {
      const text = entry.trim();
      const number = plainNumber(text);
      if (number === undefined) return { refused: { key: "problem.cell-not-a-number", values: {} } };
      if (!Number.isFinite(number)) return { refused: { key: "problem.cell-not-finite", values: { text } } };
      if (!isEntry(number)) {
        return {
          refused: { key: "problem.cell-range", values: { min: `${-MAX_ENTRY}`, max: `${MAX_ENTRY}` } },
        };
      }
      data[at++] = number;
    }
  }
  return { value: { shape: [1, 1, height, width], data } };
}

function countProblem(key: GridKey, count: number, [rows, columns]: Size): Notice {
  return {
    key: `notice.link-${key}-count`,
    values: { count, shape: `${rows}×${columns}`, needed: rows * columns },
  };
}
