import { isPool } from "../core/layer";
import { paddedIndex } from "../core/paddedIndex";
import type { ConvDocument } from "../model/document";
import { indexIn } from "../trace/extent";
import { type Trace, traceOf } from "../trace/trace";
import { cellTexts } from "./cellText";
import { type AxisPads, reachOf } from "./figureParts";
import { cellOutline, cornerOf, pointOn } from "./hit";
import type { Layout, Sheet } from "./layout";
import type { LabelMark, PathMark } from "./marks";
import { DIGITS_FROM } from "./room";

/** How far a number reaches from the middle of its cell, in cells. */
const HALF_DIGIT = 0.35;

/** The padding around the window's side, with the values that the mode puts there. */
export interface Ring {
  readonly paths: readonly PathMark[];
  readonly labels: readonly LabelMark[];
}

/** The rings of all sheets that the window slides over, and the slices that are padding alone. */
export function ringOf(
  document: ConvDocument,
  { sheets, padding }: Pick<Layout, "sheets" | "padding">,
): Ring {
  const side = traceOf(document).op === "transposed" ? sheets.output : sheets.input;
  return ringAround(document, [...side, ...padding]);
}

/** The rings of some sheets of the side that the window slides over. */
export function ringAround(document: ConvDocument, sheets: readonly Sheet[]): Ring {
  const trace = traceOf(document);
  const isRead = readsOf(trace);
  const cells = sheets.flatMap((sheet) => ringCells(document, sheet, isRead));
  const outline = (read: boolean) =>
    cells
      .filter((cell) => cell.read === read)
      .map(({ sheet, row, column }) => cellOutline(sheet, row, column, sheet.cell < 12 ? 0.5 : 1.5))
      .join("");
  return {
    paths: [
      { key: "read", d: outline(true), className: "ring" },
      { key: "unread", d: outline(false), className: "ring idle" },
    ],
    labels: labelsOf(cells, sheets, reachOf(trace)),
  };
}

interface RingCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  /** What a window reads there; null where it reads nothing. */
  readonly value: number | null;
  /** Whether any window reads it. */
  readonly read: boolean;
}

function labelsOf(
  cells: readonly RingCell[],
  sheets: readonly Sheet[],
  reach: AxisPads,
): readonly LabelMark[] {
  const legible = cells.filter(
    (cell) => cell.sheet.cell >= DIGITS_FROM && cell.value !== null && !isCovered(cell, sheets, reach),
  );
  const [first] = legible;
  if (!first) return [];
  const values = legible.map(({ value }) => value ?? 0);
  const { texts, fontSize } = cellTexts(values, first.sheet.cell);
  return legible.map(({ sheet, row, column, read }, i) => {
    const [x, y] = cornerOf(sheet, row + 0.5, column + 0.5);
    return {
      key: sheets.length > 1 ? `${sheet.channel},${sheet.depth},${row},${column}` : `${row},${column}`,
      x,
      y,
      anchor: "middle",
      fontSize,
      className: read ? "ring-number" : "ring-number idle",
      parts: [{ text: texts[i] as string }],
    };
  });
}

/** Whether in perspective a sheet further in front lies on a ring's number. */
function isCovered(
  { sheet, row, column }: RingCell,
  sheets: readonly Sheet[],
  [, [top, bottom], [left, right]]: AxisPads,
): boolean {
  if (!sheet.skew) return false;
  const [x, y] = cornerOf(sheet, row + 0.5, column + 0.5);
  return sheets.some((other) => {
    if (other.channel !== sheet.channel || other.depth <= sheet.depth) return false;
    const at = pointOn(other, x, y);
    const [above, below] = [-top - HALF_DIGIT, other.rows + bottom + HALF_DIGIT];
    const [before, after] = [-left - HALF_DIGIT, other.columns + right + HALF_DIGIT];
    return at.row > above && at.row < below && at.column > before && at.column < after;
  });
}

/** The cells of a sheet's ring; of a slice that is padding alone, all of its cells. */
function ringCells(
  document: ConvDocument,
  sheet: Sheet,
  isRead: ReturnType<typeof readsOf>,
): readonly RingCell[] {
  const trace = traceOf(document);
  const [, [top, bottom], [left, right]] = reachOf(trace);
  const { rows, columns, depth } = sheet;
  const sizes = trace.op === "transposed" ? trace.output : trace.input;
  const outside = depth < 0 || depth >= sizes.depth;
  const cells: RingCell[] = [];
  for (let row = -top; row < rows + bottom; row++) {
    const inside = !outside && row >= 0 && row < rows;
    for (let column = -left; column < columns + right; column++) {
      if (inside && column >= 0 && column < columns) {
        column = columns - 1;
        continue;
      }
      cells.push({
        sheet,
        row,
        column,
        value: valueAt(document, trace, sheet, row, column),
        read: isRead(depth, row, column),
      });
    }
  }
  return cells;
}

/** What stands in the padding: none where the operation reads nothing there, as past an edge that is cut off. */
function valueAt(
  document: ConvDocument,
  { op, input, axes }: Trace,
  { channel, depth }: Sheet,
  row: number,
  column: number,
): number | null {
  const { paddingMode, countIncludePad } = document.layers[0];
  if (op === "transposed") return null;
  if (op === "max-pool" || (op === "avg-pool" && !countIncludePad)) return null;
  const ends = [input.depth, input.rows, input.columns].map(
    (size, axis) => size + (axes[axis]?.padding[1] ?? 0),
  );
  if ([depth, row, column].some((index, axis) => index >= (ends[axis] ?? 0))) return null;
  const mode = isPool(op) ? "zeros" : paddingMode;
  const source = {
    channel,
    depth: paddedIndex(depth, input.depth, mode),
    row: paddedIndex(row, input.rows, mode),
    column: paddedIndex(column, input.columns, mode),
  };
  if (source.depth < 0 || source.row < 0 || source.column < 0) return 0;
  return document.input.data[indexIn(input, source)] ?? 0;
}

/** Whether any window lies on a cell of the padded side. */
function readsOf({ axes, steps, op }: Trace): (depth: number, row: number, column: number) => boolean {
  if (op === "transposed") return () => false;
  const reads = (axis: 0 | 1 | 2, positions: number) => {
    const { kernelSize, stride, dilation, padding } = axes[axis];
    const read = new Set<number>();
    for (let position = 0; position < positions; position++) {
      for (let k = 0; k < kernelSize; k++) read.add(position * stride + k * dilation - padding[0]);
    }
    return read;
  };
  const [slices, rows, columns] = [reads(0, steps.depth), reads(1, steps.rows), reads(2, steps.columns)];
  return (depth, row, column) => slices.has(depth) && rows.has(row) && columns.has(column);
}
