import { expect, test } from "vitest";
import { smallAndDeepBeatsLargeAndWide as lesson } from "../../../src/content/lessons/smallAndDeepBeatsLargeAndWide";
import { readAddress, writeAddress } from "../../../src/model/address";
import { setStackLayer } from "../../../src/model/stackCommands";
import { stackTable } from "../../../src/trace/stackTable";
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

/** A stack's receptive field along one axis. */
const field = (layers: string) => (factAt("receptiveField", `view=stack&layers=${layers}`) as number[])[0];

test("two 3×3 layers see 5, three see 7", () => {
  const { question, reveal = "" } = stepOf(lesson, 1, "predict");
  expect(factAt("receptiveField", lesson.start)).toEqual([3, 3]);
  // As the page does it: pairs are set on the address of what is on show.
  const shown = withPairs(writeAddress(readAddress(lesson.start).state), reveal);
  expect(factAt("layerKernels", shown)).toEqual([
    [3, 3],
    [3, 3],
  ]);
  expect(factAt("receptiveField", shown)).toEqual([answerOf(question), answerOf(question)]);
  expect([...mistakesOf(question).keys()].map(Number)).toEqual([3 + 3, 3, 3 * 3]);
  expect(field("k3,k3,k3")).toBe(7);
});

test("the bills of stacks that see the same, and of those that cost the same", () => {
  const squares = (layers: string, width: number) => {
    const { document } = momentAt(`view=stack&layers=${layers}`);
    return stackTable(document.layers, document.input.shape, width).parameters;
  };
  const [deep, wide] = [squares("k3p1,k3p1,k3p1", 64), squares("k7p3", 64)];
  expect([deep, wide]).toEqual([110_592, 200_704]);
  expect(Math.round((deep / wide) * 100)).toBe(55);
  expect([squares("k3p1,k3p1,k3p1", 1), squares("k7p3", 1), squares("k5p2", 1)]).toEqual([27, 49, 25]);
  expect([field("k3p1,k3p1,k3p1"), field("k7p3"), field("k5p2")]).toEqual([7, 7, 5]);
  for (const number of [2, 3]) {
    const { document } = momentAt(startOf(lesson, number));
    expect(document.layers.length).toBe(3);
    expect(document.comparison?.length).toBe(1);
  }
});

test("without a bend two layers are one", () => {
  const before = momentAt(startOf(lesson, 4));
  const { goals } = stepOf(lesson, 4, "do");
  expect(reached(goals, before, before)).toEqual([]);
  const after = done(before, setStackLayer(0, { activation: "none" }));
  expect(reached(goals, after, before)).toEqual([0]);
  const one = factAt("output", "dims=1&input=4,1,5,2,6&kernel=1,0,-1");
  expect(factAt("stackOutput", "view=stack&dims=1&input=4,1,5,2,6&layers=k2,k2&kernels=1,1_1,-1")).toEqual(
    one,
  );
  expect(one).toEqual([-1, -1, -1]);
});

test("with a bend a signal and its negative both answer", () => {
  const before = momentAt(startOf(lesson, 5));
  const step = stepOf(lesson, 5, "do");
  expect(reached(step.goals, before, before)).toEqual([]);
  const after = done(before, setStackLayer(0, { activation: "relu" }));
  expect(reached(step.goals, after, before)).toEqual([0]);
  const address = writeAddress({ ...readAddress(startOf(lesson, 5)).state, document: after.document });
  const negated = momentAt(withPairs(address, step.actions?.[0]?.set ?? ""));
  expect([...negated.document.input.data]).toEqual([...before.document.input.data].map((value) => -value));
  expect(reached(step.goals, negated, before)).toEqual([1]);
});

test("three 3×3 layers see 15 by strides or by dilations", () => {
  const before = momentAt(startOf(lesson, 6));
  const { goals } = stepOf(lesson, 6, "free");
  expect(reached(goals, before, before)).toEqual([]);
  for (const layers of ["k3s2,k3s2,k3s2", "k3,k3d2,k3d4"]) {
    expect(reached(goals, momentAt(`view=stack&layers=${layers}`), before)).toEqual([0]);
    expect(field(layers)).toBe(15);
  }
  expect(reached(goals, momentAt("view=stack&layers=k3,k3,k11"), before)).toEqual([]);
  expect(reached(goals, momentAt("view=stack&layers=k3s2,k3,k3"), before)).toEqual([]);
});

test("a stride multiplies what later layers see", () => {
  const [check] = lesson.checks;
  expect(answerOf(check)).toBe(field("k3s2,k3"));
  expect([...mistakesOf(check).keys()].map(Number)).toEqual([field("k3,k3"), 3 + 3, 3 * 3]);
  expect(field("k3,k3s2")).toBe(5);
});
