import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellTexts } from "../../src/scene/cellText";

/** Width of a digit as a part of the font's size: that of the widest common system font, Verdana bold, is 0.71. */
const DIGIT = 0.68;

const cells = fc.integer({ min: 20, max: 132 });
const values = fc.array(
  fc.oneof(
    fc.integer({ min: -999, max: 999 }),
    fc.integer({ min: -1e6, max: 1e6 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
    fc.constant(-0),
  ),
  { minLength: 1, maxLength: 20 },
);

/** A text of the page as a number again. */
const numberOf = (text: string) => Number(text.replaceAll("\u2212", "-"));

describe("the numbers of a grid", () => {
  test("are never wider than their cells", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 4, max: 132 }), (numbers, cell) => {
        const { texts, fontSize } = cellTexts(numbers, cell);
        for (const text of texts) expect(text.length * DIGIT * fontSize).toBeLessThanOrEqual(cell);
      }),
    );
  });

  test("lose digits for want of room, but stay numbers of the same sign and size", () => {
    fc.assert(
      fc.property(values, cells, (numbers, cell) => {
        const { texts } = cellTexts(numbers, cell);
        for (const [i, text] of texts.entries()) {
          const [number, shown] = [numbers[i] as number, numberOf(text)];
          expect(Object.is(shown, -0)).toBe(false);
          expect(Math.sign(shown)).toBe(Math.sign(number) + 0);
          // One digit is at most half of its place off: a third of a number that starts with 1.
          expect(Math.abs(shown - number)).toBeLessThanOrEqual(Math.abs(number) / 3 + 1e-15);
        }
      }),
    );
  });

  test("stay whole where there is room for them", () => {
    expect(cellTexts([0, 19, -37, 1.5], 40).texts).toEqual(["0", "19", "\u221237", "1.5"]);
    expect(cellTexts([123456], 64).texts).toEqual(["123456"]);
  });

  test("are not rounded when that would not be shorter", () => {
    expect(cellTexts([-100, -123], 20).texts).toEqual(["\u2212100", "\u2212123"]);
  });

  test("share the one font size that suits the longest", () => {
    const short = cellTexts([1, 2], 40).fontSize;
    expect(cellTexts([1, 2, 12345], 40).fontSize).toBeLessThan(short);
    expect(cellTexts([1, 2, 123], 64).fontSize).toBeGreaterThan(short);
  });
});
