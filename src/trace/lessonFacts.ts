import type { Condition, FactValue } from "../model/lesson";
import { figureFacts } from "./lessonFigureFacts";
import type { Fact, LessonMoment } from "./lessonMoment";
import { outputFacts } from "./lessonOutputFacts";
import { readFacts } from "./lessonReadFacts";
import { stackFacts } from "./lessonStackFacts";
import { trainingFactsOfLessons } from "./lessonTrainingFacts";

const facts: ReadonlyMap<string, Fact> = new Map<string, Fact>(
  Object.entries({
    ...figureFacts,
    ...outputFacts,
    ...readFacts,
    ...stackFacts,
    ...trainingFactsOfLessons,
  }),
);

/** What conditions can name. */
export const factNames: readonly string[] = [...facts.keys()];

/** What is so at a moment; undefined for a name that there isn't, and where there is no such thing. */
export function factOf(name: string, now: LessonMoment, before: LessonMoment): FactValue | undefined {
  return facts.get(name)?.(now, before);
}

/**
 * Whether a condition holds. A single value is held against each entry of a list, so that `is: 1` holds of a stride of
 * `[1, 1]` and `atLeast: 15` of a field of `[15, 17]`. Numbers are equal within a billionth. Of what there is not, nothing
 * holds.
 *
 * @param before the moment at which the step began
 */
export function holds(condition: Condition, now: LessonMoment, before: LessonMoment): boolean {
  const value = factOf(condition.fact, now, before);
  if (value === undefined) return false;
  const { is, not, atLeast, atMost } = condition;
  return (
    (is === undefined || equals(value, is)) &&
    (not === undefined || !equals(value, not)) &&
    (atLeast === undefined || everyNumber(value, (number) => number >= atLeast - slack(atLeast))) &&
    (atMost === undefined || everyNumber(value, (number) => number <= atMost + slack(atMost)))
  );
}

const CLOSE = 1e-9;

function slack(value: number): number {
  return CLOSE * Math.max(1, Math.abs(value));
}

function equals(value: FactValue, expected: FactValue): boolean {
  if (isList(value)) {
    if (isList(expected)) {
      return (
        value.length === expected.length && value.every((entry, at) => equals(entry, expected[at] ?? null))
      );
    }
    return value.length > 0 && value.every((entry) => equals(entry, expected));
  }
  if (typeof value !== "number" || typeof expected !== "number") return value === expected;
  return value === expected || Math.abs(value - expected) <= slack(expected);
}

function everyNumber(value: FactValue, test: (number: number) => boolean): boolean {
  if (isList(value)) return value.length > 0 && value.every((entry) => everyNumber(entry, test));
  return typeof value === "number" && test(value);
}

function isList(value: FactValue): value is readonly FactValue[] {
  return Array.isArray(value);
}
