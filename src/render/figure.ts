import { select } from "d3-selection";
import type { Board } from "../scene/board";
import type { Frame } from "../scene/frame";
import type { CellTarget } from "../scene/highlight";
import type { PathMark, SceneGrid } from "../scene/marks";
import type { Group } from "./cellGrid";
import { defineHatching } from "./hatching";
import { createSeries } from "./lateSeries";
import { createLinks } from "./links";
import { createMovingFrame, markerPath } from "./movingFrame";
import { drawLabels, drawPaths, type PartText } from "./paths";
import { setAttributes } from "./setAttributes";
import { createSheetGrids } from "./sheetGrids";
import { sheetName } from "./sheetName";
import { createSums } from "./sums";
import { turnKernel } from "./turn";
import { createWindows } from "./windows";

/**
 * The figure's drawing. What stands still, what is written step by step and what glides are in layers of their own, so
 * that a frame repaints little: the windows move by the transform of their layer alone.
 */
export interface Figure {
  readonly board: (board: Board, text: PartText) => void;
  readonly frame: (frame: Frame) => void;
  readonly highlight: (marks: readonly PathMark[]) => void;
  /** Makes a cell the one that Tab reaches, and returns its element for the focus; null where its sheet is not on show. */
  readonly activate: (target: CellTarget) => SVGGElement | null;
  readonly destroy: () => void;
}

export function createFigure(host: HTMLElement): Figure {
  const root = select(host).append("div").attr("class", "figure");
  const layer = (name: string) => root.append("svg").attr("class", `layer ${name}`);
  const group = (name: string): Group => layer(name).append("g");

  const links = createLinks(group("links"));
  const series = createSeries(group("series"));
  const base = group("base");
  // Along one axis, kernel and products glide as a whole.
  const gliding = layer("gliding");
  const live = group("live");
  const windows = createWindows(layer("window"));
  const marker = createMovingFrame(layer("marker"));
  const top = group("top");
  const token = group("token");

  defineHatching(base);
  const grounds = base.append("g");
  const ringPaths = base.append("g");
  const ringNumbers = base.append("g");
  const labels = base.append("g");
  const input = createSheetGrids(base.append("g").attr("class", "input"), "editable");
  const kernelGroup = gliding.append("g").attr("class", "kernel");
  const kernel = createSheetGrids(kernelGroup, "editable");
  const picture = (parent: Group, name: string) =>
    createSheetGrids(parent.append("g").attr("class", name).attr("aria-hidden", "true"), "picture");
  const lens = picture(gliding.append("g"), "lens");
  const products = createSheetGrids(gliding.append("g").attr("class", "products"), "readonly");
  const output = createSheetGrids(live.append("g").attr("class", "output"), "readonly");
  const readCounts = { input: picture(base, "read-counts"), output: picture(live, "read-counts") };
  const sums = createSums(live.append("g").attr("class", "sums"));
  const grips = live.append("g");
  const grids = { input, kernel, products, output } satisfies Record<SceneGrid, unknown>;

  let drawn: Board | null = null;
  let atHome = false;
  let slid = 0;

  function board(next: Board, text: PartText) {
    const { width, height } = next.layout;
    root.selectAll<SVGSVGElement, unknown>(":scope > svg").each(function () {
      setAttributes(this, { width, height, viewBox: `0 0 ${width} ${height}` });
    });
    drawPaths(grounds, next.grounds);
    drawPaths(ringPaths, next.ring.paths);
    drawLabels(ringNumbers, next.ring.labels, text);
    drawLabels(labels, next.labels, text);
    const name = sheetName(next, text);
    input.draw(next.input, name);
    kernel.draw(next.kernel, name);
    output.draw(next.output, name);
    products.draw(next.products, name);
    drawPaths(grips, next.grips);
    const counts = next.readCounts ?? [];
    readCounts.input.draw(counts[0]?.grid === "input" ? counts : [], String);
    readCounts.output.draw(counts[0]?.grid === "output" ? counts : [], String);
    lens.draw(next.lens, String);
    sums.place(next.layout);
    series.board(next);
    turnKernel(kernelGroup, drawn, next);
    drawn = next;
    atHome = false;
    windows.forget();
  }

  function frame(next: Frame) {
    if (!drawn) return;
    if (!atHome) {
      marker.draw(next.marker, markerPath(next.marker));
      atHome = true;
    }
    windows.draw(next);
    marker.move(next.marker);
    glide(next.slide);
    links(next.links);
    products.set(next.products);
    lens.set(next.lens);
    if (next.outputs) output.set(next.outputs);
    output.show(next.filled, next.fading);
    series.show(next.filled);
    sums.draw(next.sums, next.channelSums);
    if (next.token || token.node()?.firstChild) drawLabels(token, next.token ? [next.token] : [], String);
  }

  function glide(slide: number) {
    if (slide === slid) return;
    slid = slide;
    const node = gliding.node();
    if (node) node.style.transform = slide === 0 ? "" : `translate(${slide}px,0px)`;
  }

  return {
    board,
    frame,
    highlight: (marks) => drawPaths(top, marks),
    activate: (target) => grids[target.grid].activate(target),
    destroy: () => root.remove(),
  };
}
