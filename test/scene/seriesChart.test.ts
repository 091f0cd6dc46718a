import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boardOf } from "../../src/scene/board";
import { cellBox } from "../../src/scene/hit";
import { type SeriesChart, seriesChart } from "../../src/scene/seriesChart";
import { layerWith } from "../trace/documents";
import { naiveLayer } from "../trace/naiveLayers";

const DESK = { width: 816, height: 588, large: false };
const PHONE = { width: 358, height: 0, large: false };

const series = fc.record({
  input: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 9 }),
  kernel: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 3 }),
  stride: fc.integer({ min: 1, max: 2 }),
  box: fc.constantFrom(DESK, PHONE),
});

type Case = typeof series extends fc.Arbitrary<infer Value> ? Value : never;

function drawn({ input, kernel, stride, box }: Case) {
  const document = layerWith({ input: [input], weight: [[kernel]], stride: [stride] });
  const { layout } = boardOf(document, box, { readCounts: false });
  const chart = seriesChart(document, layout);
  if (!chart) throw new Error("There is no chart");
  return { document, layout, chart };
}

/** The corners of a line. */
function pointsOf({ paths }: SeriesChart, key: string): number[][] {
  const d = paths.find((path) => path.key === key)?.d ?? "";
  return [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

const zeroOf = ({ paths }: SeriesChart) =>
  Number(/M\S+ (-?[\d.]+)h/.exec(paths.find(({ key }) => key === "zero")?.d ?? "")?.[1]);

describe("the lines of a series", () => {
  test("have a point for each number, above its cell", () => {
    fc.assert(
      fc.property(series, (each) => {
        const { chart, layout } = drawn(each);
        for (const grid of ["input", "output"] as const) {
          const [sheet] = layout.sheets[grid];
          if (!sheet) throw new Error("There is no strip");
          const middles = Array.from({ length: sheet.columns }, (_, column) => {
            const { x, width } = cellBox(sheet, 0, column);
            return x + width / 2;
          });
          expect(pointsOf(chart, `${grid}-0`).map(([x]) => x)).toEqual(middles);
        }
      }),
    );
  });

  test("are as far from 0 as the numbers are, all on one scale", () => {
    fc.assert(
      fc.property(series, (each) => {
        const { chart, document } = drawn(each);
        const zero = zeroOf(chart);
        const { sums } = naiveLayer(document);
        const points = [
          ...pointsOf(chart, "input-0").map(([, y = 0], i) => ({ value: each.input[i] ?? 0, up: zero - y })),
          ...pointsOf(chart, "output-0").map(([, y = 0], i) => ({ value: sums[i] ?? 0, up: zero - y })),
        ];
        const largest = points.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a));
        for (const { value, up } of points) {
          expect(up * largest.value).toBeCloseTo(value * largest.up, -1);
          expect(Math.abs(up) < 0.02 ? 0 : Math.sign(up)).toBe(Math.sign(value) || 0);
        }
      }),
    );
  });

  test("are named with letters that stand apart", () => {
    fc.assert(
      fc.property(series, (each) => {
        const { chart } = drawn(each);
        const letters = chart.labels.filter(({ key }) => key.startsWith("name-"));
        expect(letters).toHaveLength(2);
        const [first, second] = letters;
        if (!first || !second) return;
        const apart = Math.abs(first.x - second.x) >= 8 || Math.abs(first.y - second.y) >= 10;
        expect(apart).toBe(true);
      }),
    );
  });
});

test("the letter of an output that ends on the input's line steps aside", () => {
  // The output's last point lies on the line that goes on to the input's next number.
  const { chart } = drawn({ input: [4, 4, 4, 4], kernel: [1], stride: 2, box: DESK });
  const letter = chart.labels.find(({ key }) => key === "name-output");
  const [, y = 0] = pointsOf(chart, "output-0").at(-1) ?? [];
  expect(Math.abs((letter?.y ?? 0) - y)).toBeGreaterThan(8);
});

test("there is no chart where words stand over the columns", () => {
  const document = { ...layerWith({ input: [[1, 2, 3]], weight: [[[1]]] }), words: ["a", "b", "c"] };
  const { layout } = boardOf(document, DESK, { readCounts: false });
  expect(seriesChart(document, layout)).toBeNull();
});
