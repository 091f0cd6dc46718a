import { expect, test } from "vitest";
import { runningItBackwards as lesson } from "../../../src/content/lessons/runningItBackwards";
import { setOutputPadding, setPadding, setStride } from "../../../src/model/commands";
import { setGradient } from "../../../src/model/gradient";
import { evenPads } from "../../trace/documents";
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

const EVERY = withPairs(lesson.start, "gradient=1,1;1,1");

const same = (value: unknown) => JSON.stringify(value);

test("the first output's blame is the kernel, stamped at the top left", () => {
  const { question } = stepOf(lesson, 1, "predict");
  expect(factAt("below", revealed(lesson, 1))).toBe("backward");
  expect(answerOf(question)).toEqual(factAt("inputGradient", lesson.start));
  const turned = factAt("inputGradient", withPairs(lesson.start, "op=conv-flipped"));
  const window = [
    [0, 1, 0],
    [3, 4, 0],
    [0, 0, 0],
  ];
  const all = factAt("inputGradient", EVERY);
  expect([...mistakesOf(question).keys()]).toEqual([turned, window, all].map(same));
  expect(factAt("weightGradient", lesson.start)).toEqual([
    [0, 1],
    [3, 4],
  ]);
});

test("four stamps overlap where all outputs count", () => {
  const before = momentAt(startOf(lesson, 2));
  const { goals, actions = [] } = stepOf(lesson, 2, "do");
  expect(reached(goals, before, before)).toEqual([]);
  const ones = { shape: [1, 1, 2, 2], data: Float64Array.of(1, 1, 1, 1) };
  expect(reached(goals, done(before, setGradient(ones)), before)).toEqual([0]);
  expect(reached(goals, momentAt(withPairs(startOf(lesson, 2), actions[0]?.set ?? "")), before)).toEqual([0]);
  const dX = [
    [0, 1, 1],
    [2, 6, 4],
    [2, 5, 3],
  ];
  expect(factAt("inputGradient", EVERY)).toEqual(dX);
  // The gradient, padded by 1, correlated with the turned kernel.
  expect(factAt("output", "input=1,1;1,1&kernel=3,2;1,0&padding=1")).toEqual(dX);
});

test("the kernel's gradient, and the bias's", () => {
  const start = startOf(lesson, 3);
  expect(factAt("weightGradient", start)).toEqual([
    [8, 12],
    [20, 24],
  ]);
  expect(factAt("output", "input=0,1,2;3,4,5;6,7,8&kernel=1,1;1,1")).toEqual([
    [8, 12],
    [20, 24],
  ]);
  expect(factAt("biasGradient", start)).toEqual([4]);
});

test("stamps as a layer, side by side at stride 2", () => {
  const before = momentAt(startOf(lesson, 4));
  const { goals } = stepOf(lesson, 4, "do");
  expect(factAt("output", startOf(lesson, 4))).toEqual([
    [0, 0, 1],
    [0, 4, 6],
    [4, 12, 9],
  ]);
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, setStride([2, 2])), before)).toEqual([0]);
});

test("there and back is another image of the same shape", () => {
  const { question } = stepOf(lesson, 5, "predict");
  const start = startOf(lesson, 5);
  expect(factAt("output", start)).toEqual([
    [19, 25],
    [37, 43],
  ]);
  expect(answerOf(question)).toEqual(factAt("output", revealed(lesson, 5)));
  expect([...mistakesOf(question).keys()]).toEqual(
    [factAt("input", start), factAt("inputGradient", EVERY)].map(same),
  );
});

test("output padding 1 leads back to 8×8", () => {
  const start = startOf(lesson, 6);
  const before = momentAt(start);
  const { goals } = stepOf(lesson, 6, "free");
  expect(factAt("outputSize", start)).toEqual([7, 7]);
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, setOutputPadding([1, 1])), before)).toEqual([0]);
  expect(reached(goals, done(before, setPadding(evenPads(0))), before)).toEqual([]);
  for (const side of [7, 8]) {
    const there = Array.from({ length: side }, () => new Array(side).fill(0).join(",")).join(";");
    expect(factAt("outputSize", `input=${there}&kernel-size=3&stride=2&padding=1`)).toEqual([4, 4]);
  }
});

test("16 becomes 32", () => {
  const [check] = lesson.checks;
  const numbers = Array.from({ length: 16 }, () => new Array(16).fill(0).join(",")).join(";");
  const side = (settings: string) =>
    (factAt("outputSize", `input=${numbers}&kernel-size=3&stride=2&${settings}`) as number[])[0];
  expect(answerOf(check)).toBe(side("op=transposed&padding=1&output-padding=1"));
  expect([...mistakesOf(check).keys()].map(Number)).toEqual([
    side("op=transposed&padding=1"),
    side("op=transposed&output-padding=1"),
    side("padding=1"),
  ]);
});
