import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactNumber, formatNumber } from "../../src/model/formatNumber";
import { parseNumber } from "../../src/model/parseNumber";

describe("a number on the page", () => {
  test.each<[number, string]>([
    [0, "0"],
    [-0, "0"],
    [7, "7"],
    [-3, "−3"],
    [1000000, "1000000"],
    [-9999999, "−9999999"],
    [12345678, "1.235e7"],
    [0.5, "0.5"],
    [1 / 3, "0.3333"],
    [-2 / 3, "−0.6667"],
    [0.1 + 0.2, "0.3"],
    [12.3456, "12.35"],
    [12345.67, "12350"],
    [0.00012346, "0.0001235"],
    [0.000012345, "1.234e−5"],
    [-1e-300, "−1e−300"],
    [0.99999, "1"],
  ])("%d is %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

test("the exact text reads back as the same number, in a cell", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      expect(exactNumber(value)).not.toContain("-");
      expect(parseNumber(exactNumber(value))).toEqual({ value: value + 0 });
    }),
  );
});
