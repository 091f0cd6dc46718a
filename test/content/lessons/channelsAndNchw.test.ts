import { expect, test } from "vitest";
import { channelsAndNchw as lesson } from "../../../src/content/lessons/channelsAndNchw";
import { countParameters } from "../../../src/core/counts";
import { setInChannels, setOutChannels } from "../../../src/model/channelCommands";
import { setPadding } from "../../../src/model/commands";
import { setKernelSize } from "../../../src/model/gridCommands";
import { factOf } from "../../../src/trace/lessonFacts";
import { evenPads } from "../../trace/documents";
import { answerOf, done, factAt, mistakesOf, momentAt, reached, startOf, stepOf } from "./lessonMoments";

const FIRST = "input=0,1,2;3,4,5;6,7,8";
const SECOND = "input=1,2,3;4,5,6;7,8,9";

test("the maps of both channels are added", () => {
  const { question } = stepOf(lesson, 1, "predict");
  const first = factAt("output", `${FIRST}&kernel=0,1;2,3`) as number[][];
  const second = factAt("output", `${SECOND}&kernel=1,2;3,4`) as number[][];
  const joined = (join: (a: number, b: number) => number) =>
    first.map((row, r) => row.map((value, c) => join(value, second[r]?.[c] ?? 0)));
  expect([first, second]).toEqual([
    [
      [19, 25],
      [37, 43],
    ],
    [
      [37, 47],
      [67, 77],
    ],
  ]);
  expect(answerOf(question)).toEqual(joined((a, b) => a + b));
  expect(factAt("output", lesson.start)).toEqual(answerOf(question));
  const made = [first, second, joined((a, b) => (a + b) / 2), joined((a, b) => a * b)];
  expect([...mistakesOf(question).keys()]).toEqual(made.map((map) => JSON.stringify(map)));
});

test("swapped channels meet other slabs", () => {
  const before = momentAt(startOf(lesson, 2));
  const { goals } = stepOf(lesson, 2, "do");
  expect(reached(goals, before, before)).toEqual([]);
  const { data, shape } = before.document.input;
  const swapped = Float64Array.from([...data.slice(9), ...data.slice(0, 9)]);
  const after = done(before, (document) => ({ ...document, input: { shape, data: swapped } }));
  expect(reached(goals, after, before)).toEqual([0]);
});

test("three output channels have three kernels of two slabs", () => {
  const before = momentAt(startOf(lesson, 3));
  const { goals } = stepOf(lesson, 3, "do");
  expect(reached(goals, before, before)).toEqual([]);
  const after = done(before, setOutChannels(3));
  expect(reached(goals, after, before)).toEqual([0]);
  expect(factOf("outputChannel1", after, before)).toEqual([
    [76, 100],
    [148, 172],
  ]);
  expect(factOf("outputChannel2", after, before)).toEqual([
    [96, 128],
    [192, 224],
  ]);
  expect(factOf("bias", after, before)).toEqual([0, 0, 0]);
});

test("a weight of shape (16, 3, 5, 5)", () => {
  const before = momentAt(startOf(lesson, 6));
  const { goals } = stepOf(lesson, 6, "free");
  expect(reached(goals, before, before)).toEqual([]);
  const after = [setPadding(evenPads(2)), setKernelSize([5, 5]), setInChannels(3), setOutChannels(16)].reduce(
    (moment, command) => done(moment, command),
    before,
  );
  expect(reached(goals, after, before)).toEqual([0]);
  expect(factOf("weights", after, before)).toBe(1200);
  expect(1200 + 16).toBe(1216);
});

test.each([
  ["the check", lesson.checks[0], 32, 32, 3],
  ["the review", lesson.review?.[0], 16, 24, 5],
] as const)("%s: maps and parameters", (_, question, ins, outs, k) => {
  const said = (maps: number, parameters: number) =>
    `${maps.toLocaleString("en-US")} maps, ${parameters.toLocaleString("en-US")} parameters`;
  const weightShape = [outs, ins, k, k];
  const parameters = countParameters("conv", [1, ins, 9, 9], { weightShape });
  expect(answerOf(question)).toBe(said(outs, parameters));
  const pairs = ins * outs;
  const made = [
    said(pairs, pairs * k * k + pairs),
    said(outs, outs * k * k + outs),
    said(outs, pairs * k * k),
  ];
  expect([...mistakesOf(question).keys()].sort()).toEqual(made.map((text) => JSON.stringify(text)).sort());
});
