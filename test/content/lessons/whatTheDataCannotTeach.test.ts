import { expect, test } from "vitest";
import { whatTheDataCannotTeach as lesson } from "../../../src/content/lessons/whatTheDataCannotTeach";
import { setCell } from "../../../src/model/gridCommands";
import { factOf } from "../../../src/trace/lessonFacts";
import type { LessonMoment } from "../../../src/trace/lessonMoment";
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

const digits = (values: unknown, places: number) =>
  (values as number[]).map((value) => Number(value.toFixed(places)));
const now = (name: string, moment: LessonMoment) => factOf(name, moment, moment);

test("on a blank page training stops at the first pair that cancels", () => {
  const { question } = stepOf(lesson, 1, "predict");
  expect(factAt("input", lesson.start)).toEqual(Array.from({ length: 6 }, () => [1, 1, 1, 1, 1, 1, 1, 1]));
  expect((factAt("target", lesson.start) as number[][]).flat().every((value) => value === 0)).toBe(true);
  expect(factAt("loss", lesson.start)).toBeCloseTo(26.88, 9);
  const end = momentAt(revealed(lesson, 1));
  expect(now("loss", end)).toBeLessThan(1e-9);
  expect(digits(now("learnedWeights", end), 6)).toEqual([0.2, -0.2]);
  expect(answerOf(question)).toBe("0.2, −0.2");
});

test("all pairs that cancel are as good", () => {
  for (const start of ["0.2,-0.2", "1,-1", "-3,3"]) {
    expect(factAt("loss", withPairs(lesson.start, `start=${start}`))).toBe(0);
  }
  expect(factAt("patchRank", lesson.start)).toBe(1);
});

test("one black column is enough", () => {
  const address = startOf(lesson, 3);
  const { goals, actions = [] } = stepOf(lesson, 3, "do");
  const before = momentAt(address);
  expect(reached(goals, before, before)).toEqual([]);
  const blank = done(before, { update: 50 });
  expect(now("loss", blank)).toBeLessThan(1e-5);
  expect(reached(goals, blank, before)).toEqual([]);
  const column = { ...momentAt(withPairs(address, actions[0]?.set ?? "")), update: 50 };
  expect(reached(goals, column, before)).toEqual([0]);
  expect(digits(now("learnedWeights", column), 2)).toEqual([1, -1]);
});

test("alike rows cannot say which row of the kernel", () => {
  const address = startOf(lesson, 4);
  const { goals } = stepOf(lesson, 4, "do");
  const before = momentAt(address);
  expect(now("loss", before)).toBeCloseTo(10, 9);
  expect(reached(goals, before, before)).toEqual([]);
  const end = done(before, { update: 20 });
  expect(reached(goals, end, before)).toEqual([0]);
  expect(digits(now("learnedWeights", end), 2)).toEqual([0.5, -0.5, 0.5, -0.5]);
  expect(digits(now("lastWeights", momentAt(startOf(lesson, 5))), 6)).toEqual([0.5, -0.5, 0.5, -0.5]);
});

test("one pixel makes the kernel unique", () => {
  const address = startOf(lesson, 5);
  const before = momentAt(address);
  const { goals } = stepOf(lesson, 5, "free");
  expect(now("patchRank", before)).toBe(2);
  expect(reached(goals, before, before)).toEqual([]);
  const inside = done(before, setCell("input", { row: 2, column: 3 }, 1));
  expect(reached(goals, inside, before)).toEqual([0]);
  const two = done(inside, setCell("input", { row: 4, column: 4 }, 1));
  expect(reached(goals, two, before)).toEqual([]);
});

test("rows that are alike pin down the column sums", () => {
  const [check] = lesson.checks;
  const rank = (row: string) => factAt("patchRank", `input=${Array(6).fill(row).join(";")}&kernel-size=3`);
  expect(factAt("patchRank", check?.start ?? "")).toBe(answerOf(check));
  expect(answerOf(check)).toBe(rank("3,1,4,1,5,9"));
  expect([...mistakesOf(check).keys()].map(Number)).toEqual([
    factAt("patchRank", "input=3,1,4,1,5,9;2,6,5,3,5,8;9,7,9,3,2,3;8,4,6,2,6,4;3,3,8,3,2,7&kernel-size=3"),
    rank("1,1,1,1,1,1"),
    9 - 3,
  ]);
});
