import fc from "fast-check";
import { expect, test } from "vitest";
import { advanceRate, placeOfRate, RATE_PLACES, rateAtPlace, rateScale } from "../../src/ui/rateScale";

test("a step is one of the second digit, in either direction", () => {
  expect(advanceRate(0.03, 1)).toBe(0.031);
  expect(advanceRate(0.03, -1)).toBe(0.029);
  expect(advanceRate(0.01, -1)).toBe(0.0099);
  expect(advanceRate(0.0099, 1)).toBe(0.01);
  expect(advanceRate(0.02778, 1)).toBe(0.028);
  expect(advanceRate(0.02778, -1)).toBe(0.027);
  expect(advanceRate(0.03, 10)).toBe(0.04);
});

test("steps move every rate, and never to 0", () => {
  const rate = fc.double({ min: 1e-9, max: 1000, noNaN: true });
  fc.assert(
    fc.property(rate, (from) => {
      expect(advanceRate(from, 1)).toBeGreaterThan(from);
      expect(advanceRate(from, -1)).toBeLessThan(from);
      expect(advanceRate(from, -1)).toBeGreaterThan(0);
      expect(advanceRate(from, -10)).toBeGreaterThan(0);
    }),
  );
});

test("equal factors take equal ways on the slider, which ends at three times the limit", () => {
  const scale = rateScale(1 / 30);
  expect(placeOfRate(scale, 0.1)).toBeCloseTo(RATE_PLACES, 9);
  const way = (rate: number) => placeOfRate(scale, 2 * rate) - placeOfRate(scale, rate);
  expect(way(0.001)).toBeCloseTo(way(0.02), 9);
  expect(placeOfRate(scale, 5)).toBe(RATE_PLACES);
  expect(placeOfRate(scale, 1e-9)).toBe(0);
  expect(rateAtPlace(scale, placeOfRate(scale, 0.03))).toBe(0.03);
});
