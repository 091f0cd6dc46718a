import type { CellTarget } from "../scene/highlight";
import type { SceneGrid } from "../scene/marks";

/** The cell that an element of a grid stands for. */
export function cellOf(element: EventTarget | null): CellTarget | null {
  if (!(element instanceof Element)) return null;
  const cell = element.closest("[role=gridcell]");
  const grid = cell?.closest("[role=grid]")?.getAttribute("data-grid");
  if (!cell || !grid) return null;
  return {
    grid: grid as SceneGrid,
    row: Number(cell.getAttribute("data-row")),
    column: Number(cell.getAttribute("data-column")),
  };
}
