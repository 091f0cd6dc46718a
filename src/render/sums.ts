import type { Layout } from "../scene/layout";
import type { SumLine } from "../scene/sumLines";
import type { Group } from "./cellGrid";
import { setAttributes, setText } from "./setAttributes";

/** The column addition under the products: a name on the left, a number on the right; and each channel's own sum. */
export interface Sums {
  readonly place: (layout: Layout) => void;
  readonly draw: (lines: readonly SumLine[], channels: readonly string[]) => void;
}

export function createSums(parent: Group): Sums {
  const columns = { name: parent.append("g"), value: parent.append("g") };
  const ofChannels = parent.append("g");
  let layout: Layout | null = null;
  let drawn = "";

  function draw(lines: readonly SumLine[], channels: readonly string[]) {
    const state = JSON.stringify([lines, channels]);
    if (!layout || state === drawn) return;
    drawn = state;
    const { sums, margins, channelSums } = layout;
    const line = (column: "name" | "value", x: number) =>
      columns[column]
        .selectAll<SVGTextElement, SumLine>(":scope > text")
        .data(lines, ({ key }) => key)
        .join("text")
        .each(function (sum, i) {
          setAttributes(this, {
            class: `sum ${column} ${sum.key}`,
            x,
            y: sums.y + (i + 0.5) * margins.sumLine,
            "text-anchor": column === "name" ? "start" : "end",
          });
          setText(this, sum[column]);
        });
    line("name", sums.x);
    line("value", sums.x + sums.width);
    ofChannels
      .selectAll<SVGTextElement, Layout["channelSums"][number]>(":scope > text")
      .data(channelSums, ({ channel }) => channel)
      .join("text")
      .each(function ({ x, y }, i) {
        setAttributes(this, { class: "sum value channel", x, y, "text-anchor": "start" });
        setText(this, channels[i] ? `= ${channels[i]}` : "");
      });
  }

  return {
    place: (next) => {
      layout = next;
      drawn = "";
    },
    draw,
  };
}
