import fc from "fast-check";
import { expect, test } from "vitest";
import { LEVELS, levelClass, levelOf, maxMagnitude } from "../../src/scene/levels";

const max = fc.double({ min: 1e-6, max: 1e12, noNaN: true });
const part = fc.double({ min: 0, max: 1, noNaN: true });

test("the scale is symmetric around 0", () => {
  fc.assert(
    fc.property(max, part, (most, share) => {
      expect(levelOf(-share * most, most) + levelOf(share * most, most)).toBe(0);
    }),
  );
});

test("a larger number never has a lower step", () => {
  fc.assert(
    fc.property(max, part, part, (most, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(levelOf(more * most, most)).toBeGreaterThanOrEqual(levelOf(less * most, most));
    }),
  );
});

test("only 0 is without a colour, and the largest number has the last", () => {
  fc.assert(
    fc.property(max, part, (most, share) => {
      const value = share * most;
      expect(levelOf(value, most) === 0).toBe(value === 0);
      expect([levelOf(most, most), levelOf(-most, most)]).toEqual([LEVELS, -LEVELS]);
    }),
  );
});

test("a grid of zeros is without colours", () => {
  expect(maxMagnitude([0, -0, 0])).toBe(0);
  expect(levelOf(0, 0)).toBe(0);
});

test("classes say the sign and the step", () => {
  expect([levelClass(3), levelClass(-12), levelClass(0)]).toEqual(["p3", "n12", "z"]);
});
