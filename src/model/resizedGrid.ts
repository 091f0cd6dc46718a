import type { Grid } from "./document";

/** A grid of four axes with the numbers that fit into another shape, where they were; new cells are 0. */
export function resizedGrid({ shape, data }: Grid, to: readonly number[]): Grid {
  const [, oldIns = 1, oldRows = 1, oldColumns = 1] = shape;
  const [outs = 1, ins = 1, rows = 1, columns = 1] = to;
  const resized = new Float64Array(outs * ins * rows * columns);
  for (let at = 0; at < resized.length; at++) {
    const column = at % columns;
    const row = Math.floor(at / columns) % rows;
    const channel = Math.floor(at / (columns * rows)) % ins;
    const out = Math.floor(at / (columns * rows * ins));
    const inside = column < oldColumns && row < oldRows && channel < oldIns;
    if (inside) resized[at] = data[((out * oldIns + channel) * oldRows + row) * oldColumns + column] ?? 0;
  }
  return { shape: [outs, ins, rows, columns], data: resized };
}
