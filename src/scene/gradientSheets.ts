import { type Extent, indexIn } from "../trace/extent";
import { maxMagnitude } from "./levels";
import { type TableLights, type TableMarks, valueTable } from "./numberTable";

/** One plane of gradients: a channel's slice. */
export interface GradientSheet {
  readonly channel: number;
  readonly depth: number;
  /** Where its cells begin among all, in scan order. */
  readonly first: number;
  readonly marks: TableMarks;
}

/** The sheets of some channels of a tensor, on one scale of colours. */
export function gradientSheets(
  key: string,
  extent: Extent,
  values: Float64Array,
  channels: readonly number[],
): readonly GradientSheet[] {
  const { depth, rows, columns } = extent;
  const max = maxMagnitude(values);
  const range = (count: number) => Array.from({ length: count }, (_, i) => i);
  return channels.flatMap((channel) =>
    range(depth).map((slice) => {
      const first = indexIn(extent, { channel, depth: slice, row: 0, column: 0 });
      const marks = valueTable(key, rows, columns, values.subarray(first, first + rows * columns), {
        max,
        rowHeads: rows > 1 ? range(rows).map(String) : [],
        columnHeads: range(columns).map((column) => [String(column)]),
      });
      return { channel, depth: slice, first, marks };
    }),
  );
}

/** What is lit on a sheet, of places among all. */
export function sheetLights({ first, marks }: GradientSheet, places: readonly number[]): TableLights {
  const size = marks.rows * marks.columns;
  const cells = places.flatMap((place) => (place >= first && place < first + size ? [place - first] : []));
  return { rows: [], columns: [], cells };
}
