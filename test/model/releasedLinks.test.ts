import { describe, expect, test } from "vitest";
import { rowsOf } from "../../src/model/grid";
import { openAddress } from "../../src/model/packedAddress";

/** Links that a release has written, and what they show. They keep working: lines are added here, never changed. */
describe("links of 0.1", () => {
  const readable =
    "input=10,11,12;-13,14.5,15;16,17,18&kernel=1,0,-1;2,0,-2;1,0,-1&bias=0.25&stride=2,1&padding=1:0,2" +
    "&padding-mode=replicate&op=conv-flipped&activation=relu&step=2&theme=dark&lang=zh-CN&notation=d2l";
  const packed =
    "z=1.eNrtzEEOgjAQBdDbzGpqmCpqJLNy7x0qHbWhtA0Uop5eDPESpm8z-Zmf70KaMlOFREi6UbRF2m1qpLqhPdIB6QidDEE8E1aoqNHfo5s1wdWZkauNrmHM" +
    "g7PCGgmSsdaFO9OpQv1Lqo_Le5DkXWuyQEzcxjCrm3cpiQXTZjeb7GJYSn5a9iSxhvyQXtiaoQNvls33Q50vEGJeq1Z7ePKrKIqi-DsfAk0DHw";

  test.each([readable, packed])("%s", async (link) => {
    const { state } = await openAddress(`#${link}`);
    const [layer] = state.document.layers;
    expect(rowsOf(state.document.input)).toEqual([
      [10, 11, 12],
      [-13, 14.5, 15],
      [16, 17, 18],
    ]);
    expect(rowsOf(layer.weight)).toEqual([
      [1, 0, -1],
      [2, 0, -2],
      [1, 0, -1],
    ]);
    expect(layer).toMatchObject({
      bias: [0.25],
      stride: [2, 1],
      padding: [
        [1, 0],
        [2, 2],
      ],
      paddingMode: "replicate",
      dilation: [1, 1],
      op: "conv-flipped",
      activation: "relu",
    });
    expect(state).toMatchObject({ position: 2, theme: "dark", language: "zh-CN", notation: "d2l" });
  });
});

describe("links of 0.2", () => {
  test("a training with a target kernel", async () => {
    const link =
      "input=1,1,0,0;1,0,0,1;0,1,1,1&kernel=1,-1&target-kernel=1,-1;0.5,0|0,1;1,0&learn-bias=1&start=uniform&seed=42" +
      "&learning-rate=0.005&optimizer=momentum&momentum=0.8&reduction=mean&updates=250&view=learn&step=3&update=12.5";
    const { state, notices } = await openAddress(`#${link}`);
    expect(notices).toEqual([]);
    expect(state).toMatchObject({ view: "learn", position: 3, update: 12.5 });
    expect(state.document.training).toEqual({
      target: {
        kind: "kernel",
        weight: { shape: [2, 1, 2, 2], data: Float64Array.of(1, -1, 0.5, 0, 0, 1, 1, 0) },
      },
      kernelSize: [2, 2],
      hidden: 0,
      withBias: true,
      start: "uniform",
      startValues: [],
      seed: 42,
      optimizer: "momentum",
      momentum: 0.8,
      learningRate: 0.005,
      reduction: "mean",
      steps: 250,
    });
  });

  test("a training with a typed target", async () => {
    const link =
      "input=1,1,0;1,0,0&target=0,1,0;1,0,0&learn-size=1&hidden=2&start=0.5,-1,0.25,2&optimizer=adam&view=learn";
    const { state, notices } = await openAddress(`#${link}`);
    expect(notices).toEqual([]);
    expect(state.document.training).toMatchObject({
      target: { kind: "values", values: { shape: [1, 1, 2, 3], data: Float64Array.of(0, 1, 0, 1, 0, 0) } },
      kernelSize: [1, 1],
      hidden: 2,
      start: "given",
      startValues: [0.5, -1, 0.25, 2],
      optimizer: "adam",
      learningRate: 0.03,
      steps: 10,
    });
  });
});
