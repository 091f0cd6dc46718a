import { readAddress, writeAddress } from "../../../src/model/address";
import { readPairs, writePairs } from "../../../src/model/addressPairs";
import type { ConvDocument } from "../../../src/model/document";
import type {
  FactValue,
  Goal,
  Lesson,
  LessonStep,
  LessonText,
  Numbers,
  Question,
} from "../../../src/model/lesson";
import { factOf, holds } from "../../../src/trace/lessonFacts";
import type { LessonMoment } from "../../../src/trace/lessonMoment";

/** What a learner has before them at an address. */
export function momentAt(address: string): LessonMoment {
  const { state, notices } = readAddress(address);
  if (notices.length > 0) throw new Error(`${address}: ${JSON.stringify(notices)}`);
  return { ...state, readCounts: false };
}

/** A moment after something has been done. */
export function done(
  before: LessonMoment,
  change: ((document: ConvDocument) => ConvDocument) | Partial<LessonMoment>,
): LessonMoment {
  return typeof change === "function"
    ? { ...before, document: change(before.document) }
    : { ...before, ...change };
}

/** An address with some of its pairs set, as the page writes it. */
export function withPairs(address: string, pairs: string): string {
  const written = writeAddress(readAddress(address).state);
  return writePairs([...new Map([...readPairs(written), ...readPairs(pairs)])]);
}

/** A fact of an address. */
export function factAt(name: string, address: string): FactValue | undefined {
  const moment = momentAt(address);
  return factOf(name, moment, moment);
}

/** What a step opens with: its own address, or that of the last one before it that has one. */
export function startOf(lesson: Lesson, number: number): string {
  const opened = lesson.steps
    .slice(0, number)
    .findLast((step) => step.start ?? (step.kind === "predict" && step.question.start));
  return opened?.start ?? (opened?.kind === "predict" ? opened.question.start : undefined) ?? lesson.start;
}

/** What a step counted from 1 shows once it has been answered. */
export function revealed(lesson: Lesson, number: number): string {
  const step = stepOf(lesson, number, "predict");
  return withPairs(startOf(lesson, number), step.reveal ?? "");
}

/** A step, counted from 1 as people do. */
export function stepOf<Kind extends LessonStep["kind"]>(
  lesson: Lesson,
  number: number,
  kind: Kind,
): Extract<LessonStep, { kind: Kind }> {
  const step = lesson.steps[number - 1];
  if (step?.kind !== kind) throw new Error(`step ${number} of ${lesson.name} is no ${kind}`);
  return step as Extract<LessonStep, { kind: Kind }>;
}

/** Which goals of a step, counted from 0, a moment reaches. */
export function reached(goals: readonly Goal[], now: LessonMoment, before: LessonMoment): readonly number[] {
  return goals.flatMap(({ all }, at) =>
    all.every((condition) => holds(condition, now, before)) ? [at] : [],
  );
}

/** A question's right answer, as numbers or as its English words. */
export function answerOf(question: Question | undefined): Numbers | string {
  if (question?.kind === "number") return question.answer;
  const right = question?.choices.find((choice) => choice.right);
  if (!right) throw new Error("no right answer");
  return english(right.value);
}

/** The mistakes of a question by what they lead to; each said in English. */
export function mistakesOf(question: Question | undefined): ReadonlyMap<string, string> {
  if (question?.kind === "number") {
    return new Map(question.mistakes.map(({ value, text }) => [JSON.stringify(value), englishText(text)]));
  }
  return new Map(
    question?.choices.flatMap(({ value, mistake }) =>
      mistake ? [[JSON.stringify(english(value)), englishText(mistake)] as const] : [],
    ),
  );
}

function english(
  value: LessonText | readonly (readonly number[])[],
): string | readonly (readonly number[])[] {
  return Array.isArray(value) ? value : englishText(value as LessonText);
}

function englishText(text: LessonText): string {
  return typeof text === "string" ? text : text.en;
}
