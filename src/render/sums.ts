import type { Layout } from "../scene/layout";
import type { SumLine } from "../scene/sumLines";
import type { Group } from "./cellGrid";
import { setAttributes, setText } from "./setAttributes";

/** The column addition under the products: a name on the left, a number on the right. */
export interface Sums {
  readonly place: (layout: Layout) => void;
  readonly draw: (lines: readonly SumLine[]) => void;
}

export function createSums(parent: Group): Sums {
  const columns = { name: parent.append("g"), value: parent.append("g") };
  let layout: Layout | null = null;
  let drawn = "";

  function draw(lines: readonly SumLine[]) {
    const state = JSON.stringify(lines);
    if (!layout || state === drawn) return;
    drawn = state;
    const { products: at, margins } = layout;
    const top = at.y + at.rows * at.cell + 4;
    const right = at.x + Math.max(at.columns * at.cell, 5.6 * margins.sumLine);
    const line = (column: "name" | "value", x: number) =>
      columns[column]
        .selectAll<SVGTextElement, SumLine>(":scope > text")
        .data(lines, ({ key }) => key)
        .join("text")
        .each(function (sum, i) {
          setAttributes(this, {
            class: `sum ${column} ${sum.key}`,
            x,
            y: top + (i + 0.5) * margins.sumLine,
            "text-anchor": column === "name" ? "start" : "end",
          });
          setText(this, sum[column]);
        });
    line("name", at.x);
    line("value", right);
  }

  return {
    place: (next) => {
      layout = next;
      drawn = "";
    },
    draw,
  };
}
