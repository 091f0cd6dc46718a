import type { LessonText, Numbers, Question } from "./lesson";

/** Numbers as they were typed, or the choice's place in the list. */
export type Given = Numbers;

/** What was answered, and what came of it. */
export interface LessonAnswer {
  readonly given: Given;
  readonly right: boolean;
  /** How often it was answered. */
  readonly tries: number;
  /** Whether the right answer was shown without having been found. */
  readonly told: boolean;
}

/** What there is to say to an answer. */
export interface Verdict {
  readonly right: boolean;
  /** Names the mistake that leads to exactly this answer. */
  readonly mistake?: LessonText;
}

export function judge(question: Question, given: Given): Verdict {
  if (question.kind === "choice") {
    const choice = typeof given === "number" ? question.choices[given] : undefined;
    return { right: choice?.right === true, ...(choice?.mistake && { mistake: choice.mistake }) };
  }
  if (sameNumbers(given, question.answer, question.tolerance ?? 0)) return { right: true };
  const mistake = question.mistakes.find(({ value }) => sameNumbers(given, value, question.tolerance ?? 0));
  return { right: false, ...(mistake && { mistake: mistake.text }) };
}

/** The right answer, in the form in which one is given. */
export function rightAnswer(question: Question): Given {
  if (question.kind === "number") return question.answer;
  return question.choices.findIndex(({ right }) => right === true);
}

/** Numbers in rows, whatever they are. */
export function rowsOfNumbers(numbers: Numbers): readonly (readonly number[])[] {
  if (typeof numbers === "number") return [[numbers]];
  return isGrid(numbers) ? numbers : [numbers];
}

function isGrid(numbers: Exclude<Numbers, number>): numbers is readonly (readonly number[])[] {
  return Array.isArray(numbers[0]);
}

const CLOSE = 1e-9;

function sameNumbers(given: Numbers, expected: Numbers, tolerance: number): boolean {
  const [rows, others] = [rowsOfNumbers(given), rowsOfNumbers(expected)];
  return (
    rows.length === others.length &&
    rows.every((row, at) => {
      const other = others[at] ?? [];
      return row.length === other.length && row.every((number, i) => isClose(number, other[i], tolerance));
    })
  );
}

function isClose(number: number, expected: number | undefined, tolerance: number): boolean {
  if (expected === undefined) return false;
  const slack = CLOSE * Math.max(1, Math.abs(expected));
  return Math.abs(number - expected) <= tolerance + slack;
}
