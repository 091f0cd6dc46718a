import { describe, expect, test } from "vitest";
import type { Training } from "../../src/model/training";
import {
  blameEquation,
  compareEquation,
  type EquationPiece,
  type EquationSum,
  predictEquation,
  type StepEquation,
  type StepFocus,
  startEquation,
  updateEquation,
} from "../../src/scene/stepEquation";
import { trainingFacts } from "../../src/trace/trainingFacts";
import { EDGE_IMAGE, learning, planFor } from "../trace/trainings";

// Lesson 7: at (0, 0) the loss is 12 and the gradient (−12, +12); one step of 0.03 leads to (0.36, −0.36).

function focusOf(weights: readonly number[], next: readonly number[], change: Partial<Training> = {}) {
  const plan = planFor(learning(EDGE_IMAGE, change));
  const before = Float64Array.from(weights);
  const focus: StepFocus = {
    step: 1,
    facts: trainingFacts(plan, before),
    before,
    after: Float64Array.from(next),
    cell: [0, 0, 1],
    parameters: [0, 1],
  };
  return { plan, focus };
}

function textOf({ pieces }: StepEquation): string {
  const said = ({ parts }: EquationPiece) => parts.map(({ text }) => text).join("");
  const whole = (piece: EquationPiece | EquationSum) =>
    "terms" in piece ? piece.terms.map(said).join(" + ") : said(piece);
  return pieces.map(whole).join("").replace(/ +/g, " ").trim();
}

describe("the notes' first step in numbers", () => {
  const { plan, focus } = focusOf([0, 0], [0.36, -0.36]);

  test("starts at loss 12", () => {
    expect(textOf(startEquation(plan, focus))).toBe("L = Σ(Ŷ − Y)² = 12");
  });

  test("predicts by multiplying and adding", () => {
    expect(textOf(predictEquation(plan, focus))).toBe("Ŷ0,1 = 1·0 + 0·0 = 0");
  });

  test("compares with the target: the error of one cell, and the loss", () => {
    expect(textOf(compareEquation(plan, focus))).toBe("Ŷ0,1 − Y0,1 = 0 − 1 = −1 L = Σ(Ŷ − Y)² = 12");
  });

  test("blames each weight on the windows that read a number there", () => {
    const blame = blameEquation(plan, focus);
    expect(textOf(blame)).toBe(`∂L/∂w0,0 = ${Array(6).fill("1·(−2)").join(" + ")} = −12`);
    expect(blame.words).toEqual({ key: "blame", values: { step: 1, count: 6, total: 42 } });
  });

  test("updates each weight against its gradient", () => {
    expect(textOf(updateEquation(plan, focus))).toBe(
      "w0,0 = 0 − 0.03·(−12) = 0.36 w0,1 = 0 − 0.03·12 = −0.36",
    );
  });
});

test("the mean divides the loss by the number of cells", () => {
  const { plan, focus } = focusOf([0, 0], [0, 0], { reduction: "mean" });
  expect(textOf(startEquation(plan, focus))).toBe("L = 1/42 · Σ(Ŷ − Y)² = 0.2857");
});

test("a bias and the mixing weights have letters of their own", () => {
  const weights = [1, -1, 0.5, 0, 1, 0.25, 2, 3, -1];
  const { plan, focus } = focusOf(weights, weights, { hidden: 2, withBias: true });
  const namesOf = (parameter: number) =>
    textOf(blameEquation(plan, { ...focus, parameters: [parameter] })).split(" = ")[0];
  // Weights of both hidden kernels, their biases, the mixing weights, and its bias.
  expect([0, 3, 4, 6, 7, 8].map(namesOf)).toEqual([
    "∂L/∂w0,0",
    "∂L/∂w0,1",
    "∂L/∂b",
    "∂L/∂v0",
    "∂L/∂v1",
    "∂L/∂c",
  ]);
  expect(textOf(predictEquation(plan, focus))).toMatch(/^Ŷ0,1 = \S+·2 \+ \S+·3 \+ \(−1\) = /);
});
