import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createOptimizer } from "../../src/core/optimizer";

describe("an optimiser", () => {
  const parameters = Float64Array.of(1, -2);
  const gradient = Float64Array.of(4, -8);

  it("of plain descent goes against the gradient", () => {
    const update = createOptimizer({ kind: "sgd" }, 0.25, 2);
    expect([...update(parameters, gradient)]).toEqual([0, 0]);
  });

  it("with momentum adds up what it has of earlier gradients", () => {
    const update = createOptimizer({ kind: "momentum", momentum: 0.5 }, 0.25, 2);
    const first = update(parameters, gradient);
    // Speeds 4, 0.5·4 + 4 = 6 and 0.5·6 = 3; a quarter of each is gone.
    expect([...first]).toEqual([0, 0]);
    const second = update(first, gradient);
    expect([...second]).toEqual([-1.5, 3]);
    expect([...update(second, new Float64Array(2))]).toEqual([-2.25, 4.5]);
  });

  it("by Adam moves every parameter by the rate at first, whatever its gradient", () => {
    const update = createOptimizer({ kind: "adam" }, 0.25, 2);
    const [first, second] = update(parameters, Float64Array.of(1e-3, -1e6));
    expect(first).toBeCloseTo(0.75, 5);
    expect(second).toBeCloseTo(-1.75, 10);
  });

  it("leaves what it is given alone and has its memory to itself", () => {
    const [one, other] = [1, 2].map(() => createOptimizer({ kind: "momentum", momentum: 0.5 }, 0.25, 2));
    const first = one?.(parameters, gradient);
    expect(other?.(parameters, gradient)).toEqual(first);
    expect(first).not.toBe(parameters);
    expect([...parameters, ...gradient]).toEqual([1, -2, 4, -8]);
  });
});

describe("the core's numbers", () => {
  it("are the same in every browser: nothing in them that engines may round as they like", () => {
    const folder = new URL("../../src/core/", import.meta.url);
    // IEEE 754 fixes √; all the rest here only picks or cuts.
    const alike = ["abs", "ceil", "floor", "imul", "max", "min", "sqrt"];
    for (const name of readdirSync(folder)) {
      const code = readFileSync(new URL(name, folder), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      for (const [, used] of code.matchAll(/Math\.(\w+)/g)) expect(alike, name).toContain(used);
      expect(code.replace(/\b2 \*\* -?\d+/g, ""), name).not.toContain("**");
    }
  });
});
