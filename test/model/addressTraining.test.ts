import { describe, expect, test } from "vitest";
import { presetDocument } from "../../src/content/presets";
import { readAddress, writeAddress } from "../../src/model/address";
import { defaultState } from "../../src/model/addressState";
import { rowsOf } from "../../src/model/grid";
import { setKernelSize } from "../../src/model/gridCommands";
import { encodeSaved, SAVED_KEY } from "../../src/model/saved";
import { createSavedWork } from "../../src/model/savedWork";
import { say } from "./say";

const read = (fragment: string) => readAddress(fragment, "", presetDocument);
const trainingIn = (fragment: string) => read(fragment).state.document.training;

describe("Learn, asked for with nothing to learn,", () => {
  test("opens the recipe of the notes", () => {
    const { state, notices } = read("view=learn");
    expect(notices).toEqual([]);
    expect(state.view).toBe("learn");
    expect(rowsOf(state.document.input)).toEqual(Array(6).fill([1, 1, 0, 0, 0, 0, 1, 1]));
    expect(state.document.training).toMatchObject({
      target: { kind: "kernel", weight: { shape: [1, 1, 1, 2], data: Float64Array.of(1, -1) } },
      kernelSize: [1, 2],
      start: "zeros",
      optimizer: "sgd",
      learningRate: 0.03,
      reduction: "sum",
      steps: 10,
      withBias: false,
      hidden: 0,
    });
  });

  test("keeps the moment and how it is shown", () => {
    expect(read("view=learn&update=4&lang=zh-CN").state).toMatchObject({ update: 4, language: "zh-CN" });
  });

  test.each(["view=learn&kernel=1,2", "view=learn&preset=corr2d", "view=learn&input=1,2;3,4"])(
    "but not with something to explore: %s",
    (fragment) => expect(trainingIn(fragment)).toBeUndefined(),
  );

  test("of the default document is not the same as the bare view", () => {
    const written = writeAddress({ ...defaultState, view: "learn" });
    expect(read(written).state).toEqual({ ...defaultState, view: "learn" });
  });
});

describe("reading a training", () => {
  test("one key is enough; the others are those of the notes", () => {
    expect(trainingIn("updates=50")).toMatchObject({ steps: 50, learningRate: 0.03, kernelSize: [1, 2] });
  });

  test("without one there is none", () => {
    expect(trainingIn("kernel=1,2")).toBeUndefined();
  });

  test("an update past the end is the last", () => {
    expect(read("updates=5&update=99").state.update).toBe(5);
    expect(read("update=99").state.update).toBe(10);
  });

  test("channels, a target of a size of its own, and both axes at once", () => {
    const training = trainingIn("target=1,2;3,4|5,6;7,8|0,0;0,1&learn-size=2");
    expect(training?.kernelSize).toEqual([2, 2]);
    expect(training?.target).toEqual({
      kind: "values",
      values: { shape: [1, 3, 2, 2], data: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 1) },
    });
  });

  test("after the question mark too", () => {
    expect(readAddress("", "?learning-rate=0.5").state.document.training?.learningRate).toBe(0.5);
  });
});

describe("writing a training", () => {
  test.each([
    "target-kernel=1,-1",
    "input=1,2,3;4,5,6;7,8,9&view=learn",
    "target-kernel=1,-1;0,0.1|-2,0;1e-7,3&hidden=2&learn-bias=1&start=rand&seed=999999&learning-rate=1e-9&updates=10000",
    "input=1,2;3,4&kernel=1&target=1,0;0,1&learn-size=3,1&optimizer=momentum&momentum=0&reduction=mean&view=learn&update=2.5",
    "target-kernel=2&start=0.1&optimizer=adam&step=1",
    "op=conv-flipped&target=1|2|3|4&start=uniform&update=10",
  ])("%s is canonical: read and written it stays", (fragment) => {
    const { state, unknown, notices } = read(fragment);
    expect(notices).toEqual([]);
    expect(writeAddress(state, unknown)).toBe(fragment);
  });
});

describe("values of a training that cannot be used", () => {
  const used = (pair: string, instead: string) => `${pair} cannot be used, ${instead} is used instead`;
  test.each<[string, string]>([
    ["learning-rate=0", "The learning rate must be above 0 | 0.03"],
    ["learning-rate=-1", "The learning rate must be above 0 | 0.03"],
    ["learning-rate=1e999", "The learning rate can be at most 1000 | 0.03"],
    ["learning-rate=NaN", "0.03"],
    ["updates=0", "Updates must be a whole number from 1 to 10000, got 0 | 10"],
    ["updates=1000000", "Updates must be a whole number from 1 to 10000, got 1000000 | 10"],
    ["updates=2.5", "Updates must be a whole number from 1 to 10000, got 2.5 | 10"],
    ["momentum=1", "Momentum 1 is outside 0–0.999 | 0.9"],
    ["hidden=5", "Hidden kernels must be a whole number from 0 to 4, got 5 | 0"],
    ["hidden=1e300", "Hidden kernels must be a whole number from 0 to 4, got 1e+300 | 0"],
    ["seed=1000000", "The seed must be a whole number from 0 to 999999, got 1000000 | 0"],
    ["optimizer=lbfgs", "sgd"],
    ["reduction=__proto__", "sum"],
    ["learn-bias=yes", "0"],
    ["start=1,2,3", "The start has 3 numbers, the network has 2 parameters | zeros"],
    ["start=1", "The start has 1 number, the network has 2 parameters | zeros"],
    ["start=1,x", "zeros"],
    ["start=1,2e6", "Entries must lie between -1000000 and 1000000 | zeros"],
    [`start=1${",1".repeat(300)}`, "zeros"],
    ["target-kernel=", "Size 0 is outside 1–64 | 1,-1"],
    ["target-kernel=1,x", "Not a number | 1,-1"],
    ["target-kernel=1|1,2", "1,-1"],
    ["target-kernel=1,2;3", "Target in the link has 3 numbers, 2×2 needs 4 | 1,-1"],
    ["target-kernel=1,2,3,4,5,6,7,8", "A kernel that learns has 1–7 cells along each side, not 8 | 1,-1"],
    ["target-kernel=1|1|1|1|1", "A target has 1–4 channels | 1,-1"],
    ["target=1,1e999", '"1e999" is not a finite number | —'],
    ["learn-size=3", "1,2"],
    ["target=1&learn-size=8", "A kernel that learns has 1–7 cells along each side, not 8 | 1,2"],
    ["target=1&learn-size=0,1", "A kernel that learns has 1–7 cells along each side, not 0 | 1,2"],
    ["update=-1", "0"],
    ["update=soon", "0"],
  ])("%s", (fragment, expected) => {
    const { notices, state } = read(fragment);
    const told = notices.map(({ key, values, detail }) => {
      say(key, values, "zh-CN");
      return say(key, values) + (detail ? ` | ${say(detail.key, detail.values)}` : "");
    });
    const pair = fragment.split("&").at(-1) ?? "";
    const shown = pair.length > 200 ? `${pair.slice(0, 6 + 199)}…` : pair;
    const [reason, instead] = expected.includes(" | ") ? expected.split(" | ") : [null, expected];
    const sentence = used(shown, instead ?? "");
    expect(told).toEqual([reason ? `${reason} | ${sentence}` : sentence]);
    expect(`&${writeAddress(state)}&`).not.toContain(`&${pair}&`);
  });

  test("a target beside a target kernel gives way", () => {
    const { notices, state } = read("target=1,2&target-kernel=3");
    expect(notices).toHaveLength(1);
    expect(state.document.training?.target.kind).toBe("kernel");
  });

  test("numbers of a start that a refused key would have needed fall back with it", () => {
    const { notices, state } = read("hidden=9&start=1,2,3,4,5,6,7&learning-rate=0.5");
    expect(notices).toHaveLength(2);
    expect(state.document.training).toMatchObject({ hidden: 0, start: "zeros", learningRate: 0.5 });
  });

  test("what does not fit the input is kept: it is no error of the link", () => {
    const { notices, state } = read("input=1,2;3,4&kernel=1&target=1,2,3");
    expect(notices).toEqual([]);
    expect(state.document.training?.target).toMatchObject({ values: { shape: [1, 1, 1, 3] } });
  });
});

test("a training is saved with the work, and comes back", () => {
  const { state } = read("view=learn&update=3");
  const document = setKernelSize([2, 2])(state.document);
  const address = writeAddress({ ...state, document });
  const stored = new Map([[SAVED_KEY, encodeSaved(address)]]);
  const work = createSavedWork(() => ({
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
  }));
  const { reading, notices } = work.load();
  expect(notices).toEqual([]);
  expect(reading?.state).toEqual({ ...state, document });
});
