import type { Board } from "../scene/board";
import { seriesChart } from "../scene/seriesChart";
import type { Group } from "./cellGrid";
import { drawLabels, drawPaths } from "./paths";

/** Draws input and output as lines, as far as the output is computed. */
export function drawSeries(parent: Group, { document, layout, revealed }: Board, filled: number): void {
  const chart = seriesChart(document, layout, filled, revealed);
  drawPaths(parent, chart?.paths ?? []);
  drawLabels(parent, chart?.labels ?? [], String);
}
