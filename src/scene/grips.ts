import { bottomOf, rightOf } from "./hit";
import type { Layout } from "./layout";
import type { PathMark } from "./marks";

const LENGTH = 18;

/** Short bars on the edges by which input and kernel are resized. */
export function gripsOf(layout: Layout): readonly PathMark[] {
  return (["input", "kernel"] as const).flatMap((grid) => {
    const place = layout[grid];
    const middleX = (place.x + rightOf(place) - LENGTH) / 2;
    const middleY = (place.y + bottomOf(place) - LENGTH) / 2;
    return [
      { key: `${grid}-right`, d: `M${rightOf(place)} ${middleY}v${LENGTH}`, className: "grip" },
      { key: `${grid}-bottom`, d: `M${middleX} ${bottomOf(place)}h${LENGTH}`, className: "grip" },
    ];
  });
}
