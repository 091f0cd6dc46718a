import { describe, expect, test } from "vitest";
import { learnPresets } from "../../src/content/learnPresets";
import { learnEn } from "../../src/content/messages/learn.en";
import { readAddress, writeAddress } from "../../src/model/address";
import { defaultState } from "../../src/model/addressState";
import type { ConvDocument } from "../../src/model/document";
import { rowsOf } from "../../src/model/grid";
import { networkOf, startParameters, targetValues, trainingOf } from "../../src/model/training";
import { trainingProblem } from "../../src/model/trainingProblem";

function documentOf(name: string): ConvDocument {
  const preset = learnPresets.find((known) => known.name === name);
  return readAddress(preset?.address ?? "").state.document;
}

/** All windows of an image, each as a list. */
function windowsOf(image: number[][], height: number, width: number): number[][] {
  const windows: number[][] = [];
  for (let top = 0; top + height <= image.length; top++) {
    for (let left = 0; left + width <= (image[0]?.length ?? 0); left++)
      windows.push(image.slice(top, top + height).flatMap((row) => row.slice(left, left + width)));
  }
  return windows;
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

interface Run {
  /** Before each update, and after the last. */
  readonly losses: readonly number[];
  readonly weights: readonly number[];
}

/** Descent on the sum of squares of one layer with one kernel and no bias, written out. */
function descended(document: ConvDocument): Run {
  const training = trainingOf(document);
  const { kernelSize, learningRate, steps, optimizer } = training;
  const windows = windowsOf(rowsOf(document.input), ...kernelSize);
  const target = [...targetValues(document, training).data];
  let weights = [...startParameters(training, networkOf(document, training))];
  let mean = weights.map(() => 0);
  let square = weights.map(() => 0);
  const losses: number[] = [];
  for (let step = 1; step <= steps + 1; step++) {
    const errors = windows.map((window, at) => dot(window, weights) - (target[at] ?? 0));
    losses.push(dot(errors, errors));
    if (step > steps) break;
    const gradient = weights.map(
      (_, i) => 2 * windows.reduce((sum, w, at) => sum + (w[i] ?? 0) * (errors[at] ?? 0), 0),
    );
    mean = mean.map((m, i) => 0.9 * m + 0.1 * (gradient[i] ?? 0));
    square = square.map((s, i) => 0.999 * s + 0.001 * (gradient[i] ?? 0) ** 2);
    const adam = (i: number) =>
      (mean[i] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((square[i] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
    weights = weights.map((w, i) => w - learningRate * (optimizer === "adam" ? adam(i) : (gradient[i] ?? 0)));
  }
  return { losses, weights };
}

const printed = ({ losses }: Run) => [1, 3, 5, 7, 9].map((at) => Number((losses[at] ?? 0).toFixed(4)));

test.each(learnPresets.map((preset) => [preset.name, preset] as const))(
  "%s is a training that can run, says all it needs and has its texts",
  (_, { address, titleKey, whyKey }) => {
    const { state, notices, unknown } = readAddress(address);
    expect([notices, unknown]).toEqual([[], []]);
    expect(trainingProblem(state.document)).toBeNull();
    const written = readAddress(writeAddress({ ...defaultState, document: state.document, view: "learn" }));
    expect(written.state.document).toEqual(state.document);
    expect(Object.keys(learnEn)).toEqual(expect.arrayContaining([titleKey, whyKey]));
  },
);

describe("the numbers of the lessons", () => {
  test("notes: every second loss, and where it ends", () => {
    const run = descended(documentOf("notes"));
    expect(printed(run)).toEqual([4.9152, 0.8246, 0.1384, 0.0232, 0.0039]);
    expect(run.weights.map((w) => Number(w.toFixed(4)))).toEqual([0.9885, -0.9885]);
  });

  test("zigzag", () => {
    expect(printed(descended(documentOf("zigzag")))).toEqual([10.8288, 4.1383, 1.6452, 0.6655, 0.2712]);
  });

  test("too fast: 18, 19.2, 22.3 … 83.4 after nine updates, and on", () => {
    const { losses } = descended(documentOf("too-fast"));
    expect([0, 1, 2, 9].map((at) => Number((losses[at] ?? 0).toFixed(1)))).toEqual([18, 19.2, 22.3, 83.4]);
    expect(losses.at(-1)).toBeGreaterThan(1e6);
  });

  test("blank page: the target is 0, the loss goes from 26.88 to 0 and the kernel stays wrong", () => {
    const document = documentOf("blank-page");
    expect([...targetValues(document, trainingOf(document)).data]).toEqual(Array(42).fill(0));
    const { losses, weights } = descended(document);
    expect(losses[0]).toBeCloseTo(26.88, 10);
    expect(losses.at(-1)).toBeLessThan(1e-20);
    expect(weights[0]).toBeCloseTo(0.2, 10);
    expect(weights[1]).toBeCloseTo(-0.2, 10);
  });

  test("one column: the kernel is found", () => {
    const { losses, weights } = descended(documentOf("one-column"));
    expect(losses.at(-1)).toBeLessThan(1e-5);
    expect(weights[0]).toBeCloseTo(1, 3);
    expect(weights[1]).toBeCloseTo(-1, 3);
  });

  test("2×2: from 10 to 0 with half of the edge in each row", () => {
    const { losses, weights } = descended(documentOf("two-by-two"));
    expect(losses[0]).toBe(10);
    expect(losses.at(-1)).toBeLessThan(1e-4);
    for (const [at, half] of [0.5, -0.5, 0.5, -0.5].entries()) expect(weights[at]).toBeCloseTo(half, 2);
  });

  test("Adam swings past the kernel and comes back", () => {
    const { losses, weights } = descended(documentOf("adam"));
    const least = losses.indexOf(Math.min(...losses.slice(0, 15)));
    expect(Math.max(...losses.slice(least))).toBeGreaterThan(10 * (losses[least] ?? 0));
    expect(weights[0]).toBeCloseTo(1, 0);
    expect(losses.at(-1)).toBeLessThan(0.1);
  });
});

describe("both edges", () => {
  const document = documentOf("both-edges");
  const training = trainingOf(document);
  const target = [...targetValues(document, training).data];
  const windows = windowsOf(rowsOf(document.input), 1, 2);

  test("are out of reach of a single layer: its best loss is 9.6", () => {
    const loss = (a: number, b: number) =>
      windows.reduce((sum, window, at) => sum + (dot(window, [a, b]) - (target[at] ?? 0)) ** 2, 0);
    expect(loss(0.2, 0.2)).toBeCloseTo(9.6, 10);
    // It is a bowl: no lower anywhere near, so nowhere.
    for (const [da, db] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
      [0.01, 0.01],
      [0.01, -0.01],
    ] as const)
      expect(loss(0.2 + da, 0.2 + db)).toBeGreaterThan(9.6);
  });

  test("are learned by two kernels with ReLU", () => {
    const [a0 = 0, a1 = 0, b0 = 0, b1 = 0, m0 = 0, m1 = 0] = startParameters(
      training,
      networkOf(document, training),
    );
    const kernels = [
      [a0, a1],
      [b0, b1],
    ];
    const mix = [m0, m1];
    let loss = 0;
    for (let step = 0; step <= training.steps; step++) {
      const kernelGradients = [
        [0, 0],
        [0, 0],
      ];
      const mixGradients = [0, 0];
      loss = 0;
      for (const [at, window] of windows.entries()) {
        const sums = kernels.map((kernel) => dot(window, kernel));
        const error =
          dot(
            sums.map((sum) => Math.max(0, sum)),
            mix,
          ) - (target[at] ?? 0);
        loss += error ** 2;
        for (const [h, sum] of sums.entries()) {
          if (sum <= 0) continue;
          mixGradients[h] = (mixGradients[h] ?? 0) + 2 * error * sum;
          for (const i of [0, 1]) {
            const row = kernelGradients[h] as number[];
            row[i] = (row[i] ?? 0) + 2 * error * (mix[h] ?? 0) * (window[i] ?? 0);
          }
        }
      }
      for (const h of [0, 1]) {
        mix[h] = (mix[h] ?? 0) - training.learningRate * (mixGradients[h] ?? 0);
        const kernel = kernels[h] as number[];
        for (const i of [0, 1])
          kernel[i] = (kernel[i] ?? 0) - training.learningRate * (kernelGradients[h]?.[i] ?? 0);
      }
    }
    expect(loss).toBeLessThan(1e-3);
  });
});
