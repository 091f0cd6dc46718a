import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridOf } from "../../src/model/grid";
import type { Training } from "../../src/model/training";
import { stabilityOf } from "../../src/trace/stability";
import { steepestBend } from "../../src/trace/steepestBend";
import { filled } from "./documents";
import { activePattern, naiveLoss } from "./naiveNetwork";
import { BLACK_COLUMN, BLANK_PAGE, EDGE_IMAGE, learning, planFor, plans } from "./trainings";

const stability = (image: readonly (readonly number[])[], change: Partial<Training> = {}) =>
  stabilityOf(planFor(learning(image, change)));

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9));

const SQUARE: Partial<Training> = {
  target: {
    kind: "kernel",
    weight: gridOf([
      [1, -1],
      [0, 0],
    ]),
  },
  kernelSize: [2, 2],
};
const CUBE = (size: number): Partial<Training> => ({
  target: { kind: "kernel", weight: gridOf(filled(size, size, () => 1)) },
  kernelSize: [size, size],
});

describe("the checked numbers of the lessons", () => {
  test("edge image: eigenvalues 12 and 60, limit 1/30, fastest 1/36, nothing left open", () => {
    const found = stability(EDGE_IMAGE);
    expect([...found.eigenvalues]).toEqual(close([12, 60]));
    expect(found).toMatchObject({
      largestRate: expect.closeTo(1 / 30, 9),
      fastestRate: expect.closeTo(1 / 36, 9),
      rank: 2,
      count: 2,
      untaught: [],
      local: false,
    });
  });

  test("blank page: 2/168, one of two weights, and the trench along (1, −1)", () => {
    const found = stability(BLANK_PAGE);
    expect(found.largestRate).toBeCloseTo(2 / 168, 9);
    expect([found.rank, found.count]).toEqual([1, 2]);
    expect(found.untaught.map((direction) => [...direction])).toEqual([close([Math.SQRT1_2, -Math.SQRT1_2])]);
  });

  test("one black column closes the trench: 2/132", () => {
    const found = stability(BLACK_COLUMN);
    expect(found.largestRate).toBeCloseTo(2 / 132, 9);
    expect([found.rank, found.untaught]).toEqual([2, []]);
  });

  test("2 × 2 on the edge image: 2/100, and no row can be told from the other", () => {
    const found = stability(EDGE_IMAGE, SQUARE);
    expect(found.largestRate).toBeCloseTo(2 / 100, 9);
    expect(found.rank).toBe(2);
    const part = Math.SQRT1_2;
    expect(found.untaught.map((direction) => [...direction])).toEqual([
      close([part, 0, -part, 0]),
      close([0, part, 0, -part]),
    ]);
  });

  test("one pixel flipped makes the 2 × 2 kernel unique", () => {
    const image = EDGE_IMAGE.map((row, i) => row.map((value, j) => (i === 2 && j === 3 ? 1 - value : value)));
    expect(stability(image, SQUARE).rank).toBe(4);
  });

  test("of 3 × 3 weights on rows that are all alike, 3 are pinned down", () => {
    const row = [3, 1, 4, 1, 5, 9, 2, 6];
    const found = stability(
      filled(6, 8, (_, column) => row[column] as number),
      CUBE(3),
    );
    expect([found.rank, found.count, found.untaught.length]).toEqual([3, 9, 4]);
  });
});

describe("the rates", () => {
  test("of the mean are those of the sum times the number of outputs", () => {
    const found = stability(EDGE_IMAGE, { reduction: "mean" });
    expect(found.largestRate).toBeCloseTo(42 / 30, 9);
    const weight = { shape: [2, 1, 1, 2], data: Float64Array.of(1, -1, 1, 1) };
    const two = stability(EDGE_IMAGE, { reduction: "mean", target: { kind: "kernel", weight } });
    expect(two.largestRate).toBeCloseTo(84 / 30, 9);
    expect([...two.eigenvalues]).toEqual(close([12 / 84, 12 / 84, 60 / 84, 60 / 84]));
  });

  test("with momentum reach (1 + μ) times as far; Adam has none", () => {
    const momentum = stability(EDGE_IMAGE, { optimizer: "momentum", momentum: 0.5 });
    expect([momentum.largestRate, momentum.fastestRate]).toEqual([expect.closeTo(1.5 / 30, 9), null]);
    const adam = stability(EDGE_IMAGE, { optimizer: "adam" });
    expect([adam.largestRate, adam.fastestRate]).toEqual([null, null]);
  });

  test("don't exist on a black page, which teaches nothing", () => {
    const found = stability(filled(4, 4, () => 0));
    expect([found.largestRate, found.fastestRate, found.rank]).toEqual([null, null, 0]);
    expect(found.untaught.map((direction) => [...direction])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test("a bias on a blank page is one more direction that cannot be told apart", () => {
    const found = stability(BLANK_PAGE, { withBias: true });
    expect([found.rank, found.count, found.untaught.length]).toEqual([1, 3, 2]);
  });
});

describe("any data", () => {
  test("leave the loss as it is along the directions they cannot teach", () => {
    fc.assert(
      fc.property(plans(), ({ plan, parameters }) => {
        if (plan.training.hidden > 0) return;
        const { untaught, rank, count } = stabilityOf(plan);
        expect(untaught).toHaveLength(Math.min(4, count - (rank ?? 0)));
        const loss = naiveLoss(plan, parameters);
        for (const direction of untaught) {
          expect(Math.hypot(...direction)).toBeCloseTo(1, 12);
          const moved = parameters.map((value, i) => value + 3 * (direction[i] as number));
          expect(Math.abs(naiveLoss(plan, moved) - loss)).toBeLessThanOrEqual(1e-6 * (1 + loss));
        }
      }),
      { numRuns: 120 },
    );
  });

  test("bend the loss along the coordinate axes as second differences say, with a ReLU too", () => {
    fc.assert(
      fc.property(plans(), ({ plan, parameters }) => {
        const { eigenvalues, local } = stabilityOf(plan, parameters);
        expect(local).toBe(plan.training.hidden > 0);
        const h = 1e-3;
        let trace = 0;
        for (const [i, value] of parameters.entries()) {
          const near = [-h, 0, h].map((step) => parameters.with(i, value + step));
          if (new Set(near.map((each) => activePattern(plan, each))).size > 1) return;
          const [less = 0, here = 0, more = 0] = near.map((each) => naiveLoss(plan, each));
          trace += (less - 2 * here + more) / h ** 2;
        }
        // The eigenvalues of a matrix add up to its diagonal.
        const sum = eigenvalues.reduce((all, value) => all + value, 0);
        expect(Math.abs(sum - trace)).toBeLessThanOrEqual(
          1e-3 * (1 + naiveLoss(plan, parameters) + Math.abs(sum)),
        );
      }),
      { numRuns: 120 },
    );
  });

  test("of many parameters and a ReLU give the steepest bend, as all pairs of them do", () => {
    fc.assert(
      fc.property(plans(), ({ plan, parameters }) => {
        if (plan.training.hidden === 0) return;
        const steepest = stabilityOf(plan, parameters).eigenvalues.at(-1) as number;
        expect(steepestBend(plan.problem, parameters)).toBeCloseTo(steepest, 4);
      }),
      { numRuns: 120 },
    );
    const image = filled(16, 16, (row, column) => (row * 7 + column * 3) % 10);
    const found = stability(image, { ...CUBE(7), hidden: 4, start: "uniform" });
    expect([found.count, found.rank, found.eigenvalues.length, found.local]).toEqual([200, null, 1, true]);
    expect(found.largestRate).toBe(2 / (found.eigenvalues[0] as number));
  });
});
