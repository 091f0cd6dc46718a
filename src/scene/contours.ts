import type { LossBowl } from "../trace/lossBowl";
import { round } from "./chartMarks";

/** From weights to pixels: the same scale both ways, so that right angles stay right; the second weight grows upwards. */
export interface PlaneScale {
  readonly x: (first: number) => number;
  readonly y: (second: number) => number;
  /** Pixels for a weight of 1. */
  readonly unit: number;
}

type PixelPlace = readonly [x: number, y: number];

/** All pairs of weights with one loss. */
export interface Contour {
  readonly loss: number;
  readonly d: string;
  /** Its highest place and the one across from it, in pixels, for its number. */
  readonly ends: readonly [PixelPlace, PixelPlace];
}

/** Contours shown at most. */
const MOST = 8;
/** Long enough for a straight line to cross any plane, in pixels. */
const ACROSS = 4000;
/** Pixels. */
const ASIDE = 56;

/**
 * Contours of the bowl at round losses up to `highest`, the lowest first: ellipses, or pairs of straight lines where the loss
 * is flat in one direction. None where it is flat in both.
 */
export function contoursOf(bowl: LossBowl, plane: PlaneScale, highest: number): Contour[] {
  if (bowl.axes[1].flat || !(highest > bowl.least)) return [];
  return roundLosses(bowl.least, highest).map((loss) => ({ loss, ...contourAt(bowl, plane, loss) }));
}

/** The line of least loss in a trench; null in a bowl. */
export function trenchPath(bowl: LossBowl, plane: PlaneScale): string | null {
  if (!bowl.axes[0].flat || bowl.axes[1].flat) return null;
  return straight(bowl, plane, 0);
}

/**
 * One contour, in pixels.
 *
 * @param loss above the least
 */
export function contourAt(bowl: LossBowl, plane: PlaneScale, loss: number): Omit<Contour, "loss"> {
  const [long, short] = bowl.axes;
  const reach = (value: number) => Math.sqrt((2 * (loss - bowl.least)) / value) * plane.unit;
  const [cx, cy] = [plane.x(bowl.minimum[0]), plane.y(bowl.minimum[1])];
  const away = reach(short.value);
  if (long.flat) {
    const d = straight(bowl, plane, away) + straight(bowl, plane, -away);
    const upper = short.direction[1] < 0 ? -away : away;
    // Descent goes straight across a trench: the numbers stand beside its way.
    const [asideX, asideY] = [cx + long.direction[0] * ASIDE, cy - long.direction[1] * ASIDE];
    const end = (out: number): PixelPlace => [
      asideX + short.direction[0] * out,
      asideY - short.direction[1] * out,
    ];
    return { d, ends: [end(upper), end(-upper)] };
  }
  const along = reach(long.value);
  // On the screen the second weight grows against y.
  const [ux, uy] = [long.direction[0], -long.direction[1]];
  const [x, y] = [round(cx - ux * along), round(cy - uy * along)];
  const [dx, dy] = [round(2 * ux * along), round(2 * uy * along)];
  const turn = Number(((Math.atan2(uy, ux) * 180) / Math.PI).toFixed(4));
  const arc = (toX: number, toY: number) => `a${round(along)} ${round(away)} ${turn} 0 1 ${toX} ${toY}`;
  const [vx, vy] = [short.direction[0], -short.direction[1]];
  const height = Math.hypot(uy * along, vy * away) || 1;
  const lean = (ux * along * uy * along + vx * away * vy * away) / height;
  return {
    d: `M${x} ${y}${arc(dx, dy)}${arc(-dx, -dy)}z`,
    ends: [
      [cx - lean, cy - height],
      [cx + lean, cy + height],
    ],
  };
}

/** A straight line along the flat direction, so many pixels from the least loss. */
function straight({ minimum, axes: [flat, steep] }: LossBowl, plane: PlaneScale, away: number): string {
  const x = plane.x(minimum[0]) + steep.direction[0] * away;
  const y = plane.y(minimum[1]) - steep.direction[1] * away;
  const [dx, dy] = [flat.direction[0] * ACROSS, -flat.direction[1] * ACROSS];
  return `M${round(x - dx)} ${round(y - dy)}L${round(x + dx)} ${round(y + dy)}`;
}

/** 1, 2, 5, 10 … between the least and the highest loss; of many the highest. */
function roundLosses(least: number, highest: number): number[] {
  const losses: number[] = [];
  for (let power = Math.floor(Math.log10(highest)); losses.length < MOST && power > -300; power--) {
    for (const digit of [5, 2, 1]) {
      const loss = Number(`${digit}e${power}`);
      if (loss > least && loss <= highest && losses.length < MOST) losses.unshift(loss);
    }
    if (Number(`1e${power}`) <= least) break;
  }
  return losses;
}
