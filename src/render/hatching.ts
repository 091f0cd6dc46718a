import type { Group } from "./cellGrid";

/** The two hatchings of the figure: light for padding, strong for what no window reads. */
export function defineHatching(parent: Group): void {
  const definitions = parent.append("defs");
  for (const [id, size, width] of [
    ["hatch-light", 6, 1],
    ["hatch-strong", 5, 2],
  ] as const) {
    definitions
      .append("pattern")
      .attr("id", id)
      .attr("class", id)
      .attr("width", size)
      .attr("height", size)
      .attr("patternUnits", "userSpaceOnUse")
      .attr("patternTransform", "rotate(45)")
      .append("path")
      .attr("d", `M0 0V${size}`)
      .attr("stroke-width", width);
  }
}
