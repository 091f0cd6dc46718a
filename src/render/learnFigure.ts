import { select } from "d3-selection";
import type { LearnBoard } from "../scene/learnBoard";
import type { LearnFrame } from "../scene/learnFrame";
import type { GradientMark } from "../scene/learnGradients";
import type { Lit } from "../scene/learnHighlight";
import type { LearnGrid } from "../scene/learnLayout";
import { levelClass } from "../scene/levels";
import type { CellMark, GridMarks, PathMark } from "../scene/marks";
import { type CellGrid, createCellGrid, type Group } from "./cellGrid";
import { defineHatching } from "./hatching";
import { createMovingFrame, windowPath } from "./movingFrame";
import { drawLabels, drawPaths, type PartText } from "./paths";
import { setAttributes, setText } from "./setAttributes";

/** The drawing of Learn's figure: a board joined on edits, frames set while time passes. */
export interface LearnFigure {
  /** @param name of a grid, to those who don't see it */
  readonly board: (board: LearnBoard, text: PartText, name: (grid: LearnGrid) => string) => void;
  /** @param lit what the pointer or the keyboard lights; the frame's own lights give way to it */
  readonly frame: (frame: LearnFrame, lit: Lit | null) => void;
  /** Makes a cell the one that Tab reaches, and returns its element for the focus. */
  readonly activate: (grid: LearnGrid, row: number, column: number) => SVGGElement | null;
  readonly destroy: () => void;
}

/** In the order in which they are read: what is given, then what is learned. */
const KINDS = {
  input: "editable",
  target: "editable",
  targetKernel: "editable",
  kernel: "editable",
  bias: "editable",
  hidden: "readonly",
  mixing: "editable",
  mixingBias: "editable",
  prediction: "readonly",
  error: "readonly",
} as const satisfies Record<LearnGrid, "editable" | "readonly">;

const ORDER = Object.keys(KINDS) as LearnGrid[];

/** What no update changes is painted once, in its own layer. */
const GIVEN: readonly LearnGrid[] = ["input", "target", "targetKernel"];

export function createLearnFigure(host: HTMLElement): LearnFigure {
  const root = select(host).append("div").attr("class", "figure");
  const layer = (name: string) => root.append("svg").attr("class", `layer ${name}`);
  const group = (name: string): Group => layer(name).append("g");

  const links = group("links");
  const base = group("base");
  const live = group("live");
  const gradients = live.append("g").attr("class", "gradients").attr("aria-hidden", "true");
  const windowLayer = layer("window");
  const window = createMovingFrame(windowLayer);
  const top = group("top");

  defineHatching(base);
  const grounds = base.append("g");
  const ringPaths = base.append("g");
  const ringNumbers = base.append("g");
  const labels = base.append("g");
  const homes = new Map(
    ORDER.map((grid) => [
      grid,
      (GIVEN.includes(grid) ? base.append("g") : live.insert("g", ".gradients")).attr(
        "class",
        `learn-${grid}`,
      ),
    ]),
  );
  const grids = new Map<LearnGrid, CellGrid>();
  const names = new Map<LearnGrid, string>();
  const given = new Map<LearnGrid, GridMarks<LearnGrid>>();
  const shown = new Map<LearnGrid, readonly CellMark[]>();
  let drawn: LearnBoard | null = null;
  let gradientsShown: readonly GradientMark[] = [];
  let litShown: readonly (readonly PathMark[])[] = [];
  let atHome = false;

  function board(next: LearnBoard, text: PartText, name: (grid: LearnGrid) => string) {
    const { width, height } = next.layout;
    root.selectAll<SVGSVGElement, unknown>(":scope > svg").each(function () {
      setAttributes(this, { width, height, viewBox: `0 0 ${width} ${height}` });
    });
    drawPaths(grounds, next.grounds);
    drawPaths(ringPaths, next.ring.paths);
    drawLabels(ringNumbers, next.ring.labels, text);
    drawLabels(labels, next.labels, text);
    for (const grid of ORDER) {
      const marks = next.grids.find((other) => other.grid === grid);
      const home = homes.get(grid);
      if (marks && home) {
        const cells = grids.get(grid) ?? createCellGrid(home, KINDS[grid]);
        grids.set(grid, cells);
        // What is given stands as it is while another training of it is tried.
        if (given.get(grid) !== marks || names.get(grid) !== name(grid)) cells.draw(marks, name(grid));
        names.set(grid, name(grid));
        if (GIVEN.includes(grid)) given.set(grid, marks);
      } else {
        home?.selectChildren().remove();
        grids.delete(grid);
        given.delete(grid);
      }
    }
    shown.clear();
    drawn = next;
    atHome = false;
  }

  function frame(next: LearnFrame, lit: Lit | null) {
    if (!drawn) return;
    for (const marks of drawn.grids) {
      const cells = next.cells[marks.grid];
      if (!cells || shown.get(marks.grid) === cells) continue;
      shown.set(marks.grid, cells);
      if (marks.folded) grids.get(marks.grid)?.draw({ ...marks, cells }, names.get(marks.grid) ?? "");
      else grids.get(marks.grid)?.set(cells);
    }
    if (gradientsShown !== next.gradients) drawGradients(gradients, next.gradients);
    gradientsShown = next.gradients;
    moveWindow(drawn, next);
    const light = [lit?.marks ?? next.marks, lit?.links ?? next.links] as const;
    if (light.every((marks, i) => marks === litShown[i])) return;
    drawPaths(top, light[0]);
    drawPaths(links, light[1]);
    litShown = light;
  }

  function moveWindow({ plan, layout }: LearnBoard, { window: to }: LearnFrame) {
    const node = windowLayer.node();
    if (node) setAttributes(node, { visibility: to ? null : "hidden" });
    if (!to) return;
    if (!atHome) {
      const { axes } = plan.layer;
      const shape = {
        kernelSize: axes.map(({ kernelSize }) => kernelSize),
        dilation: axes.map(({ dilation }) => dilation),
        cell: layout.places.input?.cell ?? 0,
      };
      window.draw(to, windowPath(shape, to));
      atHome = true;
    }
    window.move(to);
  }

  return {
    board,
    frame,
    activate: (grid, row, column) => grids.get(grid)?.activate(row, column) ?? null,
    destroy: () => root.remove(),
  };
}

function drawGradients(parent: Group, marks: readonly GradientMark[]): void {
  parent
    .selectAll<SVGGElement, GradientMark>(":scope > g")
    .data(marks, ({ key }) => key)
    .join((enter) => {
      const made = enter.append("g");
      made.append("path");
      made.append("text").attr("text-anchor", "middle");
      return made;
    })
    .each(function ({ x, y, text, fontSize, arrow, level }) {
      const [path, digits] = this.children as unknown as [SVGPathElement, SVGTextElement];
      setAttributes(this, { class: `gradient ${levelClass(level)}` });
      setAttributes(path, { d: arrow });
      setAttributes(digits, { x, y, "font-size": fontSize });
      setText(digits, text);
    });
}
