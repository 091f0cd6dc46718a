import { scaleLinear } from "d3-scale";
import type { ChartBox } from "./chartMarks";

/** Where each update stands from left to right; the curve and the strip under it share it. */
export interface UpdateScale {
  /** In pixels. */
  readonly x: (update: number) => number;
  /** The update under a pixel, between two of them a fraction; never outside. */
  readonly at: (x: number) => number;
  /** From left to right. */
  readonly range: readonly [number, number];
  /** Whole updates to be named under the axis. */
  readonly ticks: readonly number[];
}

/** Digits and letters between two names on the axis. */
const TICK_ROOM = 5;

/**
 * @param last the update at the right end; with 0 there is a single place, at the left
 */
export function updateScale({ width, em }: Pick<ChartBox, "width" | "em">, last: number): UpdateScale {
  const range = [4 * em, Math.max(4 * em + 1, width - 2 * em)] as const;
  const scale = scaleLinear([0, Math.max(1, last)], range).clamp(true);
  const most = Math.max(1, Math.floor((range[1] - range[0]) / (TICK_ROOM * em)));
  return {
    x: (update) => scale(update),
    at: (x) => Math.min(scale.invert(x), last),
    range,
    ticks: scale.ticks(Math.min(most, 10)).filter((tick) => Number.isInteger(tick) && tick <= last),
  };
}
