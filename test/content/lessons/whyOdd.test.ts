import { expect, test } from "vitest";
import { whyOdd as lesson } from "../../../src/content/lessons/whyOdd";
import { outputShape } from "../../../src/core/outputShape";
import { samePadding } from "../../../src/core/samePadding";
import { setPadding } from "../../../src/model/commands";
import { replaceGrid } from "../../../src/model/gridCommands";
import { factOf } from "../../../src/trace/lessonFacts";
import {
  answerOf,
  done,
  factAt,
  mistakesOf,
  momentAt,
  reached,
  startOf,
  stepOf,
  withPairs,
} from "./lessonMoments";

const size = (padding: readonly [number, number]) =>
  outputShape("conv", [5], { kernelSize: 2, padding: [padding] })[0];

test("one extra zero keeps five numbers, on either side", () => {
  expect([size([0, 0]), size([1, 0]), size([0, 1]), size([1, 1])]).toEqual([4, 5, 5, 6]);
  expect(answerOf(stepOf(lesson, 1, "predict").question)).toBe("Left or right: you must choose");
});

test("the zero on the left shifts to the right, on the right to the left", () => {
  const start = momentAt(lesson.start);
  const [left, right] = [stepOf(lesson, 2, "do").goals, stepOf(lesson, 3, "do").goals];
  expect(reached(left, start, start)).toEqual([]);
  const late = done(start, setPadding([[1, 0]]));
  expect(reached(left, late, start)).toEqual([0]);
  expect(factOf("outputCentre", late, start)).toEqual([2.5]);
  expect(reached(right, late, late)).toEqual([]);
  const early = done(start, setPadding({ same: "pytorch" }));
  expect(reached(right, early, late)).toEqual([0]);
  expect(factOf("outputCentre", early, late)).toEqual([1.5]);
  const d2l = done(start, setPadding({ same: "d2l" }));
  expect(reached(left, d2l, start)).toEqual([0]);
});

test("four layers shift by two pixels", () => {
  const address = startOf(lesson, 4);
  const { question } = stepOf(lesson, 4, "predict");
  expect(factAt("stackOutput", address)).toEqual([0, 1, 4, 6, 4, 1, 0, 0, 0, 0, 0]);
  expect([answerOf(question)]).toEqual(factAt("stackCentre", address));
  const alternate = withPairs(address, "layers=k2p0:1,k2p1:0,k2p0:1,k2p1:0");
  expect(factAt("stackCentre", alternate)).toEqual([5]);
  expect([...mistakesOf(question).keys()].map(Number)).toEqual([
    (factAt("stackCentre", withPairs(address, "layers=k2p0:1")) as number[])[0],
    5 - 4 * 1,
    5 + 4 * 0.5,
  ]);
});

test("an odd symmetric kernel leaves the middle where it is", () => {
  const start = momentAt(startOf(lesson, 5));
  const { goals } = stepOf(lesson, 5, "free");
  expect(reached(goals, start, start)).toEqual([]);
  const withKernel = (kernel: readonly number[]) => done(start, replaceGrid("kernel", [kernel]));
  expect(reached(goals, withKernel([1, 1, 1]), start)).toEqual([0]);
  expect(factOf("output", withKernel([1, 1, 1]), start)).toEqual([0, 1, 1, 1, 0]);
  expect(reached(goals, withKernel([1, 2, 4, 2, 1]), start)).toEqual([0]);
  expect(reached(goals, withKernel([1]), start)).toEqual([]);
  expect(reached(goals, withKernel([3, 1]), start)).toEqual([]);
});

test.each([
  ["check", lesson.checks[0], 4],
  ["review", lesson.review?.[0], 6],
] as const)("the %s: the conventions", (_, question, kernelSize) => {
  const axis = { kernelSize, stride: 1, dilation: 1 };
  const [[d2l], [pytorch]] = [samePadding(9, axis, "d2l"), samePadding(9, axis, "pytorch")];
  expect(answerOf(question)).toBe(`${d2l} and ${pytorch}`);
  expect([...mistakesOf(question).keys()].map((value) => JSON.parse(value))).toEqual([
    `${pytorch} and ${d2l}`,
    `${kernelSize / 2} and ${kernelSize / 2}`,
    `${(kernelSize - 1) / 2} and ${(kernelSize - 1) / 2}`,
  ]);
});
