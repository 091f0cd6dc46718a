import { cellCount } from "../core/tensor";
import type { Grid } from "./document";

/**
 * A grid with the numbers that fit into another shape of as many axes, where they were.
 *
 * @param fresh numbers of that shape for the new cells; 0 when absent
 */
export function resizedGrid({ shape, data }: Grid, to: readonly number[], fresh?: Float64Array): Grid {
  const resized = fresh?.slice() ?? new Float64Array(cellCount(to));
  for (let at = 0; at < resized.length; at++) {
    let rest = at;
    let from = 0;
    let step = 1;
    for (let axis = to.length - 1; axis >= 0; axis--) {
      const size = to[axis] as number;
      const place = rest % size;
      rest = (rest - place) / size;
      const old = shape[axis] ?? 1;
      if (place >= old) from = Number.NaN;
      from += place * step;
      step *= old;
    }
    const value = data[from];
    if (value !== undefined) resized[at] = value;
  }
  return { shape: to.slice(), data: resized };
}
