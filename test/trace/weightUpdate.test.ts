import fc from "fast-check";
import { expect, test } from "vitest";
import { updateOf } from "../../src/trace/weightUpdate";

const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test("in plain descent the direction is the gradient to its last digit", () => {
  fc.assert(
    fc.property(
      numbers,
      numbers,
      fc.double({ min: 1e-4, max: 1000, noNaN: true }),
      (before, gradient, rate) => {
        const update = updateOf([before], [before - rate * gradient], [gradient], rate, 0);
        expect(update.direction).toBe(gradient);
      },
    ),
  );
});

test("with an optimiser it is what was taken off, over the rate", () => {
  expect(updateOf([9, 1], [9, 0.4], [5, 2], 0.1, 1)).toEqual({
    before: 1,
    gradient: 2,
    learningRate: 0.1,
    direction: expect.closeTo(6, 12),
    after: 0.4,
  });
});

test("a parameter that no gradient moves stays, without a sign of its own", () => {
  expect(updateOf([2], [2], [0], 0.03, 0).direction).toBe(0);
});
