import type { CellTarget } from "../scene/highlight";

/** The cell that an element of a grid stands for. */
export function cellOf<Grid extends string>(element: EventTarget | null): CellTarget<Grid> | null {
  if (!(element instanceof Element)) return null;
  const cell = element.closest("[role=gridcell]");
  const grid = cell?.closest("[role=grid]")?.getAttribute("data-grid");
  if (!cell || !grid) return null;
  return {
    grid: grid as Grid,
    row: Number(cell.getAttribute("data-row")),
    column: Number(cell.getAttribute("data-column")),
  };
}

/** Whether an element is that of a cell. */
export function isCell(element: Element | null, { grid, row, column }: CellTarget<string>): boolean {
  const cell = cellOf(element);
  return cell?.grid === grid && cell.row === row && cell.column === column;
}
