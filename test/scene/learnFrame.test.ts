import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learnMomentAt, scanIndex } from "../../src/scene/learnMoment";
import { BLANK_PAGE, EDGE_IMAGE, learning } from "../trace/trainings";
import { cellsIn, trainingFigure } from "./trainingFigure";
import { trainingShapes } from "./trainingShapes";

const { board, frame } = trainingFigure(learning(EDGE_IMAGE));

const numberOf = (text: string | undefined) => Number((text ?? "").replace("\u2212", "-"));
const weightsAt = (position: number) =>
  (frame(position).cells.kernel ?? []).map(({ text }) => numberOf(text));

describe("at a whole position", () => {
  test.each([0, 1, 2, 5, 9, 10])("%i, the kernel is W after so many updates", (updates) => {
    // From (0, 0) the distance to (1, −1) shrinks by 0.64 an update.
    const expected = Number((1 - 0.64 ** updates).toPrecision(4));
    expect(weightsAt(updates)).toEqual([expected, 0 - expected]);
  });

  test("its gradient stands in the cell: 60 times the distance on the way to (1, −1)", () => {
    const { gradients } = frame(0);
    expect(gradients.map(({ text }) => text)).toEqual(["\u221212", "12"]);
    const [first, second] = frame(1).gradients.map(({ text }) => numberOf(text));
    expect(first).toBeCloseTo(-12 * 0.64, 2);
    expect(second).toBeCloseTo(12 * 0.64, 2);
  });

  test("its arrow points where the loss falls, and is shorter the smaller the gradient is", () => {
    const tip = (d: string) => Number(/^M\S+ (\S+)L/.exec(d)?.[1]);
    const tail = (d: string) => Number(/V(\S+?)H/.exec(d)?.[1]);
    const [up, down] = frame(0).gradients;
    // A weight below its best grows; the page counts downwards.
    expect(tip(up?.arrow ?? "")).toBeLessThan(tail(up?.arrow ?? ""));
    expect(tip(down?.arrow ?? "")).toBeGreaterThan(tail(down?.arrow ?? ""));
    const length = (position: number) => {
      const d = frame(position).gradients[0]?.arrow ?? "";
      return tail(d) - tip(d);
    };
    expect(length(3)).toBeLessThan(length(0));
    expect(length(9)).toBeLessThan(length(3));
  });

  test("nothing moves and nothing is lit", () => {
    for (let update = 0; update <= 10; update++) {
      expect(frame(update)).toMatchObject({ window: null, marks: [], links: [], moment: { part: "rest" } });
    }
  });

  test("the error is what the prediction lacks, and fades on one scale", () => {
    const { cells } = frame(0);
    expect(cells.prediction?.every(({ text }) => text === "0")).toBe(true);
    expect(cells.error?.slice(0, 7).map(({ text }) => text)).toEqual([
      "0",
      "\u22121",
      "0",
      "0",
      "0",
      "1",
      "0",
    ]);
    const level = (position: number) => Math.abs(frame(position).cells.error?.[1]?.level ?? 0);
    expect([level(0) > level(2), level(2) > level(5), level(5) > level(9)]).toEqual([true, true, true]);
  });
});

describe("within an update", () => {
  test("it predicts, compares, blames and updates, a quarter each", () => {
    const parts = [0.1, 0.24, 0.25, 0.49, 0.5, 0.74, 0.75, 0.99].map((part) => frame(3 + part).moment.part);
    expect(parts).toEqual(["predict", "predict", "compare", "compare", "blame", "blame", "update", "update"]);
    expect(frame(10.5).moment).toMatchObject({ update: 10, part: "rest" });
  });

  test("the numbers stay those of W_t, until the update takes them on to the next", () => {
    const atRest = frame(3).cells;
    for (const part of [0.1, 0.3, 0.6]) expect(frame(3 + part).cells).toEqual(atRest);
    const { kernel: moving, ...others } = frame(3.9).cells;
    const { kernel: resting, ...still } = atRest;
    expect(others).toEqual(still);
    expect(moving).not.toEqual(resting);
  });

  test("the weights go from W_t to W_(t+1) without turning back", () => {
    const path = [3, 3.75, 3.8, 3.85, 3.9, 3.95, 3.999, 4].map(
      (position) => weightsAt(position)[0] as number,
    );
    expect(path[1]).toBeCloseTo(path[0] as number, 2);
    expect(path.at(-2)).toBeCloseTo(path.at(-1) as number, 2);
    for (let i = 2; i < path.length; i++)
      expect(path[i]).toBeGreaterThanOrEqual((path[i - 1] as number) - 1e-3);
  });

  test("the window goes over the whole input, row by row", () => {
    const input = board.layout.places.input;
    if (!input) throw new Error("no input");
    const seen = Array.from({ length: 200 }, (_, i) => frame(3 + (i + 0.5) / 800).window);
    const rows = new Set(seen.map((window) => window && (window.y - input.y) / input.cell));
    expect([...rows]).toEqual([0, 1, 2, 3, 4, 5]);
    for (const window of seen) {
      expect(window?.width).toBe(2 * input.cell);
      expect(window?.x).toBeGreaterThanOrEqual(input.x);
      expect((window?.x ?? 0) + 2 * input.cell).toBeLessThanOrEqual(input.x + 8 * input.cell);
    }
  });

  test("each weight is blamed in turn, with the cells that it met", () => {
    const { input, error } = board.layout.places;
    if (!input || !error) throw new Error("no grids");
    const blamed = [3.55, 3.7].map((position) => {
      const { marks } = frame(position);
      const d = (name: string) => marks.find(({ className }) => className === name)?.d ?? "";
      return {
        input: new Set(cellsIn(d("lit input"), input).map(([, column]) => column)),
        error: new Set(cellsIn(d("lit error"), error).map(([, column]) => column)),
      };
    });
    // Only pairs of a white cell and an error pull: w₀ meets column j, w₁ column j + 1 of the input.
    expect(blamed).toEqual([
      { input: new Set([1]), error: new Set([1]) },
      { input: new Set([6]), error: new Set([5]) },
    ]);
  });
});

describe("any frame", () => {
  test("is the same whatever was shown before", () => {
    const positions = fc.array(fc.double({ min: 0, max: 11, noNaN: true }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(trainingShapes, positions, (document, order) => {
        const training = { ...document.training, steps: 10, learningRate: 1e-4 } as typeof document.training;
        if (!training) return;
        const shown = { ...document, training };
        const used = trainingFigure(shown);
        const afterMany = order.map((position) => used.frame(position));
        const fresh = order.map((position) => trainingFigure(shown).frame(position));
        expect(afterMany).toEqual(fresh);
      }),
      { numRuns: 8 },
    );
  });

  test("has a number and a colour for each cell of its grid", () => {
    fc.assert(
      fc.property(trainingShapes, fc.double({ min: 0, max: 10, noNaN: true }), (document, position) => {
        const figure = trainingFigure(document);
        const { cells } = figure.frame(position);
        for (const { grid, place } of figure.board.grids) {
          if (grid === "input" || grid === "target" || grid === "targetKernel") continue;
          expect(cells[grid]).toHaveLength(place.rows * place.columns);
          expect(cells[grid]?.every(({ level }) => Math.abs(level) <= 12)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("says what grows beyond all bounds in numbers that fit", () => {
    const fast = trainingFigure(
      learning(BLANK_PAGE, { start: "given", startValues: [1, 0], learningRate: 0.1, steps: 12 }),
    );
    const texts = fast.frame(12).cells.kernel?.map(({ text }) => text) ?? [];
    expect(texts.every((text) => /^\u2212?\d(\.\d+)?e\d+$/.test(text))).toBe(true);
  });
});

describe("a moment", () => {
  test("past the last update is that of the last", () => {
    expect(learnMomentAt(99, 10)).toEqual({ update: 10, part: "rest", progress: 0 });
    expect(learnMomentAt(3.2, 3)).toEqual({ update: 3, part: "rest", progress: 0 });
  });

  test("is at each of many things once", () => {
    const indices = Array.from({ length: 100 }, (_, i) =>
      scanIndex(learnMomentAt(2 + (i + 0.5) / 400, 5), 42),
    );
    expect(indices[0]).toBe(0);
    expect(indices.at(-1)).toBe(41);
    expect(new Set(indices).size).toBe(42);
  });
});
