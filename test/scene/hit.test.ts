import fc from "fast-check";
import { expect, test } from "vitest";
import { cellAtPoint, cornerOf, pointOn } from "../../src/scene/hit";
import { layoutOf } from "../../src/scene/layout";
import { layerShapes, showings } from "./layerShapes";
import { boxes } from "./shapes";

test("a point of a sheet is found where it was placed, in perspective too", () => {
  const sides = fc.tuple(fc.integer({ min: -3, max: 60 }), fc.integer({ min: -3, max: 60 }));
  fc.assert(
    fc.property(layerShapes, boxes, showings, sides, (document, box, shown, [row, column]) => {
      const { input, output } = layoutOf(document, box, shown).sheets;
      for (const sheet of [...input, ...output]) {
        const [x, y] = cornerOf(sheet, row / 2, column / 2);
        const point = pointOn(sheet, x, y);
        expect(point.row).toBeCloseTo(row / 2, 6);
        expect(point.column).toBeCloseTo(column / 2, 6);
      }
    }),
    { numRuns: 100 },
  );
});

test("the middle of each cell belongs to it where no sheet covers another", () => {
  fc.assert(
    fc.property(layerShapes, boxes, showings, (document, box, shown) => {
      const layout = layoutOf(document, box, { ...shown, depthView: "slices" });
      const { input, kernel, products, output } = layout.sheets;
      for (const sheet of [...input, ...kernel, ...products, ...output]) {
        const { grid, channel, depth, rows, columns, cell } = sheet;
        const [row, column] = [rows - 1, columns - 1];
        const [x, y] = cornerOf(sheet, row, column);
        expect(cellAtPoint(layout, x + cell / 2, y + cell / 2)).toEqual({
          grid,
          channel,
          depth,
          row,
          column,
        });
      }
    }),
    { numRuns: 100 },
  );
});
