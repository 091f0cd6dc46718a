import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channelSums } from "../../src/trace/channelSums";
import { type Cell, cellIn, cellsIn } from "../../src/trace/extent";
import { stepFactors } from "../../src/trace/factors";
import { partialSums } from "../../src/trace/partialSums";
import { productScale } from "../../src/trace/productScale";
import { coverCounts, usesOf } from "../../src/trace/relations";
import { overlapsAt } from "../../src/trace/stamp";
import { stepCell, stepOf, termsAt, windowPlace, winnersOf } from "../../src/trace/terms";
import { stepCount, traceOf } from "../../src/trace/trace";
import { layerDocuments } from "./documents";
import { type NaiveTerm, naiveLayer } from "./naiveLayers";

const RUNS = { numRuns: 150 };

/** −0 and 0 are the same number here; another test sees to it that −0 never comes. */
const plain = (values: Iterable<number>) => Array.from(values, (value) => value + 0);
const listed = ({ channel, depth, row, column }: Cell) => [channel, depth, row, column];
const key = (place: readonly number[]) => place.join();

describe("the trace of any layer", () => {
  test("has the sums and values of nested loops", () => {
    fc.assert(
      fc.property(layerDocuments(), (document) => {
        const trace = traceOf(document);
        const naive = naiveLayer(document);
        const { depth, rows, columns } = trace.output;
        expect([depth, rows, columns]).toEqual(naive.size);
        expect(stepCount(document)).toBe(naive.steps.length);
        expect(plain(trace.sums)).toEqual(plain(naive.sums));
        const relu = document.layers[0].activation === "relu";
        expect(plain(trace.values)).toEqual(plain(naive.sums.map((sum) => (relu ? Math.max(0, sum) : sum))));
      }),
      RUNS,
    );
  });

  test("never holds a negative zero", () => {
    fc.assert(
      fc.property(layerDocuments(), (document) => {
        const { sums, values } = traceOf(document);
        const steps = Array.from({ length: stepCount(document) }, (_, step) => step);
        const products = steps.flatMap((step) => termsAt(document, step).map(({ product }) => product));
        const channels = steps.flatMap((step) => channelSums(document, step));
        const partial = document.layers[0].op === "transposed" ? partialSums(document, 0) : [];
        for (const numbers of [sums, values, products, channels, partial]) {
          expect(Array.from(numbers).some((value) => Object.is(value, -0))).toBe(false);
        }
      }),
      RUNS,
    );
  });

  test("names the terms of each step with their places, from the window's first cell on", () => {
    fc.assert(
      fc.property(layerDocuments(), (document) => {
        const { steps } = naiveLayer(document);
        steps.forEach((terms, step) => {
          expect(
            termsAt(document, step).map(({ place, source, kernel, input, weight }) => [
              listed(place),
              source && listed(source),
              listed(kernel),
              input + 0,
              weight + 0,
            ]),
          ).toEqual(
            terms.map(({ place, source, kernel, input, weight }) => [
              place,
              source,
              kernel,
              input + 0,
              weight + 0,
            ]),
          );
          expect(listed(windowPlace(document, step).origin)).toEqual(terms[0]?.place);
          expect(stepOf(document, stepCell(document, step))).toBe(step);
        });
      }),
      RUNS,
    );
  });

  test("finds every use of every cell under the window, and counts them", () => {
    fc.assert(
      fc.property(layerDocuments(), (document) => {
        const trace = traceOf(document);
        const uses = new Map<string, string[]>();
        naiveLayer(document).steps.forEach((terms, step) => {
          for (const { source, kernel } of terms) {
            if (!source) continue;
            uses.set(key(source), [...(uses.get(key(source)) ?? []), `${step}:${key(kernel)}`]);
          }
        });
        const side = trace.op === "transposed" ? trace.output : trace.input;
        const counts = coverCounts(trace);
        for (let index = 0; index < cellsIn(side); index++) {
          const cell = cellIn(side, index);
          const expected = uses.get(key(listed(cell))) ?? [];
          const found = usesOf(document, cell).map(
            ({ step, kernel }) => `${stepOf(document, step)}:${key(listed(kernel))}`,
          );
          expect(found.toSorted()).toEqual(expected.toSorted());
          expect(counts[index]).toBe(expected.length);
        }
      }),
      RUNS,
    );
  });

  test("adds the products of each channel up on their own", () => {
    fc.assert(
      fc.property(layerDocuments(), fc.nat(1000), (document, pick) => {
        const { steps } = naiveLayer(document);
        const step = pick % steps.length;
        const sums: number[] = [];
        for (const term of steps[step] ?? []) {
          const slab = term.kernel[0];
          sums[slab] = (sums[slab] ?? 0) + productOf(term);
        }
        expect(plain(channelSums(document, step))).toEqual(plain(sums));
      }),
      RUNS,
    );
  });

  test("scales products by the largest of them", () => {
    fc.assert(
      fc.property(layerDocuments(), (document) => {
        const products = naiveLayer(document).steps.flatMap((terms) => terms.map(productOf));
        expect(productScale(document)).toBe(Math.max(...products.map(Math.abs)));
      }),
      RUNS,
    );
  });
});

describe("a maximum", () => {
  test("has for winners all cells that hold it, and never padding", () => {
    fc.assert(
      fc.property(layerDocuments(["max-pool"]), (document) => {
        const { steps, sums } = naiveLayer(document);
        steps.forEach((terms, step) => {
          const expected = terms.flatMap(({ source, input }, at) =>
            source && input === sums[step] ? [at] : [],
          );
          expect(winnersOf(termsAt(document, step))).toEqual(expected);
        });
      }),
      RUNS,
    );
  });
});

describe("a mean", () => {
  test("is what its factors add up to, divided by how many they are", () => {
    fc.assert(
      fc.property(layerDocuments(["avg-pool"]), (document) => {
        naiveLayer(document).sums.forEach((mean, step) => {
          const factors = stepFactors(document, step);
          const total = factors.reduce((sum, { input }) => sum + input, 0);
          expect(total / factors.length + 0).toBe(mean + 0);
          const { divisors } = traceOf(document);
          expect(divisors?.[step % divisors.length]).toBe(factors.length);
        });
      }),
      RUNS,
    );
  });
});

describe("stamps", () => {
  /** What the stamps 0…last leave, on the biases. */
  function stamped({ steps, size }: ReturnType<typeof naiveLayer>, bias: readonly number[], last: number) {
    const cells = size.reduce((all, side) => all * side, 1);
    const sums = bias.flatMap((offset) => new Array<number>(cells).fill(offset));
    for (const { source, input, weight } of steps.slice(0, last + 1).flat()) {
      if (!source) continue;
      const [channel, ...place] = source;
      const at = place.reduce((before, value, axis) => before * (size[axis] ?? 1) + value, channel);
      sums[at] = (sums[at] ?? 0) + input * weight;
    }
    return plain(sums);
  }

  test("add up step by step, forward and back", () => {
    fc.assert(
      fc.property(
        layerDocuments(["transposed"]),
        fc.array(fc.integer({ min: -1, max: 60 }), { minLength: 1, maxLength: 6 }),
        (document, order) => {
          const naive = naiveLayer(document);
          for (const last of order) {
            expect(plain(partialSums(document, last))).toEqual(stamped(naive, document.layers[0].bias, last));
          }
        },
      ),
      RUNS,
    );
  });

  test("that overlap on an output give its sum with the bias", () => {
    fc.assert(
      fc.property(layerDocuments(["transposed"]), (document) => {
        const { output } = traceOf(document);
        naiveLayer(document).sums.forEach((sum, index) => {
          const cell = cellIn(output, index);
          const overlaps = overlapsAt(document, cell);
          expect(overlaps.map(({ step }) => step)).toEqual(
            overlaps.map(({ step }) => step).toSorted((a, b) => a - b),
          );
          const total = overlaps.reduce((before, { input, weight }) => before + input * weight, 0);
          expect(total + (document.layers[0].bias[cell.channel] ?? 0) + 0).toBe(sum + 0);
        });
      }),
      RUNS,
    );
  });

  test("leave overlap counts of a checkerboard with k 3 and s 2, not with k 4", () => {
    const counts = (kernel: number) => {
      const line = { stride: [2], dilation: [1], outputPadding: [0], padding: [[0, 0]] } as const;
      const document = {
        input: { shape: [1, 1, 4], data: new Float64Array(4) },
        layers: [
          {
            op: "transposed",
            weight: { shape: [1, 1, kernel], data: new Float64Array(kernel) },
            bias: [0],
            groups: 1,
            paddingMode: "zeros",
            activation: "none",
            ceilMode: false,
            countIncludePad: true,
            ...line,
          },
        ],
      } as const;
      return coverCounts(traceOf(document));
    };
    expect(counts(3)).toEqual([1, 1, 2, 1, 2, 1, 2, 1, 1]);
    expect(counts(4)).toEqual([1, 1, 2, 2, 2, 2, 2, 2, 1, 1]);
  });
});

function productOf({ source, input, weight }: NaiveTerm): number {
  return source ? input * weight : 0;
}
