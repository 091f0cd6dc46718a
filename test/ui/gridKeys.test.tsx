// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, test } from "vitest";
import { setOp } from "../../src/model/commands";
import { rowsOf } from "../../src/model/grid";
import type { SceneGrid } from "../../src/scene/marks";
import type { AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { Stage } from "../../src/ui/Stage";
import { cell, focus, focused, press, renderFigure, textsOf, undoSteps } from "./figureInApp";

let store: AppStore;
const state = () => store.getState();
const input = () => rowsOf(documentOf(state()).input);
const kernel = () => rowsOf(documentOf(state()).layers[0].weight);
const field = () => screen.queryByRole<HTMLInputElement>("textbox");

beforeEach(() => {
  store = renderFigure(<Stage />);
});

describe("in a grid", () => {
  test("arrows go from cell to cell and stop at the edges", () => {
    focus("input", 0, 0);
    const path = ["ArrowRight", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowUp"];
    const seen = path.map((key) => {
      press(key);
      return focused();
    });
    expect(seen).toEqual([
      "input 0,1",
      "input 1,1",
      "input 1,2",
      "input 1,2",
      "input 1,1",
      "input 0,1",
      "input 0,1",
    ]);
  });

  test("Home and End go along the row, with Ctrl to the corners; Ctrl and arrows to the edges", () => {
    focus("input", 1, 1);
    const go = (key: string, ctrlKey = false) => {
      press(key, { ctrlKey });
      return focused();
    };
    expect(go("Home")).toBe("input 1,0");
    expect(go("End")).toBe("input 1,2");
    expect(go("Home", true)).toBe("input 0,0");
    expect(go("End", true)).toBe("input 2,2");
    expect(go("ArrowUp", true)).toBe("input 0,2");
    expect(go("ArrowLeft", true)).toBe("input 0,0");
  });

  test.each(["kernel", "products", "output"] as const)("the %s has them too", (grid) => {
    focus(grid, 0, 0);
    press("ArrowDown");
    press("ArrowRight");
    expect(focused()).toBe(`${grid} 1,1`);
  });

  test("the cell with the keyboard is lit, and the one that Tab comes back to", () => {
    focus("input", 0, 0);
    press("ArrowRight");
    expect(state().hover).toEqual({ grid: "input", channel: 0, depth: 0, row: 0, column: 1 });
    expect(cell("input", 0, 1).getAttribute("tabindex")).toBe("0");
    act(() => cell("input", 0, 1).blur());
    expect(state().hover).toBeNull();
  });

  test("Space pins the cell, Escape lets it go", () => {
    focus("output", 1, 0);
    press(" ");
    expect(state().pinned).toEqual({ grid: "output", channel: 0, depth: 0, row: 1, column: 0 });
    press("Escape");
    expect(state().pinned).toBeNull();
  });

  test("Enter on an output goes to its step", () => {
    focus("output", 1, 0);
    press("Enter");
    expect(state().position).toBe(2);
  });

  test("Delete and Backspace clear a cell, an undo step each", () => {
    focus("input", 1, 1);
    press("Delete");
    focus("kernel", 1, 1);
    press("Backspace");
    expect([input()[1]?.[1], kernel()[1]?.[1]]).toEqual([0, 0]);
    expect(undoSteps(store)).toBe(2);
  });

  test("keys are used up by what they do, others are left to the page", () => {
    focus("input", 0, 0);
    const used = (key: string, more: KeyboardEventInit = {}) =>
      !fireEvent.keyDown(cell("input", 0, 0), { key, ...more });
    expect([used("ArrowRight"), used("Home"), used(" "), used("Delete")]).toEqual([true, true, true, true]);
    expect([
      used("Tab"),
      used("z", { ctrlKey: true }),
      used("ArrowLeft", { altKey: true }),
      used("q"),
    ]).toEqual([false, false, false, false]);
  });
});

describe("the editor", () => {
  test.each(["Enter", "F2"])("opens on %s with the exact number selected", (key) => {
    act(() => {
      state().edit((document) => ({
        ...document,
        input: { ...document.input, data: document.input.data.with(4, 1 / 3) },
      }));
    });
    focus("input", 1, 1);
    press(key);
    expect(field()?.value).toBe("0.3333333333333333");
    expect([field()?.selectionStart, field()?.selectionEnd]).toEqual([0, field()?.value.length]);
    expect(document.activeElement).toBe(field());
    expect(screen.getByRole("textbox", { name: "Input, row 1, column 1" })).toBe(field());
  });

  test.each(["5", "-", "\u2212", ".", "+", "\u0663"])(
    "opens on typing %s, in the place of the number",
    (key) => {
      focus("kernel", 0, 1);
      press(key);
      expect(field()?.value).toBe(key);
    },
  );

  test("doesn't open on other letters, nor on what can't be edited", () => {
    focus("input", 0, 0);
    press("q");
    expect(field()).toBeNull();
    for (const grid of ["products", "output"] as const) {
      focus(grid, 0, 0);
      press("5");
      press("F2");
      expect(field()).toBeNull();
    }
  });

  test("pauses playing", () => {
    focus("input", 0, 0);
    act(() => store.setState({ playing: true }));
    press("Enter");
    expect(state().playing).toBe(false);
  });
});

describe("a locked grid", () => {
  test.each(["input", "kernel"] as const)("of the %s can be walked through and read, not changed", (grid) => {
    act(() => state().setView({ locked: [grid] }));
    const before = state().history;
    focus(grid, 0, 0);
    press("ArrowRight");
    expect(focused()).toBe(`${grid} 0,1`);
    for (const key of ["Enter", "F2", "7", "Delete"]) press(key);
    fireEvent.paste(cell(grid, 0, 1), { clipboardData: { getData: () => "9" } });
    expect(field()).toBeNull();
    expect(state().history).toBe(before);
  });

  test("leaves the other one free", () => {
    act(() => state().setView({ locked: ["kernel"] }));
    focus("input", 0, 0);
    press("Enter");
    expect(field()).not.toBeNull();
  });
});

describe("the clipboard", () => {
  const copied = (grid: SceneGrid) => {
    let text = "";
    const unhandled = fireEvent.copy(cell(grid, 0, 0), {
      clipboardData: { setData: (_: string, data: string) => (text = data) },
    });
    return unhandled ? null : text;
  };
  const paste = (grid: SceneGrid, row: number, column: number, text: string) =>
    fireEvent.paste(cell(grid, row, column), { clipboardData: { getData: () => text } });

  test("takes a grid as a table", () => {
    expect(copied("input")).toBe("0\t1\t2\n3\t4\t5\n6\t7\t8");
    expect(copied("kernel")).toBe("0\t1\n2\t3");
    expect(copied("output")).toBe("19\t25\n37\t43");
    expect(copied("products")).toBeNull();
  });

  test("takes exact numbers, with a minus sign that spreadsheets know", () => {
    act(() => {
      state().edit((document) => ({
        ...document,
        input: { ...document.input, data: document.input.data.with(0, -1 / 3) },
      }));
    });
    expect(copied("input")?.split("\t")[0]).toBe("-0.3333333333333333");
  });

  test("gives numbers that fit from the cell on, as one undo step", async () => {
    paste("input", 1, 1, "-1\t-2\n-3\t-4");
    await waitFor(() =>
      expect(input()).toEqual([
        [0, 1, 2],
        [3, -1, -2],
        [6, -3, -4],
      ]),
    );
    expect(undoSteps(store)).toBe(1);
  });

  test("gives a turned kernel its numbers where they are seen, and takes them from there", async () => {
    act(() => void state().edit(setOp("conv-flipped")));
    paste("kernel", 0, 0, "10\t11");
    await waitFor(() => expect(textsOf("kernel")).toEqual(["10", "11", "1", "0"]));
    expect(copied("kernel")).toBe("10\t11\n1\t0");
  });

  test("asks what to do with numbers that don't fit", async () => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
    const before = state().history;
    paste("input", 0, 0, "1 2 3 4\n5 6 7 8");
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByRole<HTMLTextAreaElement>("textbox").value).toBe("1 2 3 4\n5 6 7 8");
    expect(state().history).toBe(before);
  });

  test("changes nothing with what isn't numbers, and says why", async () => {
    const before = state().history;
    paste("input", 0, 0, "1\tnan");
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByRole("alert").textContent).toBe(
      'Row 1, column 2: "nan" is not a finite number',
    );
    expect(state().history).toBe(before);
  });
});
