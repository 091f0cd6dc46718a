import { linkHorizontal, linkVertical } from "d3-shape";
import type { Rectangle } from "./marks";

export type Side = "left" | "right" | "top" | "bottom";

type Point = readonly [x: number, y: number];

/** A band from one side of a rectangle to the facing side of another, with curved edges. */
export function ribbon(from: Rectangle, out: Side, to: Rectangle, into: Side): string {
  const [a, b] = corners(from, out);
  const [c, d] = corners(to, into);
  const link = out === "right" ? linkHorizontal() : linkVertical();
  const edge = (source: Point, target: Point) => link({ source: [...source], target: [...target] }) ?? "";
  // The second edge runs back: its start is reached by a line instead of a jump.
  return `${edge(a, c)}${edge(d, b).replace("M", "L")}Z`;
}

function corners({ x, y, width, height }: Rectangle, side: Side): readonly [Point, Point] {
  const right = x + width;
  const bottom = y + height;
  switch (side) {
    case "left":
      return [
        [x, y],
        [x, bottom],
      ];
    case "right":
      return [
        [right, y],
        [right, bottom],
      ];
    case "top":
      return [
        [x, y],
        [right, y],
      ];
    case "bottom":
      return [
        [x, bottom],
        [right, bottom],
      ];
  }
}
