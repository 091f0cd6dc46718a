/** Milliseconds that one step takes at speed 1. */
export const STEP_MILLISECONDS = 600;

export interface Clock {
  /** 3.4 is 40 % of the way from step 3 to step 4. */
  readonly position: number;
  readonly loop: boolean;
  /** The last whole position. */
  readonly last: number;
}

export interface Advance {
  readonly position: number;
  readonly ended: boolean;
}

/**
 * Where the clock stands `steps` later: past the last step it starts again or stays and has ended.
 *
 * @param steps time since the last frame, ≥ 0
 */
export function advance(clock: Clock, steps: number): Advance {
  const { position, loop, last } = clock;
  const next = position + steps;
  // The last step stays on screen for one step's time before a loop starts again.
  if (loop && last > 0) return { position: next < last ? next : next >= last + 1 ? 0 : next, ended: false };
  return next < last ? { position: next, ended: false } : { position: last, ended: true };
}
