import { create, select } from "d3-selection";
import type { ChartMarks, MovingMarks } from "../scene/chartMarks";
import type { Group } from "./cellGrid";
import { drawLabels, drawPaths, type PartText } from "./paths";
import { setAttributes } from "./setAttributes";

/** A drawn chart: what stands is joined when the data change, what moves is set every frame, in a layer of its own. */
export interface Chart {
  readonly draw: (marks: ChartMarks, text: PartText) => void;
  readonly move: (marks: MovingMarks, text: PartText) => void;
  readonly destroy: () => void;
}

/** A picture: what there is to say of it, the element around says. */
export function createChart(host: HTMLElement): Chart {
  const layer = (name: string) =>
    select(host).append("svg").attr("class", `chart-layer ${name}`).attr("aria-hidden", "true");
  const still = layer("still");
  const moving = layer("moving");
  const back = still.append("g") as unknown as Group;
  // A nested drawing cuts off what lies outside it.
  const plot = create("svg:svg").attr("overflow", "hidden");
  still.append(() => plot.node());
  const clipped = plot.append("g") as unknown as Group;
  const words = still.append("g") as unknown as Group;
  const front = moving.append("g") as unknown as Group;

  return {
    draw: ({ box, plot: area, clipped: inside, paths, labels }, text) => {
      for (const svg of [still, moving])
        setAttributes(svg.node() as SVGSVGElement, { width: box.width, height: box.height });
      const { x, y, width, height } = area;
      setAttributes(plot.node() as SVGSVGElement, {
        x,
        y,
        width,
        height,
        viewBox: `${x} ${y} ${width} ${height}`,
      });
      drawPaths(back, paths);
      drawPaths(clipped, inside);
      drawLabels(words, labels, text);
    },
    move: ({ paths, labels }, text) => {
      drawPaths(front, paths);
      drawLabels(front, labels, text);
    },
    destroy: () => {
      still.remove();
      moving.remove();
    },
  };
}
