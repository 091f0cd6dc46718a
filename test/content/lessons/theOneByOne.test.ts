import { expect, test } from "vitest";
import { theOneByOne as lesson } from "../../../src/content/lessons/theOneByOne";
import { countParameters } from "../../../src/core/counts";
import { setInChannels, setOutChannels } from "../../../src/model/channelCommands";
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

test("the first pixel becomes its sum, and red minus blue", () => {
  const { question } = stepOf(lesson, 1, "predict");
  const channel = (at: number) => (factAt(`outputChannel${at}`, lesson.start) as number[][])[0]?.[0];
  expect(answerOf(question)).toEqual([channel(0), channel(1)]);
  const [red, green, blue] = [10, 20, 30];
  const sum = red + green + blue;
  expect([...mistakesOf(question).keys()].map((key) => JSON.parse(key))).toEqual([
    [sum, blue - red],
    [sum, red + blue],
  ]);
});

test("with one input channel each output is the input times a number", () => {
  const before = momentAt(startOf(lesson, 2));
  const { goals } = stepOf(lesson, 2, "do");
  expect(reached(goals, before, before)).toEqual([]);
  const after = done(before, setInChannels(1));
  expect(reached(goals, after, before)).toEqual([0]);
  const input = factOf("input", after, before);
  expect(factOf("outputChannel0", after, before)).toEqual(input);
  expect(factOf("outputChannel1", after, before)).toEqual(input);
});

test("one output channel makes one map of the same size", () => {
  const before = momentAt(startOf(lesson, 3));
  const { goals } = stepOf(lesson, 3, "do");
  expect(reached(goals, before, before)).toEqual([]);
  const after = done(before, setOutChannels(1));
  expect(reached(goals, after, before)).toEqual([0]);
  expect(factOf("outputShape", after, before)).toEqual([1, 1, 2, 2]);
});

test("grey and redness", () => {
  const before = momentAt(startOf(lesson, 4));
  const { goals } = stepOf(lesson, 4, "free");
  expect(reached(goals, before, before)).toEqual([]);
  const solved = withPairs(startOf(lesson, 4), "kernel=1|2|1/1|-1|0");
  expect(reached(goals, momentAt(solved), before)).toEqual([0, 1]);
  const pixel = (at: number) => (factAt(`outputChannel${at}`, solved) as number[][])[0]?.[0];
  expect([pixel(0), pixel(1)]).toEqual([80, -10]);
});

test("parameters of a 1×1 layer, and of a bottleneck of them", () => {
  const [check] = lesson.checks;
  const count = (outs: number, ins: number, k: number, bias: boolean) =>
    countParameters("conv", [1, ins, 9, 9], { weightShape: [outs, ins, k, k], bias });
  expect(answerOf(check)).toBe(count(64, 256, 1, true));
  expect([...mistakesOf(check).keys()].map(Number)).toEqual([
    64,
    count(64, 256, 1, false),
    count(64, 256, 3, true),
  ]);
  const bottleneck = count(64, 256, 1, false) + count(64, 64, 3, false) + count(256, 64, 1, false);
  const single = count(256, 256, 3, false);
  expect([bottleneck, single]).toEqual([69_632, 589_824]);
  expect((single / bottleneck).toFixed(1)).toBe("8.5");
});
