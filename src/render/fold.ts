import type { Place, Sheet } from "../scene/layout";
import { levelClass } from "../scene/levels";
import { cellPath, type GridMarks } from "../scene/marks";
import type { Group } from "./cellGrid";
import { type CellNodes, createCells, placeCells } from "./cells";
import { setAttributes } from "./setAttributes";

/** A place whose columns may stand apart. */
type Spaced = Place & Pick<Partial<Sheet>, "pitch">;
type FoldedMarks = Omit<GridMarks<string>, "place"> & { readonly place: Spaced };

/** A large grid: one path for each colour, and in the accessible grid the one cell that the keyboard is on. */
export interface Fold {
  readonly draw: (marks: FoldedMarks, shown: number) => void;
  /** Covers the cells from `shown` on, which are not computed yet. */
  readonly mask: (place: Spaced, shown: number) => void;
  readonly activate: (marks: FoldedMarks, row: number, column: number, text: string) => SVGGElement | null;
  readonly clear: () => void;
}

export function createFold(root: Group): Fold {
  const fills = root.append("g").attr("class", "fills").attr("aria-hidden", "true");
  const cover = root.append("path").attr("class", "cell-cover").attr("d", "");
  let cells: CellNodes[] = [];

  function draw({ place, cells: marks }: FoldedMarks, shown: number) {
    root.attr("aria-rowcount", place.rows).attr("aria-colcount", place.columns);
    const byColour = new Map<string, string[]>();
    marks.forEach(({ level, state }, i) => {
      const colour = state === "empty" ? state : levelClass(level);
      const path = cellPath(
        place.x + (i % place.columns) * (place.pitch ?? place.cell),
        place.y + Math.floor(i / place.columns) * place.cell,
        place.cell,
        place.cell < 8 ? 0.25 : 0.5,
      );
      const others = byColour.get(colour);
      if (others) others.push(path);
      else byColour.set(colour, [path]);
    });
    fills
      .selectAll<SVGPathElement, [string, string[]]>("path")
      .data([...byColour], ([colour]) => colour)
      .join("path")
      .each(function ([colour, paths]) {
        setAttributes(this, { class: `cell-fill ${colour}`, d: paths.join("") });
      });
    mask(place, shown);
  }

  function mask({ x, y, cell, rows, columns, pitch = cell }: Spaced, shown: number) {
    const row = Math.floor(shown / columns);
    const column = shown % columns;
    const rest =
      row >= rows
        ? ""
        : `M${x + column * pitch} ${y + row * cell}H${x + columns * pitch}V${y + rows * cell}H${x}` +
          `V${y + (row + 1) * cell}H${x + column * pitch}z`;
    if (cover.attr("d") !== rest) cover.attr("d", rest);
  }

  function activate({ place, fontSize }: FoldedMarks, row: number, column: number, text: string) {
    if (cells.length === 0) cells = createCells(root, 1, 1, true);
    const [cell] = cells;
    if (!cell) return null;
    placeCells(
      [cell],
      { ...place, x: place.x + column * (place.pitch ?? place.cell), y: place.y + row * place.cell },
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
