// @vitest-environment jsdom
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { trainingShapes } from "../scene/trainingShapes";
import { evenPads } from "../trace/documents";
import { EDGE_IMAGE, learning } from "../trace/trainings";
import { startTrainingDrawing } from "./drawing";
import { linesOf } from "./linesOf";

afterEach(() => document.body.replaceChildren());

const notes = learning(EDGE_IMAGE);
const gridsIn = (host: HTMLElement) => [...host.querySelectorAll("[role=grid]")];
const textsOf = (host: HTMLElement, grid: string) =>
  [...host.querySelectorAll(`[data-grid=${grid}] [role=gridcell]`)].map((cell) => cell.textContent);

/** The marks that a change of the drawing leaves behind. */
async function mutations(host: HTMLElement, change: () => void): Promise<readonly MutationRecord[]> {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((seen) => records.push(...seen));
  observer.observe(host, { attributes: true, childList: true, characterData: true, subtree: true });
  change();
  await Promise.resolve();
  records.push(...observer.takeRecords());
  observer.disconnect();
  return records;
}

describe("the grids", () => {
  test("have names, rows and cells to assistive technology, what is given before what is learned", () => {
    const { host, show } = startTrainingDrawing();
    show(notes, 0);
    expect(gridsIn(host).map((grid) => grid.getAttribute("aria-label"))).toEqual([
      "Input",
      "Target",
      "Target kernel",
      "Kernel",
      "Prediction",
      "Error",
    ]);
    expect(gridsIn(host).map((grid) => grid.getAttribute("aria-readonly"))).toEqual([
      null,
      null,
      null,
      null,
      "true",
      "true",
    ]);
    for (const row of host.querySelectorAll("[role=row]")) {
      expect([...row.children].every((cell) => cell.getAttribute("role") === "gridcell")).toBe(true);
    }
    expect(host.querySelectorAll("[data-grid=error] [role=row]")).toHaveLength(6);
  });

  test("have cells whose text is their number alone, the gradient outside", () => {
    const { host, show } = startTrainingDrawing();
    show(notes, 1);
    expect(textsOf(host, "kernel")).toEqual(["0.36", "\u22120.36"]);
    expect(textsOf(host, "target").slice(0, 7)).toEqual(["0", "1", "0", "0", "0", "\u22121", "0"]);
    expect(host.querySelectorAll("[role=grid] .gradient")).toHaveLength(0);
    expect(host.querySelectorAll(".gradient")).toHaveLength(2);
  });

  test("of two layers say which kernel is on screen", () => {
    const { host, show } = startTrainingDrawing();
    show(learning(EDGE_IMAGE, { hidden: 2, withBias: true, start: "uniform" }), 0);
    expect(gridsIn(host).map((grid) => grid.getAttribute("aria-label"))).toEqual([
      "Input",
      "Target",
      "Target kernel",
      "Kernel 0",
      "Bias 0",
      "Hidden map 0",
      "Mixing weights",
      "Output bias",
      "Prediction",
      "Error",
    ]);
  });

  test("have the padding around the input, not in it", () => {
    const padded = learning(EDGE_IMAGE);
    const [layer] = padded.layers;
    const { host, show } = startTrainingDrawing();
    show({ ...padded, layers: [{ ...layer, padding: evenPads(1) }] }, 0);
    expect(host.querySelectorAll("[data-grid=input] [role=gridcell]")).toHaveLength(48);
    expect(host.querySelectorAll(".ring-number").length).toBeGreaterThan(0);
    expect(host.querySelectorAll("[role=grid] .ring-number")).toHaveLength(0);
  });
});

describe("the drawing", () => {
  test("is the same whichever positions and trainings were drawn before", () => {
    const some = fc.array(trainingShapes, { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 40 }), (order, quarter) => {
        const used = startTrainingDrawing();
        for (const shown of order) used.show(shown, quarter / 4);
        const fresh = startTrainingDrawing();
        const last = order.at(-1);
        if (last) fresh.show(last, quarter / 4);
        expect(linesOf(used.host)).toEqual(linesOf(fresh.host));
      }),
      { numRuns: 6 },
    );
  });

  test("of the same frame touches nothing", async () => {
    const { host, figure, show } = startTrainingDrawing();
    const { frame } = show(notes, 2.1);
    expect(await mutations(host, () => figure.frame(frame(2.1), null))).toEqual([]);
  });

  test("of a gliding window touches no cell", async () => {
    const { host, figure, show } = startTrainingDrawing();
    const { frame } = show(notes, 2.1);
    const changes = await mutations(host, () => figure.frame(frame(2.105), null));
    const cells = changes.filter(({ target }) => (target as Element).closest?.("[role=gridcell]"));
    expect(cells).toEqual([]);
    expect(changes.length).toBeLessThan(8);
  });

  test("of a hovered weight lights it, and stops when the pointer goes", () => {
    const { host, figure, show } = startTrainingDrawing();
    const { frame } = show(notes, 0, { grid: "kernel", row: 0, column: 0 });
    expect(host.querySelectorAll(".lit.input, .lit.error")).toHaveLength(2);
    figure.frame(frame(0), null);
    expect(host.querySelectorAll(".lit, .block, .blame")).toHaveLength(0);
  });
});
