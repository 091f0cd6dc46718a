import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactNumber, formatNumber } from "../../src/model/formatNumber";
import { type Equation, equationAt, equationOf } from "../../src/scene/equation";
import { documents, documentWith, evenPads } from "../trace/documents";
import { naiveSteps } from "../trace/naiveWindows";

const written = ({ terms }: Equation) => terms.map(({ input, weight }) => `${input}·${weight}`).join(" + ");

describe("an equation", () => {
  test("names the numbers of every product, their sum and its output", () => {
    const equation = equationOf(documentWith({}), 0);
    expect(written(equation)).toBe("0·0 + 1·1 + 3·2 + 4·3");
    expect(equation).toMatchObject({
      row: 0,
      column: 0,
      sum: "19",
      bias: null,
      activated: null,
      complete: true,
    });
    expect(equationOf(documentWith({}), 3)).toMatchObject({ row: 1, column: 1, sum: "43" });
  });

  test("puts negative numbers into brackets, with a true minus sign", () => {
    const equation = equationOf(documentWith({ kernel: [[1, -1]], bias: -2 }), 1);
    expect(written(equation)).toBe("1·1 + 2·(−1)");
    expect([equation.bias, equation.sum]).toEqual(["(−2)", "−3"]);
  });

  test("marks the products that are 0", () => {
    const padded = equationOf(documentWith({ padding: evenPads(1) }), 1);
    expect(written(padded)).toBe("0·0 + 0·1 + 0·2 + 1·3");
    expect(padded.terms.map(({ zero }) => zero)).toEqual([true, true, true, false]);
  });

  test("says what the activation makes of the sum", () => {
    const lit = (step: number) => equationOf(documentWith({ bias: -30, activation: "relu" }), step);
    expect([lit(0).sum, lit(0).activated]).toEqual(["−11", "0"]);
    expect([lit(3).sum, lit(3).activated]).toEqual(["13", "13"]);
  });

  test("of any document has the sum of nested loops", () => {
    fc.assert(
      fc.property(documents({ input: 5 }), fc.nat(100), (document, pick) => {
        const steps = naiveSteps(document).flat();
        const step = pick % steps.length;
        const { sum, output = 0, cells = [] } = steps[step] ?? {};
        const equation = equationOf(document, step);
        expect(equation.sum).toBe(formatNumber(sum ?? Number.NaN));
        expect(equation.activated).toBe(
          document.layers[0].activation === "relu" ? formatNumber(output) : null,
        );
        expect(equation.terms).toHaveLength(cells.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe("at a position between two steps it", () => {
  const document = documentWith({ bias: 4 });
  // Products of step 1: 0, 2, 8, 15; each is counted in a tenth of the step from 35 % on.
  test("adds the products one after the other, and the bias with the last", () => {
    const seen = [0.2, 0.4, 0.46, 0.56, 0.66, 0.76].map((position) => {
      const { column, counted, sum, complete } = equationAt(document, position);
      return [column, counted, sum, complete];
    });
    expect(seen).toEqual([
      [1, 0, "", false],
      [1, 0, "", false],
      [1, 1, "0", false],
      [1, 2, "2", false],
      [1, 3, "10", false],
      [1, 4, "29", true],
    ]);
  });

  test("is complete at whole positions and past the end", () => {
    for (const [position, sum] of [
      [0, "23"],
      [1, "29"],
      [3, "47"],
      [9, "47"],
    ] as const) {
      expect(equationAt(document, position)).toMatchObject({ sum, complete: true });
    }
  });
});

test("numbers are as short as everywhere on the page", () => {
  const third = 1 / 3;
  const equation = equationOf(documentWith({ kernel: [[third]], bias: third }), 4);
  expect(exactNumber(third).length).toBeGreaterThan(8);
  expect([written(equation), equation.bias, equation.sum]).toEqual(["4·0.3333", "0.3333", "1.667"]);
});
