import { expect, test } from "vitest";
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
