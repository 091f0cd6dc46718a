import { expect, test } from "vitest";
import { aKernelIsATemplate as lesson } from "../../../src/content/lessons/aKernelIsATemplate";
import { outputShape } from "../../../src/core/outputShape";
import { replaceGrid } from "../../../src/model/gridCommands";
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

const tiles = (stepOf(lesson, 1, "predict").actions ?? []).map(({ set = "" }) => set);
const [CHECKER = "", STRIPES = "", FLAT = ""] = tiles;

const counted = (address: string) => {
  const values = (factAt("output", address) as number[][]).flat();
  return [2, -2, 0].map((wanted) => values.filter((value) => value === wanted).length);
};

test("the tiles are a checkerboard, stripes and ones", () => {
  const input = (set: string) => factAt("input", withPairs(lesson.start, set));
  const rows = (value: (row: number, column: number) => number) =>
    Array.from({ length: 4 }, (_, row) => Array.from({ length: 4 }, (_, column) => value(row, column)));
  expect(input(CHECKER)).toEqual(rows((row, column) => 1 - ((row + column) % 2)));
  expect(input(STRIPES)).toEqual(rows((_, column) => 1 - (column % 2)));
  expect(input(FLAT)).toEqual(rows(() => 1));
});

test("the checkerboard kernel answers to the checkerboard alone, the stripe kernel to the stripes", () => {
  expect(tiles.map((set) => counted(withPairs(lesson.start, set)))).toEqual([
    [5, 4, 0],
    [0, 0, 9],
    [0, 0, 9],
  ]);
  expect(answerOf(stepOf(lesson, 1, "predict").question)).toBe("Only the checkerboard");
  const stripes = startOf(lesson, 2);
  expect(tiles.map((set) => counted(withPairs(stripes, set)))).toEqual([
    [0, 0, 9],
    [6, 3, 0],
    [0, 0, 9],
  ]);
  const { goals } = stepOf(lesson, 2, "do");
  const before = momentAt(stripes);
  expect(tiles.map((set) => reached(goals, momentAt(withPairs(stripes, set)), before))).toEqual([
    [],
    [1],
    [0],
  ]);
});

test("with ReLU and max each kernel says 2 to its tile and 0 to the others", () => {
  const start = startOf(lesson, 3);
  const { goals, actions = [] } = stepOf(lesson, 3, "do");
  const sets = actions.map(({ set = "" }) => set);
  const table = [sets[2], sets[3]].map((kernel = "") =>
    tiles.map((tile) => factAt("stackOutput", withPairs(withPairs(start, kernel), tile))),
  );
  expect(table).toEqual([
    [[[2]], [[0]], [[0]]],
    [[[0]], [[2]], [[0]]],
  ]);
  const before = momentAt(start);
  expect(reached(goals, before, before)).toEqual([]);
  const after = (...pairs: (string | undefined)[]) =>
    reached(
      goals,
      momentAt(pairs.reduce<string>((address, set = "") => withPairs(address, set), start)),
      before,
    );
  expect(after(sets[0])).toEqual([0]);
  expect(after(sets[1])).toEqual([]);
  expect(after(sets[1], sets[3])).toEqual([1]);
});

test("brightness is ignored", () => {
  const { question } = stepOf(lesson, 4, "predict");
  expect(factAt("output", startOf(lesson, 4))).toEqual(Array.from({ length: 3 }, () => [0, 0, 0]));
  expect(answerOf(question)).toBe(0);
  expect([...mistakesOf(question).keys()].map(Number)).toEqual([4 * 9, 2 * 9, 9]);
});

test("four ones like the flat tile best", () => {
  const start = momentAt(startOf(lesson, 5));
  const { goals } = stepOf(lesson, 5, "free");
  expect(reached(goals, start, start)).toEqual([]);
  const on = (tile: string, kernel: number[][]) =>
    reached(goals, done(momentAt(withPairs(startOf(lesson, 5), tile)), replaceGrid("kernel", kernel)), start);
  const ones = [
    [1, 1],
    [1, 1],
  ];
  expect(on(FLAT, ones)).toEqual([0]);
  expect(on(CHECKER, ones)).toEqual([1]);
  expect(
    on(CHECKER, [
      [2, 0],
      [1, 0],
    ]),
  ).toEqual([]);
});

test("64 channels of a photo", () => {
  const [, channels = 0, rows = 0, columns = 0] = outputShape("conv", [1, 3, 224, 224], {
    kernelSize: 3,
    padding: 1,
    outChannels: 64,
  });
  const count = channels * rows * columns;
  const said = (number: number, rest: string) => `${number.toLocaleString("en-US")}: ${rest}`;
  const [check] = lesson.checks;
  expect(answerOf(check)).toBe(said(count, "21⅓ times as many"));
  expect(count / (3 * 224 * 224)).toBeCloseTo(21 + 1 / 3, 9);
  expect([...mistakesOf(check).keys()].map((value) => JSON.parse(value))).toEqual([
    said(3 * 224 ** 2, "as many"),
    said(224 ** 2, "a third"),
    said(3 * 224 ** 2 * 64, "64 times as many"),
  ]);
});
