import { describe, expect, test } from "vitest";
import { kernelsZhCN } from "../../src/content/messages/kernels.zh-CN";
import { presetsEn } from "../../src/content/messages/presets.en";
import { presetsZhCN } from "../../src/content/messages/presets.zh-CN";
import { presetDocument, presets } from "../../src/content/presets";
import { readAddress, writeAddress } from "../../src/model/address";
import { defaultState } from "../../src/model/addressState";
import type { ConvDocument } from "../../src/model/document";
import { gridSize } from "../../src/model/grid";
import { errorsOf } from "../../src/model/problems";
import { sameDocument } from "../../src/model/sameDocument";
import { traceOf } from "../../src/trace/trace";
import { naiveConv } from "./naiveConv";

function document(name: string): ConvDocument {
  const found = presetDocument(name);
  if (!found) throw new Error(`no preset ${name}`);
  return found;
}

const output = (name: string) => naiveConv(document(name));

const chinese = Object.keys({ ...kernelsZhCN, ...presetsZhCN });

describe("every preset", () => {
  test.each(presets.map(({ name }) => name))("%s reads without a notice and is valid", (name) => {
    const { address } = presets.find((preset) => preset.name === name) ?? { address: "" };
    expect(readAddress(address).notices).toEqual([]);
    expect(errorsOf(document(name))).toEqual([]);
    const link = writeAddress({ ...defaultState, document: document(name) });
    expect(sameDocument(readAddress(link).state.document, document(name))).toBe(true);
  });

  test("has a title and a reason in both languages", () => {
    for (const { titleKey, whyKey } of presets) {
      expect(Object.keys(presetsEn)).toEqual(expect.arrayContaining([titleKey, whyKey]));
      expect(chinese).toEqual(expect.arrayContaining([titleKey, whyKey]));
    }
    expect(chinese.sort()).toEqual(Object.keys(presetsEn).sort());
  });

  test("opens by its name in an address, with the other keys on top", () => {
    const { state, preset } = readAddress("#preset=sobel-x&padding=0", "", presetDocument);
    expect(preset).toBe("sobel-x");
    expect(gridSize(state.document.input)).toEqual([9, 9]);
    expect(state.document.layers[0].padding).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

describe("the numbers that the lessons checked", () => {
  test("corr2d on 0…8", () => {
    expect(output("corr2d")).toEqual([
      [19, 25],
      [37, 43],
    ]);
  });

  test("6×8 with [1, −1]: +1 into black, −1 out of it, 12 cells that are not 0", () => {
    expect(gridSize(document("edges-vertical").input)).toEqual([6, 8]);
    const rows = output("edges-vertical");
    expect(rows).toEqual(Array(6).fill([0, 1, 0, 0, 0, -1, 0]));
  });

  test("10×8 with [[1], [−1]]: row 2 is +1, row 6 is −1, 16 cells that are not 0", () => {
    expect(gridSize(document("edges-horizontal").input)).toEqual([10, 8]);
    const rows = output("edges-horizontal");
    expect(rows.length).toBe(9);
    expect(rows[2]).toEqual(Array(8).fill(1));
    expect(rows[6]).toEqual(Array(8).fill(-1));
    expect(rows.flat().filter((value) => value !== 0).length).toBe(16);
  });

  test("each image transposed: the same kernel answers 0 everywhere", () => {
    expect(gridSize(document("edges-vertical-turned").input)).toEqual([8, 6]);
    expect(gridSize(document("edges-horizontal-turned").input)).toEqual([8, 10]);
    expect(
      output("edges-vertical-turned")
        .flat()
        .every((value) => value === 0),
    ).toBe(true);
    expect(
      output("edges-horizontal-turned")
        .flat()
        .every((value) => value === 0),
    ).toBe(true);
  });

  test("the four shape examples on 8×8", () => {
    const size = (rows: number[][]) => [rows.length, rows[0]?.length];
    for (const name of ["size-kept", "size-kept-5x3", "size-halved", "size-3x5"]) {
      expect(gridSize(document(name).input)).toEqual([8, 8]);
    }
    expect(size(output("size-kept"))).toEqual([8, 8]);
    expect(size(output("size-kept-5x3"))).toEqual([8, 8]);
    expect(size(output("size-halved"))).toEqual([4, 4]);
    expect(size(output("size-3x5"))).toEqual([2, 2]);
  });

  test("stride 2 keeps every second number", () => {
    expect(output("size-halved")).toEqual([
      [0, 2, 4, 6],
      [20, 22, 24, 26],
      [40, 42, 44, 46],
      [60, 62, 64, 66],
    ]);
  });
});

describe("what the reasons say is seen", () => {
  test("identity leaves the picture as it is", () => {
    const { input } = document("identity");
    expect(output("identity").flat()).toEqual(Array.from(input.data));
  });

  test("blur is the mean: a whole 9 in the middle, slopes around", () => {
    expect(output("blur")[4]).toEqual([0, 0, 3, 6, 9, 6, 3, 0, 0]);
  });

  test("sharpen shoots past 2 and 6 on both sides of the edge", () => {
    expect(output("sharpen")[0]).toEqual([2, 0, 4, 8, 6, 6]);
  });

  test("Sobel x answers at the sides of the disc, Sobel y at its top and bottom", () => {
    const x = output("sobel-x");
    const y = output("sobel-y");
    expect([x[4]?.[0], x[4]?.[8], x[0]?.[4], x[8]?.[4]]).toEqual([-4, 4, 0, 0]);
    expect([y[0]?.[4], y[8]?.[4], y[4]?.[0], y[4]?.[8]]).toEqual([-4, 4, 0, 0]);
  });

  test("the Laplacian is loudest at the lone dot and 0 inside the block", () => {
    const rows = output("laplacian");
    expect(rows[1]?.[1]).toBe(-4);
    expect(rows[3]?.[6]).toBe(0);
    expect(rows.flat().filter((value) => Math.abs(value) >= 4)).toEqual([-4]);
  });

  test("emboss makes the upper left bright and the lower right dark", () => {
    const rows = output("emboss");
    expect(Math.max(...(rows[1] ?? []))).toBe(5);
    expect(Math.min(...(rows[7] ?? []))).toBe(-4);
  });

  test("only the two upper left corners stay lit", () => {
    const lit = output("corner").flatMap((row, i) =>
      row.flatMap((value, j) => (value > 0 ? [[i, j, value]] : [])),
    );
    expect(lit).toEqual([
      [1, 1, 1],
      [5, 4, 1],
    ]);
  });
});

/** The outputs of a preset in scan order; from numbers that the lessons checked. */
const values = (name: string) => [...traceOf(document(name)).values];

describe("other axes, channels and operations", () => {
  test.each<[string, readonly number[]]>([
    ["moving-average", [9, 15, 12]],
    ["difference", [3, -6, 9, -6]],
    ["causal", [3, 9, 9, 15, 12]],
    ["two-channels", [56, 72, 104, 120]],
    ["three-outputs", [56, 72, 104, 120, 76, 100, 148, 172, 96, 128, 192, 224]],
    ["depthwise", [10, 100]],
    ["max-pool", [4, 5, 7, 8]],
    ["avg-pool", [2, 3, 5, 6]],
    ["transposed", [0, 0, 1, 0, 4, 6, 4, 12, 9]],
    ["transposed-stride", [0, 0, 0, 1, 0, 0, 2, 3, 0, 2, 0, 3, 4, 6, 6, 9]],
  ])("%s", (name, expected) => {
    expect(values(name)).toEqual(expected);
  });

  test("a 1×1 kernel makes 60 and −20 of the pixel 10, 20, 30", () => {
    const [sum, , , , difference] = values("one-by-one");
    expect([sum, difference]).toEqual([60, -20]);
  });

  test("a text of 5 words and 4 numbers for each has 3 outputs of 2 kernels, with 26 parameters", () => {
    const { input, layers, words } = document("text");
    const [{ weight, bias }] = layers;
    expect([input.shape, weight.shape, words?.length]).toEqual([[1, 4, 5], [2, 4, 3], 5]);
    expect(weight.data.length + bias.length).toBe(26);
    expect(values("text")).toEqual([0, 4, 1, 2, 2, 1]);
  });

  test("the moving dot leaves −1 behind and is +1", () => {
    const frames = values("video");
    expect(frames.slice(4, 8)).toEqual([0, -1, 1, 0]);
    expect(frames.slice(20, 24)).toEqual([0, 0, -1, 1]);
  });

  test("stamps of 3 at stride 2 make a checkerboard, those of 4 don't", () => {
    const line = [1, 1, 2, 1, 2, 1, 2, 1, 1];
    expect(values("checkerboard")).toEqual(line.flatMap((row) => line.map((column) => row * column)));
    const even = [1, 1, 2, 2, 2, 2, 2, 2, 1, 1];
    expect(values("no-checkerboard")).toEqual(even.flatMap((row) => even.map((column) => row * column)));
  });

  test("the blurred ball is 64 in its middle, and two groups have 32 weights of 64", () => {
    const scan = values("scan");
    expect([scan.length, scan[62]]).toEqual([125, 64]);
    expect(document("groups").layers[0].weight.shape).toEqual([4, 2, 2, 2]);
  });
});
