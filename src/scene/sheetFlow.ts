import type { Part } from "./figureParts";
import { largest } from "./largest";
import type { Perspective } from "./perspective";
import { type BlockForm, blockOf, type Placed, slicesOf } from "./sheetBlock";
import { ROW_GAP } from "./wideSheets";

/** Between sheets of several channels in one line, in pixels. */
export const BESIDE_GAP = 14;

/** Blocks of one part in lines, below one another. */
export interface Flow {
  readonly height: number;
  readonly at: (x: number, y: number) => readonly Placed[];
}

/** Slices all in one line, until something says otherwise. */
export function formOf(view: Perspective | null, tag: number): BlockForm {
  return { perLine: Number.POSITIVE_INFINITY, view, tag };
}

/** As many slices in a line as fit, and as many channels; each block has `extra` room on its right. */
export function flowOf(part: Part, cell: number, form: BlockForm, room: number, extra: number): Flow {
  const perLine = form.view
    ? slicesOf(part)
    : (largest(
        1,
        slicesOf(part),
        (count) => blockOf(part, cell, { ...form, perLine: count }).width + extra <= room,
      ) ?? 1);
  const block = blockOf(part, cell, { ...form, perLine });
  const pitch = block.width + extra + BESIDE_GAP;
  const inLine = Math.max(1, Math.min(part.channels.length, Math.floor((room + BESIDE_GAP) / pitch)));
  const lines = Math.ceil(part.channels.length / inLine);
  return {
    height: lines * block.height + (lines - 1) * ROW_GAP,
    at: (x, y) =>
      part.channels.map((channel, i) =>
        block.at(channel, x + (i % inLine) * pitch, y + Math.floor(i / inLine) * (block.height + ROW_GAP)),
      ),
  };
}
