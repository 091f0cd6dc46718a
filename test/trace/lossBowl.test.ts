import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bowlLoss, lossBowlOf } from "../../src/trace/lossBowl";
import { naiveLoss } from "./naiveNetwork";
import { BLANK_PAGE, EDGE_IMAGE, learning, planFor } from "./trainings";

const bowlFor = (...recipe: Parameters<typeof learning>) => {
  const bowl = lossBowlOf(planFor(learning(...recipe)));
  if (!bowl) throw new Error("no bowl");
  return bowl;
};

describe("the bowl of two weights", () => {
  test("of the notes' image has its least loss at [1, −1] and bends by 12 and 60", () => {
    const { minimum, least, axes } = bowlFor(EDGE_IMAGE);
    expect(minimum).toEqual([1, -1]);
    expect(least).toBeCloseTo(0, 12);
    expect(axes.map(({ value }) => value)).toEqual([expect.closeTo(12, 9), expect.closeTo(60, 9)]);
    expect(axes.map(({ flat }) => flat)).toEqual([false, false]);
    const [across] = axes[0].direction;
    expect(Math.abs(across)).toBeCloseTo(Math.SQRT1_2, 9);
    expect(axes[0].direction[0]).toBeCloseTo(-axes[0].direction[1], 9);
  });

  test("of a blank page is a trench; descent from (0.6, 0.2) is led to (0.2, −0.2)", () => {
    const { minimum, least, axes } = bowlFor(BLANK_PAGE, { start: "given", startValues: [0.6, 0.2] });
    expect(minimum).toEqual([expect.closeTo(0.2, 9), expect.closeTo(-0.2, 9)]);
    expect(least).toBeCloseTo(0, 12);
    expect(axes.map(({ flat }) => flat)).toEqual([true, false]);
    expect(axes[1].value).toBeCloseTo(168, 9);
  });

  test("of an empty page is flat", () => {
    const { axes } = bowlFor(BLANK_PAGE.map((row) => row.map(() => 0)));
    expect(axes.map(({ flat }) => flat)).toEqual([true, true]);
  });

  test("gives the loss that plain loops give, at any weights of any image", () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    const image = fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(image, fc.tuple(number, number), fc.boolean(), (input, weights, mean) => {
        const recipe = learning(input, { reduction: mean ? "mean" : "sum" });
        const bowl = lossBowlOf(planFor(recipe));
        expect(bowl && bowlLoss(bowl, weights)).toBeCloseTo(naiveLoss(planFor(recipe), weights), 8);
      }),
    );
  });

  test("is there for a weight and a bias, but not for other numbers of parameters, nor for a layer that bends", () => {
    const bowl = (change: Parameters<typeof learning>[1]) =>
      lossBowlOf(planFor(learning(EDGE_IMAGE, { target: typed, ...change })));
    const typed = {
      kind: "values",
      values: { shape: [1, 1, 6, 8], data: new Float64Array(48).fill(3) },
    } as const;
    expect(bowl({ kernelSize: [1, 1], withBias: true })?.minimum).toEqual([
      expect.closeTo(0, 9),
      expect.closeTo(3, 9),
    ]);
    expect(bowl({ kernelSize: [1, 1] })).toBeNull();
    expect(bowl({ kernelSize: [1, 1], hidden: 1 })).toBeNull();
  });
});
