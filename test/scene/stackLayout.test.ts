import { describe, expect, test } from "vitest";
import { stackLayoutOf } from "../../src/scene/stackLayout";

const squares = (count: number, side: number) => Array.from({ length: count }, () => [side, side]);

test("four maps that need two lines stand two and two", () => {
  const { places } = stackLayoutOf(squares(4, 17), { width: 810, height: 570, large: false });
  const lines = new Set(places.map(({ y }) => y));
  expect([...lines].map((line) => places.filter(({ y }) => y === line).length)).toEqual([2, 2]);
});

test("maps that fit in one line stay there", () => {
  const { places } = stackLayoutOf(squares(3, 4), { width: 810, height: 570, large: false });
  expect(new Set(places.map(({ y }) => y)).size).toBe(1);
});

test("strips have their middles on one line, so that a half step is seen", () => {
  const { places } = stackLayoutOf([[11], [10], [5]], { width: 810, height: 570, large: false });
  const middles = places.map(({ x, cell, columns }) => x + (cell * columns) / 2);
  expect(new Set(middles).size).toBe(1);
  expect((places[1]?.x ?? 0) - (places[0]?.x ?? 0)).toBe((places[0]?.cell ?? 0) / 2);
});

describe("the effective weights", () => {
  test("stand beside the input where there is room, as large as it is", () => {
    const { places, weights } = stackLayoutOf(
      squares(4, 17),
      { width: 810, height: 570, large: false },
      true,
    );
    expect(places).toHaveLength(4);
    expect(weights?.y).toBe(places[0]?.y);
    expect(weights).toMatchObject({ cell: places[0]?.cell, rows: 17, columns: 17 });
  });

  test("stand below it on a phone and under a strip, cell by cell", () => {
    const phone = stackLayoutOf(squares(3, 17), { width: 340, height: 0, large: false }, true);
    const strips = stackLayoutOf([[11], [10]], { width: 810, height: 570, large: false }, true);
    for (const { places, weights } of [phone, strips]) {
      expect(weights?.x).toBe(places[0]?.x);
      expect(weights?.y).toBeGreaterThan(places[0]?.y ?? 0);
      expect(weights?.y).toBeLessThan(places[1]?.y ?? 0);
    }
  });
});
