import { select } from "d3-selection";
import type { StackBoard } from "../scene/stackBoard";
import { type CellGrid, createCellGrid, type Group } from "./cellGrid";
import { drawLabels, drawPaths, type PartText } from "./paths";
import { setAttributes } from "./setAttributes";

/** The drawing of a stack's maps. */
export interface StackFigure {
  /** @param name of a grid, to those who don't see it */
  readonly draw: (board: StackBoard, text: PartText, name: (grid: string) => string) => void;
  /** Makes a cell the one that Tab reaches, and returns its element for the focus. */
  readonly activate: (grid: string, row: number, column: number) => SVGGElement | null;
  readonly destroy: () => void;
}

export function createStackFigure(host: HTMLElement): StackFigure {
  const root = select(host).append("div").attr("class", "figure");
  const layer = (name: string): Group => root.append("svg").attr("class", `layer ${name}`).append("g");
  const base = layer("base");
  const labels = base.append("g");
  const homes = base.append("g");
  const top = layer("top").attr("aria-hidden", "true");
  let grids = new Map<string, { readonly home: Group; readonly cells: CellGrid }>();

  function draw(board: StackBoard, text: PartText, name: (grid: string) => string) {
    const { width, height } = board.layout;
    root.selectAll<SVGSVGElement, unknown>(":scope > svg").each(function () {
      setAttributes(this, { width, height, viewBox: `0 0 ${width} ${height}` });
    });
    drawLabels(labels, board.labels, text);
    const [input, ...maps] = board.grids;
    const shown = [input, board.weights, ...maps].filter((marks) => marks != null);
    const names = new Set(shown.map(({ grid }) => grid));
    for (const [grid, { home }] of grids) if (!names.has(grid)) home.remove();
    grids = new Map(
      shown.map((marks) => {
        const { grid } = marks;
        const known = grids.get(grid) ?? createGrid(grid);
        known.cells.draw(marks, name(grid));
        return [grid, known];
      }),
    );
    drawPaths(top, [...board.grips, ...board.lit]);
  }

  function createGrid(grid: string) {
    const own = grid === "0";
    // Tab goes from the input to the weights beside it.
    const home = grid === "weights" ? homes.insert("g", ":scope > :nth-child(2)") : homes.append("g");
    home.attr("class", own ? "stack-input" : "stack-map");
    return { home, cells: createCellGrid(home, own ? "editable" : "readonly") };
  }

  return {
    draw,
    activate: (grid, row, column) => grids.get(grid)?.cells.activate(row, column) ?? null,
    destroy: () => root.remove(),
  };
}
