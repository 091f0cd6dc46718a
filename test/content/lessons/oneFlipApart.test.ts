import { expect, test } from "vitest";
import { oneFlipApart as lesson } from "../../../src/content/lessons/oneFlipApart";
import { setOp } from "../../../src/model/commands";
import { replaceGrid, rotateKernel180 } from "../../../src/model/gridCommands";
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

type Rows = readonly (readonly number[])[];

const upsideDown = (rows: Rows) => [...rows].reverse();
const leftToRight = (rows: Rows) => rows.map((row) => [...row].reverse());
const turned = (rows: Rows) => upsideDown(leftToRight(rows));
const transposed = (rows: Rows) => rows.map((_, i) => rows.map((row) => row[i] ?? 0));

const K = [
  [0, 1],
  [2, 3],
];

test("one bright pixel shows the kernel turned, and true convolution shows it as it is", () => {
  const { question } = stepOf(lesson, 1, "predict");
  expect(answerOf(question)).toEqual(factAt("output", lesson.start));
  expect(answerOf(question)).toEqual(turned(K));
  expect([...mistakesOf(question).keys()]).toEqual(
    [K, upsideDown(K), leftToRight(K)].map((rows) => JSON.stringify(rows)),
  );
});

test("each step's goal is reached by what it asks for, and not before", () => {
  const start = momentAt(lesson.start);
  const [minus, counted, turn] = [2, 3, 4].map((number) => stepOf(lesson, number, "do"));
  expect(reached(minus?.goals ?? [], start, start)).toEqual([]);
  const flipped = done(start, setOp("conv-flipped"));
  expect(reached(minus?.goals ?? [], flipped, start)).toEqual([0]);

  expect(reached(counted?.goals ?? [], flipped, flipped)).toEqual([]);
  const loaded = momentAt(withPairs(`${lesson.start}&op=conv-flipped`, counted?.actions?.[0]?.set ?? ""));
  expect(reached(counted?.goals ?? [], loaded, flipped)).toEqual([0]);
  expect(factAt("output", withPairs(lesson.start, counted?.actions?.[0]?.set ?? ""))).toEqual([
    [19, 25],
    [37, 43],
  ]);

  expect(reached(turn?.goals ?? [], loaded, loaded)).toEqual([]);
  expect(reached(turn?.goals ?? [], done(loaded, rotateKernel180), loaded)).toEqual([0]);
});

test("symmetric kernels make no difference, antisymmetric ones change the sign, others neither", () => {
  const start = momentAt(startOf(lesson, 5));
  const { goals } = stepOf(lesson, 5, "free");
  const withKernel = (rows: Rows) => reached(goals, done(start, replaceGrid("kernel", rows)), start);
  expect(reached(goals, start, start)).toEqual([]);
  expect(
    withKernel([
      [1, 2],
      [2, 1],
    ]),
  ).toEqual([0]);
  expect(
    withKernel([
      [1, 2],
      [-2, -1],
    ]),
  ).toEqual([1]);
  expect(
    withKernel([
      [1, 0, -1],
      [2, 0, -2],
      [1, 0, -1],
    ]),
  ).toEqual([1]);
  expect(
    withKernel([
      [0, 3],
      [1, 1],
    ]),
  ).toEqual([]);
  expect(
    withKernel([
      [0, 0],
      [0, 0],
    ]),
  ).toEqual([]);
});

test("1, 2 above 2, 1 gives the same of 0 to 8 both ways", () => {
  const address = "input=0,1,2;3,4,5;6,7,8&kernel=1,2;2,1";
  const expected = [
    [12, 18],
    [30, 36],
  ];
  expect(factAt("output", address)).toEqual(expected);
  expect(factAt("output", `${address}&op=conv-flipped`)).toEqual(expected);
});

test.each([
  ["check", lesson.checks[0], K],
  [
    "review",
    lesson.review?.[0],
    [
      [4, 0],
      [1, 2],
    ],
  ],
] as const)("the %s: the kernel that true convolution needs", (_, question, kernel) => {
  const right = answerOf(question) as Rows;
  const address = (rows: Rows) =>
    `input=3,1,4;1,5,9;2,6,5&kernel=${rows.map((row) => row.join(",")).join(";")}`;
  expect(factAt("output", `${address(right)}&op=conv-flipped`)).toEqual(factAt("output", address(kernel)));
  const wrong = [kernel, transposed(kernel), leftToRight(kernel)];
  expect([...mistakesOf(question).keys()]).toEqual(wrong.map((rows) => JSON.stringify(rows)));
  const moment = momentAt(address(kernel));
  for (const rows of wrong) {
    const other = momentAt(`${address(rows)}&op=conv-flipped`);
    expect(factOf("output", other, other)).not.toEqual(factOf("output", moment, moment));
  }
});
