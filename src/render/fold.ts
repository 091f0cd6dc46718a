import type { Place } from "../scene/layout";
import { levelClass } from "../scene/levels";
import { cellPath, type GridMarks } from "../scene/marks";
import type { Group } from "./cellGrid";
import { type CellNodes, createCells, placeCells } from "./cells";

/** A large grid: one path for each colour, and in the accessible grid the one cell that the keyboard is on. */
export interface Fold {
  readonly draw: (marks: GridMarks<string>, shown: number) => void;
  /** Covers the cells from `shown` on, which are not computed yet. */
  readonly mask: (place: Place, shown: number) => void;
  readonly activate: (
    marks: GridMarks<string>,
    row: number,
    column: number,
    text: string,
  ) => SVGGElement | null;
  readonly clear: () => void;
}

export function createFold(root: Group): Fold {
  const fills = root.append("g").attr("class", "fills").attr("aria-hidden", "true");
  const cover = root.append("path").attr("class", "cell-cover").attr("d", "");
  let cells: CellNodes[] = [];

  function draw({ place, cells: marks }: GridMarks<string>, shown: number) {
    root.attr("aria-rowcount", place.rows).attr("aria-colcount", place.columns);
    const byLevel = new Map<number, string[]>();
    marks.forEach(({ level }, i) => {
      const path = cellPath(
        place.x + (i % place.columns) * place.cell,
        place.y + Math.floor(i / place.columns) * place.cell,
        place.cell,
        place.cell < 8 ? 0.25 : 0.5,
      );
      const others = byLevel.get(level);
      if (others) others.push(path);
      else byLevel.set(level, [path]);
    });
    fills
      .selectAll<SVGPathElement, [number, string[]]>("path")
      .data([...byLevel], ([level]) => level)
      .join("path")
      .attr("class", ([level]) => `cell-fill ${levelClass(level)}`)
      .attr("d", ([, paths]) => paths.join(""));
    mask(place, shown);
  }

  function mask({ x, y, cell, rows, columns }: Place, shown: number) {
    const row = Math.floor(shown / columns);
    const column = shown % columns;
    const rest =
      row >= rows
        ? ""
        : `M${x + column * cell} ${y + row * cell}H${x + columns * cell}V${y + rows * cell}H${x}` +
          `V${y + (row + 1) * cell}H${x + column * cell}z`;
    cover.attr("d", rest);
  }

  function activate({ place, fontSize }: GridMarks<string>, row: number, column: number, text: string) {
    if (cells.length === 0) cells = createCells(root, 1, 1, true);
    const [cell] = cells;
    if (!cell) return null;
    placeCells(
      [cell],
      { ...place, x: place.x + column * place.cell, y: place.y + row * place.cell },
      fontSize,
    );
    cell.paint({ text, level: 0 }, undefined, true);
    cell.group.setAttribute("class", "cell over-fill");
    cell.group.setAttribute("tabindex", "0");
    cell.group.setAttribute("data-row", String(row));
    cell.group.setAttribute("data-column", String(column));
    cell.group.setAttribute("aria-rowindex", String(row + 1));
    cell.group.setAttribute("aria-colindex", String(column + 1));
    return cell.group;
  }

  function clear() {
    if (cells.length === 0 && fills.selectChildren().empty()) return;
    cells = [];
    root.selectAll(":scope > .row").remove();
    fills.selectChildren().remove();
    cover.attr("d", "");
    root.attr("aria-rowcount", null).attr("aria-colcount", null);
  }

  return { draw, mask, activate, clear };
}
