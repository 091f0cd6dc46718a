import type { CellTarget, GridCell } from "../scene/highlight";

/** The cell that an element of a grid stands for. */
export function cellOf<Grid extends string>(element: EventTarget | null): GridCell<Grid> | null {
  const found = partsOf(element);
  if (!found) return null;
  const { cell, grid } = found;
  return { grid: grid.dataset.grid as Grid, row: numberIn(cell, "row"), column: numberIn(cell, "column") };
}

/** The cell of a figure of sheets that an element stands for. */
export function targetOf(element: EventTarget | null): CellTarget | null {
  const found = partsOf(element);
  const cell = cellOf<CellTarget["grid"]>(element);
  if (!found || !cell) return null;
  return { ...cell, channel: numberIn(found.grid, "channel"), depth: numberIn(found.grid, "depth") };
}

/** Whether an element is that of a cell. */
export function isCell(element: Element | null, cell: GridCell<string>): boolean {
  const found = cellOf(element);
  return found?.grid === cell.grid && found.row === cell.row && found.column === cell.column;
}

/** Whether an element is that of a cell, on its sheet. */
export function isTarget(element: Element | null, target: CellTarget): boolean {
  const found = targetOf(element);
  return isCell(element, target) && found?.channel === target.channel && found.depth === target.depth;
}

function partsOf(element: EventTarget | null) {
  if (!(element instanceof Element)) return null;
  const cell = element.closest<SVGElement>("[role=gridcell]");
  const grid = cell?.closest<SVGElement>("[role=grid][data-grid]");
  return cell && grid ? { cell, grid } : null;
}

function numberIn({ dataset }: SVGElement, name: string): number {
  return Number(dataset[name] ?? 0);
}
