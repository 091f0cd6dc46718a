import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { samePadding } from "../../src/core/samePadding";
import { usesOf } from "../../src/trace/relations";
import { stepOf, termsAt, windowPlace } from "../../src/trace/terms";
import { stepCount, traceOf } from "../../src/trace/trace";
import { documents, documentWith } from "./documents";
import { naiveSteps } from "./naiveWindows";

const RUNS = { numRuns: 150 };

/** −0 and 0 are the same number here; another test sees to it that −0 never comes. */
const plain = (values: Iterable<number>) => Array.from(values, (value) => value + 0);

describe("the trace of any document", () => {
  test("has the products, sums and outputs of nested loops over the padded input", () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const trace = traceOf(document);
        const steps = naiveSteps(document);
        expect([trace.output.rows, trace.output.columns]).toEqual([steps.length, steps[0]?.length]);
        expect(stepCount(document)).toBe(steps.flat().length);
        const products = steps
          .flat()
          .flatMap(({ cells }) => cells.map(({ value, weight }) => value * weight));
        const found = steps.flat().flatMap((_, step) => termsAt(document, step));
        expect(plain(found.map(({ product }) => product))).toEqual(plain(products));
        expect(plain(trace.sums)).toEqual(plain(steps.flat().map(({ sum }) => sum)));
        expect(plain(trace.values)).toEqual(plain(steps.flat().map(({ output }) => output)));
      }),
      RUNS,
    );
  });

  test("never holds a negative zero", () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const { sums, values: outputs } = traceOf(document);
        const products = [...sums].flatMap((_, step) =>
          termsAt(document, step).map(({ product }) => product),
        );
        for (const values of [products, [...sums], [...outputs]]) {
          expect(values.some((value) => Object.is(value, -0))).toBe(false);
        }
      }),
      RUNS,
    );
  });

  test("names the terms of each step in the order in which they are added, each with its places", () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const { columns } = traceOf(document).window;
        const steps = naiveSteps(document).flat();
        const found = steps.map((_, step) => termsAt(document, step));
        expect(
          found.flatMap((terms) =>
            terms.map(({ place, source, input, weight, kernel }) => [
              [place.row, place.column, source && { row: source.row, column: source.column }],
              [input + 0, weight + 0],
              kernel.row * columns + kernel.column,
            ]),
          ),
        ).toEqual(
          steps.flatMap(({ cells }) =>
            cells.map(({ row, column, source, value, weight }, k) => [
              [row, column, source],
              [value + 0, weight + 0],
              k,
            ]),
          ),
        );
        expect(found.flat().every(({ input, weight, product }) => product === input * weight)).toBe(true);
      }),
      RUNS,
    );
  });

  test("starts each window at its first cell", () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const steps = naiveSteps(document).flat();
        expect(
          steps.map((_, step) => {
            const { row, column } = windowPlace(document, step).origin;
            return { row, column };
          }),
        ).toEqual(steps.map(({ cells: [first] }) => ({ row: first?.row, column: first?.column })));
      }),
      RUNS,
    );
  });

  test("finds every use of every input cell", () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const { window } = traceOf(document);
        const uses = new Map<string, string[]>();
        naiveSteps(document)
          .flat()
          .forEach(({ cells }, step) => {
            cells.forEach(({ source }, k) => {
              if (!source) return;
              const key = `${source.row},${source.column}`;
              uses.set(key, [...(uses.get(key) ?? []), `${step}:${k}`]);
            });
          });
        const [, , height = 0, width = 0] = document.input.shape;
        for (let row = 0; row < height; row++) {
          for (let column = 0; column < width; column++) {
            const found = usesOf(document, { channel: 0, depth: 0, row, column }).map(
              ({ step, kernel }) =>
                `${stepOf(document, step)}:${kernel.row * window.columns + kernel.column}`,
            );
            expect(found.toSorted()).toEqual((uses.get(`${row},${column}`) ?? []).toSorted());
          }
        }
      }),
      RUNS,
    );
  });
});

test("a rule that keeps the size is traced as the padding that it stands for", () => {
  fc.assert(
    fc.property(documents(), fc.constantFrom("pytorch", "d2l", "tensorflow"), (document, same) => {
      const [layer] = document.layers;
      const pads = [0, 1].map((axis) =>
        samePadding(
          document.input.shape[axis + 2] ?? 0,
          {
            kernelSize: layer.weight.shape[axis + 2] ?? 0,
            stride: layer.stride[axis] ?? 1,
            dilation: layer.dilation[axis] ?? 1,
          },
          same,
        ),
      );
      const ruled = { ...document, layers: [{ ...layer, padding: { same }, paddingMode: "zeros" }] } as const;
      const chosen = { ...document, layers: [{ ...layer, padding: pads, paddingMode: "zeros" }] } as const;
      expect(traceOf(ruled)).toEqual(traceOf(chosen));
    }),
    { numRuns: 100 },
  );
});

test("a document is traced once", () => {
  const document = documentWith({});
  expect(traceOf(document)).toBe(traceOf(document));
});
