import { create, select } from "d3-selection";
import type { TableCell, TableLights, TableMarks } from "../scene/numberTable";
import { setAttributes, setText } from "./setAttributes";
import { createTablePicture } from "./tablePicture";

export interface TablePlace {
  readonly row: number;
  readonly column: number;
}

/** A drawn table that owns its part of the page: a grid to everyone, with one cell that the Tab key reaches. */
export interface NumberTable {
  readonly draw: (marks: TableMarks, name: string) => void;
  readonly light: (lights: TableLights) => void;
  readonly activate: (place: TablePlace) => HTMLElement | null;
  /** The cell under a pointer or with the focus. */
  readonly placeOf: (event: Event) => TablePlace | null;
}

/** @param editable whether its numbers are the reader's */
export function createNumberTable(host: HTMLElement, editable = false): NumberTable {
  const root = select(host).append("div").attr("class", "number-table").attr("dir", "ltr");
  const picture = createTablePicture(root.node() as HTMLDivElement, editable);
  let cells: HTMLElement[] = [];
  let marks: TableMarks | null = null;
  let lit: readonly Element[] = [];
  let active: TablePlace = { row: 0, column: 0 };

  function draw(next: TableMarks, name: string) {
    const before = marks;
    marks = next;
    root.attr("data-table", next.key).classed("picture", next.picture);
    if (next.picture) {
      if (before && !before.picture) clear();
      picture.draw(next, name);
    } else {
      if (before?.picture) picture.clear();
      if (!before || before.picture || !sameShape(before, next)) build(next);
      root.style("--cell-width", `${next.cellWidth}px`);
      root.select("[role=grid]").attr("aria-label", name);
      for (const [i, cell] of cells.entries()) paint(cell, next.cells[i]);
    }
    activate({
      row: Math.min(active.row, next.rows - 1),
      column: Math.min(active.column, next.columns - 1),
    });
  }

  function clear() {
    root.selectAll(":scope > .table-heads, :scope > [role=grid]").remove();
    cells = [];
    lit = [];
  }

  function build({ rows, columns, rowHeads, columnHeads }: TableMarks) {
    clear();
    const heads = rowHeads.length > 0;
    if (columnHeads.length > 0) {
      const line = root.append("div").attr("class", "table-heads").attr("aria-hidden", "true");
      if (heads) line.append("span").attr("class", "table-head row-head");
      for (const lines of columnHeads) {
        const head = line.append("span").attr("class", "table-head column-head");
        for (const text of lines) head.append("span").text(text);
      }
    }
    const grid = root
      .append("div")
      .attr("role", "grid")
      .attr("aria-readonly", editable ? null : "true");
    cells = Array.from({ length: rows }, (_, row) => {
      const line = grid.append("div").attr("role", "row").attr("class", "table-row");
      if (heads) {
        line
          .append("span")
          .attr("class", "table-head row-head")
          .attr("aria-hidden", "true")
          .text(rowHeads[row] ?? "");
      }
      return Array.from({ length: columns }, (_, column) =>
        createCell(line.node() as HTMLElement, row, column),
      );
    }).flat();
  }

  function light({ rows, columns, cells: places }: TableLights) {
    if (!marks) return;
    if (marks.picture) {
      picture.light({ rows, columns, cells: places });
      return;
    }
    for (const element of lit) element.classList.remove("lit", "lit-line");
    const width = marks.columns;
    const lines = new Set([
      ...rows.flatMap((row) => Array.from({ length: width }, (_, column) => row * width + column)),
      ...columns.flatMap((column) =>
        Array.from({ length: marks?.rows ?? 0 }, (_, row) => row * width + column),
      ),
    ]);
    const found: Element[] = [];
    for (const [chosen, name] of [
      [lines, "lit-line"],
      [places, "lit"],
    ] as const) {
      for (const place of chosen) {
        const cell = cells[place];
        cell?.classList.add(name);
        if (cell) found.push(cell);
      }
    }
    lit = found;
  }

  function activate(place: TablePlace): HTMLElement | null {
    if (!marks) return null;
    const before = cells[active.row * marks.columns + active.column];
    active = place;
    if (marks.picture) return picture.activate(place);
    const cell = cells[place.row * marks.columns + place.column];
    if (before && before !== cell) before.tabIndex = -1;
    if (cell) cell.tabIndex = 0;
    return cell ?? null;
  }

  function placeOf(event: Event): TablePlace | null {
    if (marks?.picture && event instanceof MouseEvent) return picture.placeOf(event);
    const cell = event.target instanceof Element ? event.target.closest("[role=gridcell]") : null;
    if (!cell) return null;
    return { row: Number(cell.getAttribute("data-row")), column: Number(cell.getAttribute("data-column")) };
  }

  return { draw, light, activate, placeOf };
}

function createCell(line: HTMLElement, row: number, column: number): HTMLElement {
  const cell = create("div").node() as HTMLDivElement;
  setAttributes(cell, { role: "gridcell", tabindex: -1, "data-row": row, "data-column": column });
  line.append(cell);
  return cell;
}

function paint(cell: HTMLElement, mark: TableCell | undefined) {
  if (!mark) return;
  setText(cell, mark.text);
  setAttributes(cell, { class: `table-cell ${mark.className}`, "data-note": mark.note ?? null });
}

function sameShape(a: TableMarks, b: TableMarks): boolean {
  const heads = ({ rows, columns, rowHeads, columnHeads }: TableMarks) =>
    JSON.stringify([rows, columns, rowHeads, columnHeads]);
  return heads(a) === heads(b);
}
