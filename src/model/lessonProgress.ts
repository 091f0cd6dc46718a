import type { Numbers } from "./lesson";
import type { LessonAnswer } from "./lessonAnswer";

/** Where a learner stands in a lesson; everything by the number of its place, as `at` counts them. */
export interface LessonPlace {
  readonly at: number;
  readonly answers: Readonly<Record<number, LessonAnswer>>;
  /** Goals that have been reached at each place. */
  readonly goals: Readonly<Record<number, readonly number[]>>;
  /** Hints that have been asked for. */
  readonly hints: Readonly<Record<number, number>>;
  /** The figure as it stood when a place was left, as a fragment of an address. */
  readonly figures: Readonly<Record<number, string>>;
  /** The figure as it stood when a place began. */
  readonly began: Readonly<Record<number, string>>;
}

export interface LessonRecord {
  readonly place: LessonPlace;
  /** Whether its end has been reached. */
  readonly finished: boolean;
}

/** What is kept of all lessons between visits. */
export interface LessonsKept {
  /** By their names. */
  readonly lessons: Readonly<Record<string, LessonRecord>>;
  /** The lesson that was open last and not yet at its end. */
  readonly last: string | null;
}

const VERSION = 1;

/** Longest text that is read, in characters. */
const MAX_LENGTH = 1024 * 1024;

export const nothingKept: LessonsKept = { lessons: {}, last: null };

export const newPlace: LessonPlace = { at: 1, answers: {}, goals: {}, hints: {}, figures: {}, began: {} };

export function encodeLessons(kept: LessonsKept): string {
  return JSON.stringify({ version: VERSION, ...kept });
}

/** What some release has kept, as far as it means something; `newer` where a later release has written it. */
export function decodeLessons(text: string): LessonsKept | "corrupt" | "newer" {
  const kept = text.length > MAX_LENGTH ? null : parsed(text);
  if (!isRecord(kept) || typeof kept.version !== "number") return "corrupt";
  if (kept.version > VERSION) return "newer";
  if (!isRecord(kept.lessons)) return "corrupt";
  const lessons = Object.entries(kept.lessons).flatMap(([name, record]) => {
    const read = recordOf(record);
    return read ? [[name, read] as const] : [];
  });
  return {
    lessons: Object.fromEntries(lessons),
    last: typeof kept.last === "string" ? kept.last : null,
  };
}

/** How many of a lesson's checks were answered right at the first try. */
export function rightChecks({ answers }: LessonPlace, checks: readonly number[]): number {
  return checks.filter((at) => answers[at]?.right && answers[at].tries === 1 && !answers[at].told).length;
}

function recordOf(record: unknown): LessonRecord | null {
  if (!isRecord(record) || !isRecord(record.place)) return null;
  const { place, finished } = record;
  const { at } = place;
  if (typeof at !== "number" || !Number.isInteger(at) || at < 0) return null;
  return {
    finished: finished === true,
    place: {
      at,
      answers: entriesOf(place.answers, answerOf),
      goals: entriesOf(place.goals, (goals) => (isCounts(goals) ? goals : null)),
      hints: entriesOf(place.hints, (hints) => (typeof hints === "number" ? hints : null)),
      figures: entriesOf(place.figures, textOf),
      began: entriesOf(place.began, textOf),
    },
  };
}

function answerOf(answer: unknown): LessonAnswer | null {
  if (!isRecord(answer) || !isNumbers(answer.given)) return null;
  const { given, right, tries, told } = answer;
  return {
    given,
    right: right === true,
    tries: typeof tries === "number" ? tries : 1,
    told: told === true,
  };
}

function entriesOf<Value>(
  entries: unknown,
  read: (value: unknown) => Value | null,
): Readonly<Record<number, Value>> {
  if (!isRecord(entries)) return {};
  return Object.fromEntries(
    Object.entries(entries).flatMap(([at, value]) => {
      const entry = read(value);
      return entry !== null && /^\d{1,3}$/.test(at) ? [[at, entry] as const] : [];
    }),
  );
}

function textOf(text: unknown): string | null {
  return typeof text === "string" ? text : null;
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((each) => typeof each === "number");
}

function isNumbers(value: unknown): value is Numbers {
  return typeof value === "number" || isCounts(value) || (Array.isArray(value) && value.every(isCounts));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
