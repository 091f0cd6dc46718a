import type { ChartBox } from "./chartMarks";
import { LEVELS, levelClass, levelOf, maxMagnitude } from "./levels";
import { cellPath, type PathMark, type Rectangle } from "./marks";
import { updateScale } from "./updateScale";

/** A kernel's numbers after each update, one set after the other. */
export interface KernelHistory {
  /** Rows and columns of the kernel. */
  readonly size: readonly [number, number];
  /** The last update made. */
  readonly done: number;
  readonly at: (update: number) => ArrayLike<number>;
}

/** A small picture of the kernel after an update; with another run's beneath it where one stands beside. */
export interface Snapshot {
  readonly update: number;
  /** Around everything that belongs to it. */
  readonly frame: Rectangle;
  /** One path for each colour. */
  readonly paths: readonly PathMark[];
}

export interface KernelStrip {
  readonly width: number;
  readonly height: number;
  /** The middle of each row of kernels, in pixels from the top: the run on screen, then another's. */
  readonly rows: readonly number[];
  readonly snapshots: readonly Snapshot[];
}

/** At most so many: more are too small to tell apart. */
const MOST = 24;
/** In sizes of the words around. */
const LARGEST_CELL = 4 / 3;
const GAP = 6;

/**
 * Snapshots of a kernel as it learns, each under its place on the curve's axis; those of the start and of the last update are
 * always among them. One scale of colours holds for all.
 *
 * @param last the update at the right end of the axis
 * @param side of the square that a snapshot has, in pixels
 */
export function kernelStripOf(
  histories: readonly KernelHistory[],
  last: number,
  { width, em }: Pick<ChartBox, "width" | "em">,
  side: number,
): KernelStrip {
  const [first] = histories;
  if (!first) return { width, height: 0, rows: [], snapshots: [] };
  const across = updateScale({ width, em }, last);
  const cell = Math.min(Math.round(LARGEST_CELL * em), Math.floor(side / Math.max(...first.size)));
  const [high, wide] = [cell * first.size[0], cell * first.size[1]];
  const room = Math.floor((across.range[1] - across.range[0]) / (wide + GAP)) + 1;
  const updates = spread(first.done, last, Math.min(MOST, room));
  const shown = histories.map((history) => updates.filter((update) => update <= history.done));
  const max = scaleEnd(histories.map((history, i) => (shown[i] ?? []).map(history.at)));
  const top = (row: number) => 4 + row * (high + GAP);
  const snapshots = updates.map((update): Snapshot => {
    const x = Math.round(across.x(update) - wide / 2);
    const y = 0;
    const paths = histories.flatMap((history, row) =>
      update <= history.done
        ? kernelPaths(row, { x, y: top(row), cell, columns: history.size[1] }, history.at(update), max)
        : [],
    );
    return {
      update,
      frame: { x: x - 3, y: y + 1, width: wide + 6, height: top(histories.length) - GAP + 2 },
      paths,
    };
  });
  return {
    width,
    height: top(histories.length) - GAP + 4,
    rows: histories.map((_, row) => top(row) + high / 2),
    snapshots,
  };
}

/** Which of the snapshots shows the kernel on screen: the one at the update, or the last before it. */
export function snapshotAt({ snapshots }: KernelStrip, update: number): number {
  return Math.max(
    0,
    snapshots.findLastIndex((snapshot) => snapshot.update <= update),
  );
}

/** Evenly spread updates from 0 to `last`, as many as there is room for; of these the ones up to `done`, which is among them. */
function spread(done: number, last: number, most: number): number[] {
  const before = evenly(last, Math.max(1, most - 1)).filter((update) => update < done);
  // The last one made may stand close to the one before it, which then makes room.
  const near = before.length > 1 && done - (before.at(-1) as number) < (before[1] as number);
  return [...(near ? before.slice(0, -1) : before), done];
}

/** Of many updates, rounding is not seen; few are counted by a whole number, one that ends at the last where there is one. */
function evenly(last: number, parts: number): number[] {
  if (last > 5 * parts) return Array.from({ length: parts + 1 }, (_, i) => Math.round((i * last) / parts));
  const least = Math.max(1, Math.ceil(last / parts));
  const counts = Array.from({ length: least }, (_, i) => least + i);
  const every = counts.find((count) => last % count === 0) ?? least;
  return Array.from({ length: Math.floor(last / every) + 1 }, (_, i) => i * every);
}

/** What the scale of colours ends at: the largest weight, but for a run that explodes its middle snapshot's. */
function scaleEnd(kernels: readonly (readonly ArrayLike<number>[])[]): number {
  const sizes = kernels.flat().map((kernel) => maxMagnitude(kernel));
  const sorted = sizes.filter(Number.isFinite).sort((a, b) => a - b);
  const largest = sorted.at(-1) ?? 0;
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return middle > 0 && largest > 20 * middle ? middle : largest;
}

function kernelPaths(
  row: number,
  place: { readonly x: number; readonly y: number; readonly cell: number; readonly columns: number },
  values: ArrayLike<number>,
  max: number,
): PathMark[] {
  const byLevel = new Map<number, string>();
  for (let i = 0; i < values.length; i++) {
    const level = Math.max(-LEVELS, Math.min(LEVELS, levelOf(values[i] as number, max)));
    const x = place.x + (i % place.columns) * place.cell;
    const y = place.y + Math.floor(i / place.columns) * place.cell;
    byLevel.set(level, (byLevel.get(level) ?? "") + cellPath(x, y, place.cell, 0.5));
  }
  return [...byLevel].map(([level, d]) => ({
    key: `${row} ${level}`,
    className: `snapshot-cell ${levelClass(level)}`,
    d,
  }));
}
