import type { Grid } from "./document";

/**
 * A grid of four axes with the numbers that fit into another shape, where they were.
 *
 * @param fresh numbers of that shape for the new cells; 0 when absent
 */
export function resizedGrid({ shape, data }: Grid, to: readonly number[], fresh?: Float64Array): Grid {
  const [, oldIns = 1, oldRows = 1, oldColumns = 1] = shape;
  const [outs = 1, ins = 1, rows = 1, columns = 1] = to;
  const resized = fresh?.slice() ?? new Float64Array(outs * ins * rows * columns);
  for (let at = 0; at < resized.length; at++) {
    const column = at % columns;
    const row = Math.floor(at / columns) % rows;
    const channel = Math.floor(at / (columns * rows)) % ins;
    const out = Math.floor(at / (columns * rows * ins));
    if (column >= oldColumns || row >= oldRows || channel >= oldIns) continue;
    const value = data[((out * oldIns + channel) * oldRows + row) * oldColumns + column];
    if (value !== undefined) resized[at] = value;
  }
  return { shape: [outs, ins, rows, columns], data: resized };
}
