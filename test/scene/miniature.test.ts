import { describe, expect, test } from "vitest";
import { glossary } from "../../src/content/glossary";
import { presetDocument } from "../../src/content/presets";
import { readAddress } from "../../src/model/address";
import { miniatureOf, miniatureSteps } from "../../src/scene/miniature";
import { layerWith } from "../trace/documents";

const texts = (mini: ReturnType<typeof miniatureOf>, grid: string) =>
  mini.grids.filter((each) => each.grid === grid).map(({ cells }) => cells.map(({ text }) => text).join(" "));

describe("a miniature", () => {
  test("shows the outputs up to its step, and the window where the step reads", () => {
    const document = layerWith({
      input: [
        [
          [0, 1, 2],
          [3, 4, 5],
          [6, 7, 8],
        ],
      ],
      weight: [
        [
          [
            [0, 1],
            [2, 3],
          ],
        ],
      ],
    });
    const mini = miniatureOf(document, 2);
    expect(texts(mini, "output")).toEqual(["19 25 37 "]);
    expect(mini.windows).toEqual([{ x: 0, y: 1, width: 2, height: 2 }]);
    expect(miniatureSteps(document)).toBe(4);
  });

  test("has a grid and a window for every channel", () => {
    const document = layerWith({
      input: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [10, 20],
          [30, 40],
        ],
      ],
      weight: [
        [
          [
            [1, 1],
            [1, 1],
          ],
          [
            [1, 1],
            [1, 1],
          ],
        ],
      ],
    });
    const mini = miniatureOf(document, 0);
    expect(texts(mini, "input")).toEqual(["1 2 3 4", "10 20 30 40"]);
    expect(texts(mini, "output")).toEqual(["110"]);
    expect(mini.windows.length).toBe(2);
  });

  test("of a transposed layer adds up stamps, its window over the output", () => {
    const document = layerWith({
      input: [
        [
          [0, 1],
          [2, 3],
        ],
      ],
      weight: [
        [
          [
            [0, 1],
            [2, 3],
          ],
        ],
      ],
      op: "transposed",
    });
    // Lesson 20: the four stamps together.
    expect(texts(miniatureOf(document, 3), "output")).toEqual(["0 0 1 0 4 6 4 12 9"]);
    expect(texts(miniatureOf(document, 1), "output")).toEqual(["0 0 1 0 2 3 0 0 0"]);
  });

  test.each(Object.entries(glossary))(
    "of %s has grids that don't overlap, inside its frame",
    (_, { figure }) => {
      const { document } = readAddress(figure, "", presetDocument).state;
      for (let step = 0; step < miniatureSteps(document); step++) {
        const { width, height, grids, windows } = miniatureOf(document, step);
        grids.forEach((grid, i) => {
          const next = grids[i + 1];
          if (next) expect(grid.x + grid.columns).toBeLessThan(next.x);
          expect(grid.y).toBeGreaterThanOrEqual(0);
          expect(grid.y + grid.rows).toBeLessThanOrEqual(height);
        });
        for (const box of windows) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width + 1e-9);
          expect(box.y + box.height).toBeLessThanOrEqual(height + 1e-9);
        }
      }
    },
  );
});
