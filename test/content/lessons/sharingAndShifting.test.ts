import { expect, test } from "vitest";
import { sharingAndShifting as lesson } from "../../../src/content/lessons/sharingAndShifting";
import { setPadding, setStride } from "../../../src/model/commands";
import { shiftInput } from "../../../src/model/inputCommands";
import { im2colOf } from "../../../src/trace/im2col";
import { entryAt, matrixOf } from "../../../src/trace/matrix";
import { answerOf, done, factAt, mistakesOf, momentAt, reached, startOf, stepOf } from "./lessonMoments";

test("a 4×9 matrix with 16 used places and 4 numbers", () => {
  const matrix = matrixOf(momentAt(lesson.start).document);
  if (!matrix) throw new Error("there is no matrix");
  expect([matrix.rows, matrix.columns, matrix.columnOf.length, matrix.kinds.length]).toEqual([4, 9, 16, 4]);
  const row = Array.from({ length: 9 }, (_, column) => entryAt(matrix, 0, column)?.value ?? 0);
  expect(row).toEqual([0, 1, 0, 2, 3, 0, 0, 0, 0]);
});

test("im2col has the windows in its rows, and the same result", () => {
  const before = momentAt(startOf(lesson, 2));
  const { goals } = stepOf(lesson, 2, "do");
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, { below: "im2col" }), before)).toEqual([0]);
  const tables = im2colOf(before.document, 0);
  expect([...(tables?.left.values ?? [])]).toEqual([0, 1, 3, 4, 1, 2, 4, 5, 3, 4, 6, 7, 4, 5, 7, 8]);
  expect([...(tables?.right?.values ?? [])]).toEqual([0, 1, 2, 3]);
  expect([...(tables?.result.values ?? [])]).toEqual([19, 25, 37, 43]);
});

test("a dense layer needs 4,160 numbers where a kernel needs 10", () => {
  const { question } = stepOf(lesson, 3, "predict");
  const start = startOf(lesson, 3);
  expect(factAt("parameters", start)).toBe(10);
  expect(answerOf(question)).toBe(factAt("denseParameters", start));
  expect([...mistakesOf(question).keys()].map(Number)).toEqual([64 * 64, 64 + 1, 64 * 10]);
});

test("the answer moves along with its input", () => {
  const before = momentAt(startOf(lesson, 4));
  const { goals } = stepOf(lesson, 4, "do");
  expect(factAt("output", startOf(lesson, 4))).toEqual([0, -3, 2, 1, 0, 0]);
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, shiftInput(0, 1)), before)).toEqual([0]);
});

test("at stride 2 it does so for a shift by 2 alone", () => {
  const before = momentAt(startOf(lesson, 5));
  const { goals } = stepOf(lesson, 5, "do");
  expect(factAt("output", startOf(lesson, 5))).toEqual([0, 2, 0]);
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, shiftInput(0, 1)), before)).toEqual([0]);
  expect(reached(goals, done(before, shiftInput(0, 2)), before)).toEqual([1]);
  const pooled = (input: string) => factAt("output", `dims=1&input=${input}&op=max-pool&kernel-size=2`);
  expect([pooled("0,-3,2,1,0,0"), pooled("0,0,-3,2,1,0")]).toEqual([
    [0, 2, 0],
    [0, 2, 1],
  ]);
});

test("padding breaks it at the border", () => {
  const before = momentAt(startOf(lesson, 6));
  const { goals } = stepOf(lesson, 6, "free");
  expect(reached(goals, before, before)).toEqual([]);
  const padded = done(before, setPadding([[1, 1]]));
  expect(reached(goals, padded, before)).toEqual([]);
  expect(reached(goals, done(padded, shiftInput(0, 3)), before)).toEqual([0]);
  expect(reached(goals, done(before, setStride([2])), before)).toEqual([]);
});

test("at stride 3 a shift by 3 moves the answer by a step", () => {
  const [check] = lesson.checks;
  const outputs = (shift: number) => {
    const signal = Array.from({ length: 16 }, (_, at) => (at === 4 + shift ? 5 : at === 5 + shift ? 2 : 0));
    return factAt("output", `dims=1&input=${signal.join(",")}&kernel=1,-1&stride=3`) as number[];
  };
  const moved = [0, ...outputs(0).slice(0, -1)];
  const shifts = [1, 2, 3].filter((shift) => String(outputs(shift)) === String(moved));
  expect(shifts).toEqual([3]);
  expect(answerOf(check)).toBe(`${shifts[0]} pixels`);
});
