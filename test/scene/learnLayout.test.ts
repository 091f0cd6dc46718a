import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learnEn } from "../../src/content/messages/learn.en";
import { type Box, DIGITS_FROM, type Place } from "../../src/scene/layout";
import { type LearnBoard, learnBoardOf } from "../../src/scene/learnBoard";
import { mapFont, numberTexts, weightFont, widthOf } from "../../src/scene/learnTexts";
import type { LabelMark } from "../../src/scene/marks";
import { formatMessage } from "../../src/ui/i18n";
import { EDGE_IMAGE, learning, planFor } from "../trace/trainings";
import { trainingShapes } from "./trainingShapes";

interface Area {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const RUNS = { numRuns: 150 };

/** Stages on screens from 320 to 1440 pixels wide, and in a room; below 640 the height is free. */
const boxes: fc.Arbitrary<Box> = fc.oneof(
  fc.integer({ min: 288, max: 639 }).map((width) => ({ width, height: 0, large: false })),
  fc.record({
    width: fc.integer({ min: 640, max: 1408 }),
    height: fc.integer({ min: 340, max: 700 }),
    large: fc.constant(false),
  }),
  fc.record({
    width: fc.integer({ min: 900, max: 1900 }),
    height: fc.integer({ min: 600, max: 1000 }),
    large: fc.constant(true),
  }),
);

const sights = fc.boolean().map((showTarget) => ({ channel: 0, hiddenChannel: 0, showTarget }));

const anyBoard = fc
  .record({ document: trainingShapes, box: boxes, sight: sights })
  .map(({ document, box, sight }) => learnBoardOf(planFor(document), sight, box, null));

function areaOf(name: string, { x, y, cell, rows, columns }: Place): Area {
  return { name, left: x, top: y, right: x + columns * cell, bottom: y + rows * cell };
}

/** The grids, the input with its ring. */
function gridAreas({ plan, layout }: LearnBoard): readonly Area[] {
  return Object.entries(layout.places).map(([grid, place]) => {
    const area = areaOf(grid, place);
    if (grid !== "input") return area;
    const [[top, bottom] = [0, 0], [left, right] = [0, 0]] = plan.layer.axes.map(({ padding }) => padding);
    return {
      ...area,
      left: area.left - left * place.cell,
      top: area.top - top * place.cell,
      right: area.right + right * place.cell,
      bottom: area.bottom + bottom * place.cell,
    };
  });
}

/** Sizes of the style sheet, in pixels; letters as wide as in the common sans-serif fonts. */
function labelArea(label: LabelMark, large: boolean): Area {
  const [kind = ""] = label.className.split(" ");
  const sizes: Record<string, readonly [number, number]> = {
    title: [14, 24],
    beside: [17, 27],
    caption: [12, 20],
    ruler: [10, 17],
  };
  const size = sizes[kind]?.[large ? 1 : 0] ?? Number.NaN;
  const catalogue = { language: "en", messages: learnEn } as const;
  const texts = label.parts.map(({ message, text, values, className }) => {
    const words = message ? formatMessage(catalogue, message, values) : (text ?? "");
    const part = className === "title-shape" ? size * (12 / 14) : size;
    return {
      words,
      width:
        part *
        [...words].reduce((sum, letter) => sum + (/[ ,:fijlrt\u2002\u2003]/.test(letter) ? 0.4 : 0.6), 0),
    };
  });
  const width = texts.reduce((sum, text) => sum + text.width, 0);
  const left = label.anchor === "middle" ? label.x - width / 2 : label.x;
  const top = kind === "title" ? label.y - 0.8 * size : label.y - size / 2;
  const name = `${label.key} "${texts.map(({ words }) => words).join("")}"`;
  return { name, left, top, right: left + width, bottom: top + size };
}

function overlaps(areas: readonly Area[], others: readonly Area[] = areas): string[] {
  const found: string[] = [];
  for (const [i, a] of areas.entries()) {
    for (const b of others === areas ? areas.slice(i + 1) : others) {
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      if (!apart) found.push(`${a.name} and ${b.name}`);
    }
  }
  return found;
}

describe("for any training in any room", () => {
  test("the figure fits, and every grid lies in it", () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const { layout, box } = board;
        expect(layout.width).toBeLessThanOrEqual(box.width);
        if (box.height > 0) expect(layout.height).toBeLessThanOrEqual(box.height);
        for (const { left, top, right, bottom } of gridAreas(board)) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(layout.width);
          expect(bottom).toBeLessThanOrEqual(layout.height);
        }
      }),
      RUNS,
    );
  });

  test("no grid lies on another, and no name, index or line on a grid or on another word", () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const grids = gridAreas(board);
        const words = board.labels.map((label) => labelArea(label, board.box.large));
        const indices = words.filter((_, i) => board.labels[i]?.className === "ruler");
        const names = words.filter((_, i) => board.labels[i]?.className !== "ruler");
        expect(overlaps(grids)).toEqual([]);
        expect(overlaps(words, grids)).toEqual([]);
        expect(overlaps(names)).toEqual([]);
        expect(overlaps(names, indices)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("digits are of 8 pixels or more, or not there", () => {
    fc.assert(
      fc.property(anyBoard, ({ grids }) => {
        for (const { digits, fontSize, place, folded } of grids) {
          if (digits) expect(fontSize).toBeGreaterThanOrEqual(8);
          if (digits) expect(place.cell).toBeGreaterThanOrEqual(12);
          if (folded) expect(digits).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

describe("the notes' recipe", () => {
  const plan = planFor(learning(EDGE_IMAGE));
  const sight = { channel: 0, hiddenChannel: 0, showTarget: true };
  const boardIn = (width: number, height: number) =>
    learnBoardOf(plan, sight, { width, height, large: false }, null);

  test.each([
    [816, 420],
    [816, 560],
    [716, 352],
    [358, 0],
    [288, 0],
  ])("has legible numbers in every grid of a stage of %i × %i", (width, height) => {
    const { grids } = boardIn(width, height);
    expect(grids.map(({ grid }) => grid)).toEqual([
      "input",
      "target",
      "targetKernel",
      "kernel",
      "prediction",
      "error",
    ]);
    expect(grids.every(({ digits }) => digits)).toBe(true);
  });

  test("stands on one screen of a phone, two maps side by side", () => {
    const { layout } = boardIn(358, 0);
    expect(layout.arrangement).toBe("pairs");
    expect(layout.height).toBeLessThan(520);
    expect(layout.places.prediction?.y).toBe(layout.places.input?.y);
    expect(layout.places.error?.y).toBe(layout.places.target?.y);
  });

  test("has the maps below one another on the narrowest, where they would be illegible side by side", () => {
    const { layout } = boardIn(288, 0);
    expect(layout.arrangement).toBe("stack");
    expect(layout.places.input?.cell).toBeGreaterThanOrEqual(DIGITS_FROM);
  });
});

describe("numbers in cells", () => {
  test.each([
    [76, weightFont(76), 0.98847, "0.9885"],
    [76, weightFont(76), -0.98847, "\u22120.9885"],
    [44, weightFont(44), -0.98847, "\u22120.99"],
    [40, mapFont(40), -0.36, "\u22120.36"],
    [24, mapFont(24), 0.36, ".36"],
    [24, mapFont(24), 12, "12"],
    [24, mapFont(24), 0, "0"],
    [24, mapFont(24), 3e-17, "0"],
  ])("of %i pixels at %d: %d is %j", (cell, font, value, text) => {
    expect(numberTexts([value], cell, font)).toEqual([text]);
  });

  test("stay within them", () => {
    const values = fc.oneof(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: -2, max: 2, noNaN: true }),
    );
    fc.assert(
      fc.property(values, fc.integer({ min: 30, max: 80 }), (value, cell) => {
        const [text = ""] = numberTexts([value], cell, mapFont(cell));
        expect(widthOf(text) * mapFont(cell)).toBeLessThanOrEqual(cell * 1.05);
      }),
    );
  });
});
