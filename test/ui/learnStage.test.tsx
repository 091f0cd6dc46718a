// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { setTraining, typeTarget } from "../../src/model/trainingCommands";
import type { LearnGrid } from "../../src/scene/learnLayout";
import type { AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import type { LearnStore } from "../../src/store/learnStore";
import { LearnStage } from "../../src/ui/LearnStage";
import { press, undoSteps } from "./figureInApp";
import { renderInLearn } from "./renderInLearn";

let app: AppStore;
let learn: LearnStore;

function open(options: Parameters<typeof renderInLearn>[1] = {}, position = 0) {
  ({ app, learn } = renderInLearn(<LearnStage />, options));
  act(() => app.getState().seek(position));
  return undoSteps(app);
}

function cell(grid: LearnGrid, row: number, column: number): SVGGElement {
  const found = document.querySelector<SVGGElement>(
    `[data-grid=${grid}] [data-row="${row}"][data-column="${column}"]`,
  );
  if (!found) throw new Error(`no cell ${row}, ${column} in ${grid}`);
  return found;
}

const focus = (grid: LearnGrid, row: number, column: number) => act(() => cell(grid, row, column).focus());
const textsOf = (grid: LearnGrid) =>
  [...document.querySelectorAll(`[data-grid=${grid}] [role=gridcell]`)].map((found) => found.textContent);
const field = () => screen.getByRole<HTMLInputElement>("textbox");
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const lit = () =>
  [...document.querySelectorAll(".layer.top path:not(.halo)")]
    .map((path) => path.getAttribute("class"))
    .sort();
const training = () => documentOf(app.getState()).training;

describe("the grids", () => {
  test("show the weights of the update on screen", () => {
    open({}, 10);
    // w = (0.9885, −0.9885) after the notes' ten updates.
    expect(textsOf("kernel")).toEqual(["0.9885", "\u22120.9885"]);
    act(() => app.getState().seek(1));
    expect(textsOf("kernel")).toEqual(["0.36", "\u22120.36"]);
  });

  test("leave out the target kernel when it is hidden, or there is none", () => {
    open();
    expect(screen.getByRole("grid", { name: "Target kernel" })).toBeTruthy();
    act(() => learn.getState().set({ showTarget: false }));
    expect(screen.queryByRole("grid", { name: "Target kernel" })).toBeNull();
    act(() => learn.getState().set({ showTarget: true }));
    act(() => void app.getState().edit(typeTarget()));
    expect(screen.queryByRole("grid", { name: "Target kernel" })).toBeNull();
  });

  test("of several channels show the one that is chosen", () => {
    open({ preset: "two-kernels" });
    expect(screen.getByRole("grid", { name: "Kernel 0" })).toBeTruthy();
    fireEvent.click(screen.getByRole("radio", { name: "1" }));
    expect(screen.getByRole("grid", { name: "Prediction 1" })).toBeTruthy();
    expect(textsOf("targetKernel")).toEqual(["0.5", "0.5"]);
  });
});

describe("what is lit", () => {
  test("by the keyboard on a weight: the cells that it met", () => {
    open();
    focus("kernel", 0, 0);
    expect(lit()).toEqual(["block", "block", "lit error", "lit input", "lit own kernel"]);
    expect(learn.getState().hovered).toEqual({ grid: "kernel", row: 0, column: 0 });
    act(() => cell("kernel", 0, 0).blur());
    expect(lit()).toEqual([]);
  });

  test("by the pointer on a weight: the same", () => {
    open();
    const box = cell("kernel", 0, 1).querySelector("rect");
    const at = (name: string) => Number(box?.getAttribute(name));
    fireEvent(
      cell("kernel", 0, 1),
      new MouseEvent("pointermove", {
        bubbles: true,
        clientX: at("x") + at("width") / 2,
        clientY: at("y") + at("height") / 2,
      }),
    );
    expect(lit()).toContain("lit own kernel");
    expect(learn.getState().hovered).toEqual({ grid: "kernel", row: 0, column: 1 });
  });

  test("stays after Space, until Escape", () => {
    open();
    focus("kernel", 0, 1);
    press(" ");
    act(() => cell("kernel", 0, 1).blur());
    expect(learn.getState().selected).toBe(1);
    expect(lit()).toContain("lit own kernel");
    focus("input", 0, 0);
    press("Escape");
    expect(learn.getState().selected).toBeNull();
  });
});

describe("editing", () => {
  test("a weight at the start sets where the training starts", () => {
    const before = open();
    focus("kernel", 0, 0);
    press("Enter");
    type("0.5");
    expect(textsOf("kernel")).toEqual(["0.5", "0"]);
    press("Enter");
    expect(undoSteps(app)).toBe(before + 1);
    expect(training()).toMatchObject({ start: "given", startValues: [0.5, 0] });
  });

  test("a weight later starts anew from the weights on screen", () => {
    const before = open({}, 1);
    focus("kernel", 0, 0);
    press("Enter");
    expect(field().getAttribute("aria-label")).toBe("Kernel, row 0, column 0");
    expect(field().value).toBe("0.36");
    type("2");
    expect(textsOf("kernel")).toEqual(["2", "\u22120.36"]);
    press("Enter");
    expect(training()).toMatchObject({ start: "given", startValues: [2, -0.36] });
    expect(app.getState().position).toBe(0);
    expect(undoSteps(app)).toBe(before + 1);
  });

  test.each(["Escape", "Enter"])(
    "a weight that stays as it was (%s) leaves training and time alone",
    (key) => {
      const before = open({}, 3);
      const shown = textsOf("kernel");
      focus("kernel", 0, 1);
      press("F2");
      expect(textsOf("kernel")).toEqual(shown);
      press(key);
      expect([app.getState().position, undoSteps(app), training()?.start]).toEqual([3, before, "zeros"]);
      expect(textsOf("kernel")).toEqual(shown);
    },
  );

  test("the input changes what is predicted from then on", () => {
    open({}, 1);
    focus("input", 0, 2);
    press("1");
    press("Enter");
    expect(documentOf(app.getState()).input.data[2]).toBe(1);
    expect(app.getState().position).toBe(1);
  });

  test("the target has it typed from then on, in one step", () => {
    const before = open();
    focus("target", 2, 3);
    press("5");
    press("Enter");
    expect(training()?.target.kind).toBe("values");
    expect(textsOf("target")[2 * 7 + 3]).toBe("5");
    expect(undoSteps(app)).toBe(before + 1);
    act(() => app.getState().undo());
    expect(training()?.target.kind).toBe("kernel");
  });

  test("the target kernel makes another target", () => {
    open();
    focus("targetKernel", 0, 1);
    press("3");
    press("Enter");
    expect(textsOf("target").slice(0, 7)).toEqual(["4", "1", "0", "0", "0", "3", "4"]);
  });

  test.each(["prediction", "error"] as const)("the %s can't be", (grid) => {
    open();
    focus(grid, 0, 0);
    press("Enter");
    press("5");
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  test("Delete sets a number to 0", () => {
    const before = open();
    focus("input", 0, 0);
    press("Delete");
    expect(documentOf(app.getState()).input.data[0]).toBe(0);
    expect(undoSteps(app)).toBe(before + 1);
  });
});

describe("the keyboard", () => {
  test("puts a table into the weights, as one step", async () => {
    const before = open({ preset: "two-by-two" }, 3);
    const event = new Event("paste", { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { getData: () => "1\t2\n3\t4\n" } });
    focus("kernel", 0, 0);
    fireEvent(cell("kernel", 0, 0), event);
    await waitFor(() => expect(textsOf("kernel")).toEqual(["1", "2", "3", "4"]));
    expect(training()).toMatchObject({ start: "given", startValues: [1, 2, 3, 4] });
    expect([app.getState().position, undoSteps(app)]).toEqual([0, before + 1]);
  });

  test("goes from cell to cell with arrows", () => {
    open();
    focus("error", 0, 0);
    press("ArrowDown");
    press("End");
    expect(document.activeElement).toBe(cell("error", 1, 6));
  });

  test("copies the numbers on screen, exact", () => {
    open({}, 2);
    focus("kernel", 0, 0);
    let copied = "";
    const event = new Event("copy", { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { setData: (_: string, text: string) => (copied = text) } });
    fireEvent(cell("kernel", 0, 0), event);
    expect(copied.split("\t").map(Number)).toEqual([expect.closeTo(0.5904, 12), expect.closeTo(-0.5904, 12)]);
  });
});

describe("a target of another shape", () => {
  test("is said in the figure's place, with the shape that is needed and an offer to fit it", () => {
    open();
    act(() => void app.getState().edit(typeTarget()));
    act(() => void app.getState().edit(setTraining({ kernelSize: [2, 2] })));
    expect(screen.getByRole("alert").textContent).toMatch(/5×7/);
    fireEvent.click(screen.getByRole("button", { name: /5×7/ }));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(textsOf("target")).toHaveLength(35);
  });
});
