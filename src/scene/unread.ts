import type { ConvDocument } from "../model/document";
import { axisCounts } from "../trace/relations";
import { traceOf } from "../trace/trace";

/** How often each place along an axis is covered by windows; a cell is covered slices × rows × columns times. */
export interface AxisReads {
  readonly slices: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** How often the windows cover each place of the side they slide over: of a transposed layer, of the output. */
export function axisReads(document: ConvDocument): AxisReads {
  const [slices, rows, columns] = axisCounts(traceOf(document));
  return { slices, rows, columns };
}

/** What no window reads: whole slices, rows and columns, and the number of cells in them, of one channel. */
export interface Unread {
  readonly slices: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

/** A transposed layer uses every cell of its input. */
export function unreadOf(document: ConvDocument): Unread {
  if (document.layers[0].op === "transposed") return { slices: 0, rows: 0, columns: 0, cells: 0 };
  const reads = axisReads(document);
  const zeros = (counts: readonly number[]) => counts.filter((count) => count === 0).length;
  const [slices, rows, columns] = [zeros(reads.slices), zeros(reads.rows), zeros(reads.columns)];
  const sizes = [reads.slices.length, reads.rows.length, reads.columns.length] as const;
  const read = (sizes[0] - slices) * (sizes[1] - rows) * (sizes[2] - columns);
  return { slices, rows, columns, cells: sizes[0] * sizes[1] * sizes[2] - read };
}
