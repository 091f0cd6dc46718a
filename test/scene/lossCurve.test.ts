import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leavesAt, lossCurveOf, lossPointAt } from "../../src/scene/lossCurve";
import { lossScale } from "../../src/scene/lossScale";
import { updateScale } from "../../src/scene/updateScale";

const BOX = { width: 640, height: 140, em: 12 };

/** The notes' losses: 12 · 0.4096^t. */
const NOTES = Array.from({ length: 11 }, (_, t) => 12 * 0.4096 ** t);
/** Those of a rate that is too large, from (1, 0): 15 · 1.21^t + … grows past every scale. */
const TOO_FAST = Array.from({ length: 61 }, (_, t) => 15 * 1.21 ** t + 3 * 0.3364 ** t);

const curveOf = (losses: readonly number[], other: readonly number[] | null = null) =>
  lossCurveOf({ losses, other, last: losses.length - 1 }, BOX);
const points = (d: string) =>
  [...d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
const lineOf = (losses: readonly number[]) =>
  points(curveOf(losses).marks.clipped.find(({ key }) => key === "run")?.d ?? "");

describe("the scale of losses", () => {
  const scale = (...runs: number[][]) => lossScale(runs, 20, 120, 12);

  test("gives every power of ten the same height, with the larger above", () => {
    const { y } = scale([1000, 1, 0.01]);
    expect(y(0.1) - y(1)).toBeCloseTo(y(10) - y(100), 9);
    expect(y(1)).toBeGreaterThan(y(10));
  });

  test("holds all losses of a run that converges", () => {
    const { y, leaves, ticks } = scale(NOTES);
    for (const loss of NOTES) {
      expect(y(loss)).toBeGreaterThanOrEqual(20);
      expect(y(loss)).toBeLessThanOrEqual(120);
      expect(leaves(loss)).toBe(false);
    }
    expect(ticks.map(({ text }) => text)).toEqual(["0.001", "0.01", "0.1", "1", "10"]);
  });

  test("has a floor for 0, which it names", () => {
    const { y, ticks } = scale([12, 3, 0]);
    expect(y(0)).toBe(120);
    expect(y(3)).toBeLessThan(110);
    expect(ticks.at(-1)).toEqual({ y: 120, text: "0" });
  });

  test("puts what is left of rounding at the floor too", () => {
    const { y, ticks } = scale([12, 1, 1e-29, 0]);
    expect(y(1e-29)).toBe(120);
    expect(ticks.at(-1)?.text).toBe("≈0");
  });

  test("ends where a run has grown a hundredfold; past that, and where there is no number, a loss is far above", () => {
    const { y, leaves, end } = scale([18, 1e4, 1e200, Number.POSITIVE_INFINITY, Number.NaN]);
    expect(end).toBe(1800);
    expect([1700, 1900, Number.POSITIVE_INFINITY, Number.NaN].map(leaves)).toEqual([false, true, true, true]);
    expect(y(1e4)).toBeCloseTo(y(1000) - (y(100) - y(1000)), 9);
    for (const loss of [Number.POSITIVE_INFINITY, Number.NaN]) expect(y(loss)).toBeLessThan(-1000);
  });

  test("stands for a run that has nothing to learn, and for one that is stuck", () => {
    const nothing = scale([0, 0, 0]);
    expect(nothing.y(0)).toBe(120);
    const stuck = scale([15, 15, 15]);
    expect(stuck.y(15)).toBeGreaterThan(20);
    expect(stuck.y(15)).toBeLessThan(120);
    expect(scale([]).ticks.every(({ y }) => Number.isFinite(y))).toBe(true);
  });

  test("names losses that have room for their names", () => {
    const losses = fc.array(fc.double({ min: 1e-14, max: 1e12, noNaN: true }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(losses, fc.integer({ min: 40, max: 400 }), (run, height) => {
        const { ticks } = lossScale([run], 0, height, 12);
        const heights = ticks.map(({ y }) => y).sort((a, b) => a - b);
        heights.forEach((y, i) => {
          expect(y - (heights[i - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(11);
        });
      }),
    );
  });
});

describe("the scale of updates", () => {
  test("reads back the update under a pixel and never leaves the run", () => {
    const { x, at } = updateScale(BOX, 10);
    expect(at(x(7))).toBeCloseTo(7, 9);
    expect([at(-50), at(9999)]).toEqual([0, 10]);
    expect(updateScale(BOX, 0).at(500)).toBe(0);
  });

  test("names whole updates, fewer where there is less room", () => {
    expect(updateScale(BOX, 3).ticks).toEqual([0, 1, 2, 3]);
    expect(updateScale({ width: 270, em: 12 }, 1000).ticks.length).toBeLessThan(5);
  });
});

describe("the curve", () => {
  test("of a loss that shrinks by one factor is a straight line", () => {
    const line = lineOf(NOTES);
    expect(line).toHaveLength(11);
    const steps = line.slice(1).map(([, y], i) => y - (line[i]?.[1] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 0);
    expect(steps[0]).toBeGreaterThan(0);
  });

  test("leaves through the top at the first loss past the scale, where an arrow and the last number say so", () => {
    const first = TOO_FAST.findIndex((loss) => loss > 1800);
    const { marks, up, across } = curveOf(TOO_FAST);
    expect(leavesAt(TOO_FAST, up)).toBe(first);
    const [x = 0] =
      (marks.paths.find(({ key }) => key === "leaves")?.d ?? "").match(/-?[\d.]+/)?.map(Number) ?? [];
    expect(x).toBeGreaterThan(across.x(first - 1) - 6);
    expect(x).toBeLessThan(across.x(first));
    expect(marks.labels.find(({ key }) => key === "leaves")?.parts).toEqual([
      { message: "learnChart.leaves", values: { update: 60, loss: "1391000" } },
    ]);
  });

  test("has no arrow where it stays, and the other run beside it where there is one", () => {
    const { marks } = curveOf(NOTES, [12, 11, 10]);
    expect(marks.paths.some(({ key }) => key === "leaves")).toBe(false);
    expect(marks.clipped.map(({ key }) => key)).toEqual(expect.arrayContaining(["other", "run"]));
  });

  test("of a long run keeps a loss that stands out in fewer points than there are losses", () => {
    const losses = Array.from({ length: 10_001 }, (_, t) => 1 + 0.5 * Math.sin(t / 300));
    losses[4711] = 60;
    const line = lineOf(losses);
    expect(line.length).toBeLessThan(2000);
    const { up } = curveOf(losses);
    expect(Math.min(...line.map(([, y]) => y))).toBeCloseTo(up.y(60), 0);
  });

  test("never holds a number that a drawing can't", () => {
    const loss = fc.oneof(fc.double({ min: 0 }), fc.constantFrom(0, Number.NaN, Number.POSITIVE_INFINITY));
    fc.assert(
      fc.property(
        fc.array(loss, { maxLength: 30 }),
        fc.double({ min: -1, max: 40, noNaN: true }),
        (losses, at) => {
          const curve = curveOf(losses);
          const all = [...curve.marks.clipped, ...curve.marks.paths, ...lossPointAt(curve, at).paths];
          for (const { d } of all) expect(d).not.toMatch(/NaN|Infinity/);
        },
      ),
    );
  });
});

describe("the moment on the curve", () => {
  const centre = (position: number) => {
    const d = lossPointAt(curveOf(NOTES), position).paths.find(({ key }) => key === "point")?.d ?? "";
    const [left = 0, y = 0] = (d.match(/-?[\d.]+/g) ?? []).map(Number);
    return [left + 5, y] as const;
  };

  test("stands on the point of a whole update, and between two on the line that joins them", () => {
    const line = lineOf(NOTES);
    expect(centre(4)).toEqual([expect.closeTo(line[4]?.[0] ?? 0, 0), expect.closeTo(line[4]?.[1] ?? 0, 0)]);
    const [x, y] = centre(4.5);
    expect(x).toBeCloseTo(((line[4]?.[0] ?? 0) + (line[5]?.[0] ?? 0)) / 2, 0);
    expect(y).toBeCloseTo(((line[4]?.[1] ?? 0) + (line[5]?.[1] ?? 0)) / 2, 0);
    expect(centre(99)).toEqual(centre(10));
  });

  test("stays in sight where the curve has left", () => {
    const curve = curveOf(TOO_FAST);
    const { d = "" } = lossPointAt(curve, 60).paths.find(({ key }) => key === "point") ?? {};
    expect(Number(d.match(/-?[\d.]+/g)?.[1])).toBe(curve.marks.plot.y);
  });
});
