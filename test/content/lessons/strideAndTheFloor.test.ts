import { expect, test } from "vitest";
import { strideAndTheFloor as lesson } from "../../../src/content/lessons/strideAndTheFloor";
import { setOp, setStride } from "../../../src/model/commands";
import { setKernelSize } from "../../../src/model/gridCommands";
import type { Question } from "../../../src/model/lesson";
import { filled } from "../../trace/documents";
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

const numbersOf = (question: Question | undefined) =>
  [...mistakesOf(question).keys()].map((key) => JSON.parse(key) as unknown);

const firstRow = (address: string) => (factAt("output", address) as number[][])[0];

test("stride 2 keeps every second number of every second row", () => {
  const { question } = stepOf(lesson, 1, "predict");
  expect(factAt("output", revealed(lesson, 1))).toEqual(filled(4, 4, (row, column) => 20 * row + 2 * column));
  expect(answerOf(question)).toEqual(firstRow(revealed(lesson, 1)));
  const neighbours = firstRow(lesson.start)?.slice(0, 4);
  const rightmost = firstRow(`${lesson.start}&kernel=0,0,0;0,0,1;0,0,0&stride=2`);
  const noTop = firstRow(`${lesson.start}&padding=0:1,1&stride=2`);
  expect(numbersOf(question)).toEqual([neighbours, rightmost, noTop]);
});

test("without the stride the same numbers are among 64 sums", () => {
  const before = momentAt(startOf(lesson, 2));
  const { goals } = stepOf(lesson, 2, "do");
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, setStride([1, 1])), before)).toEqual([0]);
  const all = factAt("output", `${startOf(lesson, 2)}&stride=1`) as number[][];
  const thinned = all.filter((_, row) => row % 2 === 0).map((row) => row.filter((_, at) => at % 2 === 0));
  expect(factAt("output", startOf(lesson, 2))).toEqual(thinned);
  expect([thinned.flat().length, all.flat().length]).toEqual([16, 64]);
});

test("stride 3 down and 2 across", () => {
  const before = momentAt(startOf(lesson, 3));
  const { goals } = stepOf(lesson, 3, "do");
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, setStride([3, 2])), before)).toEqual([0]);
  expect(reached(goals, done(before, setStride([2, 3])), before)).toEqual([]);
});

test("two windows fit along five cells", () => {
  const { question } = stepOf(lesson, 4, "predict");
  expect(factAt("outputSize", revealed(lesson, 4))).toEqual([answerOf(question), answerOf(question)]);
  const [moves, single, half] = [(5 - 3) / 2, 5 - 3 + 1, 5 / 2];
  expect(numbersOf(question)).toEqual([moves, single, half]);
});

test("windows without weights take the largest, or the mean", () => {
  const before = momentAt(startOf(lesson, 5));
  const { goals } = stepOf(lesson, 5, "do");
  expect(reached(goals, before, before)).toEqual([]);
  const pooled = (op: "max-pool" | "avg-pool") => done(done(before, setOp(op)), setStride([1, 1]));
  expect(reached(goals, pooled("max-pool"), before)).toEqual([0]);
  expect(reached(goals, pooled("avg-pool"), before)).toEqual([1]);
});

test("half of nine is five", () => {
  const before = momentAt(startOf(lesson, 6));
  const { goals } = stepOf(lesson, 6, "free");
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, setStride([2, 2])), before)).toEqual([0]);
  expect(reached(goals, done(before, setKernelSize([5, 5])), before)).toEqual([]);
});

/** A side's length as the core has it, and as mistakes make it. */
const sides = [
  ["the check", lesson.checks[0], { n: 28, k: 3, p: 0, s: 2 }, ["noFloor", "moves", "up"]],
  ["the second check", lesson.checks[1], { n: 8, k: 5, p: 1, s: 4 }, ["oneInside", "up", "noFloor"]],
  ["the review", lesson.review?.[0], { n: 20, k: 5, p: 0, s: 2 }, ["noFloor", "moves", "up", "halved"]],
] as const;

test.each(sides)("%s", (_, question, { n, k, p, s }, slips) => {
  const numbers = filled(n, n, () => 0)
    .map((row) => row.join(","))
    .join(";");
  const size = factAt("outputSize", `input=${numbers}&kernel-size=${k}&padding=${p}&stride=${s}`);
  expect(size).toEqual([answerOf(question), answerOf(question)]);
  const room = n - k + 2 * p;
  const made = {
    noFloor: room / s + 1,
    moves: Math.floor(room / s),
    up: Math.ceil(room / s) + 1,
    oneInside: Math.floor((room + 1) / s),
    halved: n / s,
  };
  expect(numbersOf(question)).toEqual(slips.map((slip) => made[slip]));
});
