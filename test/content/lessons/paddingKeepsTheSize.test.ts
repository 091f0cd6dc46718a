import { expect, test } from "vitest";
import { paddingKeepsTheSize as lesson } from "../../../src/content/lessons/paddingKeepsTheSize";
import { outputShape } from "../../../src/core/outputShape";
import { setPadding } from "../../../src/model/commands";
import { setStackLayer } from "../../../src/model/stackCommands";
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

const size = (length: number, kernelSize: number, padding = 0) =>
  outputShape("conv", [length], { kernelSize, padding })[0] ?? 0;

test("a ring of zeros around 3×3", () => {
  const { question } = stepOf(lesson, 1, "predict");
  expect(factAt("outputSize", revealed(lesson, 1))).toEqual([4, 4]);
  expect(answerOf(question)).toBe(size(3, 2, 1));
  expect([...mistakesOf(question).keys()].map(Number)).toEqual([size(3 + 1, 2), 3 + 2, size(3, 2)]);
  expect(factAt("output", revealed(lesson, 1))).toEqual([
    [0, 3, 8, 4],
    [9, 19, 25, 10],
    [21, 37, 43, 16],
    [6, 7, 8, 0],
  ]);
});

test("back to the corner", () => {
  const before = momentAt(revealed(lesson, 1));
  const { goals } = stepOf(lesson, 2, "do");
  expect(before.position).toBe(15);
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, { position: 0 }), before)).toEqual([0]);
});

test.each([
  [3, [6, 6], [1, 1]],
  [4, [4, 6], [2, 1]],
] as const)("step %i keeps 8×8", (number, without, [rows, columns]) => {
  const before = momentAt(startOf(lesson, number));
  const { goals } = stepOf(lesson, number, "do");
  expect(factAt("outputSize", startOf(lesson, number))).toEqual(without);
  expect(reached(goals, before, before)).toEqual([]);
  const padded = (top: number, left: number) =>
    done(
      before,
      setPadding([
        [top, top],
        [left, left],
      ]),
    );
  expect(reached(goals, padded(rows, columns), before)).toEqual([0]);
  expect(reached(goals, padded(rows + 1, columns), before)).toEqual([]);
});

test("ten layers of 5×5", () => {
  const { question } = stepOf(lesson, 5, "predict");
  const layers = (shrink: (length: number) => number) =>
    Array.from({ length: 10 }).reduce<number>((length) => shrink(length), 240);
  expect(answerOf(question)).toBe(layers((length) => size(length, 5)));
  expect(layers((length) => size(length, 5, 2))).toBe(240);
  expect([...mistakesOf(question).keys()].map(Number)).toEqual([
    layers((length) => length - 5),
    layers((length) => length - 4 / 2),
    size(240, 5),
  ]);
  expect((1 - (200 / 240) ** 2) * 100).toBeCloseTo(30.6, 1);
});

test("three padded layers keep 20×20", () => {
  const before = momentAt(startOf(lesson, 6));
  const { goals } = stepOf(lesson, 6, "free");
  expect(factAt("stackOutputSize", startOf(lesson, 6))).toEqual([8, 8]);
  expect(reached(goals, before, before)).toEqual([]);
  const padding = [2, 2].map((pad) => [pad, pad] as const);
  const now = [0, 1, 2].reduce((moment, layer) => done(moment, setStackLayer(layer, { padding })), before);
  expect(reached(goals, now, before)).toEqual([0]);
});

test.each([
  ["check", lesson.checks[0], 8, 7],
  ["review", lesson.review?.[0], 10, 5],
] as const)("the %s: padding that keeps the size", (_, question, length, kernel) => {
  const right = answerOf(question) as number;
  expect(size(length, kernel, right)).toBe(length);
  const wrong = [kernel - 1, kernel, Math.ceil(kernel / 2)];
  expect([...mistakesOf(question).keys()].map(Number)).toEqual(wrong);
  for (const padding of wrong) expect(size(length, kernel, padding)).not.toBe(length);
});
