import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance } from "../../src/playback/clock";

const still = { position: 0, loop: false, last: 3 };

describe("the clock", () => {
  test("is as far after many short frames as after a long one", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { maxLength: 50 }), (frames) => {
        let position = 0;
        let total = 0;
        for (const steps of frames) {
          position = advance({ position, loop: false, last: 1e4 }, steps).position;
          total += steps;
        }
        expect(position).toBeCloseTo(total, 6);
      }),
    );
  });

  test("stops at the last step", () => {
    expect(advance({ ...still, position: 2.9 }, 1)).toEqual({ position: 3, ended: true });
    expect(advance({ ...still, position: 3 }, 0.03)).toEqual({ position: 3, ended: true });
  });

  test("in a loop stays on the last step for the time of one, then starts over", () => {
    const looping = { ...still, loop: true };
    const stays = advance({ ...looping, position: 2.9 }, 1);
    expect(stays.ended).toBe(false);
    expect(stays.position).toBeGreaterThanOrEqual(3);
    expect(stays.position).toBeLessThan(4);
    expect(advance({ ...looping, ...stays }, 1)).toEqual({ position: 0, ended: false });
  });

  test("of a single step ends, loop or not", () => {
    expect(advance({ ...still, last: 0, loop: true }, 0.03)).toEqual({ position: 0, ended: true });
    expect(advance({ ...still, last: 0 }, 0.03)).toEqual({ position: 0, ended: true });
  });
});
