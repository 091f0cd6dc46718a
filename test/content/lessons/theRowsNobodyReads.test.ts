import { expect, test } from "vitest";
import { theRowsNobodyReads as lesson } from "../../../src/content/lessons/theRowsNobodyReads";
import { setPadding, setStride } from "../../../src/model/commands";
import { setCell } from "../../../src/model/gridCommands";
import { scrambleUnread } from "../../../src/model/scrambleUnread";
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

const FIRST = revealed(lesson, 1);

test("rows 6 and 7 are never read", () => {
  const { question } = stepOf(lesson, 1, "predict");
  const unread = factAt("unreadCells", FIRST) as number[];
  const rows = [...new Set(unread.map((cell) => Math.floor(cell / 8)))];
  expect(answerOf(question)).toEqual(rows);
  expect(unread.length / 64).toBe(1 / 4);
  const fromOne = rows.map((row) => row + 1);
  const lastOfEach = [0 + 2, 3 + 2];
  expect([...mistakesOf(question).keys()].map((key) => JSON.parse(key))).toEqual([fromOne, lastOfEach]);
});

test("what is there plays no part", () => {
  const before = momentAt(startOf(lesson, 2));
  const { goals } = stepOf(lesson, 2, "do");
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, scrambleUnread(1)), before)).toEqual([0]);
  expect(reached(goals, done(before, setCell("input", { row: 0, column: 0 }, 9)), before)).toEqual([]);
  const gradient = factAt("inputGradient", FIRST) as number[][];
  expect(
    gradient
      .slice(6)
      .flat()
      .every((slope) => slope === 0),
  ).toBe(true);
});

test("at stride 4 across, the last column of padding is left", () => {
  const before = momentAt(startOf(lesson, 3));
  const { goals } = stepOf(lesson, 3, "do");
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, setStride([3, 4])), before)).toEqual([0]);
  const set = `${FIRST}&stride=3,4`;
  expect(factAt("outputSize", set)).toEqual([2, 2]);
  // The right column of the 8×10 padded cells, and the left one in the two rows that are not read.
  expect(factAt("unreadPadding", set)).toBe(8 + 2);
  expect(factAt("unreadInput", set)).toBe(16);
});

test("the usual halving leaves padding, and no pixel", () => {
  const start = revealed(lesson, 4);
  expect(factAt("outputSize", start)).toEqual([4, 4]);
  expect(factAt("unreadInput", start)).toBe(0);
  // A row and a column of 10×10 padded cells.
  expect(factAt("unreadPadding", start)).toBe(10 + 10 - 1);
  expect(answerOf(stepOf(lesson, 4, "predict").question)).toMatch(/^Only padding/);
});

test("between small windows 48 of 64 pixels are left", () => {
  const before = momentAt(startOf(lesson, 5));
  const { goals } = stepOf(lesson, 5, "do");
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, setStride([2, 2])), before)).toEqual([0]);
  expect(factAt("unreadInput", `${startOf(lesson, 5)}&stride=2`)).toBe(48);
});

test("one row of padding rescues the rows, above or below", () => {
  const before = momentAt(startOf(lesson, 6));
  const { goals } = stepOf(lesson, 6, "free");
  expect(reached(goals, before, before)).toEqual([]);
  for (const rows of [
    [0, 1],
    [1, 0],
  ] as const) {
    expect(reached(goals, done(before, setPadding([rows, [1, 1]])), before)).toEqual([0]);
  }
  expect(reached(goals, done(before, setStride([2, 5])), before)).toEqual([]);
});

test("ten columns: four outputs, and the last column unread", () => {
  const [check] = lesson.checks;
  const row = "dims=1&input=0,1,2,3,4,5,6,7,8,9&kernel=1,1,1&stride=2";
  const size = factAt("outputSize", row) as number[];
  expect(factAt("unreadCells", row)).toEqual([9]);
  expect(answerOf(check)).toBe(`${size[0]}, and the last one is unread`);
  const room = (10 - 3) / 2 + 1;
  expect([...mistakesOf(check).keys()]).toEqual([
    JSON.stringify(`${room}, so this is not allowed`),
    JSON.stringify(`${Math.ceil(room)}, and none is unread`),
    JSON.stringify(`${Math.floor(room)}, and none is unread`),
  ]);
});
