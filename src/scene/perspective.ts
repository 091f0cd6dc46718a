import type { Skew } from "./layout";

/** Sheets as they are seen from one side and a little from above, without foreshortening. */
export interface Perspective {
  readonly skew: Skew;
  /** From one slice to the next, which stands in front of it, in heights of a sheet. */
  readonly apart: readonly [x: number, y: number];
}

/** How far above the sheets the eye is. */
const ELEVATION = (20 * Math.PI) / 180;
/** Seen from further aside, a sheet would be a line. */
const LARGEST_TURN = 75;
const LEAST_SPREAD = 0.1;

/**
 * @param turn around the upright axis, in degrees, cut to ±75
 * @param spread from one sheet to the next, in heights of a sheet
 */
export function perspectiveOf(turn: number, spread: number): Perspective {
  const angle = (Math.max(-LARGEST_TURN, Math.min(LARGEST_TURN, turn)) * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [rise, flat] = [Math.sin(ELEVATION), Math.cos(ELEVATION)];
  const distance = Math.max(LEAST_SPREAD, spread);
  return {
    skew: { across: [cos, -sin * rise], down: [0, flat] },
    apart: [sin * distance, cos * rise * distance],
  };
}
