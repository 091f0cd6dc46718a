import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentAt, phaseOf } from "../../src/trace/phases";

const lasts = fc.nat(60);
const positions = fc.double({ min: 0, max: 70, noNaN: true });

describe("the moment at a position", () => {
  test("is a whole step, complete, at every whole position", () => {
    for (let step = 0; step <= 60; step++) {
      expect(momentAt(step, 60)).toEqual({ step, glide: 1, counted: 1, filled: 1 });
      expect(phaseOf(momentAt(step, 60))).toBe("output");
    }
  });

  test("past the end is the last step, complete", () => {
    fc.assert(
      fc.property(lasts, fc.double({ min: 0, max: 1e6, noNaN: true }), (last, more) => {
        expect(momentAt(last + more, last)).toEqual({ step: last, glide: 1, counted: 1, filled: 1 });
      }),
    );
  });

  test("never goes back while the position goes on, and keeps every part between 0 and 1", () => {
    fc.assert(
      fc.property(lasts, positions, positions, (last, one, other) => {
        const [earlier, later] = [momentAt(Math.min(one, other), last), momentAt(Math.max(one, other), last)];
        expect(later.step).toBeGreaterThanOrEqual(earlier.step);
        for (const part of ["glide", "counted", "filled"] as const) {
          for (const moment of [earlier, later]) {
            expect(moment[part]).toBeGreaterThanOrEqual(0);
            expect(moment[part]).toBeLessThanOrEqual(1);
          }
          if (later.step === earlier.step) expect(later[part]).toBeGreaterThanOrEqual(earlier[part]);
        }
      }),
    );
  });

  test("glides first, then counts, then fills", () => {
    fc.assert(
      fc.property(lasts, positions, (last, position) => {
        const { glide, counted, filled } = momentAt(position, last);
        if (counted > 0) expect(glide).toBe(1);
        if (filled > 0) expect(counted).toBe(1);
      }),
    );
  });

  test("has a phase of its own for each of them", () => {
    const phases = Array.from({ length: 100 }, (_, i) => phaseOf(momentAt(3 + (i + 1) / 100, 8)));
    expect(phases.filter((phase, i) => phase !== phases[i - 1])).toEqual([
      "window",
      "products",
      "sum",
      "output",
    ]);
  });
});
