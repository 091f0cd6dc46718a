import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureEn } from "../../src/content/messages/figure.en";
import type { Pads } from "../../src/core/options";
import type { ConvDocument } from "../../src/model/document";
import { boardOf } from "../../src/scene/board";
import { type Layout, layoutOf, type Place, type Sheet } from "../../src/scene/layout";
import type { LabelMark } from "../../src/scene/marks";
import { formatMessage } from "../../src/ui/i18n";
import { counting, documentWith, evenPads, filled } from "../trace/documents";
import { boxes, shapes } from "./shapes";

interface Area {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const RUNS = { numRuns: 200 };
/** For the properties that look at every label. */
const FEWER = { numRuns: 80 };

function areaOf(name: string, { x, y, cell, rows, columns }: Place): Area {
  return { name, left: x, top: y, right: x + columns * cell, bottom: y + rows * cell };
}

/** The sheets of a figure that has one of each grid. */
function singleOf({ sheets }: Layout) {
  const only = (list: readonly Sheet[]): Sheet => {
    const [sheet] = list;
    if (!sheet || list.length > 1) throw new Error(`${list.length} sheets`);
    return sheet;
  };
  return {
    input: only(sheets.input),
    kernel: only(sheets.kernel),
    products: only(sheets.products),
    output: only(sheets.output),
  };
}

/** The grids, the input with its ring. */
function gridAreas({ layers: [layer] }: ConvDocument, layout: Layout): readonly Area[] {
  const [[top, bottom], [left, right]] = layer.padding as unknown as [Pads, Pads];
  const sheets = singleOf(layout);
  const input = areaOf("input", sheets.input);
  const { cell } = sheets.input;
  return [
    {
      name: "input",
      left: input.left - left * cell,
      top: input.top - top * cell,
      right: input.right + right * cell,
      bottom: input.bottom + bottom * cell,
    },
    areaOf("kernel", sheets.kernel),
    ...layout.sheets.lens.map((sheet) => areaOf("lens", sheet)),
    areaOf("products", sheets.products),
    areaOf("output", sheets.output),
  ];
}

/** Sizes of the style sheet, in pixels; letters as wide as in the common sans-serif fonts. */
function labelArea(label: LabelMark, large: boolean): Area {
  const [kind = ""] = label.className.split(" ");
  const sizes: Record<string, readonly [number, number]> = {
    title: [14, 24],
    shape: [12, 20],
    caption: [12, 20],
    ruler: [10, 17],
  };
  const size = sizes[kind]?.[large ? 1 : 0] ?? Number.NaN;
  const catalogue = { language: "en", messages: figureEn } as const;
  const text = label.parts
    .map((part) => (part.message ? formatMessage(catalogue, part.message, part.values) : (part.text ?? "")))
    .join("");
  const width =
    size * [...text].reduce((sum, letter) => sum + (/[ ,:fijlrt\u2002]/.test(letter) ? 0.34 : 0.58), 0);
  const left = label.anchor === "middle" ? label.x - width / 2 : label.x;
  const central = kind === "caption" || kind === "ruler";
  const top = central ? label.y - size / 2 : label.y - 0.8 * size;
  return { name: `${label.key} "${text}"`, left, top, right: left + width, bottom: top + size };
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

describe("for any document in any room", () => {
  test("the figure fits, and every grid lies in it", () => {
    fc.assert(
      fc.property(shapes, boxes, (document, box) => {
        const layout = layoutOf(document, box);
        expect(layout.width).toBeLessThanOrEqual(box.width);
        if (box.height > 0) expect(layout.height).toBeLessThanOrEqual(box.height);
        for (const { left, top, right, bottom } of gridAreas(document, layout)) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(layout.width);
          expect(bottom).toBeLessThanOrEqual(layout.height);
        }
      }),
      RUNS,
    );
  });

  test("no grid lies on another", () => {
    fc.assert(
      fc.property(shapes, boxes, (document, box) => {
        expect(overlaps(gridAreas(document, layoutOf(document, box)))).toEqual([]);
      }),
      RUNS,
    );
  });

  test("no name, shape or caption lies on a grid or on another", () => {
    fc.assert(
      fc.property(shapes, boxes, (document, box) => {
        const { layout, labels } = boardOf(document, box, { readCounts: false });
        const areas = labels.filter(({ className }) => className !== "ruler");
        const words = areas.map((label) => labelArea(label, box.large));
        expect(overlaps(words, gridAreas(document, layout))).toEqual([]);
        // A title stands over its own shape, whose lines touch.
        const [titles, others] = [
          words.filter((_, i) => isTitle(areas[i])),
          words.filter((_, i) => !isTitle(areas[i])),
        ];
        expect([...overlaps(titles), ...overlaps(others)]).toEqual([]);
      }),
      FEWER,
    );
  });

  test("no index lies on a grid", () => {
    fc.assert(
      fc.property(shapes, boxes, (document, box) => {
        const { layout, labels } = boardOf(document, box, { readCounts: false });
        const indices = labels.filter(({ className }) => className === "ruler");
        expect(
          overlaps(
            indices.map((label) => labelArea(label, box.large)),
            gridAreas(document, layout),
          ),
        ).toEqual([]);
      }),
      FEWER,
    );
  });

  test("input and output have cells of one size", () => {
    fc.assert(
      fc.property(shapes, boxes, (document, box) => {
        const { input, output, kernel, products } = singleOf(layoutOf(document, box));
        expect(output.cell).toBe(input.cell);
        expect(products.cell).toBe(kernel.cell);
      }),
      RUNS,
    );
  });
});

function isTitle(label: LabelMark | undefined): boolean {
  return label?.className.startsWith("title") ?? false;
}

describe("the digits", () => {
  const desk = { width: 832, height: 644, large: false };

  test("stand on the cells of the first view, and of 16 × 16", () => {
    for (const document of [
      documentWith({}),
      documentWith({ input: counting(16, 16), kernel: filled(3, 3, () => 1), padding: evenPads(1) }),
    ]) {
      const { input, output } = boardOf(
        document,
        { width: 1312, height: 824, large: false },
        { readCounts: false },
      );
      expect([input[0]?.digits, output[0]?.digits]).toEqual([true, true]);
    }
  });

  test("move to a lens where cells are small", () => {
    const document = documentWith({ input: counting(40, 40), kernel: filled(3, 3, () => 1) });
    const { input, lens, kernel, products } = boardOf(document, desk, { readCounts: false });
    expect(input[0]?.digits).toBe(false);
    expect([lens[0]?.digits, kernel[0]?.digits, products[0]?.digits]).toEqual([true, true, true]);
  });

  test("of a kernel of 11 × 11 are still there on a laptop", () => {
    const document = documentWith({ input: counting(40, 40), kernel: filled(11, 11, () => 1) });
    const { kernel, products } = boardOf(
      document,
      { width: 672, height: 443, large: false },
      { readCounts: false },
    );
    expect([kernel[0]?.digits, products[0]?.digits]).toEqual([true, true]);
  });

  test("are large for the last row of a room", () => {
    const room = { width: 1872, height: 900, large: true };
    const { input } = boardOf(documentWith({}), room, { readCounts: false });
    expect(input[0]?.fontSize).toBeGreaterThanOrEqual(28);
  });
});

test("grids stand below one another on a phone, beside one another on a desk", () => {
  const phoneLayout = layoutOf(documentWith({}), { width: 358, height: 0, large: false });
  expect(phoneLayout.arrangement).toBe("tall");
  const phone = singleOf(phoneLayout);
  expect(phone.kernel.y).toBeGreaterThan(phone.input.y + 3 * phone.input.cell);
  expect(phone.output.y).toBeGreaterThan(phone.products.y + 2 * phone.products.cell);
  const deskLayout = layoutOf(documentWith({}), { width: 832, height: 644, large: false });
  expect(deskLayout.arrangement).toBe("wide");
  const desk = singleOf(deskLayout);
  expect(desk.kernel.x).toBeGreaterThan(desk.input.x + 3 * desk.input.cell);
  expect(desk.output.x).toBeGreaterThan(desk.products.x + 2 * desk.products.cell);
});
