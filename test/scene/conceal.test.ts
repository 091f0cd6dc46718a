import { describe, expect, test } from "vitest";
import { boardOf } from "../../src/scene/board";
import { frameAt } from "../../src/scene/frame";
import { seriesChart } from "../../src/scene/seriesChart";
import { documentWith, layerWith } from "../trace/documents";

const ROOM = { width: 1200, height: 800, large: false };
const texts = (cells: readonly { readonly text: string }[]) => cells.map(({ text }) => text);

describe("outputs that are to be predicted", () => {
  const document = documentWith({});

  test("say a question mark, and those that were revealed their number", () => {
    const { output } = boardOf(document, ROOM, { readCounts: false, revealed: [2] });
    expect(texts(output[0]?.cells ?? [])).toEqual(["?", "?", "37", "?"]);
  });

  test("of none hidden say their numbers", () => {
    const { output } = boardOf(document, ROOM, { readCounts: false, revealed: null });
    expect(texts(output[0]?.cells ?? [])).toEqual(["19", "25", "37", "43"]);
  });

  test("the sum under the products tells nothing of a hidden one, at any moment", () => {
    const board = boardOf(document, ROOM, { readCounts: false, revealed: [1] });
    for (const position of [0, 2, 2.25, 2.5, 2.75, 3]) {
      for (const { value } of frameAt(board, position, false).sums) expect(["", "?"]).toContain(value);
    }
    expect(frameAt(board, 1, false).sums.map(({ value }) => value)).toEqual(["25"]);
  });

  test("the largest number of a hidden maximum is not set apart", () => {
    const pooled = layerWith({
      input: [
        [
          [3, 1],
          [2, 4],
        ],
      ],
      weight: [
        [
          [
            [1, 1],
            [1, 1],
          ],
        ],
      ],
      op: "max-pool",
    });
    const states = (revealed: readonly number[]) => {
      const [cells = []] = frameAt(boardOf(pooled, ROOM, { readCounts: false, revealed }), 0, true).products;
      return cells.map(({ state }) => state ?? "");
    };
    expect(states([])).toEqual(["", "", "", ""]);
    expect(states([0])).toEqual(["", "", "", "winner"]);
  });

  test("stamps of a transposed layer don't fill hidden cells", () => {
    const stamped = layerWith({
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
    const board = boardOf(stamped, ROOM, { readCounts: false, revealed: [8] });
    const last = texts(frameAt(board, 3, false).outputs?.[0] ?? []);
    expect(last).toEqual(["?", "?", "?", "?", "?", "?", "?", "?", "9"]);
  });

  test("the line of a series stops before the first hidden output", () => {
    const series = layerWith({ input: [[3, 6, 0, 9, 3]], weight: [[[1, 1, 1]]] });
    const { layout } = boardOf(series, ROOM, { readCounts: false });
    const points = (revealed: readonly number[]) =>
      seriesChart(series, layout, 3, revealed)?.paths.find(({ key }) => key === "output-points-0")?.d ?? "";
    expect(points([]).split("z").length - 1).toBe(0);
    expect(points([0, 2]).split("z").length - 1).toBe(1);
    expect(points([0, 1, 2]).split("z").length - 1).toBe(3);
  });
});
