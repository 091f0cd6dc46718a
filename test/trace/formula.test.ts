import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PaddingMode, Pads } from "../../src/core/options";
import type { ConvDocument, PaddingChoice } from "../../src/model/document";
import { type AxisFormula, type FormulaNotation, formulaOf } from "../../src/trace/formula";
import type { FormulaNode, FormulaRole, FormulaSymbol } from "../../src/trace/formulaTree";
import { forwardSizes } from "../../src/trace/forwardSizes";

import { layerWith } from "./documents";

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
        outputPadding: [0, 0],
        ceilMode: false,
        countIncludePad: true,
        ...rest,
      },
    ],
  };
}

/** Of a document with two axes. */
function byAxis(document: ConvDocument, notation: FormulaNotation): readonly [AxisFormula, AxisFormula] {
  const [rows, columns] = formulaOf(document, notation);
  if (!rows || !columns) throw new Error("two axes have two formulas");
  return [rows, columns];
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
    outputPadding: axis.outputPadding,
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
    case "ceil":
      return Math.ceil(evaluate(node.content, letters));
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
    case "ceil":
      return `${node.kind}(${write(node.content)})`;
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
  outputPadding: "o",
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
        const pytorch = byAxis(document, "pytorch");
        const d2l = byAxis(document, "d2l");
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
    const [rows, columns] = byAxis(document, "d2l");
    expect([rows.axis, columns.axis]).toEqual(["rows", "columns"]);
    expect([rows.result, columns.result]).toEqual([2, 2]);
    expect([rows.remainder, columns.remainder]).toEqual([2, 0]);
  });

  test("7 = 3·2 + 1 for 8 cells, k 3, p 1, s 2", () => {
    const padding: readonly Pads[] = [
      [1, 1],
      [1, 1],
    ];
    const [rows] = byAxis(documentOf({ size: [8, 8], kernel: [3, 3], stride: [2, 2], padding }), "pytorch");
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
    const [rows] = byAxis(documentOf(spec), notation);
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
    const [rows, columns] = byAxis(
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
    const [rows] = byAxis(documentOf({ size: [7, 7], kernel: [3, 3], stride: [2, 2] }), "d2l");
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
    const [rows] = byAxis(
      documentOf({ size: [6, 6], kernel: [4, 4], padding: { same: "pytorch" } }),
      "pytorch",
    );
    expect(write(rows.live)).toBe("floor((6 + 1 + 2 - 1*(4 - 1) - 1)/1) + 1");
    expect(rows.result).toBe(6);
  });
});

describe("of pooling", () => {
  const axis = fc.record({
    size: fc.integer({ min: 1, max: 20 }),
    kernel: fc.integer({ min: 1, max: 5 }),
    stride: fc.integer({ min: 1, max: 6 }),
    pads: fc.nat(2),
  });

  test("in ceil mode a window may hang over, if it starts inside the input or the padding before it", () => {
    fc.assert(
      fc.property(axis, ({ size, kernel, stride, pads: wanted }) => {
        const pads = Math.min(wanted, Math.floor(kernel / 2));
        fc.pre(kernel <= size + 2 * pads);
        let places = 0;
        for (let start = 0; start + kernel < size + 2 * pads + stride; start += stride) {
          if (start < size + pads) places++;
        }
        const document = layerWith({
          input: [new Array(size).fill(0)],
          weight: [[new Array(kernel).fill(0)]],
          op: "max-pool",
          stride: [stride],
          padding: [[pads, pads]],
          ceilMode: true,
        });
        for (const notation of ["pytorch", "d2l"] as const) {
          const [formula, ...others] = formulaOf(document, notation);
          if (!formula) throw new Error("one axis has one formula");
          expect([formula.axis, others]).toEqual(["columns", []]);
          expect(formula.rounding).toBe("ceil");
          expect(formula.result).toBe(places);
          expect(evaluate(formula.symbolic, lettersOf(formula))).toBe(places);
          expect(evaluate(formula.live)).toBe(places);
          expect(formula.quotient * formula.divisor - formula.overhang).toBe(formula.dividend);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("5 cells by 2s give 2, in ceil mode 3; a window that would start past the input is left out", () => {
    const sizes = (size: number, kernel: number, stride: number, pads: number) =>
      [false, true].map((ceilMode) => {
        const [formula] = formulaOf(
          layerWith({
            input: [new Array(size).fill(0)],
            weight: [[new Array(kernel).fill(0)]],
            op: "avg-pool",
            stride: [stride],
            padding: [[pads, pads]],
            ceilMode,
          }),
          "pytorch",
        );
        return [formula?.result, formula?.dropped];
      });
    expect(sizes(5, 2, 2, 0)).toEqual([
      [2, false],
      [3, false],
    ]);
    // The division gives 3, but the third window would start on the padding after the input.
    expect(sizes(5, 2, 3, 1)).toEqual([[2, false], [3, true].map((value, at) => (at === 0 ? 2 : value))]);
  });
});

describe("of a transposed layer", () => {
  const back = (
    size: number,
    extra: number,
    spec: { k: number; s: number; p: readonly [number, number]; d?: number },
  ) =>
    layerWith({
      input: [new Array(size).fill(0)],
      weight: [[new Array(spec.k).fill(0)]],
      op: "transposed",
      stride: [spec.s],
      padding: [spec.p],
      dilation: [spec.d ?? 1],
      outputPadding: [extra],
    });

  test("counts the cells between the first and the last stamp, less what is cut off", () => {
    const spec = fc.record({
      size: fc.integer({ min: 1, max: 9 }),
      k: fc.integer({ min: 1, max: 5 }),
      s: fc.integer({ min: 1, max: 4 }),
      d: fc.integer({ min: 1, max: 3 }),
      p: fc.tuple(fc.nat(2), fc.nat(2)),
      extra: fc.nat(3),
    });
    fc.assert(
      fc.property(spec, ({ size, extra: wanted, ...rest }) => {
        const extra = Math.min(wanted, Math.max(rest.s, rest.d) - 1);
        const reached = new Set<number>();
        let end = 0;
        for (let i = 0; i < size; i++) {
          for (let k = 0; k < rest.k; k++) {
            reached.add(i * rest.s + k * rest.d);
            end = Math.max(end, i * rest.s + k * rest.d + 1);
          }
        }
        const cells = end + extra - rest.p[0] - rest.p[1];
        fc.pre(cells >= 1);
        for (const notation of ["pytorch", "d2l"] as const) {
          const [formula] = formulaOf(back(size, extra, rest), notation);
          if (!formula) throw new Error("one axis has one formula");
          expect(formula.result).toBe(cells);
          expect(evaluate(formula.symbolic, lettersOf(formula))).toBe(cells);
          expect(evaluate(formula.live)).toBe(cells);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("is (16 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1 = 32 for k 3, s 2, p 1 and one more cell", () => {
    const document = back(16, 1, { k: 3, s: 2, p: [1, 1] });
    const [pytorch] = formulaOf(document, "pytorch");
    const [d2l] = formulaOf(document, "d2l");
    expect([pytorch?.result, d2l?.result]).toEqual([32, 32]);
    expect([pytorch, d2l].map((formula) => formula && write(formula.symbolic))).toEqual([
      "(n - 1)*s - 2*p + d*(k - 1) + o + 1",
      "(n - 1)*s - P + k + o",
    ]);
    expect(pytorch && write(pytorch.live)).toBe("(16 - 1)*2 - 2*1 + 1*(3 - 1) + 1 + 1");
  });

  test("tells which sizes the same layer forward brings to its input", () => {
    expect(forwardSizes(back(4, 1, { k: 3, s: 2, p: [1, 1] }))).toEqual([
      {
        axis: "columns",
        gives: 4,
        chosen: 1,
        sizes: [
          { size: 7, outputPadding: 0 },
          { size: 8, outputPadding: 1 },
        ],
      },
    ]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (size, k, s) => {
          const [forward] = forwardSizes(back(size, 0, { k, s, p: [0, 0] }));
          const counts = Array.from({ length: 60 }, (_, cells) => {
            let places = 0;
            for (let start = 0; start + k <= cells; start += s) places++;
            return places;
          });
          const expected = counts.flatMap((places, cells) => (places === size ? [cells] : []));
          expect(forward?.sizes.map((one) => one.size)).toEqual(expected);
        },
      ),
    );
    expect(forwardSizes(layerWith({ input: [[1, 2]], weight: [[[1]]] }))).toEqual([]);
  });
});

test("three axes have three formulas, depth first", () => {
  const document = layerWith({
    input: [[0, 0, 0].map(() => [0, 0, 0, 0].map(() => [0, 0, 0, 0, 0]))],
    weight: [[[[[0, 0]], [[0, 0]]]]],
  });
  expect(formulaOf(document, "pytorch").map(({ axis, result }) => [axis, result])).toEqual([
    ["depth", 2],
    ["rows", 4],
    ["columns", 4],
  ]);
});
