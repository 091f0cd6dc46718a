import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kernelStripOf, snapshotAt } from "../../src/scene/kernelStrip";
import { updateScale } from "../../src/scene/updateScale";

const BOX = { width: 640, em: 12 };

const history = (done: number, at: (update: number) => readonly number[] = (t) => [t, -t]) =>
  ({ size: [1, 2], done, at }) as const;

describe("the strip", () => {
  test("shows every update of a short run, each under its place on the curve's axis", () => {
    const strip = kernelStripOf([history(10)], 10, BOX, 30);
    expect(strip.snapshots.map(({ update }) => update)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const { x } = updateScale(BOX, 10);
    for (const { update, frame } of strip.snapshots)
      expect(Math.abs(frame.x + frame.width / 2 - x(update))).toBeLessThanOrEqual(0.5);
  });

  test("has at most 24 snapshots, the start's and the last one's among them, and none over another", () => {
    const runs = fc.record({
      last: fc.integer({ min: 0, max: 10_000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      width: fc.integer({ min: 240, max: 1800 }),
      size: fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })),
    });
    fc.assert(
      fc.property(runs, ({ last, share, width, size }) => {
        const done = Math.round(last * share);
        const kernel = { size, done, at: () => new Float64Array(size[0] * size[1]) };
        const { snapshots } = kernelStripOf([kernel], last, { width, em: 12 }, 30);
        const updates = snapshots.map(({ update }) => update);
        expect(updates.length).toBeLessThanOrEqual(24);
        expect([updates[0], updates.at(-1)]).toEqual([0, done]);
        expect(updates).toEqual([...new Set(updates)].sort((a, b) => a - b));
        if (done === last)
          for (let i = 1; i < snapshots.length; i++) {
            const [before, after] = [snapshots[i - 1]?.frame, snapshots[i]?.frame];
            expect((after?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThanOrEqual((before?.width ?? 0) - 1);
          }
      }),
    );
  });

  test("has one scale of colours for all snapshots", () => {
    const { snapshots } = kernelStripOf([history(10, (t) => [t / 10, -t / 10])], 10, BOX, 30);
    const colors = (index: number) => snapshots[index]?.paths.map(({ className }) => className);
    expect(colors(10)).toEqual(["snapshot-cell p12", "snapshot-cell n12"]);
    expect(colors(5)).toEqual(["snapshot-cell p6", "snapshot-cell n6"]);
    expect(colors(0)).toEqual(["snapshot-cell z"]);
  });

  test("of a run that explodes still has colours where it began", () => {
    const { snapshots } = kernelStripOf([history(12, (t) => [-(4 ** t), 4 ** t])], 12, BOX, 30);
    expect(snapshots[4]?.paths.map(({ className }) => className)).toEqual([
      "snapshot-cell n1",
      "snapshot-cell p1",
    ]);
    expect(snapshots[8]?.paths.map(({ className }) => className)).toEqual([
      "snapshot-cell n12",
      "snapshot-cell p12",
    ]);
  });

  test("stands for a run whose weights are no numbers any more", () => {
    const { snapshots } = kernelStripOf(
      [history(2, () => [Number.NaN, Number.POSITIVE_INFINITY])],
      2,
      BOX,
      30,
    );
    for (const { paths } of snapshots)
      for (const { d, className } of paths) expect(`${d} ${className}`).not.toMatch(/NaN|Infinity/);
  });

  test("puts another run's kernels in a row of their own, as far as that run goes", () => {
    const { rows, snapshots } = kernelStripOf([history(4), history(2, (t) => [-t, t])], 4, BOX, 30);
    expect(rows).toHaveLength(2);
    const inSecondRow = snapshots.map(({ paths }) => paths.some(({ key }) => key.startsWith("1 ")));
    expect(inSecondRow).toEqual([true, true, true, false, false]);
  });

  test("names the snapshot at an update, or the last before it", () => {
    const strip = kernelStripOf([history(1000)], 1000, BOX, 30);
    const { update = 0 } = strip.snapshots[3] ?? {};
    expect(snapshotAt(strip, update)).toBe(3);
    expect(snapshotAt(strip, update + 1)).toBe(3);
    expect(snapshotAt(strip, update - 1)).toBe(2);
    expect(snapshotAt(strip, 1000)).toBe(strip.snapshots.length - 1);
  });
});
