import type { CellTarget } from "../scene/highlight";
import type { CellMark, SheetMarks } from "../scene/marks";
import { type CellGrid, createCellGrid, type GridKind, type Group } from "./cellGrid";

/** One grid's sheets, each a grid of its own; those of the same channel and slice stay from board to board. */
export interface SheetGrids {
  /** @param name of a sheet, to those who don't see it */
  readonly draw: (sheets: readonly SheetMarks[], name: (sheet: SheetMarks) => string) => void;
  /** New marks in the cells that are there, of each sheet. */
  readonly set: (cells: readonly (readonly CellMark[])[]) => void;
  /** How many cells show in scan order over all channels, and how far the last of them has come. */
  readonly show: (count: number, fading: number) => void;
  /** Makes a cell the one that the Tab key reaches; null where its sheet is not on show. */
  readonly activate: (target: CellTarget) => SVGGElement | null;
}

interface Drawn {
  readonly cells: CellGrid;
  readonly home: Group;
  marks: SheetMarks;
}

export function createSheetGrids(parent: Group, kind: GridKind): SheetGrids {
  const drawn = new Map<string, Drawn>();
  let order: readonly Drawn[] = [];
  let painted: readonly (readonly CellMark[])[] = [];

  function draw(sheets: readonly SheetMarks[], name: (sheet: SheetMarks) => string) {
    const keys = new Set(sheets.map(keyOf));
    for (const [key, { home }] of drawn) {
      if (keys.has(key)) continue;
      home.remove();
      drawn.delete(key);
    }
    order = sheets.map((marks) => {
      const old = drawn.get(keyOf(marks));
      const sheet = old ?? createSheet(marks);
      if (!old) drawn.set(keyOf(marks), sheet);
      sheet.cells.draw(marks, name(marks));
      sheet.marks = marks;
      return sheet;
    });
    // Those in front come last; nothing is moved that stands right.
    const nodes = order.map(({ home }) => home.node() as SVGGElement);
    const here = parent.node() as SVGGElement;
    nodes.forEach((node, i) => {
      if (here.children[i] !== node) here.insertBefore(node, here.children[i] ?? null);
    });
    painted = [];
  }

  function createSheet(marks: SheetMarks): Drawn {
    const home = parent.append("g").attr("class", "sheet");
    return { home, cells: createCellGrid(home, kind), marks };
  }

  function set(cells: readonly (readonly CellMark[])[]) {
    order.forEach((sheet, i) => {
      const marks = cells[i];
      if (!marks || painted[i] === marks) return;
      if (sheet.marks.folded) sheet.cells.draw({ ...sheet.marks, cells: marks }, "");
      else sheet.cells.set(marks);
    });
    painted = cells;
  }

  function show(count: number, fading: number) {
    for (const { cells, marks } of order) {
      const { length } = marks.cells;
      const before = marks.start;
      const own = Math.max(0, Math.min(count - before, length));
      cells.show(own, count > before && count <= before + length ? fading : 1);
    }
  }

  return {
    draw,
    set,
    show,
    activate: (target) => drawn.get(keyOf(target))?.cells.activate(target.row, target.column) ?? null,
  };
}

function keyOf({ channel, depth }: Pick<SheetMarks, "channel" | "depth">): string {
  return `${channel}/${depth}`;
}
