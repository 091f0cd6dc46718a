import type { CellTarget } from "./highlight";
import type { Layout, Place, Sheet } from "./layout";
import { cellPath, type Rectangle } from "./marks";

/** How far from an edge a pointer still takes hold of it, in pixels. */
const REACH = 6;

/** An edge by which a grid is resized. */
export interface EdgeTarget {
  readonly grid: "input" | "kernel";
  readonly edge: "right" | "bottom" | "corner";
}

/** What names a sheet of the figure. */
export type SheetName = Pick<Sheet, "grid" | "channel" | "depth">;

/**
 * The cell at a point of the figure; null between sheets. Where sheets in perspective cover one another it is that of the one
 * in front.
 *
 * @param slide how far kernel and products have glided to the right, in pixels
 */
export function cellAtPoint({ sheets }: Layout, x: number, y: number, slide = 0): CellTarget | null {
  for (const list of [sheets.input, sheets.kernel, sheets.products, sheets.output]) {
    for (const sheet of list.toReversed()) {
      const { grid, channel, depth, rows, columns } = sheet;
      const still = grid === "input" || grid === "output";
      const point = pointOn(sheet, still ? x : x - slide, y);
      const [row, column] = [Math.floor(point.row), Math.floor(point.column)];
      if (row < 0 || row >= rows || column < 0 || column >= columns) continue;
      if (isBetweenColumns(sheet, point.column - column)) continue;
      return { grid, channel, depth, row, column };
    }
  }
  return null;
}

/** The sheet of a grid with this channel and slice, of padding too; undefined where it is not on show. */
export function sheetOf({ sheets, padding }: Layout, { grid, channel, depth }: SheetName): Sheet | undefined {
  const isIt = (sheet: Sheet) => sheet.grid === grid && sheet.channel === channel && sheet.depth === depth;
  return sheets[grid].find(isIt) ?? padding.find(isIt);
}

/** Where a point of the figure lies on a sheet, in cells and parts of them from its first corner; outside it past its ends. */
export function pointOn(sheet: Sheet, x: number, y: number): { row: number; column: number } {
  const [[ax, ay], [dx, dy]] = [columnStep(sheet), rowStep(sheet)];
  const determinant = ax * dy - ay * dx;
  const [px, py] = [x - sheet.x, y - sheet.y];
  return { column: (px * dy - py * dx) / determinant, row: (py * ax - px * ay) / determinant };
}

/** The first corner of a cell on the page, in pixels; rows and columns may lie outside the sheet or between cells. */
export function cornerOf(sheet: Sheet, row: number, column: number): readonly [x: number, y: number] {
  const [[ax, ay], [dx, dy]] = [columnStep(sheet), rowStep(sheet)];
  return [sheet.x + column * ax + row * dx, sheet.y + column * ay + row * dy];
}

/** The smallest upright rectangle around a cell, in pixels. */
export function cellBox(sheet: Sheet, row: number, column: number): Rectangle {
  const xs = cellCorners(sheet, row, column).map(([x]) => x);
  const ys = cellCorners(sheet, row, column).map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/**
 * The path around a cell of a sheet.
 *
 * @param gap to its neighbours, in pixels
 */
export function cellOutline(
  sheet: Sheet,
  row: number,
  column: number,
  gap: number = sheet.cell < 8 ? 0.25 : 1,
): string {
  if (!sheet.skew) return cellPath(...cornerOf(sheet, row, column), sheet.cell, gap);
  const [[x, y], [ax, ay], , [dx, dy]] = cellCorners(sheet, row, column);
  const side = sheet.cell - 2 * gap;
  const part = (share: number) => share / sheet.cell;
  const across = [(ax - x) * part(side), (ay - y) * part(side)] as const;
  const down = [(dx - x) * part(side), (dy - y) * part(side)] as const;
  const startX = x + (ax - x + dx - x) * part(gap);
  const startY = y + (ay - y + dy - y) * part(gap);
  return (
    `M${startX} ${startY}l${across[0]} ${across[1]}l${down[0]} ${down[1]}` + `l${-across[0]} ${-across[1]}z`
  );
}

type Point = readonly [x: number, y: number];

/** From the first corner in reading direction around the cell. */
function cellCorners(sheet: Sheet, row: number, column: number): readonly [Point, Point, Point, Point] {
  const [x, y] = cornerOf(sheet, row, column);
  const [[ax, ay], [dx, dy]] = [cellAcross(sheet), rowStep(sheet)];
  return [
    [x, y],
    [x + ax, y + ay],
    [x + ax + dx, y + ay + dy],
    [x + dx, y + dy],
  ];
}

/** What a cell's own upper edge adds on the page, in pixels. */
function cellAcross({ cell, skew }: Sheet): Point {
  return skew ? [skew.across[0] * cell, skew.across[1] * cell] : [cell, 0];
}

function columnStep(sheet: Sheet): Point {
  const [x, y] = cellAcross(sheet);
  const share = (sheet.pitch ?? sheet.cell) / sheet.cell;
  return [x * share, y * share];
}

function rowStep({ cell, skew }: Sheet): Point {
  return skew ? [skew.down[0] * cell, skew.down[1] * cell] : [0, cell];
}

/** Whether a part of the way from one column to the next is the gap after the cell. */
function isBetweenColumns({ cell, pitch = cell }: Sheet, part: number): boolean {
  return part * pitch > cell;
}

/** The edge at a point of the figure: the right and the lower one of the first sheets that can be resized, of a line the right. */
export function edgeAtPoint(
  { arrangement, sheets }: Layout,
  x: number,
  y: number,
  slide = 0,
): EdgeTarget | null {
  for (const grid of ["input", "kernel"] as const) {
    const [sheet] = sheets[grid];
    if (!sheet || sheet.skew) continue;
    const place = grid === "kernel" ? { ...sheet, x: sheet.x + slide } : sheet;
    const right = Math.abs(x - rightOf(place)) <= REACH && y > place.y && y < bottomOf(place) + REACH;
    const isLine = arrangement === "line";
    const bottom =
      !isLine && Math.abs(y - bottomOf(place)) <= REACH && x > place.x && x < rightOf(place) + REACH;
    if (right || bottom) return { grid, edge: right && bottom ? "corner" : right ? "right" : "bottom" };
  }
  return null;
}

export function rightOf({ x, columns, cell, pitch = cell }: Place & { readonly pitch?: number }): number {
  return x + (columns - 1) * pitch + cell;
}

export function bottomOf({ y, rows, cell }: Place): number {
  return y + rows * cell;
}
