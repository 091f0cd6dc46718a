import type { ConvDocument } from "../model/document";
import { traceOf } from "../trace/trace";
import { reachOf } from "./figureParts";
import { cornerOf } from "./hit";
import type { Layout, Sheet } from "./layout";
import type { LabelMark, TextPart } from "./marks";

/** Letters of the names on average, as a part of their line's height. */
const LETTER = 0.36;
/** From one name to the next, in pixels. */
const TAG_GAP = 4;
/** Letters of the longest forms: "channel 12, slice 12", "channel 12", "slice 12". */
const LETTERS = { both: 20, channel: 10, slice: 8 };

/** The channel and the slice above each sheet, where there are several; in perspective below it. A line has none. */
export function sheetTags(document: ConvDocument, layout: Layout): readonly LabelMark[] {
  if (layout.arrangement === "line") return [];
  const trace = traceOf(document);
  const { sheets, padding, margins } = layout;
  const [, [top, bottom], [left, right]] = reachOf(trace);
  const side = trace.op === "transposed" ? "output" : "input";
  return (["input", "kernel", "products", "output"] as const).flatMap((grid) => {
    const list = [...sheets[grid], ...padding.filter((sheet) => sheet.grid === grid)];
    const isMap = grid === "input" || grid === "output";
    const several = {
      channels: isMap && Math.max(trace.input.channels, trace.output.channels) > 1,
      slices: trace.input.depth > 1 || trace.output.depth > 1 || list.length > 1,
    };
    const hasSlices = document.input.shape.length === 5 && several.slices;
    if (!several.channels && !hasSlices) return [];
    const ring = grid === side ? { top, bottom, left, right } : { top: 0, bottom: 0, left: 0, right: 0 };
    const first = Math.min(...list.map(({ depth }) => depth));
    const highest = Math.min(...list.map(({ y }) => y));
    const apart = Math.abs((list[1]?.x ?? Number.POSITIVE_INFINITY) - (list[0]?.x ?? 0));
    const free = pitchOf(list) ?? margins.name;
    return list.map((sheet): LabelMark => {
      // In perspective the names stand on the lower edge, each as far as the next sheet leaves it free.
      const width = sheet.skew
        ? apart
        : Math.max((ring.left + sheet.columns + ring.right) * sheet.cell, free - TAG_GAP);
      const named = several.channels && sheet.depth === first;
      const parts = [tagOf(sheet, named, hasSlices, width / (margins.tag * LETTER))];
      const mark = { key: `tag-${grid}-${sheet.channel}-${sheet.depth}`, className: "ruler tag", parts };
      if (sheet.skew) {
        const onLeft = sheet.skew.across[1] <= 0;
        const [x, y] = cornerOf(
          sheet,
          sheet.rows + ring.bottom,
          onLeft ? -ring.left : sheet.columns + ring.right,
        );
        return { ...mark, x, y: y + margins.tag / 2, anchor: onLeft ? "start" : "end" };
      }
      const ruled = isMap && sheet.y === highest ? margins.ruler : 0;
      return {
        ...mark,
        x: sheet.x - ring.left * sheet.cell,
        y: sheet.y - ring.top * sheet.cell - ruled - margins.tag / 2,
        anchor: "start",
      };
    });
  });
}

/** From one sheet of a line to the next, in pixels; null where each has a line of its own. */
function pitchOf(list: readonly Sheet[]): number | null {
  const steps = list.flatMap(({ x, y }) =>
    list.filter((other) => other.y === y && other.x > x).map((other) => other.x - x),
  );
  return steps.length > 0 ? Math.min(...steps) : null;
}

/** As much of a sheet's name as fits into so many letters. */
function tagOf({ channel, depth }: Sheet, named: boolean, hasSlices: boolean, letters: number): TextPart {
  if (named && hasSlices) {
    if (letters >= LETTERS.both) return { message: "sheet.channelSlice", values: { channel, slice: depth } };
    if (letters >= LETTERS.channel) return { message: "sheet.channel", values: { channel } };
    return { text: `${channel}·${depth}` };
  }
  if (named) {
    return letters >= LETTERS.channel
      ? { message: "sheet.channel", values: { channel } }
      : { text: String(channel) };
  }
  if (!hasSlices) return { text: String(channel) };
  return letters >= LETTERS.slice
    ? { message: "sheet.slice", values: { slice: depth } }
    : { text: String(depth) };
}
