import type { Board } from "../scene/board";
import type { SheetMarks } from "../scene/marks";
import type { PartText } from "./paths";

/** What a sheet is called to those who don't see it: its grid, and its channel and slice where there are several. */
export function sheetName({ extents }: Board, text: PartText): (sheet: SheetMarks) => string {
  return ({ grid, channel, depth }) => {
    const name = text(`figure.${grid}`);
    const { channels, depth: slices } = extents[grid];
    if (channels > 1 && slices > 1) return text("figure.sheet", { name, channel, slice: depth });
    if (channels > 1) return text("figure.channelSheet", { name, channel });
    return slices > 1 ? text("figure.sliceSheet", { name, slice: depth }) : name;
  };
}
