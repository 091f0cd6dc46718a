/** Steps of the colour scale on each side of 0. */
export const LEVELS = 12;

/** The largest magnitude of a grid: its colour scale runs from −max to max. */
export function maxMagnitude(values: ArrayLike<number>): number {
  let max = 0;
  for (let i = 0; i < values.length; i++) max = Math.max(max, Math.abs(values[i] as number));
  return max;
}

/** The colour step of a value, −LEVELS…LEVELS: 0 for zero alone, so that the smallest sign of a number shows. */
export function levelOf(value: number, max: number): number {
  if (value === 0 || max === 0) return 0;
  return Math.sign(value) * Math.max(1, Math.ceil((Math.abs(value) / max) * LEVELS));
}

/** The class that palette.css colours: `p3` and `n3` are the third step above and below 0. */
export function levelClass(level: number): string {
  return level < 0 ? `n${-level}` : level > 0 ? `p${level}` : "z";
}
