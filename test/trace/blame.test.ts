import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blameOf } from "../../src/trace/blame";
import { parameterPlaces } from "../../src/trace/parameterPlaces";
import { trainingFacts } from "../../src/trace/trainingFacts";
import { trainingPlanOf } from "../../src/trace/trainingPlan";
import { activePattern, naiveLoss } from "./naiveNetwork";
import { EDGE_IMAGE, learning, planFor, plans } from "./trainings";

const RUNS = { numRuns: 120 };
const H = 1e-4;

describe("the facts of a set of weights", () => {
  test("have the loss of plain loops", () => {
    fc.assert(
      fc.property(plans(), ({ plan, parameters }) => {
        const loss = naiveLoss(plan, parameters);
        expect(trainingFacts(plan, parameters).loss / (1 + loss)).toBeCloseTo(loss / (1 + loss), 12);
      }),
      RUNS,
    );
  });

  test("are computed once for each array, and anew for another plan", () => {
    const plan = planFor(learning(EDGE_IMAGE));
    expect(trainingFacts(plan, plan.start)).toBe(trainingFacts(plan, plan.start));
    const other = planFor(learning(EDGE_IMAGE, { reduction: "mean" }));
    expect(trainingFacts(other, plan.start).loss).toBeCloseTo(12 / 42, 12);
  });
});

describe("blame", () => {
  test("of every parameter adds up to the slope of the loss", () => {
    fc.assert(
      fc.property(plans(), ({ plan, parameters }) => {
        const facts = trainingFacts(plan, parameters);
        const pattern = activePattern(plan, parameters);
        parameters.forEach((value, index) => {
          const [less, more] = [-H, H].map((step) => parameters.with(index, value + step));
          if (!less || !more) throw new Error("two neighbours");
          if ([less, more].some((near) => activePattern(plan, near) !== pattern)) return;
          const slope = (naiveLoss(plan, more) - naiveLoss(plan, less)) / (2 * H);
          const { sum } = blameOf(plan, facts, index);
          // What rounding leaves of two losses, taken from each other.
          const room = 1e-6 * (1 + Math.abs(slope)) + (1e-15 * facts.loss) / H;
          expect(Math.abs(sum - slope)).toBeLessThanOrEqual(room);
          expect(facts.gradient[index]).toBeCloseTo(sum, 6);
        });
      }),
      RUNS,
    );
  });

  test("has a term for each window, with the cell under the weight", () => {
    fc.assert(
      fc.property(plans(), ({ plan, parameters }) => {
        const facts = trainingFacts(plan, parameters);
        const [rows = 0, columns = 0] = plan.problem.target.shape.slice(2);
        const width = plan.problem.input.shape[3] as number;
        for (const [index, place] of parameterPlaces(plan).entries()) {
          const { layer, terms, sum } = blameOf(plan, facts, index);
          expect(layer).toBe(place.layer);
          expect(terms.map(({ outRow, outColumn }) => outRow * columns + outColumn)).toEqual(
            Array.from({ length: rows * columns }, (_, i) => i),
          );
          expect(terms.reduce((all, { product }) => all + product, 0)).toBe(sum);
          for (const { row, column, x, delta, product } of terms) {
            expect(product).toBe(x * delta + 0);
            if (row < 0) expect([column, x]).toEqual([-1, 0]);
            else if (place.kind === "bias") expect(x).toBe(1);
            else if (layer === 0) expect(x).toBe(plan.problem.input.data[row * width + column]);
          }
        }
      }),
      RUNS,
    );
  });

  test("of the notes' first step: −12 and 12, from the two edges alone", () => {
    const plan = planFor(learning(EDGE_IMAGE));
    const facts = trainingFacts(plan, plan.start);
    const blames = [0, 1].map((index) => blameOf(plan, facts, index));
    expect(blames.map(({ sum }) => sum)).toEqual([-12, 12]);
    const pulls = blames.map(({ terms }) => terms.filter(({ product }) => product !== 0));
    expect(
      pulls.map((terms) => new Set(terms.map(({ column, outColumn }) => `${column}>${outColumn}`))),
    ).toEqual([new Set(["1>1"]), new Set(["6>5"])]);
  });

  test("of a turned kernel reads the cell at the other end of the window", () => {
    const document = learning(EDGE_IMAGE);
    const [layer] = document.layers;
    const plan = planFor({ ...document, layers: [{ ...layer, op: "conv-flipped" }] });
    const { terms } = blameOf(plan, trainingFacts(plan, plan.start), 0);
    expect([terms[0]?.outColumn, terms[0]?.column]).toEqual([0, 1]);
  });

  test("of a parameter that isn't there is refused", () => {
    const plan = planFor(learning(EDGE_IMAGE));
    const facts = trainingFacts(plan, plan.start);
    for (const index of [-1, 2, 0.5]) expect(() => blameOf(plan, facts, index)).toThrow(RangeError);
  });
});

describe("the places of the parameters", () => {
  test("are in PyTorch's order: each layer's weight before its bias", () => {
    const plan = planFor(learning(EDGE_IMAGE, { hidden: 2, withBias: true }));
    expect(
      parameterPlaces(plan).map((p) => [p.layer, p.kind, p.out, p.in, p.row, p.column].join(" ")),
    ).toEqual([
      "0 weight 0 0 0 0",
      "0 weight 0 0 0 1",
      "0 weight 1 0 0 0",
      "0 weight 1 0 0 1",
      "0 bias 0 0 0 0",
      "0 bias 1 0 0 0",
      "1 weight 0 0 0 0",
      "1 weight 0 1 0 0",
      "1 bias 0 0 0 0",
    ]);
    expect(parameterPlaces(plan)).toHaveLength(plan.start.length);
    expect(parameterPlaces(plan)).toBe(parameterPlaces(plan));
  });
});

describe("a plan", () => {
  test("stays the same while input, layer and training do", () => {
    const document = learning(EDGE_IMAGE);
    expect(trainingPlanOf({ ...document })).toBe(trainingPlanOf(document));
    const [layer] = document.layers;
    const turned = trainingPlanOf({ ...document, layers: [{ ...layer, op: "conv-flipped" }] });
    expect(turned).not.toBe(trainingPlanOf(document));
    expect(turned?.problem.network[0]?.flipped).toBe(true);
  });

  test("is none where the kernel is larger than the picture", () => {
    expect(trainingPlanOf(learning([[1]]))).toBeNull();
    expect(trainingPlanOf(learning([[1]]))).toBeNull();
  });

  test("of true convolution has the same target as one of cross-correlation", () => {
    const document = learning(EDGE_IMAGE);
    const [layer] = document.layers;
    const turned = planFor({ ...document, layers: [{ ...layer, op: "conv-flipped" }] });
    expect(turned.problem.target.data).toEqual(planFor(document).problem.target.data);
  });
});
