import { bottomOf, rightOf } from "./hit";
import type { Layout } from "./layout";
import type { PathMark } from "./marks";

const LENGTH = 18;

/** Short bars on the edges by which input and kernel are resized: on the first sheet of each, unless it is in perspective. */
export function gripsOf({ arrangement, sheets, glide }: Layout): readonly PathMark[] {
  return (["input", "kernel"] as const).flatMap((grid) => {
    const [sheet] = sheets[grid];
    // Bars would not glide with their kernel.
    if (!sheet || sheet.skew || (glide > 0 && grid === "kernel")) return [];
    const middleX = (sheet.x + rightOf(sheet) - LENGTH) / 2;
    const middleY = (sheet.y + bottomOf(sheet) - LENGTH) / 2;
    const right = { key: `${grid}-right`, d: `M${rightOf(sheet)} ${middleY}v${LENGTH}`, className: "grip" };
    const bottom = {
      key: `${grid}-bottom`,
      d: `M${middleX} ${bottomOf(sheet)}h${LENGTH}`,
      className: "grip",
    };
    // A line has one axis to grow along.
    return arrangement === "line" ? [right] : [right, bottom];
  });
}
