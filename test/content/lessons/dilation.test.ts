import { expect, test } from "vitest";
import { dilation as lesson } from "../../../src/content/lessons/dilation";
import { windowSpan } from "../../../src/core/outputSize";
import { setDilation, setPadding, setStride } from "../../../src/model/commands";
import { evenPads } from "../../trace/documents";
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

const x = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const numbersOf = (number: number) =>
  [...mistakesOf(stepOf(lesson, number, "predict").question).keys()].map(Number);

test("dilation 1 gives −2 seven times", () => {
  expect(factAt("output", revealed(lesson, 1))).toEqual(
    new Array(7).fill(answerOf(stepOf(lesson, 1, "predict").question)),
  );
  const at = (place: number) => x[place] ?? 0;
  expect(numbersOf(1)).toEqual([at(0) - at(4), at(2) - at(0), at(0) - at(1)]);
});

test("dilation 2 gives −4 five times", () => {
  const before = momentAt(startOf(lesson, 2));
  const { goals } = stepOf(lesson, 2, "do");
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, setDilation([2])), before)).toEqual([0]);
  expect(factAt("output", `${startOf(lesson, 2)}&dilation=2`)).toEqual([-4, -4, -4, -4, -4]);
});

test("dilation 3 leaves room for three windows", () => {
  expect(factAt("output", revealed(lesson, 3))).toEqual([-6, -6, -6]);
  expect(answerOf(stepOf(lesson, 3, "predict").question)).toBe(3);
  const windows = (span: number) => x.length - span + 1;
  const [two, one] = [2 * 2 + 1, 3];
  expect(numbersOf(3)).toEqual([windows(two), windows(one), windows(3 * 3)]);
});

test("padding 2 keeps 8×8", () => {
  const before = momentAt(startOf(lesson, 4));
  const { goals } = stepOf(lesson, 4, "do");
  expect(factAt("outputSize", startOf(lesson, 4))).toEqual([4, 4]);
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, setPadding(evenPads(2))), before)).toEqual([0]);
});

test("dilation 2 at stride 2 never reads the odd places", () => {
  const before = momentAt(startOf(lesson, 5));
  const { goals } = stepOf(lesson, 5, "free");
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(done(before, setDilation([2])), setStride([2])), before)).toEqual([0]);
  expect(reached(goals, done(before, setDilation([2])), before)).toEqual([]);
  expect(factAt("reads", withPairs(startOf(lesson, 5), "dilation=2&stride=2"))).toEqual([
    1, 0, 2, 0, 3, 0, 2, 0, 1,
  ]);
});

test("three weights at dilation 4 reach over 9 cells", () => {
  const [check] = lesson.checks;
  const [d, k] = [4, 3];
  expect(answerOf(check)).toBe(windowSpan({ kernelSize: k, dilation: d, stride: 1, padding: [0, 0] }));
  expect([...mistakesOf(check).keys()].map(Number)).toEqual([d * k, d + k, (d + 1) * (k - 1) + 1]);
});
