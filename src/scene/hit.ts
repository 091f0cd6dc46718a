import type { CellTarget } from "./highlight";
import type { Layout, Place } from "./layout";
import type { SceneGrid } from "./marks";

/** How far from an edge a pointer still takes hold of it, in pixels. */
const REACH = 6;

/** An edge by which a grid is resized. */
export interface EdgeTarget {
  readonly grid: "input" | "kernel";
  readonly edge: "right" | "bottom" | "corner";
}

/** The cell at a point of the figure; null between grids. */
export function cellAtPoint(layout: Layout, x: number, y: number): CellTarget | null {
  for (const grid of ["input", "kernel", "products", "output"] as const satisfies readonly SceneGrid[]) {
    const place = layout[grid];
    const column = Math.floor((x - place.x) / place.cell);
    const row = Math.floor((y - place.y) / place.cell);
    if (row >= 0 && row < place.rows && column >= 0 && column < place.columns) return { grid, row, column };
  }
  return null;
}

/** The edge at a point of the figure: the right and the lower one of the grids that can be resized. */
export function edgeAtPoint(layout: Layout, x: number, y: number): EdgeTarget | null {
  for (const grid of ["input", "kernel"] as const) {
    const place = layout[grid];
    const right = Math.abs(x - rightOf(place)) <= REACH && y > place.y && y < bottomOf(place) + REACH;
    const bottom = Math.abs(y - bottomOf(place)) <= REACH && x > place.x && x < rightOf(place) + REACH;
    if (right || bottom) return { grid, edge: right && bottom ? "corner" : right ? "right" : "bottom" };
  }
  return null;
}

export function rightOf({ x, columns, cell }: Place): number {
  return x + columns * cell;
}

export function bottomOf({ y, rows, cell }: Place): number {
  return y + rows * cell;
}
