import type { Part } from "./figureParts";
import type { Sheet } from "./layout";
import type { PathMark, Rectangle } from "./marks";
import type { Perspective } from "./perspective";

/** How the slices of a channel stand together. */
export interface BlockForm {
  /** Slices in one line, where they are not in perspective. */
  readonly perLine: number;
  readonly view: Perspective | null;
  /** Room for the name of a sheet, in pixels; 0 where sheets have none. */
  readonly tag: number;
}

/** One channel of a grid: its slices with their rings, names, and the outlines of what lies behind. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly at: (channel: number, x: number, y: number) => Placed;
}

/** Sheets at their place. */
export interface Placed {
  readonly sheets: readonly Sheet[];
  /** Slices that are padding alone; their depth lies before 0 or past the end. */
  readonly padding: readonly Sheet[];
  readonly behind: readonly PathMark[];
}

/** Between slices, in pixels. */
const SLICE_GAP = 8;
const LINE_GAP = 4;
/** The name of a slice is this much wider than high. */
const TAG_WIDTH = 3;
/** How far each sheet behind looks out. */
const PEEK = 4;
const MOST_BEHIND = 3;
/** Sheets of fewer rows stand apart as if they had so many: they would cover one another. */
const LEAST_TALL = 5;

/** @param cell side of a cell in pixels */
export function blockOf(part: Part, cell: number, form: BlockForm): Block {
  return form.view && slicesOf(part) > 1 ? standing(part, cell, form, form.view) : flat(part, cell, form);
}

/** How far the channels behind look out on the right and below, in pixels. */
export function peekOf({ hidden }: Part): number {
  return PEEK * Math.min(MOST_BEHIND, hidden);
}

/** The number of a part's slices, padding included. */
export function slicesOf({ depth, pads: [[before, after]] }: Part): number {
  return before + depth + after;
}

function paddedOf({ rows, columns, pads: [, [top, bottom], [left, right]] }: Part) {
  return { rows: top + rows + bottom, columns: left + columns + right };
}

function flat(part: Part, cell: number, { perLine: most, tag }: BlockForm): Block {
  const [[before], [top], [left]] = part.pads;
  const padded = paddedOf(part);
  const count = slicesOf(part);
  const perLine = Math.min(count, most);
  const lines = Math.ceil(count / perLine);
  const width = Math.max(padded.columns * cell, count > 1 ? TAG_WIDTH * tag : 0);
  const height = padded.rows * cell;
  const peek = peekOf(part);
  return {
    width: perLine * width + (perLine - 1) * SLICE_GAP + peek,
    height: lines * (tag + height) + (lines - 1) * LINE_GAP + peek,
    at: (channel, x, y) => {
      const placeOf = (slot: number) => ({
        x: x + (slot % perLine) * (width + SLICE_GAP),
        y: y + Math.floor(slot / perLine) * (tag + height + LINE_GAP) + tag,
      });
      const sheets = slots(part, channel, cell, (slot) => {
        const place = placeOf(slot);
        return { x: place.x + left * cell, y: place.y + top * cell };
      });
      const last = placeOf(count - 1);
      const upper = placeOf(0);
      const outer: Rectangle = {
        ...upper,
        width: perLine * width + (perLine - 1) * SLICE_GAP,
        height: last.y + height - upper.y,
      };
      return { ...split(sheets, before, part.depth), behind: outlinesBehind(part, channel, outer) };
    },
  };
}

function standing(part: Part, cell: number, { tag }: BlockForm, { skew, apart }: Perspective): Block {
  const [[before], [top], [left]] = part.pads;
  const padded = paddedOf(part);
  const count = slicesOf(part);
  const tall = Math.max(padded.rows, LEAST_TALL);
  const stepOf = [apart[0] * tall * cell, apart[1] * tall * cell] as const;
  const point = (row: number, column: number) =>
    [
      (column * skew.across[0] + row * skew.down[0]) * cell,
      (column * skew.across[1] + row * skew.down[1]) * cell,
    ] as const;
  const corners = [
    point(0, 0),
    point(0, padded.columns),
    point(padded.rows, 0),
    point(padded.rows, padded.columns),
  ];
  const range = (axis: 0 | 1) => {
    const all = corners.flatMap((corner) => [corner[axis], corner[axis] + (count - 1) * stepOf[axis]]);
    return [Math.min(...all), Math.max(...all)] as const;
  };
  const [[leftmost, rightmost], [highest, lowest]] = [range(0), range(1)];
  const first = point(top, left);
  return {
    width: Math.ceil(rightmost - leftmost),
    height: Math.ceil(lowest - highest) + tag,
    at: (channel, x, y) => {
      const sheets = slots(part, channel, cell, (slot) => ({
        x: x - leftmost + slot * stepOf[0] + first[0],
        y: y - highest + slot * stepOf[1] + first[1],
        skew,
      }));
      return { ...split(sheets, before, part.depth), behind: [] };
    },
  };
}

function slots(
  { grid, rows, columns, depth, pads: [[before, after]] }: Part,
  channel: number,
  cell: number,
  placeOf: (slot: number) => Pick<Sheet, "x" | "y" | "skew">,
): readonly Sheet[] {
  return Array.from({ length: before + depth + after }, (_, slot) => ({
    grid,
    channel,
    depth: slot - before,
    cell,
    rows,
    columns,
    ...placeOf(slot),
  }));
}

function split(sheets: readonly Sheet[], before: number, depth: number): Omit<Placed, "behind"> {
  return {
    sheets: sheets.slice(before, before + depth),
    padding: [...sheets.slice(0, before), ...sheets.slice(before + depth)],
  };
}

/** The right and lower edges of the sheets that look out behind a rectangle. */
export function outlinesBehind(
  { grid, hidden }: Part,
  channel: number,
  { x, y, width, height }: Rectangle,
): readonly PathMark[] {
  return Array.from({ length: Math.min(MOST_BEHIND, hidden) }, (_, i) => {
    const [inner, outer] = [PEEK * i, PEEK * (i + 1)];
    return {
      key: `${grid}-${channel}-${i}`,
      d: `M${x + width + inner} ${y + outer}H${x + width + outer}V${y + height + outer}H${x + outer}V${y + height + inner}`,
      className: `behind ${grid}`,
    };
  });
}
