import type { Cell } from "../trace/extent";
import type { Text } from "./i18n";

/** Which sheet of a tensor it is, in words: channel and slice, each where there are several; empty for the only one. */
export function sheetWords(
  text: Text,
  { channel, depth }: Pick<Cell, "channel" | "depth">,
  channels: number,
  slices: number,
): string {
  return [
    ...(channels > 1 ? [text("below.at.channel", { channel })] : []),
    ...(slices > 1 ? [text("below.at.slice", { slice: depth })] : []),
  ].join(text("below.separator"));
}
