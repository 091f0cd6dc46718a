/** What a frame shows of one step. All parts run from 0 to 1, and all are 1 when a step is complete. */
export interface Moment {
  /** The step that is being computed, or has just been. */
  readonly step: number;
  /** How far the window has come from the step before. */
  readonly glide: number;
  /** How much of the products has been counted into the sum. */
  readonly counted: number;
  /** How far the output cell has filled. */
  readonly filled: number;
}

export type Phase = "window" | "products" | "sum" | "output";

const GLIDE_END = 0.35;
const COUNT_END = 0.75;

/**
 * The moment at a float position: between step n and n + 1 the window glides, then the products are counted, then the
 * output cell n + 1 fills.
 *
 * @param last the last whole position; a position past it is the last
 */
export function momentAt(position: number, last: number): Moment {
  const whole = Math.floor(position);
  const part = position - whole;
  if (position >= last || part === 0) {
    return { step: Math.min(whole, last), glide: 1, counted: 1, filled: 1 };
  }
  return {
    step: whole + 1,
    glide: Math.min(part / GLIDE_END, 1),
    counted: between(part, GLIDE_END, COUNT_END),
    filled: between(part, COUNT_END, 1),
  };
}

/** Which part of a step the moment is in; a complete step has written its output. */
export function phaseOf({ glide, counted, filled }: Moment): Phase {
  if (filled > 0) return "output";
  if (glide < 1) return "window";
  return counted < 1 ? "products" : "sum";
}

function between(value: number, start: number, end: number): number {
  return Math.max(0, Math.min((value - start) / (end - start), 1));
}
