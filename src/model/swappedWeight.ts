import { cellCount } from "../core/tensor";
import type { Grid, Layer } from "./document";

/**
 * The weights of a convolution as those of a transposed one that leads from and to the same channels, and the other way
 * round: `[Cout, Cin / groups, …]` and `[Cin, Cout / groups, …]`.
 */
export function swappedWeight({ weight: { shape, data }, groups }: Pick<Layer, "weight" | "groups">): Grid {
  const [first = 1, second = 1, ...size] = shape;
  const cells = cellCount(size);
  const perGroup = first / groups;
  const swapped = new Float64Array(data.length);
  for (let group = 0; group < groups; group++) {
    for (let other = 0; other < second; other++) {
      for (let own = 0; own < perGroup; own++) {
        const from = ((group * perGroup + own) * second + other) * cells;
        const to = ((group * second + other) * perGroup + own) * cells;
        swapped.set(data.subarray(from, from + cells), to);
      }
    }
  }
  return { shape: [second * groups, perGroup, ...size], data: swapped };
}
