import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactNumber, formatNumber } from "../../src/model/formatNumber";
import { type Equation, equationAt, equationOf, overlapEquation } from "../../src/scene/equation";
import { cellIn } from "../../src/trace/extent";
import { traceOf } from "../../src/trace/trace";
import { documents, documentWith, evenPads, layerDocuments, layerWith } from "../trace/documents";
import { naiveLayer } from "../trace/naiveLayers";
import { naiveSteps } from "../trace/naiveWindows";

const written = ({ terms }: Equation) => terms.map(({ input, weight }) => `${input}·${weight}`).join(" + ");

describe("an equation", () => {
  test("names the numbers of every product, their sum and its output", () => {
    const equation = equationOf(documentWith({}), 0);
    expect(written(equation)).toBe("0·0 + 1·1 + 3·2 + 4·3");
    expect(equation).toMatchObject({
      kind: "sum",
      indices: [0, 0],
      parts: [],
      sum: "19",
      bias: null,
      activated: null,
      complete: true,
    });
    expect(equationOf(documentWith({}), 3)).toMatchObject({ indices: [1, 1], sum: "43" });
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
      const { indices, terms, sum, complete } = equationAt(document, position);
      return [indices[1], terms.filter(({ counted }) => counted).length, sum, complete];
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

describe("of several channels an equation", () => {
  // The notes' example: 0…8 with 0…3, and both with 1 more; 19 and 37 are added to 56.
  const rows = (more: number) => [0, 3, 6].map((first) => [0, 1, 2].map((column) => first + column + more));
  const slab = (more: number) => [
    [0 + more, 1 + more],
    [2 + more, 3 + more],
  ];
  const document = layerWith({ input: [rows(0), rows(1)], weight: [[slab(0), slab(1)]], bias: [-6] });

  test("writes out one of them and sums the others up", () => {
    const first = equationOf(document, 0);
    expect(written(first)).toBe("0·0 + 1·1 + 3·2 + 4·3");
    expect(first.parts).toEqual([
      { channel: 0, sum: "19", shown: true },
      { channel: 1, sum: "37", shown: false },
    ]);
    expect([first.bias, first.sum]).toEqual(["(−6)", "50"]);
    const second = equationOf(document, 0, undefined, 1);
    expect(written(second)).toBe("1·1 + 2·2 + 4·3 + 5·4");
    expect(second.parts.map(({ shown }) => shown)).toEqual([false, true]);
  });

  test("counts them one after the other", () => {
    const [none, half] = [equationOf(document, 0, 4), equationOf(document, 0, 5)];
    expect(none.parts.map(({ sum }) => sum)).toEqual(["19", ""]);
    expect([half.parts[1]?.sum, half.sum, half.complete]).toEqual(["1", "20", false]);
  });

  test("names the channel of its output only where there are several", () => {
    const two = layerWith({ input: [rows(0)], weight: [[slab(0)], [slab(1)]] });
    expect(equationOf(document, 3).indices).toEqual([1, 1]);
    expect(equationOf(two, 6).indices).toEqual([1, 1, 0]);
    const line = layerWith({ input: [[1, 2, 3]], weight: [[[1, 1]]] });
    expect(equationOf(line, 1).indices).toEqual([1]);
  });

  test("of a group names the channels of the input", () => {
    const groups = layerWith({
      input: [[1], [2], [3], [4]],
      weight: [
        [[1], [1]],
        [[1], [1]],
      ],
      groups: 2,
    });
    expect(equationOf(groups, 1).parts.map(({ channel }) => channel)).toEqual([2, 3]);
    expect(equationOf(groups, 1).sum).toBe("7");
  });
});

describe("of pooling an equation", () => {
  const input = [
    [
      [4, 1, 4],
      [0, 3, -2],
    ],
  ];
  const pooled = (op: "max-pool" | "avg-pool") =>
    layerWith({
      input,
      weight: [
        [
          [
            [1, 1],
            [1, 1],
          ],
        ],
      ],
      op,
    });

  test("names the numbers of a maximum, and all that are the largest", () => {
    const [first, second] = [equationOf(pooled("max-pool"), 0), equationOf(pooled("max-pool"), 1)];
    expect([first.kind, first.sum]).toEqual(["max", "4"]);
    expect(first.terms.map(({ input: x, weight, wins }) => [x, weight, wins])).toEqual([
      ["4", null, true],
      ["1", null, false],
      ["0", null, false],
      ["3", null, false],
    ]);
    expect(second.terms.map(({ input: x }) => x)).toEqual(["1", "4", "3", "−2"]);
    const even = layerWith({ input: [[[2, 2]]], weight: [[[[1, 1]]]], op: "max-pool" });
    expect(equationOf(even, 0).terms.map(({ wins }) => wins)).toEqual([true, true]);
  });

  test("divides a mean by the numbers that count", () => {
    const mean = equationOf(pooled("avg-pool"), 0);
    expect([mean.kind, mean.divisor, mean.sum]).toEqual(["mean", "4", "2"]);
    expect(equationOf(pooled("avg-pool"), 1).terms.map(({ input: x }) => x)).toEqual(["1", "4", "3", "(−2)"]);
    const edges = (countIncludePad: boolean) =>
      equationOf(
        layerWith({
          input: [[6, 8]],
          weight: [[[1, 1]]],
          op: "avg-pool",
          padding: [[1, 1]],
          countIncludePad,
        }),
        0,
      );
    expect([edges(true).divisor, edges(true).sum, edges(true).terms.length]).toEqual(["2", "3", 2]);
    expect([edges(false).divisor, edges(false).sum, edges(false).terms.length]).toEqual(["1", "6", 1]);
  });
});

describe("of a transposed layer an equation", () => {
  const square = [
    [0, 1],
    [2, 3],
  ];
  const document = layerWith({ input: [square], weight: [[square]], op: "transposed", bias: [1] });
  const cell = (row: number, column: number) => ({ channel: 0, depth: 0, row, column });

  test("says what one input stamps", () => {
    const stamp = equationOf(document, 3);
    expect([stamp.kind, stamp.indices, stamp.sum, stamp.bias]).toEqual(["stamp", [1, 1], "", null]);
    expect(stamp.terms.map(({ input, weight, product }) => `${input}·${weight} = ${product}`)).toEqual([
      "3·0 = 0",
      "3·1 = 3",
      "3·2 = 6",
      "3·3 = 9",
    ]);
  });

  test("adds up the stamps that overlap on an output, as far as they have come", () => {
    const whole = overlapEquation(document, cell(1, 1));
    expect(written(whole)).toBe("0·3 + 1·2 + 2·1 + 3·0");
    expect([whole.sum, whole.bias, whole.complete]).toEqual(["5", "1", true]);
    const partly = overlapEquation(document, cell(1, 1), 1);
    expect([partly.sum, partly.complete]).toEqual(["3", false]);
    expect(partly.terms.map(({ counted }) => counted)).toEqual([true, true, false, false]);
    expect(overlapEquation(document, cell(1, 1), -1).sum).toBe("");
  });

  test("of an output that no stamp reaches is its bias", () => {
    const apart = layerWith({ input: [[1, 2]], weight: [[[3]]], op: "transposed", stride: [2], bias: [4] });
    expect(overlapEquation(apart, cell(0, 1))).toMatchObject({
      terms: [],
      bias: "4",
      sum: "4",
      complete: true,
    });
  });
});

test("of any layer, the sum is that of nested loops, step by step", () => {
  fc.assert(
    fc.property(layerDocuments(), fc.nat(1000), (document, pick) => {
      const { sums } = naiveLayer(document);
      const at = pick % sums.length;
      const { op, output } = traceOf(document);
      const equation =
        op === "transposed" ? overlapEquation(document, cellIn(output, at)) : equationOf(document, at);
      expect(equation.sum).toBe(formatNumber(sums[at] ?? Number.NaN));
      expect(equation.complete).toBe(true);
    }),
    { numRuns: 200 },
  );
});
