import { expect, test } from "vitest";
import { theSlidingDotProduct as lesson } from "../../../src/content/lessons/theSlidingDotProduct";
import { setCell } from "../../../src/model/gridCommands";
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

const X = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
];
const K = [
  [0, 1],
  [2, 3],
];
const Y = [
  [19, 25],
  [37, 43],
];

/** The four numbers under a window. */
const under = (row: number, column: number) =>
  [0, 1].map((a) => [0, 1].map((b) => X[row + a]?.[column + b] ?? 0));

const cells = (value: (row: number, column: number) => number) =>
  [0, 1].map((row) => [0, 1].map((column) => value(row, column)));

const sum = (rows: readonly (readonly number[])[]) => rows.flat().reduce((total, value) => total + value, 0);

const product = (left: readonly (readonly number[])[], right: readonly (readonly number[])[]) =>
  left.map((row) =>
    [0, 1].map((column) => row.reduce((total, value, at) => total + value * (right[at]?.[column] ?? 0), 0)),
  );

test("the figure is the notes' example", () => {
  expect(factAt("input", lesson.start)).toEqual(X);
  expect(factAt("kernel", lesson.start)).toEqual(K);
  expect(factAt("output", lesson.start)).toEqual(Y);
});

test("the first window's sum, and what mistakes make of it", () => {
  const { question } = stepOf(lesson, 1, "predict");
  expect(answerOf(question)).toBe((factAt("output", revealed(lesson, 1)) as number[][])[0]?.[0]);
  const matrix = product(under(0, 0), K);
  const turned = [...K].reverse().map((row) => [...row].reverse());
  const made = [
    matrix[0]?.[0],
    sum(matrix),
    sum(under(0, 0)) + sum(K),
    sum(cells((row, column) => (X[row]?.[column] ?? 0) * (turned[row]?.[column] ?? 0))),
  ];
  expect([...mistakesOf(question).keys()].map(Number)).toEqual(made);
});

test("the window is moved to the other places", () => {
  const before = momentAt(startOf(lesson, 1));
  const [second, others] = [stepOf(lesson, 2, "do").goals, stepOf(lesson, 3, "do").goals];
  expect(reached(second, before, before)).toEqual([]);
  const moved = done(before, { position: 1 });
  expect(reached(second, moved, before)).toEqual([0]);
  expect(reached(others, moved, moved)).toEqual([]);
  expect(reached(others, done(moved, { position: 2 }), moved)).toEqual([0]);
  expect(reached(others, done(moved, { position: 3 }), moved)).toEqual([1]);
});

test("a row has room for two windows", () => {
  const { question } = stepOf(lesson, 4, "predict");
  expect(answerOf(question)).toBe((factAt("outputSize", lesson.start) as number[])[1]);
  expect([...mistakesOf(question).keys()].map(Number)).toEqual([3 - 2, 3, 3 / 2]);
});

test("only a change of the top-left weight leaves exactly one output", () => {
  const before = momentAt(startOf(lesson, 5));
  const { goals } = stepOf(lesson, 5, "free");
  expect(reached(goals, before, before)).toEqual([]);
  const changed = (row: number, column: number, value: number) =>
    reached(goals, done(before, setCell("kernel", { row, column }, value)), before);
  expect(changed(0, 0, 5)).toEqual([0]);
  expect(changed(0, 0, -1)).toEqual([0]);
  for (const [row, column] of [
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const)
    expect(changed(row, column, 7)).toEqual([]);
});

test.each([
  ["check", lesson.checks[0], 0, 0, [0, 0]],
  ["review", lesson.review?.[0], 1, 1, [1, 1]],
] as const)("one weight more: the %s", (_, question, row, column, [down, across]) => {
  const start = momentAt(question?.start ?? "");
  const one = setCell("kernel", { row, column }, (K[row]?.[column] ?? 0) + 1)(start.document);
  expect(answerOf(question)).toEqual(
    factAt(
      "output",
      `input=0,1,2;3,4,5;6,7,8&kernel=${one.layers[0].weight.data.join(",").replace(/^(\S+?,\S+?),/, "$1;")}`,
    ),
  );
  const grows = (by: (row: number, column: number) => number) =>
    JSON.stringify(cells((i, j) => (Y[i]?.[j] ?? 0) + by(i, j)));
  const everywhere = grows(() => 1);
  const oneCell =
    row === 0 ? grows((i, j) => (i === 0 && j === 1 ? 1 : 0)) : grows((i, j) => (i + j === 2 ? 1 : 0));
  const noneOrOther = row === 0 ? grows(() => 0) : grows((i, j) => X[i]?.[j] ?? 0);
  expect(new Set(mistakesOf(question).keys())).toEqual(new Set([everywhere, oneCell, noneOrOther]));
  expect(answerOf(question)).toEqual(cells((i, j) => (Y[i]?.[j] ?? 0) + (X[i + down]?.[j + across] ?? 0)));
});
