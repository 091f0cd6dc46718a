/** Where rates stand on a slider: equal factors take equal ways. */
export interface RateScale {
  readonly min: number;
  readonly max: number;
}

/** Steps of the slider from one end to the other. */
export const RATE_PLACES = 1000;

/** Without a limit in the data: from where nothing seems to move to where everything jumps. */
const COMMON: RateScale = { min: 1e-5, max: 10 };

/** From a thousandth of the largest stable rate to three times that. */
export function rateScale(largestRate: number | null): RateScale {
  return largestRate === null ? COMMON : { min: largestRate / 1000, max: largestRate * 3 };
}

/** The place of a rate on the slider, 0 to `RATE_PLACES`; rates beyond an end stand there. */
export function placeOfRate({ min, max }: RateScale, rate: number): number {
  const share = Math.log(rate / min) / Math.log(max / min);
  return RATE_PLACES * Math.max(0, Math.min(share, 1));
}

/** The rate at a place, to two digits: what lies between two of them, nobody means. */
export function rateAtPlace({ min, max }: RateScale, place: number): number {
  return Number((min * (max / min) ** (place / RATE_PLACES)).toPrecision(2));
}

/** The rate so many steps further; a step is one of the second digit, so that 0.03 leads to 0.031. */
export function advanceRate(from: number, steps: number): number {
  const unit = 10 ** (Math.floor(Math.log10(from)) - 1);
  // From 0.010 down, the digits are those of the next smaller power.
  const down = steps < 0 && rounded(from / unit) <= 10;
  const size = down ? unit / 10 : unit;
  const whole = steps < 0 ? Math.ceil(rounded(from / size)) : Math.floor(rounded(from / size));
  return Number(((whole + steps) * size).toPrecision(12));
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
