import { scaleLog } from "d3-scale";
import { formatNumber } from "../model/formatNumber";

/** A loss that grows past this many times the first leaves through the top. */
const REACH_UP = 100;
/** One that falls below this part of the largest is drawn at the floor, as 0 is. */
const REACH_DOWN = 1e-12;
/** A first loss past this is taken to be this, so that numbers remain above it. */
const LARGEST = 1e300;
/** A loss below this is 0: there are no whole digits left to take a logarithm of. */
const SMALLEST = 1e-300;
/** Lines of text between two names on the axis. */
const TICK_ROOM = 1.5;

export interface LossTick {
  readonly y: number;
  readonly text: string;
}

/** A logarithmic scale for losses, with an end above and a floor below. */
export interface LossScale {
  /** In pixels. A loss past the end is above the top, one that is no number far above; 0 is at the floor. */
  readonly y: (loss: number) => number;
  /** Whether the loss is above the scale's end. */
  readonly leaves: (loss: number) => boolean;
  /** Largest loss on the scale. */
  readonly end: number;
  readonly ticks: readonly LossTick[];
}

/** Pixels above the top, and no loss is higher: far enough for a steep line. */
const AWAY = 4000;

/**
 * @param runs losses of each run, the first number of each that of its start
 * @param top of the data's area, in pixels
 * @param floor its bottom
 * @param em size of the words, in pixels
 */
export function lossScale(
  runs: readonly ArrayLike<number>[],
  top: number,
  floor: number,
  em: number,
): LossScale {
  const losses = runs.flatMap((run) => Array.from(run));
  const firsts = runs.map((run) => run[0] ?? 0).filter(Number.isFinite);
  const first = Math.min(Math.max(...firsts, 0), LARGEST);
  const positive = losses.filter((loss) => loss > SMALLEST && Number.isFinite(loss));
  const reach = REACH_UP * (first > SMALLEST ? first : 1);
  const largest = positive.reduce((most, loss) => Math.max(most, Math.min(loss, reach)), 0) || 1;
  const high = Math.min(largest * 1.25, reach);
  const least = positive.reduce((least, loss) => Math.min(least, loss), largest);
  const low = 10 ** Math.floor(Math.log10(Math.max(least, largest * REACH_DOWN)) - 0.01);
  const below = losses.filter((loss) => loss < low);
  // What is below the last power of ten has a step of its own under it.
  const bottom = below.length > 0 ? floor - TICK_ROOM * em : floor;
  const scale = scaleLog([low, high], [bottom, top]);

  const y = (loss: number) => {
    if (loss < low) return floor;
    return loss < Number.POSITIVE_INFINITY ? Math.max(top - AWAY, scale(loss)) : top - AWAY;
  };
  const named = namedLosses(low, high, Math.max(2, Math.floor((bottom - top) / (TICK_ROOM * em)) + 1));
  const ticks = named.map((value) => ({ y: scale(value), text: formatNumber(value) }));
  if (below.length > 0) ticks.push({ y: floor, text: below.every((loss) => loss === 0) ? "0" : "≈0" });
  return { y, leaves: (loss) => !(loss <= high), end: high, ticks };
}

/** Powers of ten from `low` to `high`, every one or every few of them; where there are but two, what lies between. */
function namedLosses(low: number, high: number, most: number): number[] {
  const from = Math.round(Math.log10(low));
  const count = Math.floor(Math.log10(high)) - from + 1;
  const every = Math.ceil(count / most);
  const between = count > 2 || 3 * count > most ? [1] : [1, 2, 5];
  return Array.from({ length: Math.ceil(count / every) }, (_, i) => from + i * every)
    .flatMap((power) => between.map((digit) => Number(`${digit}e${power}`)))
    .filter((value) => value <= high);
}
