import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConvDocument } from "../../src/model/document";
import { cellBox } from "../../src/scene/hit";
import { type Layout, layoutOf, type Sheet } from "../../src/scene/layout";
import { layerShapes, showings } from "./layerShapes";
import { boxes } from "./shapes";

const RUNS = { numRuns: 300 };

interface Area {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All sheets, those that glide at the first window. */
function sheetsOf({ sheets, glide }: Layout, { layers: [{ padding }] }: ConvDocument): readonly Sheet[] {
  const [before] = (padding as readonly (readonly [number, number])[]).at(-1) ?? [0];
  const slid = [...sheets.kernel, ...sheets.products].map((sheet) => ({
    ...sheet,
    x: sheet.x - glide * before,
  }));
  return [...sheets.input, ...slid, ...sheets.lens, ...sheets.output];
}

/** The upright box around a sheet, of its first and last cells in every corner. */
function areaOf(sheet: Sheet): Area {
  const [row, column] = [sheet.rows - 1, sheet.columns - 1];
  const corners = [
    cellBox(sheet, 0, 0),
    cellBox(sheet, 0, column),
    cellBox(sheet, row, 0),
    cellBox(sheet, row, column),
  ];
  return {
    name: `${sheet.grid} ${sheet.channel} ${sheet.depth}`,
    left: Math.min(...corners.map(({ x }) => x)),
    top: Math.min(...corners.map(({ y }) => y)),
    right: Math.max(...corners.map(({ x, width }) => x + width)),
    bottom: Math.max(...corners.map(({ y, height }) => y + height)),
  };
}

/** Grown by the padding around it. */
function ringed(sheet: Sheet, { layers: [layer] }: ConvDocument): Area {
  const area = areaOf(sheet);
  const side = layer.op === "transposed" ? "output" : "input";
  if (sheet.grid !== side || sheet.skew || layer.op === "transposed") return area;
  const pads = layer.padding as readonly (readonly [number, number])[];
  const [left, right] = pads.at(-1) ?? [0, 0];
  const [top, bottom] = pads.length > 1 ? (pads.at(-2) ?? [0, 0]) : [0, 0];
  return {
    ...area,
    left: area.left - left * sheet.cell,
    right: area.right + right * sheet.cell,
    top: area.top - top * sheet.cell,
    bottom: area.bottom + bottom * sheet.cell,
  };
}

function overlaps(areas: readonly Area[]): string[] {
  const found: string[] = [];
  const slack = 1e-6;
  for (const [i, a] of areas.entries()) {
    for (const b of areas.slice(i + 1)) {
      const apart =
        a.right <= b.left + slack ||
        b.right <= a.left + slack ||
        a.bottom <= b.top + slack ||
        b.bottom <= a.top + slack;
      if (!apart) found.push(`${a.name} and ${b.name}`);
    }
  }
  return found;
}

describe("for any layer in any room, however it is shown", () => {
  test("the figure fits, and every sheet with its ring lies in it", () => {
    fc.assert(
      fc.property(layerShapes, boxes, showings, (document, box, shown) => {
        const layout = layoutOf(document, box, shown);
        expect(layout.width).toBeLessThanOrEqual(box.width);
        if (box.height > 0) expect(layout.height).toBeLessThanOrEqual(box.height);
        for (const sheet of [...sheetsOf(layout, document), ...layout.padding]) {
          const area = ringed(sheet, document);
          expect(area.left).toBeGreaterThanOrEqual(-1e-6);
          expect(area.top).toBeGreaterThanOrEqual(-1e-6);
          expect(area.right).toBeLessThanOrEqual(layout.width + 1e-6);
          expect(area.bottom).toBeLessThanOrEqual(layout.height + 1e-6);
        }
      }),
      RUNS,
    );
  });

  test("no sheet lies on another, unless they are seen in perspective", () => {
    fc.assert(
      fc.property(layerShapes, boxes, showings, (document, box, shown) => {
        const layout = layoutOf(document, box, { ...shown, depthView: "slices" });
        const areas = [...sheetsOf(layout, document), ...layout.padding].map((sheet) =>
          ringed(sheet, document),
        );
        expect(overlaps(areas)).toEqual([]);
      }),
      RUNS,
    );
  });
});
