import fc from "fast-check";
import { expect, test } from "vitest";
import { predictionTerms } from "../../src/trace/predictionTerms";
import { trainingFacts } from "../../src/trace/trainingFacts";
import { EDGE_IMAGE, learning, planFor, plans } from "./trainings";

test("the window's numbers stand with the weights that lie on them", () => {
  const plan = planFor(learning(EDGE_IMAGE));
  const weights = Float64Array.of(0.36, -0.36);
  const facts = trainingFacts(plan, weights);
  // Row 0 of the image is 1 1 0 0 0 0 1 1.
  expect(predictionTerms(plan, facts, weights, [0, 0, 1])).toEqual({
    terms: [
      { x: 1, weight: 0.36 },
      { x: 0, weight: -0.36 },
    ],
    bias: null,
    sum: 0.36,
  });
});

test("the terms add up to the prediction, whatever is learned", () => {
  fc.assert(
    fc.property(plans(), fc.nat(), ({ plan, parameters }, at) => {
      const facts = trainingFacts(plan, parameters);
      const { shape, data } = facts.outputs.at(-1) ?? { shape: [], data: [] };
      const [, , rows = 1, columns = 1] = shape;
      const index = at % data.length;
      const place = [
        Math.floor(index / (rows * columns)),
        Math.floor(index / columns) % rows,
        index % columns,
      ] as const;
      const { terms, bias, sum } = predictionTerms(plan, facts, parameters, place);
      expect(sum).toBeCloseTo(data[index] ?? Number.NaN, 8);
      expect(terms.reduce((all, { x, weight }) => all + x * weight, bias ?? 0)).toBeCloseTo(sum, 8);
    }),
  );
});
