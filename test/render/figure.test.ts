// @vitest-environment jsdom
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { setBias, setOp, setPadding } from "../../src/model/commands";
import { setCell, setInputSize, setKernelSize } from "../../src/model/gridCommands";
import { boardOf } from "../../src/scene/board";
import { frameAt } from "../../src/scene/frame";
import { highlightsOf } from "../../src/scene/highlight";
import { counting, documents, documentWith, evenPads, filled } from "../trace/documents";
import { startDrawing } from "./drawing";
import { linesOf } from "./linesOf";

afterEach(() => {
  document.body.replaceChildren();
});

/** Where a figure of one channel and one slice has its cells. */
const plainSheet = { channel: 0, depth: 0 } as const;

const within = (host: HTMLElement, grid: string) => {
  const element = host.querySelector(`[role=grid][data-grid=${grid}]`);
  if (!element) throw new Error(`no grid ${grid}`);
  return element;
};
const textsOf = (host: HTMLElement, grid: string) =>
  [...within(host, grid).querySelectorAll("[role=gridcell]")].map((cell) => cell.textContent);

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

describe("the drawing at a position", () => {
  test("is the same whichever positions were drawn before", () => {
    const positions = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(documents({ input: 4, kernel: 3, padding: 1 }), positions, (shown, order) => {
        const board = boardOf(shown, { width: 832, height: 644, large: false }, { readCounts: false });
        const used = startDrawing();
        used.show(shown, 0);
        const afterMany = order.map((position) => {
          used.figure.frame(frameAt(board, position / 4, false));
          return linesOf(used.host);
        });
        const fresh = order.map((position) => {
          const drawing = startDrawing();
          drawing.show(shown, position / 4);
          return linesOf(drawing.host);
        });
        expect(afterMany).toEqual(fresh);
      }),
      { numRuns: 6 },
    );
  });

  test("is the same whichever documents were drawn before", () => {
    const some = fc.array(documents({ input: 5, kernel: 3, padding: 2 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 20 }), (order, quarter) => {
        const used = startDrawing();
        for (const shown of order) used.show(shown, quarter / 4);
        const fresh = startDrawing();
        const last = order.at(-1);
        if (last) fresh.show(last, quarter / 4);
        expect(linesOf(used.host)).toEqual(linesOf(fresh.host));
      }),
      { numRuns: 10 },
    );
  });

  test("goes on from folded grids to others and back", () => {
    const large = documentWith({ input: counting(40, 40), kernel: filled(3, 3, () => 1) });
    const small = documentWith({ padding: evenPads(1), bias: 3 });
    const used = startDrawing();
    for (const shown of [small, large, small, large, small]) used.show(shown, 1.5);
    const fresh = startDrawing();
    fresh.show(small, 1.5);
    expect(linesOf(used.host)).toEqual(linesOf(fresh.host));
    used.show(large, 2);
    fresh.show(large, 2);
    const afresh = startDrawing();
    afresh.show(large, 2);
    expect(linesOf(used.host)).toEqual(linesOf(afresh.host));
  });
});

test("a folded grid that grows keeps the cell that the keyboard is on", () => {
  const { host, show } = startDrawing();
  const ones = filled(3, 3, () => 1);
  show(documentWith({ input: counting(40, 40), kernel: ones }), 0);
  show(documentWith({ input: counting(41, 40), kernel: ones }), 0);
  expect(within(host, "input").querySelectorAll("[role=gridcell]")).toHaveLength(1);
});

describe("a change touches only what differs:", () => {
  const large = documentWith({
    input: filled(16, 16, (row, column) => (row * 5 + column * 3) % 10),
    kernel: filled(3, 3, () => 1),
    padding: evenPads(1),
  });

  test("one number of 16 × 16 its own cell and the outputs that read it", async () => {
    const { host, show } = startDrawing();
    show(large, 0, true);
    // 9 stays the largest number, and the largest output is elsewhere: no colour scale moves.
    const edited = setCell("input", { channel: 0, depth: 0, row: 8, column: 8 }, 3)(large);
    const changes = await mutations(host, () => show(edited, 0, true));
    const cells = new Set(
      changes.flatMap(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest("[role=gridcell]") ?? [];
      }),
    );
    expect(cells.size).toBe(10);
    expect(changes.filter(({ type, target }) => type === "childList" && target.nodeName === "g")).toEqual([]);
  });

  test("a step the products, one output and the sum", async () => {
    const { host, figure, show } = startDrawing();
    const board = show(large, 4);
    const changes = await mutations(host, () => figure.frame(frameAt(board, 5, false)));
    const cells = new Set(
      changes.flatMap(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest("[role=gridcell]") ?? [];
      }),
    );
    expect(cells.size).toBeLessThanOrEqual(10);
  });

  test("a glide nothing but the window and its links", async () => {
    const { host, figure, show } = startDrawing();
    const board = show(large, 4.1);
    const changes = await mutations(host, () => figure.frame(frameAt(board, 4.2, false)));
    const touched = new Set(
      changes.map(({ target }) => (target as Element).closest(".layer")?.getAttribute("class")),
    );
    expect(touched).toEqual(new Set(["layer links", "layer window"]));
    expect(changes.length).toBeLessThanOrEqual(4);
  });

  test("the same frame nothing", async () => {
    const { host, figure, show } = startDrawing();
    const board = show(large, 4.6);
    expect(await mutations(host, () => figure.frame(frameAt(board, 4.6, false)))).toEqual([]);
  });

  test("the same document again nothing, so that nothing is laid out anew", async () => {
    const { host, show } = startDrawing();
    show(large, 4.6);
    const changes = await mutations(host, () => show(large, 4.6));
    expect(changes.map(({ target, attributeName }) => [target.nodeName, attributeName])).toEqual([]);
  });

  test("a grid that grows keeps the cells that it has", () => {
    const { host, show } = startDrawing();
    show(documentWith({}), 0);
    const [first] = within(host, "input").querySelectorAll("[role=gridcell]");
    show(setInputSize([4, 5])(documentWith({})), 0);
    expect(within(host, "input").querySelectorAll("[role=gridcell]")).toHaveLength(20);
    expect(within(host, "input").querySelector("[role=gridcell]")).toBe(first);
    show(setInputSize([2, 2])(documentWith({})), 0);
    expect(textsOf(host, "input")).toEqual(["0", "1", "3", "4"]);
  });
});

describe("the grids", () => {
  test("have names, rows and cells to assistive technology", () => {
    const { host, show } = startDrawing();
    show(documentWith({ kernel: filled(2, 3, () => 1) }), 0);
    const grids = [...host.querySelectorAll("[role=grid]")];
    expect(grids.map((grid) => grid.getAttribute("aria-label"))).toEqual([
      "Input",
      "Kernel",
      "Products",
      "Output",
    ]);
    expect(grids.map((grid) => grid.getAttribute("aria-readonly"))).toEqual([null, null, "true", "true"]);
    for (const grid of grids) {
      expect(
        [...grid.children]
          .filter((child) => child.getAttribute("aria-hidden") !== "true" && child.tagName === "g")
          .every((row) => row.getAttribute("role") === "row"),
      ).toBe(true);
      for (const row of grid.querySelectorAll("[role=row]")) {
        expect([...row.children].every((cell) => cell.getAttribute("role") === "gridcell")).toBe(true);
      }
    }
    expect(within(host, "kernel").querySelectorAll("[role=row]")).toHaveLength(2);
    expect(within(host, "kernel").querySelectorAll("[role=gridcell]")).toHaveLength(6);
  });

  test("have cells whose text is their number alone", () => {
    const { host, show } = startDrawing();
    show(documentWith({ kernel: [[1, -1]], padding: evenPads(1) }), 99);
    expect(textsOf(host, "input")).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
    expect(textsOf(host, "kernel")).toEqual(["1", "−1"]);
    expect(textsOf(host, "output").every((text) => /^−?\d+$/.test(text ?? ""))).toBe(true);
  });

  test("have no rulers, ring or caption in them", () => {
    const { host, show } = startDrawing();
    show(documentWith({ padding: evenPads(1), stride: [2, 2], kernel: [[1]] }), 0);
    for (const grid of host.querySelectorAll("[role=grid]")) {
      expect(grid.querySelectorAll(".ruler, .ring-number, .ring, .caption")).toHaveLength(0);
    }
    expect(host.querySelectorAll(".ring-number")).toHaveLength(16);
    expect(host.querySelectorAll("[role=img]")).toHaveLength(0);
  });

  test("show outputs only when they are computed", () => {
    const { host, figure, show } = startDrawing();
    const board = show(documentWith({}), 0);
    expect(textsOf(host, "output")).toEqual(["19", "", "", ""]);
    figure.frame(frameAt(board, 2, false));
    expect(textsOf(host, "output")).toEqual(["19", "25", "37", ""]);
    figure.frame(frameAt(board, 1, false));
    expect(textsOf(host, "output")).toEqual(["19", "25", "", ""]);
    figure.frame(frameAt(board, 1, true));
    expect(textsOf(host, "output")).toEqual(["19", "25", "37", "43"]);
  });

  test("have one tab stop each, which moves with the keyboard", () => {
    const { host, figure, show } = startDrawing();
    show(documentWith({}), 0);
    const stops = () =>
      [...host.querySelectorAll("[tabindex='0']")].map((cell) => {
        const grid = cell.closest("[role=grid]")?.getAttribute("data-grid");
        return `${grid} ${cell.getAttribute("data-row")},${cell.getAttribute("data-column")}`;
      });
    expect(stops()).toEqual(["input 0,0", "kernel 0,0", "products 0,0", "output 0,0"]);
    expect(figure.activate({ ...plainSheet, grid: "input", row: 1, column: 2 })?.textContent).toBe("5");
    expect(stops()).toEqual(["input 1,2", "kernel 0,0", "products 0,0", "output 0,0"]);
    // A smaller grid keeps its stop in it.
    show(setInputSize([2, 2])(documentWith({})), 0);
    expect(stops()[0]).toBe("input 1,1");
  });
});

describe("folded grids", () => {
  const large = documentWith({ input: counting(40, 35), kernel: filled(3, 3, () => 1) });

  test("keep the roles with the one cell that the keyboard is on", () => {
    const { host, figure, show } = startDrawing();
    show(large, 3);
    const input = within(host, "input");
    expect(input.querySelectorAll("[role=row]")).toHaveLength(1);
    expect(input.querySelectorAll("[role=gridcell]")).toHaveLength(1);
    expect([input.getAttribute("aria-rowcount"), input.getAttribute("aria-colcount")]).toEqual(["40", "35"]);
    const cell = figure.activate({ ...plainSheet, grid: "input", row: 7, column: 11 });
    expect(input.contains(cell)).toBe(true);
    expect(cell?.textContent).toBe(String(7 * 35 + 11));
    expect([cell?.getAttribute("aria-rowindex"), cell?.getAttribute("aria-colindex")]).toEqual(["8", "12"]);
    expect(cell?.getAttribute("tabindex")).toBe("0");
  });

  test("keep what is not computed to themselves", () => {
    const { figure, show } = startDrawing();
    show(large, 3);
    expect(figure.activate({ ...plainSheet, grid: "output", row: 0, column: 3 })?.textContent).not.toBe("");
    expect(figure.activate({ ...plainSheet, grid: "output", row: 0, column: 4 })?.textContent).toBe("");
  });

  test("say a cell's number once it is computed while the keyboard waits on it", () => {
    const { figure, show } = startDrawing();
    const board = show(large, 0);
    const cell = figure.activate({ ...plainSheet, grid: "output", row: 0, column: 2 });
    expect(cell?.textContent).toBe("");
    figure.frame(frameAt(board, 2, false));
    expect(cell?.textContent).not.toBe("");
    figure.frame(frameAt(board, 1, false));
    expect(cell?.textContent).toBe("");
  });

  test("are one path for each colour", () => {
    const { host, show } = startDrawing();
    const board = show(large, 3);
    const colours = new Set(board.input.flatMap(({ cells }) => cells).map(({ level }) => level));
    expect(within(host, "input").querySelectorAll(".cell-fill")).toHaveLength(colours.size);
    const drawn = [...within(host, "input").querySelectorAll(".cell-fill")]
      .map((path) => path.getAttribute("d")?.split("M").length ?? 1)
      .reduce((sum, parts) => sum + parts - 1, 0);
    expect(drawn).toBe(40 * 35);
  });
});

test("marks of a lit cell come and go without a trace", () => {
  const { figure, show, host } = startDrawing();
  const board = show(documentWith({}), 1);
  const before = linesOf(host);
  figure.highlight(highlightsOf(board, 1, { ...plainSheet, grid: "input", row: 1, column: 1 }));
  expect(linesOf(host)).not.toEqual(before);
  figure.highlight([]);
  expect(linesOf(host)).toEqual(before);
});

test("words come in the page's language, for every change anew", () => {
  const { host, figure, show } = startDrawing();
  const board = show(documentWith({}), 0);
  figure.board(board, (key) => `<${key}>`);
  figure.frame(frameAt(board, 0, false));
  expect(within(host, "input").getAttribute("aria-label")).toBe("<figure.input>");
  expect(host.querySelector(".title.kernel")?.textContent).toContain("<figure.kernel>");
});

test("edits of every kind draw what a fresh drawing does", () => {
  const edits = [
    setKernelSize([3, 3]),
    setPadding(evenPads(2)),
    setOp("conv-flipped"),
    setBias([-4]),
    setInputSize([5, 4]),
    setCell("kernel", { channel: 0, depth: 0, row: 0, column: 0 }, 9.25),
  ];
  const used = startDrawing();
  let shown = documentWith({});
  used.show(shown, 2);
  for (const edit of edits) {
    shown = edit(shown);
    used.show(shown, 2);
    const fresh = startDrawing();
    fresh.show(shown, 2);
    expect(linesOf(used.host)).toEqual(linesOf(fresh.host));
  }
});

test("leaves nothing on the page when it goes", () => {
  const { host, figure, show } = startDrawing();
  show(documentWith({}), 0);
  figure.destroy();
  expect(host.childNodes).toHaveLength(0);
});
