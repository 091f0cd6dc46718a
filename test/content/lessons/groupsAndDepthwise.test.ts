import { expect, test } from "vitest";
import { groupsAndDepthwise as lesson } from "../../../src/content/lessons/groupsAndDepthwise";
import { countParameters } from "../../../src/core/counts";
import { readAddress, writeAddress } from "../../../src/model/address";
import { setGroups, setInChannels, setOutChannels } from "../../../src/model/channelCommands";
import { factOf } from "../../../src/trace/lessonFacts";
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

test("two groups halve the weights, four quarter them", () => {
  const { question } = stepOf(lesson, 1, "predict");
  const whole = Number(factAt("weights", lesson.start));
  expect(whole).toBe(144);
  expect(answerOf(question)).toBe(factAt("weights", revealed(lesson, 1)));
  const start = momentAt(lesson.start);
  const four = factOf("weights", done(start, setGroups(4)), start);
  expect(four).toBe(36);
  expect([...mistakesOf(question).keys()].map(Number)).toEqual([whole, four, 2 * whole]);
});

test("in groups no channel meets another", () => {
  const before = momentAt(startOf(lesson, 2));
  const { goals } = stepOf(lesson, 2, "do");
  expect(factAt("output", startOf(lesson, 2))).toEqual([[[110]], [[110]]]);
  expect(reached(goals, before, before)).toEqual([]);
  expect(reached(goals, done(before, setGroups(2)), before)).toEqual([0]);
});

test("a 1×1 layer behind it mixes them, with 52 weights together", () => {
  const start = startOf(lesson, 3);
  const before = momentAt(start);
  const { goals, actions = [] } = stepOf(lesson, 3, "do");
  expect(factAt("stackWeights", start)).toBe(36);
  expect(reached(goals, before, before)).toEqual([]);
  const shown = withPairs(writeAddress(readAddress(start).state), actions[0]?.set ?? "");
  expect(reached(goals, momentAt(shown), before)).toEqual([0]);
});

test("a weight of shape (12, 1, 3, 3)", () => {
  const before = momentAt(startOf(lesson, 4));
  const { goals } = stepOf(lesson, 4, "free");
  expect(reached(goals, before, before)).toEqual([]);
  const twelve = done(before, setOutChannels(12));
  expect(reached(goals, twelve, before)).toEqual([]);
  expect(reached(goals, done(done(twelve, setInChannels(3)), setGroups(3)), before)).toEqual([0]);
});

test("depthwise and 1×1 against a usual layer", () => {
  const [check] = lesson.checks;
  const count = (weightShape: readonly number[], groups = 1) =>
    countParameters("conv", [1, 32, 9, 9], { weightShape, groups, bias: false });
  const depthwise = count([32, 1, 3, 3], 32);
  const usual = count([64, 32, 3, 3]);
  const both = depthwise + count([64, 32, 1, 1]);
  expect(usual).toBe(18_432);
  expect(answerOf(check)).toBe(both);
  expect([...mistakesOf(check).keys()].map(Number)).toEqual([depthwise, 64 * 9, usual]);
  expect((usual / both).toFixed(1)).toBe("7.9");
});
