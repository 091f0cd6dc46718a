import { select } from "d3-selection";
import type { StackBoard } from "../scene/stackBoard";
import { type CellGrid, createCellGrid, type Group } from "./cellGrid";
import { drawLabels, drawPaths, type PartText } from "./paths";
import { setAttributes } from "./setAttributes";

/** The drawing of a stack's maps. */
export interface StackFigure {
  /** @param name of a map, to those who don't see it */
  readonly draw: (board: StackBoard, text: PartText, name: (map: number) => string) => void;
  /** Makes a cell the one that Tab reaches, and returns its element for the focus. */
  readonly activate: (map: number, row: number, column: number) => SVGGElement | null;
  readonly destroy: () => void;
}

export function createStackFigure(host: HTMLElement): StackFigure {
  const root = select(host).append("div").attr("class", "figure");
  const layer = (name: string): Group => root.append("svg").attr("class", `layer ${name}`).append("g");
  const base = layer("base");
  const labels = base.append("g");
  const homes = base.append("g");
  const top = layer("top").attr("aria-hidden", "true");
  let grids: { readonly home: Group; readonly cells: CellGrid }[] = [];

  function draw(board: StackBoard, text: PartText, name: (map: number) => string) {
    const { width, height } = board.layout;
    root.selectAll<SVGSVGElement, unknown>(":scope > svg").each(function () {
      setAttributes(this, { width, height, viewBox: `0 0 ${width} ${height}` });
    });
    drawLabels(labels, board.labels, text);
    for (const { home } of grids.slice(board.grids.length)) home.remove();
    grids = board.grids.map((marks, map) => {
      const home =
        grids[map]?.home ?? homes.append("g").attr("class", map === 0 ? "stack-input" : "stack-map");
      const cells = grids[map]?.cells ?? createCellGrid(home, "readonly");
      cells.draw(marks, name(map));
      return { home, cells };
    });
    drawPaths(top, board.lit);
  }

  return {
    draw,
    activate: (map, row, column) => grids[map]?.cells.activate(row, column) ?? null,
    destroy: () => root.remove(),
  };
}
