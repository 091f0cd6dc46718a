import type { Rectangle } from "./marks";

/** A band from one side of a rectangle to the facing side of another, with curved edges. */
export function ribbon(from: Rectangle, to: Rectangle, direction: "right" | "down"): string {
  if (direction === "right") {
    const [start, end] = [from.x + from.width, to.x];
    const middle = (start + end) / 2;
    return (
      `M${start} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${end} ${to.y}V${to.y + to.height}` +
      `C${middle} ${to.y + to.height} ${middle} ${from.y + from.height} ${start} ${from.y + from.height}Z`
    );
  }
  const [start, end] = [from.y + from.height, to.y];
  const middle = (start + end) / 2;
  return (
    `M${from.x} ${start}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${end}H${to.x + to.width}` +
    `C${to.x + to.width} ${middle} ${from.x + from.width} ${middle} ${from.x + from.width} ${start}Z`
  );
}
