import { expect, test } from "vitest";
import { learnTheKernel as lesson } from "../../../src/content/lessons/learnTheKernel";
import { setTraining } from "../../../src/model/trainingCommands";
import { factOf } from "../../../src/trace/lessonFacts";
import type { LessonMoment } from "../../../src/trace/lessonMoment";
import {
  answerOf,
  done,
  factAt,
  mistakesOf,
  momentAt,
  reached,
  revealed,
  startOf,
  stepOf,
  withPairs,
} from "./lessonMoments";

const at = (address: string, update: number): LessonMoment => ({ ...momentAt(address), update });
const losses = (address: string, updates: readonly number[]) =>
  updates.map((update) => {
    const moment = at(address, update);
    return factOf("loss", moment, moment) as number;
  });
const digits = (values: unknown, places: number) =>
  (values as number[]).map((value) => Number(value.toFixed(places)));

/** What is printed: the loss that an update finds. */
const printed = [1, 3, 5, 7, 9];

test("the first update", () => {
  const { question } = stepOf(lesson, 1, "predict");
  expect(factAt("loss", lesson.start)).toBeCloseTo(12, 9);
  const landed = at(revealed(lesson, 1), 1);
  expect(momentAt(revealed(lesson, 1)).update).toBe(1);
  const weights = factOf("learnedWeights", landed, landed) as number[];
  expect(digits(weights, 9)).toEqual(answerOf(question));
  // The gradient by central differences of the loss, from the pixels alone.
  const row = [1, 1, 0, 0, 0, 0, 1, 1];
  const loss = (first: number, second: number) =>
    6 *
    row
      .slice(1)
      .reduce((sum, right, i) => sum + ((first - 1) * (row[i] ?? 0) + (second + 1) * right) ** 2, 0);
  const step = 1e-4;
  const gradient = [
    (loss(step, 0) - loss(-step, 0)) / (2 * step),
    (loss(0, step) - loss(0, -step)) / (2 * step),
  ];
  expect(digits(gradient, 6)).toEqual([-12, 12]);
  expect([...mistakesOf(question).keys()].map((value) => JSON.parse(value))).toEqual([
    digits(
      gradient.map((slope) => 0.03 * slope),
      6,
    ),
    digits(
      gradient.map((slope) => -slope),
      6,
    ),
    gradient.map((slope) => -0.03 * Math.sign(slope)),
  ]);
});

test("ten updates from 0, 0", () => {
  expect(
    digits(
      losses(
        lesson.start,
        printed.map((update) => update + 0),
      ),
      4,
    ),
  ).toEqual([4.9152, 0.8246, 0.1384, 0.0232, 0.0039]);
  const start = momentAt(revealed(lesson, 1));
  const { goals } = stepOf(lesson, 2, "do");
  expect(reached(goals, start, start)).toEqual([]);
  const end = done(start, { update: 10 });
  expect(reached(goals, end, start)).toEqual([0]);
  expect(digits(factOf("learnedWeights", end, start), 4)).toEqual([0.9885, -0.9885]);
});

test("from 1, 0 in a zigzag", () => {
  const before = at(lesson.start, 10);
  const { goals } = stepOf(lesson, 3, "do");
  expect(reached(goals, before, before)).toEqual([]);
  const now = done(before, setTraining({ start: "given", startValues: [1, 0] }));
  expect(reached(goals, now, before)).toEqual([0]);
  expect(digits(losses(`${lesson.start}&start=1,0`, printed), 4)).toEqual([
    10.8288, 4.1383, 1.6452, 0.6655, 0.2712,
  ]);
});

test("above the limit it grows, at the limit it sticks, below it falls", () => {
  const address = withPairs(revealed(lesson, 4), "update=0");
  expect(factAt("learningRate", startOf(lesson, 4))).toBe(0.03);
  expect(answerOf(stepOf(lesson, 4, "predict").question)).toBe("It grows and grows");
  expect(digits(losses(address, [0, 1, 2, 9]), 1)).toEqual([18, 19.2, 22.3, 83.4]);
  expect(momentAt(revealed(lesson, 4)).update).toBe(10);
  const sticking = withPairs(address, `learning-rate=${1 / 30}&updates=100`);
  expect(digits(losses(sticking, [60, 100]), 6)).toEqual([15, 15]);
  const slow = losses(withPairs(address, "learning-rate=0.0325&updates=100"), [0, 20, 100]);
  expect(slow).toEqual([...slow].sort((a, b) => b - a));
  expect(digits(losses(withPairs(address, "learning-rate=0.034"), [0, 1]), 1)).toEqual([18, 17.3]);
  expect(1 - 60 * 0.035).toBeCloseTo(-1.1, 9);
});

test("the fastest rate is 1/36", () => {
  const address = startOf(lesson, 5);
  const start = momentAt(address);
  const { goals } = stepOf(lesson, 5, "free");
  expect(reached(goals, start, start)).toEqual([]);
  expect(reached(goals, done(start, setTraining({ learningRate: 0.0278 })), start)).toEqual([0]);
  expect(reached(goals, done(start, setTraining({ learningRate: 0.029 })), start)).toEqual([]);
  expect(digits(losses(withPairs(address, `learning-rate=${1 / 36}`), [0, 1, 2, 3]), 2)).toEqual([
    18, 8, 3.56, 1.58,
  ]);
  const slowest = (rate: number) => Math.max(Math.abs(1 - 60 * rate), Math.abs(1 - 12 * rate));
  for (const rate of [0.0277, 0.0279]) expect(slowest(rate)).toBeGreaterThan(slowest(1 / 36));
});

test("the mean of 42 errors", () => {
  const [check] = lesson.checks;
  const first = (pairs: string) => {
    const moment = at(withPairs(lesson.start, pairs), 10);
    return (factOf("learnedWeights", moment, moment) as number[])[0] ?? 0;
  };
  expect(factAt("targetShape", lesson.start)).toEqual([1, 1, 6, 7]);
  expect(first("reduction=mean").toFixed(2)).toBe(answerOf(check));
  expect(first("reduction=mean").toFixed(4)).toBe("0.0825");
  expect([...mistakesOf(check).keys()].map((value) => JSON.parse(value))).toEqual([
    first("").toFixed(2),
    (first("") / 42).toFixed(2),
    "It blows up",
  ]);
  expect(Math.abs(first(`learning-rate=${0.03 * 42}`))).toBeGreaterThan(1e6);
});
