import { expect, test } from "vitest";
import { oneTwoThreeAxes as lesson } from "../../../src/content/lessons/oneTwoThreeAxes";
import { countParameters } from "../../../src/core/counts";
import { outputShape } from "../../../src/core/outputShape";
import { replaceGrid, setCell, setKernelSize } from "../../../src/model/gridCommands";
import { answerOf, done, factAt, mistakesOf, momentAt, reached, startOf, stepOf } from "./lessonMoments";

const SERIES = [3, 6, 0, 9, 3];
const WINDOWS = [0, 1, 2].map((at) => SERIES.slice(at, at + 3));

test("the series and its sums of three", () => {
  const { question } = stepOf(lesson, 1, "predict");
  expect(answerOf(question)).toEqual(factAt("output", lesson.start));
  expect([...mistakesOf(question).keys()]).toEqual(
    [
      WINDOWS.map((window) => window.reduce((sum, value) => sum + value, 0) / 3),
      WINDOWS.map((window) => window.reduce((product, value) => product * value, 1)),
      [0, 1, 2].map((at) => SERIES.slice(0, at + 1).reduce((sum, value) => sum + value, 0)),
    ].map((row) => JSON.stringify(row)),
  );
});

test("how much it rises", () => {
  const start = momentAt(lesson.start);
  const { goals } = stepOf(lesson, 2, "do");
  expect(reached(goals, start, start)).toEqual([]);
  const shorter = done(start, setKernelSize([2]));
  expect(reached(goals, shorter, start)).toEqual([]);
  expect(reached(goals, done(shorter, replaceGrid("kernel", [[-1, 1]])), start)).toEqual([0]);
});

test("a sentence's shapes", () => {
  const address = startOf(lesson, 3);
  expect(factAt("inputShape", address)).toEqual([1, 4, 5]);
  expect(factAt("weightShape", address)).toEqual([2, 4, 3]);
  expect(factAt("outputShape", address)).toEqual([1, 2, 3]);
  expect(factAt("parameters", address)).toBe(26);
});

test("a dot that moves", () => {
  const output = factAt("output", startOf(lesson, 4)) as number[][][];
  const input = factAt("input", startOf(lesson, 4)) as number[][][];
  expect(input.map((frame) => frame[1])).toEqual([
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
  ]);
  const { question } = stepOf(lesson, 4, "predict");
  expect(answerOf(question)).toEqual(output[0]?.[1]);
  const between = (first: number, make: (earlier: number, later: number) => number) =>
    [0, 1, 2, 3].map(
      (column) => make(input[first]?.[1]?.[column] ?? 0, input[first + 1]?.[1]?.[column] ?? 0) + 0,
    );
  expect(output[1]?.[1]).toEqual([0, 0, -1, 1]);
  expect([...mistakesOf(question).keys()]).toEqual(
    [
      between(0, (earlier, later) => earlier - later),
      between(0, (earlier, later) => earlier + later),
      between(1, (earlier, later) => later - earlier),
    ].map((row) => JSON.stringify(row)),
  );
});

test("a dot that stands still is seen by what sums, not by what subtracts", () => {
  const start = momentAt(startOf(lesson, 5));
  const { goals } = stepOf(lesson, 5, "free");
  expect(reached(goals, start, start)).toEqual([]);
  const change = setCell("kernel", { row: 0, column: 0, depth: 0 }, 1);
  expect(reached(goals, done(start, change), start)).toEqual([0]);
  expect(reached(goals, done(start, setKernelSize([1, 1, 1])), start)).toEqual([0]);
  const moved = setCell("input", { row: 0, column: 0, depth: 0 }, 1);
  expect(reached(goals, done(start, moved), start)).toEqual([]);
});

test("a volume's shape and parameters", () => {
  const input = [1, 1, 8, 16, 16];
  const said = (shape: readonly number[], parameters: number) => `(${shape.join(", ")}) and ${parameters}`;
  const shape = outputShape("conv", input, { kernelSize: 3 });
  const parameters = countParameters("conv", input, { kernelSize: 3 });
  const [check] = lesson.checks;
  expect(answerOf(check)).toBe(said(shape, parameters));
  const flat = outputShape("conv", [1, 1, 16, 16], { kernelSize: 3 });
  expect([...mistakesOf(check).keys()].map((value) => JSON.parse(value))).toEqual([
    said([1, 1, 8, ...flat.slice(2)], countParameters("conv", [1, 1, 16, 16], { kernelSize: 3 })),
    said(shape, countParameters("conv", input, { kernelSize: 3, bias: false })),
    said([1, 3, ...shape.slice(2)], parameters),
  ]);
});
