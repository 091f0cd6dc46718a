import { describe, expect, test } from "vitest";
import {
  lectureDeck,
  lessonReviews,
  lessonTracks,
  loadLesson,
  loadReview,
} from "../../src/content/lessonList";
import { readAddress } from "../../src/model/address";
import {
  type Goal,
  type Lesson,
  type LessonText,
  lessonCommands,
  lessonControls,
  type Question,
} from "../../src/model/lesson";
import { factNames } from "../../src/trace/lessonFacts";
import { startOf, withPairs } from "./lessons/lessonMoments";

const terms =
  "convolution cross-correlation kernel filter weight bias feature-map channel padding stride dilation receptive-field output-shape window parameter activation relu pooling stack loss gradient learning-rate groups depthwise transposed equivariance im2col batch nchw".split(
    " ",
  );

const entries = lessonTracks.flatMap(({ lessons }) => lessons);

/** A step may say this many words. */
const MOST_WORDS = 60;

test("names are unique, and each leads to its lesson", async () => {
  expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
  for (const { name, title } of entries) {
    const lesson = await loadLesson(name);
    expect([lesson?.name, lesson?.title]).toEqual([name, title]);
  }
  expect(await loadLesson("no-such-lesson")).toBeNull();
});

test("what a lesson opens with comes from an earlier one that has a review", async () => {
  const order = entries.map(({ name }) => name);
  for (const [later, earlier] of Object.entries(lessonReviews)) {
    expect(order.indexOf(earlier), later).toBeLessThan(order.indexOf(later));
    expect(await loadReview(later), later).not.toBeNull();
  }
  expect(await loadReview("no-such-lesson")).toBeNull();
});

test("the lecture runs in 50 minutes, and its lessons' steps in as many as the deck says", async () => {
  expect(lectureDeck.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(50);
  for (const { name, minutes } of lectureDeck) {
    const lesson = await loadLesson(name);
    if (!lesson) continue;
    expect(
      lesson.steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0),
      name,
    ).toBe(minutes);
  }
});

describe.each(entries)("$name", ({ load }) => {
  test("all its addresses are read without a notice", async () => {
    const lesson = await load();
    for (const address of addressesOf(lesson)) {
      const { notices, unknown } = readAddress(address);
      expect([address, notices, unknown]).toEqual([address, [], []]);
    }
  });

  test("has three to six guided steps and one free one, with at most four controls and actions each", async () => {
    const { steps, checks } = await load();
    const free = steps.filter(({ kind }) => kind === "free");
    expect(free.length).toBe(1);
    expect(steps.length - free.length).toBeGreaterThanOrEqual(3);
    expect(steps.length - free.length).toBeLessThanOrEqual(6);
    expect(checks.length).toBeGreaterThanOrEqual(1);
    for (const { controls = [], actions = [] } of steps) {
      expect(controls.length + actions.length).toBeLessThanOrEqual(4);
      for (const control of controls) expect(lessonControls).toContain(control);
      for (const { command } of actions) if (command) expect(lessonCommands).toContain(command);
    }
    for (const step of steps) if (step.kind !== "observe") expect(step.hints?.length ?? 0).toBeGreaterThan(0);
  });

  test("each question has one right answer, and every other one a mistake of its own", async () => {
    for (const question of questionsOf(await load())) {
      const answers =
        question.kind === "number"
          ? [question.answer, ...question.mistakes.map(({ value }) => value)]
          : question.choices.map(({ value }) => value);
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(answers.length);
      expect(answers.length).toBeGreaterThanOrEqual(3);
      if (question.kind === "number") continue;
      expect(question.choices.filter(({ right }) => right).length).toBe(1);
      for (const { right, mistake } of question.choices) expect(right === true).toBe(mistake === undefined);
    }
  });

  test("conditions ask what can be asked", async () => {
    for (const { all } of goalsOf(await load())) {
      expect(all.length).toBeGreaterThan(0);
      for (const condition of all) {
        expect(factNames).toContain(condition.fact);
        expect(Object.keys(condition).length).toBeGreaterThan(1);
      }
    }
  });

  test("says everything in both languages, in terms that the glossary has, and briefly", async () => {
    const lesson = await load();
    for (const text of textsOf(lesson)) {
      if (typeof text === "string") throw new Error(`only in one language: ${text}`);
      expect(Object.keys(text).sort()).toEqual(["en", "zh-CN"]);
      const { en, "zh-CN": zh = "" } = text;
      expect(zh.trim(), en).not.toBe("");
      expect([en, en.split(/\s+/).length <= MOST_WORDS + 10]).toEqual([en, true]);
      const [said, other] = [termsIn(en), termsIn(zh)];
      expect(terms).toEqual(expect.arrayContaining([...said, ...other]));
      expect([en, [...other].sort()]).toEqual([en, [...said].sort()]);
    }
  });
});

function termsIn(text: string): readonly string[] {
  return [...text.matchAll(/\[\[([^\]|]+)(\|[^\]]+)?\]\]/g)].map(([, term = ""]) => term);
}

function questionsOf({ steps, checks, review = [] }: Lesson): readonly Question[] {
  return [...steps.flatMap((step) => (step.kind === "predict" ? [step.question] : [])), ...checks, ...review];
}

function goalsOf({ steps }: Lesson): readonly Goal[] {
  return steps.flatMap((step) => (step.kind === "do" || step.kind === "free" ? step.goals : []));
}

function addressesOf(lesson: Lesson): readonly string[] {
  const starts = [...lesson.steps, ...questionsOf(lesson)].map(({ start }) => start);
  const changed = lesson.steps.flatMap((step, at) =>
    [step.kind === "predict" ? step.reveal : undefined, ...(step.actions ?? []).map(({ set }) => set)].map(
      (pairs) => pairs && withPairs(startOf(lesson, at + 1), pairs),
    ),
  );
  return [lesson.start, ...starts, ...changed].filter((address) => address !== undefined);
}

/** Every text of a lesson, wherever it stands. */
function textsOf(part: unknown): readonly LessonText[] {
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (typeof part !== "object" || part === null) return [];
  if ("en" in part) return [part as LessonText];
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === "string" && (key === "title" || key === "text" || key === "mistake" || key === "after")
      ? [value]
      : textsOf(value),
  );
}
