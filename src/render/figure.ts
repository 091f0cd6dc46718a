import { select } from "d3-selection";
import type { Board } from "../scene/board";
import type { Frame } from "../scene/frame";
import type { CellTarget } from "../scene/highlight";
import type { PathMark } from "../scene/marks";
import { createCellGrid, createPictureGrid, type Group } from "./cellGrid";
import { defineHatching } from "./hatching";
import { createLinks } from "./links";
import { cellFrame, createMovingFrame, type WindowShape, windowPath } from "./movingFrame";
import { drawLabels, drawPaths, type PartText } from "./paths";
import { setAttributes } from "./setAttributes";
import { createSums } from "./sums";
import { turnKernel } from "./turn";

/**
 * The figure's drawing. What stands still, what is written step by step and what glides are in layers of their own, so
 * that a frame repaints little: the window moves by the transform of its layer alone.
 */
export interface Figure {
  readonly board: (board: Board, text: PartText) => void;
  readonly frame: (frame: Frame) => void;
  readonly highlight: (marks: readonly PathMark[]) => void;
  /** Makes a cell the one that Tab reaches, and returns its element for the focus. */
  readonly activate: (target: CellTarget) => SVGGElement | null;
  readonly destroy: () => void;
}

export function createFigure(host: HTMLElement): Figure {
  const root = select(host).append("div").attr("class", "figure");
  const layer = (name: string) => root.append("svg").attr("class", `layer ${name}`);
  const group = (name: string): Group => layer(name).append("g");

  const links = createLinks(group("links"));
  const base = group("base");
  const live = group("live");
  const window = createMovingFrame(layer("window"));
  const marker = createMovingFrame(layer("marker"));
  const top = group("top");
  const token = group("token");

  defineHatching(base);
  const grounds = base.append("g");
  const ringPaths = base.append("g");
  const ringNumbers = base.append("g");
  const labels = base.append("g");
  const input = createCellGrid(base.append("g").attr("class", "input"), "editable");
  const readCounts = createPictureGrid(base.append("g").attr("class", "read-counts"));
  const kernelGroup = base.append("g").attr("class", "kernel");
  const kernel = createCellGrid(kernelGroup, "editable");
  const lens = createPictureGrid(live.append("g").attr("class", "lens"));
  const products = createCellGrid(live.append("g").attr("class", "products"), "readonly");
  const output = createCellGrid(live.append("g").attr("class", "output"), "readonly");
  const grips = live.append("g");
  const sums = createSums(live.append("g").attr("class", "sums"));
  const grids = { input, kernel, products, output };

  let drawn: Board | null = null;
  let atHome = false;

  function board(next: Board, text: PartText) {
    const { width, height } = next.layout;
    root.selectAll<SVGSVGElement, unknown>(":scope > svg").each(function () {
      setAttributes(this, { width, height, viewBox: `0 0 ${width} ${height}` });
    });
    drawPaths(grounds, next.grounds);
    drawPaths(ringPaths, next.ring.paths);
    drawLabels(ringNumbers, next.ring.labels, text);
    drawLabels(labels, next.labels, text);
    input.draw(next.input, text("figure.input"));
    kernel.draw(next.kernel, text("figure.kernel"));
    output.draw(next.output, text("figure.output"));
    products.draw(next.products, text("figure.products"));
    drawPaths(grips, next.grips);
    readCounts.draw(next.readCounts);
    lens.draw(next.lens);
    sums.place(next.layout);
    turnKernel(kernelGroup, drawn, next);
    drawn = next;
    atHome = false;
  }

  function frame(next: Frame) {
    if (!drawn) return;
    if (!atHome) {
      window.draw(next.window, windowPath(windowShape(drawn), next.window));
      marker.draw(next.marker, cellFrame(next.marker));
      atHome = true;
    }
    window.move(next.window);
    marker.move(next.marker);
    links(next.links);
    products.set(next.products);
    lens.set(next.lens);
    output.show(next.filled, next.fading);
    sums.draw(next.sums);
    if (next.token || token.node()?.firstChild) drawLabels(token, next.token ? [next.token] : [], String);
  }

  return {
    board,
    frame,
    highlight: (marks) => drawPaths(top, marks),
    activate: (grid, row, column) => grids[grid].activate(row, column),
    destroy: () => root.remove(),
  };
}

function windowShape({ document, layout }: Board): WindowShape {
  const { weight, dilation } = document.layers[0];
  return { kernelSize: weight.shape.slice(2), dilation, cell: layout.input.cell };
}
