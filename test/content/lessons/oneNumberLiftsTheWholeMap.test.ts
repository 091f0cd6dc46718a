import { expect, test } from "vitest";
import { oneNumberLiftsTheWholeMap as lesson } from "../../../src/content/lessons/oneNumberLiftsTheWholeMap";
import { countParameters } from "../../../src/core/counts";
import { setActivation, setBias } from "../../../src/model/commands";
import { blankInput } from "../../../src/model/inputCommands";
import { factOf } from "../../../src/trace/lessonFacts";
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
} from "./lessonMoments";

const Y = [
  [19, 25],
  [37, 43],
];

/** The sums of the four windows of 0…8. */
const SUMS = [
  [8, 12],
  [20, 24],
];

const raised = (by: (row: number, column: number) => number) =>
  JSON.stringify(Y.map((row, i) => row.map((value, j) => value + by(i, j))));

test("b = 1 lifts every cell", () => {
  expect(factAt("output", startOf(lesson, 1))).toEqual(Y);
  const { question } = stepOf(lesson, 1, "predict");
  expect(answerOf(question)).toEqual(factAt("output", revealed(lesson, 1)));
  expect([...mistakesOf(question).keys()]).toEqual([
    raised((i, j) => (i + j === 0 ? 1 : 0)),
    raised(() => 4),
    raised((i, j) => SUMS[i]?.[j] ?? 0),
  ]);
});

test("the other steps' goals are reached by what they ask for, and not before", () => {
  const first = momentAt(revealed(lesson, 1));
  const blank = stepOf(lesson, 2, "do").goals;
  expect(reached(blank, first, first)).toEqual([]);
  const empty = done(done(first, blankInput), setBias([5]));
  expect(reached(blank, empty, first)).toEqual([0]);

  const dim = stepOf(lesson, 3, "do").goals;
  expect(reached(dim, empty, empty)).toEqual([]);
  const lit = done(done(first, setBias([-30])), setActivation("relu"));
  expect(reached(dim, lit, empty)).toEqual([0]);

  const free = momentAt(startOf(lesson, 4));
  expect(factOf("output", free, free)).toEqual(factOf("output", lit, lit));
  const { goals } = stepOf(lesson, 4, "free");
  expect(reached(goals, free, free)).toEqual([]);
  const withBias = (bias: number) => done(free, setBias([bias]));
  expect(factOf("nonZeroOutputs", withBias(-36), free)).toBe(2);
  expect(reached(goals, withBias(-37), free)).toEqual([0]);
  expect(reached(goals, withBias(-38), free)).toEqual([]);
  expect(factOf("largestOutput", withBias(-37), free)).toBe(6);
});

test("a 2×2 kernel and its bias are five numbers", () => {
  const [check] = lesson.checks;
  expect(answerOf(check)).toBe(countParameters("conv", [1000, 1000], { kernelSize: 2 }));
  const outputs = (1000 - 2 + 1) ** 2;
  expect([...mistakesOf(check).keys()].map(Number)).toEqual([2 * 2, outputs + 4, 4 + 4]);
});
