import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Board, boardOf } from "../../src/scene/board";
import { type Frame, frameAt, type SheetWindow } from "../../src/scene/frame";
import { highlightsOf } from "../../src/scene/highlight";
import { cellBox, cellOutline } from "../../src/scene/hit";
import type { Sheet } from "../../src/scene/layout";
import { stepCell } from "../../src/trace/terms";
import { layerDocuments } from "../trace/documents";
import { type NaiveTerm, naiveLayer } from "../trace/naiveLayers";
import { showings } from "./layerShapes";
import { boxes } from "./shapes";

const RUNS = { numRuns: 120 };
/** Cells outside a sheet that are tried too: padding, and what lies past it. */
const AROUND = 8;

interface Scene {
  readonly board: Board;
  readonly frame: Frame;
  readonly step: number;
  /** What a plain loop says of the step. */
  readonly terms: readonly NaiveTerm[];
}

const scenes: fc.Arbitrary<Scene> = fc
  .tuple(layerDocuments(), boxes, showings, fc.nat())
  .map(([document, box, shown, pick]) => {
    const { steps } = naiveLayer(document);
    const step = pick % steps.length;
    const board = boardOf(document, box, { ...shown, step, readCounts: false });
    return { board, frame: frameAt(board, step, false), step, terms: steps[step] ?? [] };
  });

const nameOf = (...cell: readonly number[]) => cell.join(",");

/** The cells of a window's sheet whose middle lies under its frame, where a weight is. */
function cellsUnder({ sheet, dilation, ...window }: SheetWindow): string[] {
  const found: string[] = [];
  for (let row = -AROUND; row < sheet.rows + AROUND; row++) {
    for (let column = -AROUND; column < sheet.columns + AROUND; column++) {
      const isOnGrid = (row - window.row) % dilation[0] === 0 && (column - window.column) % dilation[1] === 0;
      if (isOnGrid && isUnder(sheet, window, row, column))
        found.push(nameOf(sheet.channel, sheet.depth, row, column));
    }
  }
  return found;
}

function isUnder(
  sheet: Sheet,
  window: Omit<SheetWindow, "sheet" | "dilation">,
  row: number,
  column: number,
): boolean {
  if (sheet.skew) {
    const [down, across] = [row + 0.5 - window.row, column + 0.5 - window.column];
    return down > 0 && down < window.rows && across > 0 && across < window.columns;
  }
  const x = sheet.x + (column + 0.5) * sheet.cell;
  const y = sheet.y + (row + 0.5) * sheet.cell;
  return x > window.x && x < window.x + window.width && y > window.y && y < window.y + window.height;
}

/** The numbers of a link's path. */
const numbersOf = (d: string) => [...d.matchAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g)].map(Number);

describe("at every step of any layer, however it is shown", () => {
  test("the windows lie on the cells that a loop reads or stamps, as far as these are on show", () => {
    fc.assert(
      fc.property(scenes, ({ board: { layout }, frame, terms }) => {
        const shown = new Set(
          [...layout.sheets.input, ...layout.sheets.output, ...layout.padding].map(({ channel }) => channel),
        );
        const side = frame.windows[0]?.sheet.grid ?? "input";
        const onShow = new Set(layout.sheets[side].map(({ channel }) => channel));
        const read = terms.map(({ place }) => place).filter(([channel]) => onShow.has(channel));
        expect(shown.size).toBeGreaterThan(0);
        const under = new Set(frame.windows.flatMap(cellsUnder));
        for (const place of read) expect(under).toContain(nameOf(...place));
      }),
      RUNS,
    );
  });

  test("and on no others, but where pooling passes over the padding", () => {
    fc.assert(
      fc.property(scenes, ({ board, frame, terms }) => {
        const pools = board.document.layers[0].op.endsWith("pool");
        const read = new Set(terms.map(({ place }) => nameOf(...place)));
        for (const window of frame.windows) {
          const isInside = (cell: string) => {
            const [, depth = 0, row = 0, column = 0] = cell.split(",").map(Number);
            const { rows, columns } = window.sheet;
            const depths = board.layout.sheets[window.sheet.grid].map((sheet) => sheet.depth);
            return depths.includes(depth) && row >= 0 && row < rows && column >= 0 && column < columns;
          };
          const cells = cellsUnder(window);
          for (const cell of pools ? cells.filter(isInside) : cells) expect(read).toContain(cell);
        }
      }),
      RUNS,
    );
  });

  test("the links join the window, the products and the cell of the step", () => {
    fc.assert(
      fc.property(scenes, ({ board, frame, step }) => {
        const { document, layout } = board;
        const { row, column, channel, depth } = stepCell(document, step);
        const transposed = document.layers[0].op === "transposed";
        const own = layout.sheets[transposed ? "input" : "output"].find(
          (sheet) => sheet.channel === channel && sheet.depth === depth,
        );
        if (!own) throw new Error("The cell of the step is not on show");
        const cell = cellBox(own, row, column);
        frame.windows.forEach((window, i) => {
          const suffix = i === 0 ? "" : `-${i}`;
          const link = (key: string) =>
            numbersOf(frame.links.find((mark) => mark.key === key + suffix)?.d ?? "");
          const [into, out] = [link("input"), link("output")];
          const [from, to] = transposed ? [cell, window] : [window, cell];
          const start =
            layout.arrangement === "wide" ? [from.x + from.width, from.y] : [from.x, from.y + from.height];
          const end = layout.arrangement === "wide" ? [to.x, to.y] : [to.x, to.y];
          expect([into[0], into[1]]).toEqual(start);
          expect([out[6], out[7]]).toEqual(end);
          expect(out[8]).toBe(layout.arrangement === "wide" ? to.y + to.height : to.x + to.width);
        });
      }),
      RUNS,
    );
  });

  test("the cell of the step lights what it is made of, or of a transposed layer makes", () => {
    fc.assert(
      fc.property(scenes, ({ board, step, terms }) => {
        const { document, layout } = board;
        const transposed = document.layers[0].op === "transposed";
        const [own, side] = transposed ? (["input", "output"] as const) : (["output", "input"] as const);
        const marks = highlightsOf(board, step, { grid: own, ...stepCell(document, step) });
        const lit = marks.find(({ key }) => key === `lit-${side}`)?.d ?? "";
        const expected = terms
          .filter(({ source }) => !transposed || source)
          .flatMap(({ place: [channel, depth, row, column] }) => {
            const sheets = [...layout.sheets[side], ...layout.padding];
            const sheet = sheets.find((each) => each.channel === channel && each.depth === depth);
            return sheet ? [cellOutline(sheet, row, column)] : [];
          });
        expect(new Set(lit.split(/(?=M)/).filter(Boolean))).toEqual(new Set(expected));
      }),
      RUNS,
    );
  });
});
