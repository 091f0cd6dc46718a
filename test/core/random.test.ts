import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/core/random";

describe("createRandom", () => {
  it("repeats itself for the same seed and differs for another", () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, random);
    };
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it("fills [0, 1) evenly", () => {
    const random = createRandom(1);
    const tenths = new Array<number>(10).fill(0);
    let outside = 0;
    for (let i = 0; i < 100_000; i++) {
      const value = random();
      if (value < 0 || value >= 1) outside++;
      const tenth = Math.floor(value * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(outside).toBe(0);
    // Five standard deviations of a count of 10,000 in 100,000.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(475);
  });
});
