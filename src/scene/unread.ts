import type { ConvDocument } from "../model/document";
import { inputSizeOf } from "../model/layer";
import { traceOf } from "../trace/trace";

/** How often the windows read each row and each column of the input; a cell is read rows × columns times. */
export function axisReads(document: ConvDocument): { rows: readonly number[]; columns: readonly number[] } {
  const [height = 0, width = 0] = inputSizeOf(document);
  const { rowTaps, columnTaps } = traceOf(document);
  return { rows: countTaps(rowTaps, height), columns: countTaps(columnTaps, width) };
}

/** What no window reads: whole rows and columns, and the number of cells in them. */
export interface Unread {
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

export function unreadOf(document: ConvDocument): Unread {
  const reads = axisReads(document);
  const rows = reads.rows.filter((count) => count === 0).length;
  const columns = reads.columns.filter((count) => count === 0).length;
  const read = (reads.rows.length - rows) * (reads.columns.length - columns);
  return { rows, columns, cells: reads.rows.length * reads.columns.length - read };
}

function countTaps(taps: Int32Array, size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const index of taps) if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}
