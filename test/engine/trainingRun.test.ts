// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from "vitest";
import { train } from "../../src/core/train";
import { trainInMessages } from "../../src/engine/trainInMessages";
import { parametersAt, runTraining, type TrainingRun } from "../../src/engine/trainingRun";
import { large, notes } from "./trainingCases";

afterEach(() => vi.unstubAllGlobals());

const rounded = (values: Iterable<number>) => Array.from(values, (value) => Number(value.toFixed(4)));

/** All reports of a run up to its end. */
function wholeRun(options = large()): Promise<TrainingRun[]> {
  return new Promise((resolve) => {
    const reports: TrainingRun[] = [];
    runTraining(options, (run) => {
      reports.push(run);
      if (run.ended !== "running") resolve(reports);
    });
  });
}

function atOnce(options = notes()): TrainingRun {
  const reports: TrainingRun[] = [];
  runTraining(options, (run) => reports.push(run));
  expect(reports).toHaveLength(1);
  return reports[0] as TrainingRun;
}

/** The numbers of the core's own iterator, which knows nothing of runs. */
function expectSameNumbers(run: TrainingRun) {
  const steps = [...train({ ...run.options, steps: run.options.steps + 1 })];
  expect([...run.losses]).toEqual(steps.slice(0, run.done + 1).map(({ loss }) => loss));
  const weights = [run.options.parameters, ...steps.map(({ parameters }) => parameters)];
  for (let t = 0; t <= run.done; t++) expect(parametersAt(run, t)).toEqual(weights[t]);
}

/** A worker that does its work here, some time after it is asked. */
class NearbyWorker extends EventTarget {
  static started: NearbyWorker[] = [];
  terminated = false;
  readonly address: string;

  constructor(address: string) {
    super();
    this.address = address;
    NearbyWorker.started.push(this);
  }

  postMessage(options: Parameters<typeof trainInMessages>[0]) {
    setTimeout(() => {
      trainInMessages(structuredClone(options), (message) => {
        const data = structuredClone(message);
        if (!this.terminated) setTimeout(() => this.say(new MessageEvent("message", { data })));
      });
    });
  }

  say(event: Event) {
    if (!this.terminated) this.dispatchEvent(event);
  }

  terminate() {
    this.terminated = true;
  }
}

function forbiddenWorker() {
  throw new DOMException("no", "SecurityError");
}

describe("a small run", () => {
  test("of the notes' recipe is whole on return, with its numbers", () => {
    const run = atOnce();
    expect([run.ended, run.done, run.count]).toEqual(["finished", 10, 2]);
    expect(rounded([1, 3, 5, 7, 9].map((t) => run.losses[t] as number))).toEqual([
      4.9152, 0.8246, 0.1384, 0.0232, 0.0039,
    ]);
    expect(rounded(parametersAt(run, 10))).toEqual([0.9885, -0.9885]);
  });

  test("has a loss with every set of weights, the first and the last too", () => {
    const run = atOnce();
    const shrinking = Array.from({ length: 11 }, (_, t) => expect.closeTo(12 * 0.4096 ** t, 12));
    expect([...run.losses]).toEqual(shrinking);
    expect([...parametersAt(run, 0)]).toEqual([0, 0]);
  });

  test("zigzags, sticks and blows up as the notes' table says", () => {
    const from = (learningRate: number, steps: number) =>
      atOnce(notes({ learningRate, steps, parameters: Float64Array.of(1, 0) })).losses;
    const zigzag = from(0.03, 10);
    expect(rounded([1, 3, 5, 7, 9].map((t) => zigzag[t] as number))).toEqual([
      10.8288, 4.1383, 1.6452, 0.6655, 0.2712,
    ]);
    expect(Array.from(from(0.035, 9), (loss) => Number(loss.toFixed(1)))).toEqual(
      [18, 19.2, 22.3, 26.6, 32.1, 38.8, 47, 56.9, 68.8, 83.4].map((value) => expect.closeTo(value, 0)),
    );
    expect(from(1 / 30, 300).at(-1)).toBeCloseTo(15, 6);
    expect(rounded(from(1 / 36, 3))).toEqual([18, 8, 3.5556, 1.5802]);
  });

  test("hands out the same array for the same update, and none for others", () => {
    const run = atOnce();
    expect(parametersAt(run, 3)).toBe(parametersAt({ ...run, done: 9 }, 3));
    for (const t of [-1, 0.5, 11, Number.NaN]) expect(() => parametersAt(run, t)).toThrow(RangeError);
  });

  test("refuses what the core refuses, and reports nothing", () => {
    const report = vi.fn();
    expect(() => runTraining(notes({ learningRate: Number.NaN }), report)).toThrow(RangeError);
    expect(report).not.toHaveBeenCalled();
  });
});

describe("a run that diverges", () => {
  const lossAt = (rate: number, t: number) =>
    15 * (1 - 60 * rate) ** (2 * t) + 3 * (1 - 12 * rate) ** (2 * t);

  test.each([0.05, 0.5, 1000])("at rate %d stops at the first loss past 10¹⁵ times its first", (rate) => {
    let last = 0;
    while (lossAt(rate, last) <= 18e15) last++;
    const run = atOnce(notes({ learningRate: rate, steps: 300, parameters: Float64Array.of(1, 0) }));
    expect([run.ended, run.done]).toEqual(["diverged", last]);
    expect(run.losses).toHaveLength(last + 1);
    expect(run.parameters.every(Number.isFinite)).toBe(true);
    expect(run.losses.every(Number.isFinite)).toBe(true);
  });

  test("says infinity before anything becomes no number", () => {
    const run = atOnce(notes({ learningRate: 1e300, parameters: Float64Array.of(1, 0) }));
    expect([run.ended, run.done, run.losses[1]]).toEqual(["diverged", 1, Number.POSITIVE_INFINITY]);
    expect(run.parameters.every(Number.isFinite)).toBe(true);
  });

  test("of a small first loss is let grow to 10¹⁵", () => {
    const run = atOnce(
      notes({ learningRate: 0.05, steps: 300, parameters: Float64Array.of(1 + 1e-6, -1 + 1e-6) }),
    );
    expect(run.ended).toBe("diverged");
    expect(run.losses.at(-2)).toBeLessThanOrEqual(1e15);
    expect(run.losses.at(-1)).toBeGreaterThan(1e15);
  });
});

describe("a large run", () => {
  test("goes on in slices where there are no workers, with the same numbers", async () => {
    vi.stubGlobal("Worker", undefined);
    const reports = await wholeRun();
    expect(reports.length).toBeGreaterThan(1);
    const run = reports.at(-1) as TrainingRun;
    expect([run.ended, run.done]).toEqual(["finished", 1000]);
    expectSameNumbers(run);
  });

  test("goes on in a worker, with the same numbers, and lets it go at the end", async () => {
    NearbyWorker.started = [];
    vi.stubGlobal("Worker", NearbyWorker);
    const run = (await wholeRun()).at(-1) as TrainingRun;
    expect([run.ended, run.done]).toEqual(["finished", 1000]);
    expectSameNumbers(run);
    expect(NearbyWorker.started.map(({ terminated }) => terminated)).toEqual([true]);
    expect(NearbyWorker.started[0]?.address).toMatch(/^http:.*trainingWorker/);
  });

  test("goes on in slices where a worker may not be made, or breaks", async () => {
    class Broken extends NearbyWorker {
      override postMessage() {
        setTimeout(() => this.say(new Event("error", { cancelable: true })));
      }
    }
    for (const broken of [forbiddenWorker, Broken]) {
      vi.stubGlobal("Worker", broken);
      const run = (await wholeRun()).at(-1) as TrainingRun;
      expect([run.ended, run.done]).toEqual(["finished", 1000]);
      expectSameNumbers(run);
    }
  });

  test("only ever grows, and leaves what it reported as it was", async () => {
    vi.stubGlobal("Worker", undefined);
    const copies: { run: TrainingRun; losses: number[]; parameters: number[] }[] = [];
    await new Promise<void>((resolve) => {
      runTraining(large(), (run) => {
        copies.push({ run, losses: [...run.losses], parameters: [...run.parameters] });
        if (run.ended !== "running") resolve();
      });
    });
    const done = copies.map(({ run }) => run.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    for (const { run, losses, parameters } of copies) {
      expect([...run.losses]).toEqual(losses);
      expect([...run.parameters]).toEqual(parameters);
    }
    const [first, last] = [copies[0], copies.at(-1)];
    if (!first || !last) throw new Error("nothing was reported");
    expect(parametersAt(first.run, 0)).toBe(parametersAt(last.run, 0));
  });

  test.each([
    ["in slices", undefined],
    ["in a worker", NearbyWorker],
  ])("%s is cancelled at once and keeps what was learned", async (_, workers) => {
    NearbyWorker.started = [];
    vi.stubGlobal("Worker", workers);
    const reports: TrainingRun[] = [];
    const { cancel } = runTraining(large({ steps: 10_000 }), (run) => {
      reports.push(run);
      if (run.done > 0) cancel();
    });
    await vi.waitFor(() => expect(reports.at(-1)?.ended).toBe("cancelled"), 30_000);
    expect(reports.at(-1)?.done).toBeGreaterThan(0);
    expect(reports.at(-1)?.done).toBeLessThan(10_000);
    expect(NearbyWorker.started.every(({ terminated }) => terminated)).toBe(true);
    await expectQuiet(reports, cancel);
  });

  test("that is cancelled before it goes on starts no worker", async () => {
    NearbyWorker.started = [];
    vi.stubGlobal("Worker", NearbyWorker);
    const reports: TrainingRun[] = [];
    const { cancel } = runTraining(large(), (run) => reports.push(run));
    cancel();
    expect(reports.map(({ ended, done }) => [ended, done])).toEqual([
      ["running", 0],
      ["cancelled", 0],
    ]);
    await expectQuiet(reports, cancel);
    expect(NearbyWorker.started).toEqual([]);
  });
});

/** Nothing more comes of a run that has ended, however often it is cancelled. */
async function expectQuiet(reports: readonly TrainingRun[], cancel: () => void) {
  const told = reports.length;
  cancel();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(reports).toHaveLength(told);
}
