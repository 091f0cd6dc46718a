import { line } from "d3-shape";
import { dotPath, round } from "./chartMarks";
import type { PlaneScale } from "./contours";
import type { PathMark } from "./marks";

export type Point = readonly [first: number, second: number];

/** Weights after each update, the first and the second in turn. */
export type WeightPath = ArrayLike<number>;

/** Points on a way up to which each update has a dot. */
const DOTTED = 60;
/** Pixels. */
const APART = 0.8;
/** A way that goes to and fro for longer is a band that more lines don't change. */
const MOST_POINTS = 800;
/** Pixels. */
const FAR = 1e5;

export function pointAt(path: WeightPath, update: number): Point {
  return [path[2 * update] ?? 0, path[2 * update + 1] ?? 0];
}

export function pointsOf(path: WeightPath): Point[] {
  return Array.from({ length: path.length / 2 }, (_, t) => pointAt(path, t));
}

export function wayPaths(key: string, path: WeightPath, plane: PlaneScale): PathMark[] {
  const way = wayOf(path, plane).map((t) => pointAt(path, t));
  const dots = path.length / 2 > DOTTED ? [] : way;
  const dot = ([first, second]: Point) => dotPath(away(plane.x(first)), away(plane.y(second)), 2);
  return [
    { key, className: `way ${key}`, d: wayPath(way, plane) },
    { key: `${key} dots`, className: `dots ${key}`, d: dots.map(dot).join("") },
  ];
}

/** The updates whose points lie apart on the screen, as many as can be told apart; the last one is among them. */
export function wayOf(path: WeightPath, plane: PlaneScale): number[] {
  const count = path.length / 2;
  const kept: number[] = [];
  let [x, y] = [Number.NaN, Number.NaN];
  for (let t = 0; t < count && kept.length < MOST_POINTS; t++) {
    const [first, second] = pointAt(path, t);
    const [nextX, nextY] = [away(plane.x(first)), away(plane.y(second))];
    if (Math.abs(nextX - x) + Math.abs(nextY - y) < APART && t < count - 1) continue;
    kept.push(t);
    [x, y] = [nextX, nextY];
  }
  return kept;
}

export function wayPath(points: readonly Point[], plane: PlaneScale): string {
  const path = line<Point>(
    ([first]) => away(plane.x(first)),
    ([, second]) => away(plane.y(second)),
  );
  return path([...points]) ?? "";
}

/** Far outside the picture one place is like another; drawings can't hold every number, and what is none is far outside. */
export function away(pixels: number): number {
  if (Math.abs(pixels) < FAR) return round(pixels);
  return pixels < 0 ? -FAR : FAR;
}

/** A line with a head; nothing where it would be shorter than the point at its start. */
export function arrowPath(x: number, y: number, toX: number, toY: number): string {
  const length = Math.hypot(toX - x, toY - y);
  if (!(length > 9)) return "";
  const [ux, uy] = [(toX - x) / length, (toY - y) / length];
  const head = Math.min(7, length / 2);
  const side = (turn: 1 | -1) =>
    `L${round(toX - head * (ux - turn * 0.5 * uy))} ${round(toY - head * (uy + turn * 0.5 * ux))}`;
  const tip = `M${round(toX)} ${round(toY)}`;
  return `M${round(x + 6 * ux)} ${round(y + 6 * uy)}L${round(toX)} ${round(toY)}${tip}${side(1)}${tip}${side(-1)}`;
}
