import { createRandom } from "../core/random";

/** What a grid can be filled with; `random` is repeatable by its seed. */
export type Fill =
  | { readonly kind: Exclude<FillKind, "random"> }
  | { readonly kind: "random"; readonly seed: number };

export type FillKind = (typeof fillKinds)[number];

export const fillKinds = ["zeros", "ones", "count", "random", "checkerboard", "edge", "gradient"] as const;

/** Random numbers are whole ones from −9 to 9, so that sums can be followed by hand. */
const RANDOM_SPAN = 19;
const RANDOM_LOWEST = -9;

/** The number a fill puts into each cell of a grid with that many rows and columns, asked row by row. */
export function fillOf(fill: Fill, columns: number): (row: number, column: number) => number {
  switch (fill.kind) {
    case "zeros":
      return () => 0;
    case "ones":
      return () => 1;
    case "count":
      return (row, column) => row * columns + column;
    case "random":
      return randomEntry(fill.seed);
    case "checkerboard":
      return (row, column) => ((row + column) % 2 === 0 ? 1 : 0);
    case "edge":
      return (_, column) => (isBand(column, columns) ? 0 : 1);
    case "gradient":
      return (row, column) => row + column;
  }
}

/** A source of random entries: whole numbers from −9 to 9. */
export function randomEntry(seed: number): () => number {
  const random = createRandom(seed);
  return () => Math.floor(random() * RANDOM_SPAN) + RANDOM_LOWEST;
}

/** The middle half: columns 2–5 of 8, as in the usual first picture for edge kernels. Two columns are one edge. */
function isBand(column: number, columns: number): boolean {
  const margin = Math.max(1, Math.floor(columns / 4));
  return column >= margin && (column < columns - margin || columns === 2);
}
