import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance, STEP_MILLISECONDS } from "../../src/playback/clock";
import { SPEED_RANGE } from "../../src/store/playbackSlice";

const still = { position: 0, speed: 1, loop: false, last: 3 };

describe("the clock", () => {
  test("goes one step in 600 ms, and in 60 to 1000 ms at its ends", () => {
    expect(advance(still, 600)).toEqual({ position: 1, ended: false });
    const [slowest, fastest] = SPEED_RANGE;
    expect(advance({ ...still, speed: fastest }, 60).position).toBeCloseTo(1, 12);
    expect(advance({ ...still, speed: slowest }, 1000).position).toBeCloseTo(1, 12);
  });

  test("is as far after many short frames as after a long one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 50 }),
        fc.double({ min: 0.6, max: 10, noNaN: true }),
        (frames, speed) => {
          let position = 0;
          let total = 0;
          for (const milliseconds of frames) {
            position = advance({ position, speed, loop: false, last: 1e4 }, milliseconds).position;
            total += milliseconds;
          }
          expect(position).toBeCloseTo((total * speed) / STEP_MILLISECONDS, 6);
        },
      ),
    );
  });

  test("stops at the last step", () => {
    expect(advance({ ...still, position: 2.9 }, 600)).toEqual({ position: 3, ended: true });
    expect(advance({ ...still, position: 3 }, 16)).toEqual({ position: 3, ended: true });
  });

  test("in a loop stays on the last step for the time of one, then starts over", () => {
    const looping = { ...still, loop: true };
    const stays = advance({ ...looping, position: 2.9 }, 600);
    expect(stays.ended).toBe(false);
    expect(stays.position).toBeGreaterThanOrEqual(3);
    expect(stays.position).toBeLessThan(4);
    expect(advance({ ...looping, ...stays }, 600)).toEqual({ position: 0, ended: false });
  });

  test("of a single step ends, loop or not", () => {
    expect(advance({ ...still, last: 0, loop: true }, 16)).toEqual({ position: 0, ended: true });
    expect(advance({ ...still, last: 0 }, 16)).toEqual({ position: 0, ended: true });
  });
});
