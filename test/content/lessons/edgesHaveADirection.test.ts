import { expect, test } from "vitest";
import { edgesHaveADirection as lesson } from "../../../src/content/lessons/edgesHaveADirection";
import { replaceGrid, transposeGrid } from "../../../src/model/gridCommands";
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

const ROW = [1, 1, 0, 0, 0, 0, 1, 1];

/** What somebody makes of each pair of neighbours in a row. */
const pairs = (row: readonly number[], make: (left: number, right: number) => number) =>
  row.slice(1).map((right, at) => make(row[at] ?? 0, right) + 0);

const same = (row: readonly number[], rows: number) => Array.from({ length: rows }, () => row);

test("the picture is 6×8 with columns 2 to 5 black, and each row gives the same answer", () => {
  expect(factAt("input", lesson.start)).toEqual(same(ROW, 6));
  const { question } = stepOf(lesson, 1, "predict");
  expect(factAt("output", lesson.start)).toEqual(same(answerOf(question) as number[], 6));
  expect(factAt("nonZeroOutputs", lesson.start)).toBe(12);
  expect([...mistakesOf(question).keys()]).toEqual(
    [
      pairs(ROW, (left, right) => right - left),
      pairs(ROW, (left, right) => Math.abs(left - right)),
      pairs(ROW, (left, right) => left + right),
    ].map((row) => JSON.stringify(row)),
  );
});

test("of edges that lie the kernel says nothing, while one that stands up would", () => {
  const address = startOf(lesson, 3);
  expect(factAt("output", address)).toEqual(same([0, 0, 0, 0, 0], 8));
  expect(answerOf(stepOf(lesson, 3, "predict").question)).toBe("0 in every cell");
  const upright = factAt("output", withPairs(address, "kernel=1;-1")) as number[][];
  expect(upright.map(([first]) => first)).toEqual([0, 1, 0, 0, 0, -1, 0]);
});

test("the lying bar and the kernel stood up", () => {
  const before = momentAt(startOf(lesson, 3));
  const { goals, actions } = stepOf(lesson, 4, "do");
  expect(reached(goals, before, before)).toEqual([]);
  const loaded = momentAt(withPairs(startOf(lesson, 3), actions?.[0]?.set ?? ""));
  expect(reached(goals, loaded, before)).toEqual([]);
  const now = done(loaded, transposeGrid("kernel"));
  expect(reached(goals, now, before)).toEqual([0]);
  const expected = Array.from({ length: 9 }, (_, row) =>
    same([row === 2 ? 1 : row === 6 ? -1 : 0], 8).flat(),
  );
  expect(factOf("output", now, before)).toEqual(expected);
  const rows = factOf("input", now, before) as number[][];
  expect(rows.map(([first]) => first)).toEqual([1, 1, 1, 0, 0, 0, 0, 1, 1, 1]);
});

test("along the staircase one kernel answers +1, the other −1", () => {
  const start = momentAt(startOf(lesson, 5));
  const { goals } = stepOf(lesson, 5, "free");
  const withKernel = (rows: number[][]) => reached(goals, done(start, replaceGrid("kernel", rows)), start);
  expect(reached(goals, start, start)).toEqual([]);
  expect(withKernel([[1, -1]])).toEqual([0]);
  expect(withKernel([[1], [-1]])).toEqual([1]);
  expect(withKernel([[0, 0]])).toEqual([]);
});

test("the check: the weights in the other order", () => {
  const [check] = lesson.checks;
  expect([(factAt("output", check?.start ?? "") as number[][])[0]]).toEqual(answerOf(check));
  const wrong = [
    pairs(ROW, (left, right) => left - right),
    ROW.slice(1).map(() => 0),
    pairs(ROW, (left, right) => Math.abs(left - right)),
  ];
  expect([...mistakesOf(check).keys()]).toEqual(wrong.map((row) => JSON.stringify([row])));
});

test("the review", () => {
  const question = lesson.review?.[0];
  const row = [0, 0, 1, 1, 1, 0];
  expect([(factAt("output", question?.start ?? "") as number[][])[0]]).toEqual(answerOf(question));
  const wrong = [
    pairs(row, (left, right) => right - left),
    pairs(row, (left, right) => Math.abs(left - right)),
    pairs(row, (left, right) => left + right),
  ];
  expect([...mistakesOf(question).keys()]).toEqual(wrong.map((line) => JSON.stringify([line])));
});
