import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PaddingMode, Pads } from "../../src/core/options";
import type { ConvDocument, PaddingChoice } from "../../src/model/document";
import { type AxisFormula, formulaOf } from "../../src/trace/formula";
import type { FormulaNode, FormulaRole, FormulaSymbol } from "../../src/trace/formulaTree";

interface Spec {
  readonly size: readonly [number, number];
  readonly kernel: readonly [number, number];
  readonly stride?: readonly [number, number];
  readonly dilation?: readonly [number, number];
  readonly padding?: PaddingChoice;
  readonly paddingMode?: PaddingMode;
}

function documentOf({ size, kernel, ...rest }: Spec): ConvDocument {
  return {
    input: { shape: [1, 1, ...size], data: new Float64Array(size[0] * size[1]) },
    layers: [
      {
        op: "conv",
        weight: { shape: [1, 1, ...kernel], data: new Float64Array(kernel[0] * kernel[1]) },
        bias: [0],
        stride: [1, 1],
        dilation: [1, 1],
        padding: [
          [0, 0],
          [0, 0],
        ],
        paddingMode: "zeros",
        groups: 1,
        activation: "none",
        ...rest,
      },
    ],
  };
}

/** Moves the window along the padded axis until its last tap falls off; returns places and cells left over. */
function countWindows(axis: AxisFormula): { places: number; left: number } {
  const length = axis.before + axis.inputSize + axis.after;
  let places = 0;
  let lastRead = -1;
  for (let start = 0; ; start += axis.stride) {
    let last = start;
    for (let tap = 1; tap < axis.kernelSize; tap++) last += axis.dilation;
    if (last >= length) return { places, left: length - 1 - lastRead };
    places++;
    lastRead = last;
  }
}

function lettersOf(axis: AxisFormula): Record<FormulaSymbol, number> {
  let effective = 1;
  for (let tap = 1; tap < axis.kernelSize; tap++) effective += axis.dilation;
  return {
    inputSize: axis.inputSize,
    kernelSize: axis.kernelSize,
    effectiveKernelSize: effective,
    stride: axis.stride,
    dilation: axis.dilation,
    padding: axis.before,
    paddingBefore: axis.before,
    paddingAfter: axis.after,
    paddingTotal: axis.before + axis.after,
    outputSize: Number.NaN,
  };
}

function evaluate(node: FormulaNode, letters?: Record<FormulaSymbol, number>): number {
  switch (node.kind) {
    case "number":
      return node.value;
    case "symbol":
      if (!letters) throw new Error(`${node.symbol} is still a letter`);
      return letters[node.symbol];
    case "sum":
      return node.terms.reduce((total, term) => total + term.sign * evaluate(term.node, letters), 0);
    case "product":
      return node.factors.reduce((total, factor) => total * evaluate(factor, letters), 1);
    case "fraction":
      return evaluate(node.numerator, letters) / evaluate(node.denominator, letters);
    case "floor":
      return Math.floor(evaluate(node.content, letters));
  }
}

/** Writes a tree as one line of text, each letter by a short name. */
function write(node: FormulaNode): string {
  switch (node.kind) {
    case "number":
      return String(node.value);
    case "symbol":
      return shortNames[node.symbol];
    case "sum":
      return node.terms
        .map((term, index) => (index === 0 ? "" : term.sign < 0 ? " - " : " + ") + write(term.node))
        .join("");
    case "product":
      return node.factors
        .map((factor) => (factor.kind === "sum" ? `(${write(factor)})` : write(factor)))
        .join("*");
    case "fraction":
      return `(${write(node.numerator)})/${write(node.denominator)}`;
    case "floor":
      return `floor(${write(node.content)})`;
  }
}

const shortNames: Record<FormulaSymbol, string> = {
  inputSize: "n",
  kernelSize: "k",
  effectiveKernelSize: "keff",
  stride: "s",
  dilation: "d",
  padding: "p",
  paddingBefore: "p0",
  paddingAfter: "p1",
  paddingTotal: "P",
  outputSize: "out",
};

const pads = fc.tuple(fc.nat(16), fc.nat(16));
const side = fc.integer({ min: 1, max: 11 });
const step = fc.integer({ min: 1, max: 8 });
const specs = fc
  .record({
    size: fc.tuple(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 64 })),
    kernel: fc.tuple(side, side),
    stride: fc.tuple(step, step),
    dilation: fc.tuple(step, step),
    padding: fc.tuple(pads, pads),
  })
  .filter(({ size, kernel, dilation, padding }) =>
    ([0, 1] as const).every((axis) => {
      const span = dilation[axis] * (kernel[axis] - 1) + 1;
      return span <= size[axis] + padding[axis][0] + padding[axis][1];
    }),
  );

describe("the output-size formula", () => {
  test("says in both notations how often the window fits, and how many cells are left over", () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const document = documentOf(spec);
        const pytorch = formulaOf(document, "pytorch");
        const d2l = formulaOf(document, "d2l");
        for (const axis of [0, 1] as const) {
          const { places, left } = countWindows(pytorch[axis]);
          for (const formula of [pytorch[axis], d2l[axis]]) {
            expect(formula.result).toBe(places);
            expect(formula.remainder).toBe(left);
            expect(formula.quotient * formula.divisor + formula.remainder).toBe(formula.dividend);
            expect(evaluate(formula.symbolic, lettersOf(formula))).toBe(places);
            expect(evaluate(formula.live)).toBe(places);
            for (const definition of formula.definitions) {
              const value = lettersOf(formula)[definition.symbol];
              expect(evaluate(definition.symbolic, lettersOf(formula))).toBe(value);
              expect(evaluate(definition.live)).toBe(value);
              expect(definition.value).toBe(value);
            }
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("rows and columns are separate: 8×8, k (3, 5), p (0, 1), s (3, 5) gives 2×2 with 2 rows left", () => {
    const pads: readonly Pads[] = [
      [0, 0],
      [1, 1],
    ];
    const document = documentOf({ size: [8, 8], kernel: [3, 5], stride: [3, 5], padding: pads });
    const [rows, columns] = formulaOf(document, "d2l");
    expect([rows.axis, columns.axis]).toEqual(["rows", "columns"]);
    expect([rows.result, columns.result]).toEqual([2, 2]);
    expect([rows.remainder, columns.remainder]).toEqual([2, 0]);
  });

  test("7 = 3·2 + 1 for 8 cells, k 3, p 1, s 2", () => {
    const padding: readonly Pads[] = [
      [1, 1],
      [1, 1],
    ];
    const [rows] = formulaOf(
      documentOf({ size: [8, 8], kernel: [3, 3], stride: [2, 2], padding }),
      "pytorch",
    );
    expect([rows.dividend, rows.quotient, rows.divisor, rows.remainder, rows.result]).toEqual([
      7, 3, 2, 1, 4,
    ]);
  });
});

describe("the written form", () => {
  const even: readonly Pads[] = [
    [1, 1],
    [1, 1],
  ];
  const uneven: readonly Pads[] = [
    [1, 0],
    [2, 3],
  ];
  const written = (spec: Spec, notation: "pytorch" | "d2l") => {
    const [rows] = formulaOf(documentOf(spec), notation);
    return [rows.symbolic, rows.live].map(write);
  };

  test("PyTorch's notation has 2p for equal padding and always shows the dilation", () => {
    expect(written({ size: [7, 7], kernel: [3, 3], padding: even }, "pytorch")).toEqual([
      "floor((n + 2*p - d*(k - 1) - 1)/s) + 1",
      "floor((7 + 2*1 - 1*(3 - 1) - 1)/1) + 1",
    ]);
  });

  test("PyTorch's notation names both sides when they differ", () => {
    expect(written({ size: [7, 7], kernel: [2, 2], padding: uneven }, "pytorch")).toEqual([
      "floor((n + p0 + p1 - d*(k - 1) - 1)/s) + 1",
      "floor((7 + 1 + 0 - 1*(2 - 1) - 1)/1) + 1",
    ]);
  });

  test("d2l's notation has the total padding and the stride inside", () => {
    expect(written({ size: [7, 7], kernel: [3, 3], padding: even, stride: [2, 2] }, "d2l")).toEqual([
      "floor((n - k + P + s)/s)",
      "floor((7 - 3 + 2 + 2)/2)",
    ]);
  });

  test("d2l's notation shows dilation as an effective kernel size, only when there is one", () => {
    const [rows, columns] = formulaOf(
      documentOf({ size: [9, 9], kernel: [3, 3], padding: uneven, dilation: [2, 1] }),
      "d2l",
    );
    expect(write(rows.symbolic)).toBe("floor((n - keff + P + s)/s)");
    expect(rows.definitions.map((definition) => [definition.symbol, write(definition.symbolic)])).toEqual([
      ["effectiveKernelSize", "d*(k - 1) + 1"],
      ["paddingTotal", "p0 + p1"],
    ]);
    expect(write(columns.symbolic)).toBe("floor((n - k + P + s)/s)");
    expect(columns.definitions.map((definition) => definition.symbol)).toEqual(["paddingTotal"]);
  });

  test("numbers keep the role of the letter they stand for", () => {
    const [rows] = formulaOf(documentOf({ size: [7, 7], kernel: [3, 3], stride: [2, 2] }), "d2l");
    const found: [number, FormulaRole | undefined][] = [];
    const collect = (node: FormulaNode): void => {
      if (node.kind === "number") found.push([node.value, node.role]);
      if (node.kind === "sum") for (const term of node.terms) collect(term.node);
      if (node.kind === "product") for (const factor of node.factors) collect(factor);
      if (node.kind === "fraction") for (const part of [node.numerator, node.denominator]) collect(part);
      if (node.kind === "floor") collect(node.content);
    };
    collect(rows.live);
    expect(found).toEqual([
      [7, "input"],
      [3, "kernel"],
      [0, "padding"],
      [2, "stride"],
      [2, "stride"],
    ]);
  });

  test("same padding of an even kernel is written with both sides, PyTorch's smaller one first", () => {
    const [rows] = formulaOf(
      documentOf({ size: [6, 6], kernel: [4, 4], padding: { same: "pytorch" } }),
      "pytorch",
    );
    expect(write(rows.live)).toBe("floor((6 + 1 + 2 - 1*(4 - 1) - 1)/1) + 1");
    expect(rows.result).toBe(6);
  });
});
