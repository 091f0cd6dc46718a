import { expect, test } from "vitest";
import { paddingIsData as lesson } from "../../../src/content/lessons/paddingIsData";
import { setPadding, setPaddingMode } from "../../../src/model/commands";
import { evenPads, filled } from "../../trace/documents";
import { answerOf, done, factAt, mistakesOf, momentAt, reached, startOf, stepOf } from "./lessonMoments";

const mistakes = (number: number) =>
  [...mistakesOf(stepOf(lesson, number, "predict").question).keys()].map(Number);

test("a white page's output is 4 in the corners, 6 along the edges, 9 inside", () => {
  const inner = (at: number) => (at === 0 || at === 4 ? 2 : 3);
  expect(factAt("output", lesson.start)).toEqual(filled(5, 5, (row, column) => inner(row) * inner(column)));
  expect(answerOf(stepOf(lesson, 1, "predict").question)).toBe(2 * 2);
  const [all, edge, padded] = [3 * 3, 2 * 3, 3 * 3 - 2 * 2];
  expect(mistakes(1)).toEqual([all, edge, padded]);
});

test("zeros at the sides make two edges that the page has not", () => {
  const before = momentAt(startOf(lesson, 2));
  const { goals } = stepOf(lesson, 2, "do");
  expect(factAt("output", startOf(lesson, 2))).toEqual(filled(5, 4, () => 0));
  const padded = done(before, setPadding(evenPads(0, 1)));
  expect(reached(goals, padded, before)).toEqual([0]);
  expect(reached(goals, done(before, setPadding(evenPads(1))), before)).toEqual([]);
  const row = [-1, 0, 0, 0, 0, 1];
  expect(factAt("output", `${startOf(lesson, 2)}&padding=0,1`)).toEqual([row, row, row, row, row]);
});

test("copies of the border make 9 everywhere", () => {
  const before = momentAt(startOf(lesson, 3));
  const { goals } = stepOf(lesson, 3, "do");
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, setPaddingMode("replicate")), before)).toEqual([0]);
  expect(reached(goals, done(before, setPadding(evenPads(0))), before)).toEqual([]);
});

test("a corner is read 4 times, 1 without padding; an edge 6 times, the middle 9 times", () => {
  const start = startOf(lesson, 4);
  const reads = factAt("reads", start) as number[][];
  expect(answerOf(stepOf(lesson, 4, "predict").question)).toBe(reads[0]?.[0]);
  const bare = factAt("reads", `${start}&padding=0`) as number[][];
  expect(mistakes(4)).toEqual([reads[4]?.[4], bare[0]?.[0], reads[0]?.[4]]);
  expect(bare[4]?.[4]).toBe(9);
});

test("full padding reads every pixel 9 times", () => {
  const before = momentAt(startOf(lesson, 5));
  const { goals } = stepOf(lesson, 5, "free");
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, setPadding(evenPads(2))), before)).toEqual([0]);
  expect(factAt("outputSize", `${startOf(lesson, 5)}&padding=2`)).toEqual([10, 10]);
});

test("28 of 64 outputs touch padding", () => {
  const [check] = lesson.checks;
  const touched = factAt("paddedOutputs", startOf(lesson, 5));
  expect(answerOf(check)).toBe(touched);
  expect(Math.round((Number(touched) / 64) * 100)).toBe(44);
  const [corners, inside] = [4, 6 * 6];
  expect([...mistakesOf(check).keys()].map(Number)).toEqual([4 * 8, corners, inside, 0]);
});
