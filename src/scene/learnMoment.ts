/** The four parts of an update, and what is between two updates. */
export type LearnPart = "rest" | "predict" | "compare" | "blame" | "update";

/** What a frame shows of an update. */
export interface LearnMoment {
  /** Updates made so far. */
  readonly update: number;
  /** Which part of the next one is under way; `rest` at whole positions. */
  readonly part: LearnPart;
  /** How far that part has come, from 0 to less than 1. */
  readonly progress: number;
}

const PARTS = ["predict", "compare", "blame", "update"] as const;

/** @param last updates that have been made in all: past them there is nothing to watch */
export function learnMomentAt(position: number, last: number): LearnMoment {
  const update = Math.max(0, Math.min(Math.floor(position), last));
  const quarters = position >= last ? 0 : (position - update) * PARTS.length;
  if (quarters <= 0) return { update, part: "rest", progress: 0 };
  const part = Math.min(Math.floor(quarters), PARTS.length - 1);
  return { update, part: PARTS[part] as LearnPart, progress: quarters - part };
}

/** Which of `count` things, taken one by one, a part is at. */
export function scanIndex({ progress }: LearnMoment, count: number): number {
  return Math.min(Math.floor(progress * count), count - 1);
}
