import type { LabelMark, PathMark, Rectangle } from "./marks";

/** The room that a chart has, in pixels. */
export interface ChartBox {
  readonly width: number;
  readonly height: number;
  /** The size of its words, which its margins grow with. */
  readonly em: number;
}

/** What a chart shows at one moment, on top of what stands. */
export interface MovingMarks {
  /** Beneath the others; nothing of it shows outside the area of the data. */
  readonly clipped: readonly PathMark[];
  readonly paths: readonly PathMark[];
  readonly labels: readonly LabelMark[];
}

/** What stands in a chart while time goes on. */
export interface ChartMarks extends MovingMarks {
  readonly box: ChartBox;
  /** The area of the data. */
  readonly plot: Rectangle;
}

/** A filled or empty circle as a path. */
export function dotPath(x: number, y: number, radius: number): string {
  const [left, top] = [round(x - radius), round(y)];
  return `M${left} ${top}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
}

/** Pixels to a tenth: finer ones nobody sees, and each would be written anew. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** A piece of literal text. */
export function chartLabel(
  key: string,
  x: number,
  y: number,
  anchor: LabelMark["anchor"],
  className: string,
  text: string,
): LabelMark {
  return { key, x: round(x), y: round(y), anchor, className, parts: [{ text }] };
}
