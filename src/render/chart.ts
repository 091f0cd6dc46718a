import { type Selection, select } from "d3-selection";
import type { ChartMarks, MovingMarks } from "../scene/chartMarks";
import type { Rectangle } from "../scene/marks";
import type { Group } from "./cellGrid";
import { drawLabels, drawPaths, type PartText } from "./paths";
import { setAttributes } from "./setAttributes";

type Layer = Selection<SVGSVGElement, unknown, null, undefined>;

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
  const behind = createPlot(still);
  const words = still.append("g") as unknown as Group;
  const inside = createPlot(moving);
  const front = moving.append("g") as unknown as Group;

  return {
    draw: ({ box, plot, clipped, paths, labels }, text) => {
      for (const svg of [still, moving])
        setAttributes(svg.node() as SVGSVGElement, { width: box.width, height: box.height });
      behind.place(plot);
      inside.place(plot);
      drawPaths(back, paths);
      drawPaths(behind.group, clipped);
      drawLabels(words, labels, text);
    },
    move: ({ clipped, paths, labels }, text) => {
      drawPaths(inside.group, clipped);
      drawPaths(front, paths);
      drawLabels(front, labels, text);
    },
    destroy: () => {
      still.remove();
      moving.remove();
    },
  };
}

/** The area of the data: a nested drawing, which cuts off what lies outside it. */
function createPlot(layer: Layer): { readonly group: Group; readonly place: (area: Rectangle) => void } {
  const plot = layer.append("svg").attr("overflow", "hidden");
  return {
    group: plot.append("g") as unknown as Group,
    place: ({ x, y, width, height }) =>
      setAttributes(plot.node() as SVGSVGElement, {
        x,
        y,
        width,
        height,
        viewBox: `${x} ${y} ${width} ${height}`,
      }),
  };
}
