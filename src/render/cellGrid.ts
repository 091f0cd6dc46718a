import type { Selection } from "d3-selection";
import type { Place, Sheet } from "../scene/layout";
import type { CellMark, GridMarks, SheetMarks } from "../scene/marks";
import { type CellNodes, createCells, placeCells } from "./cells";
import { createFold } from "./fold";
import { drawPaths } from "./paths";
import { setAttributes } from "./setAttributes";
import { sheetPlaceOf } from "./sheetPlace";

export type Group = Selection<SVGGElement, unknown, null, undefined>;

/** Editable and read-only grids are grids to everyone; a picture is not. */
export type GridKind = "editable" | "readonly" | "picture";

/** Marks of any grid; those of a sheet name its channel and slice to who looks for a cell. */
export type DrawnMarks = GridMarks<string> & Partial<Pick<SheetMarks, "channel" | "depth">>;

/** A drawn grid that owns its part of the page and the roles in it. */
export interface CellGrid {
  readonly draw: (marks: DrawnMarks, name: string) => void;
  /** New marks in the cells that are there. */
  readonly set: (cells: readonly CellMark[]) => void;
  /** How many cells show, in scan order, and how far the last of them has come. */
  readonly show: (count: number, fading: number) => void;
  /** Makes a cell the one that the Tab key reaches. */
  readonly activate: (row: number, column: number) => SVGGElement | null;
}

const blank: CellMark = { text: "", level: 0 };

export function createCellGrid(parent: Group, kind: GridKind): CellGrid {
  const roles = kind !== "picture";
  const root = parent.append("g").attr("class", "grid");
  if (roles) root.attr("role", "grid");
  if (kind === "readonly") root.attr("aria-readonly", "true");
  const paths = parent.append("g");
  const fold = createFold(root);
  let nodes: CellNodes[] = [];
  let painted: CellMark[] = [];
  let marks: DrawnMarks | null = null;
  let shown = Number.POSITIVE_INFINITY;
  let faded = -1;
  let active = { row: 0, column: 0 };

  function paint(cells: readonly CellMark[], from: number, to: number) {
    for (let i = from; i < to; i++) {
      const computed = i < shown;
      const mark = computed ? (cells[i] ?? blank) : blank;
      nodes[i]?.paint(mark, painted[i], computed);
      painted[i] = mark;
    }
  }

  function draw(next: DrawnMarks, name: string) {
    const { place, transform } = sheetPlaceOf(next.place);
    setAttributes(root.node() as SVGGElement, {
      transform,
      "data-channel": next.channel ?? null,
      "data-depth": next.depth ?? null,
    });
    if (marks === null || !samePlace(marks, next)) {
      if (next.folded) {
        nodes = [];
        // A folded grid's one row is the fold's own.
        if (!marks?.folded) root.selectAll(":scope > .row").remove();
      } else {
        fold.clear();
        nodes = createCells(root, place.rows, place.columns, roles);
        placeCells(nodes, place, next.fontSize, next.lift);
      }
      painted = [];
      faded = -1;
      root.classed("legible", next.digits).attr("data-grid", next.grid);
    }
    if (roles && root.attr("aria-label") !== name) root.attr("aria-label", name);
    marks = next;
    drawPaths(paths, next.paths);
    if (next.folded) fold.draw({ ...next, place }, shown);
    else paint(next.cells, 0, next.cells.length);
    activate(Math.min(active.row, place.rows - 1), Math.min(active.column, place.columns - 1));
  }

  function set(cells: readonly CellMark[]) {
    paint(cells, 0, cells.length);
  }

  function show(count: number, fading: number) {
    if (!marks) return;
    const before = Math.min(shown, marks.cells.length);
    const now = Math.min(count, marks.cells.length);
    shown = count;
    if (marks.folded) {
      if (now === before) return;
      fold.mask(sheetPlaceOf(marks.place).place, count);
      // The keyboard's cell may have been computed, or taken back.
      activate(active.row, active.column);
      return;
    }
    paint(marks.cells, Math.min(before, now), Math.max(before, now));
    const fadedNow = fading < 1 ? count - 1 : -1;
    if (faded >= 0 && faded !== fadedNow) nodes[faded]?.group.removeAttribute("opacity");
    if (fadedNow >= 0) nodes[fadedNow]?.group.setAttribute("opacity", fading.toFixed(2));
    faded = fadedNow;
  }

  function activate(row: number, column: number): SVGGElement | null {
    if (!marks || !roles) return null;
    const { columns } = marks.place;
    const before = nodes[active.row * columns + active.column];
    active = { row, column };
    if (marks.folded) {
      const index = row * columns + column;
      return fold.activate(
        { ...marks, place: sheetPlaceOf(marks.place).place },
        row,
        column,
        index < shown ? (marks.cells[index]?.text ?? "") : "",
      );
    }
    const node = nodes[row * columns + column];
    if (node !== before) before?.group.setAttribute("tabindex", "-1");
    if (node?.group.getAttribute("tabindex") !== "0") node?.group.setAttribute("tabindex", "0");
    return node?.group ?? null;
  }

  return { draw, set, show, activate };
}

function samePlace(a: GridMarks<string>, b: GridMarks<string>): boolean {
  const keys: readonly (keyof Place | "pitch")[] = ["x", "y", "cell", "rows", "columns", "pitch"];
  const [before, after]: readonly (Place & Partial<Sheet>)[] = [a, b].map(
    ({ place }) => sheetPlaceOf(place).place,
  );
  return (
    a.folded === b.folded && a.fontSize === b.fontSize && keys.every((key) => before?.[key] === after?.[key])
  );
}
