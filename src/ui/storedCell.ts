import type { ConvDocument } from "../model/document";
import type { Rows } from "../model/grid";
import type { PastePlace } from "../model/gridCommands";
import type { GridPlace } from "../model/gridPlace";
import type { CellTarget } from "../scene/highlight";
import { stepCell } from "../trace/terms";
import { traceOf } from "../trace/trace";

/** A cell that holds a number of the user's. */
export type EditableTarget = CellTarget & { readonly grid: "input" | "kernel" };

/**
 * The document's cell under a cell on the page: of the kernel its channels are those of the step on screen, and true
 * convolution shows it turned by 180°.
 */
export function storedCell(document: ConvDocument, step: number, cell: EditableTarget): GridPlace {
  const { channel, depth, row, column } = cell;
  if (cell.grid === "input") return { channel, depth, row, column };
  const { op, window } = traceOf(document);
  const out = stepCell(document, step).channel;
  if (op !== "conv-flipped") return { out, channel, depth, row, column };
  return {
    out,
    channel,
    depth: window.depth - 1 - depth,
    row: window.rows - 1 - row,
    column: window.columns - 1 - column,
  };
}

/** Numbers put in from a cell on the page on, as they lie in the document; null where they don't fit its sheet. */
export function storedBlock(
  document: ConvDocument,
  step: number,
  cell: EditableTarget,
  rows: Rows,
): { readonly rows: Rows; readonly place: PastePlace } | null {
  const { op, input, window } = traceOf(document);
  const sheet = cell.grid === "input" ? input : window;
  const last = { ...cell, row: cell.row + rows.length - 1, column: cell.column + (rows[0]?.length ?? 0) - 1 };
  if (last.row >= sheet.rows || last.column >= sheet.columns) return null;
  const isTurned = cell.grid === "kernel" && op === "conv-flipped";
  const { row, column, ...place } = storedCell(document, step, isTurned ? last : cell);
  return {
    rows: isTurned ? rows.map((line) => line.toReversed()).toReversed() : rows,
    place: { ...place, at: [row, column], mode: "cut" },
  };
}
