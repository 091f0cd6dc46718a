// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { mapEdgeAt, stackLayoutOf } from "../../src/scene/stackLayout";
import type { AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { StackReadout } from "../../src/ui/StackReadout";
import { StackStage } from "../../src/ui/StackStage";
import { focused, press, undoSteps } from "./figureInApp";
import { mapCell, mapNumbers, renderInStack } from "./renderInStack";

let store: AppStore;
const state = () => store.getState();
const SPIKE = "dims=1&input=0,0,0,0,0,1,0,0,0,0,0";
const SERIES = "dims=1&input=4,1,5,2,6";
const SQUARE = "input=0,1,2;3,4,5;6,7,8&layers=k2,k2";

function open(address: string) {
  store = renderInStack(
    <>
      <StackStage />
      <StackReadout />
    </>,
    address,
  );
}

const focus = (grid: number | "weights", row: number, column: number) =>
  act(() => mapCell(grid, row, column).focus());
const input = () => [...documentOf(state()).input.data];
const field = () => screen.getByRole<HTMLInputElement>("textbox");
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const stage = () => document.querySelector<HTMLElement>(".stage") as HTMLElement;
const readout = () => document.querySelector(".stack-readout")?.textContent ?? "";
const weights = () => screen.getByRole("button", { name: "Effective weights" });

/** The middle of an input cell on the page, whose corner is the stage's. */
function pointOf(row: number, column: number) {
  const sizes = [documentOf(state()).input.shape.slice(2), ...documentOf(state()).layers.map(() => [2, 2])];
  // Three maps of at most 3×3 have room at full size: where the input lies is its own affair.
  const [place] = stackLayoutOf(sizes, { width: 832, height: 644, large: false }).places;
  if (!place) throw new Error("no input");
  return {
    clientX: place.x + (column + 0.5) * place.cell,
    clientY: place.y + (row + 0.5) * place.cell,
    cell: place.cell,
    pointerId: 1,
    button: 0,
  };
}

describe("the input", () => {
  test("takes what is typed at once, and Escape gives it back", () => {
    open(`${SERIES}&layers=k2,k2&kernels=1,1_1,-1`);
    expect(mapNumbers(2)).toEqual([-1, -1, -1]);
    focus(0, 0, 0);
    press("1");
    expect(field().getAttribute("aria-label")).toBe("Input, column 0");
    type("10");
    // 10 + 1 − (1 + 5).
    expect(mapNumbers(2)).toEqual([5, -1, -1]);
    fireEvent.keyDown(field(), { key: "Escape" });
    expect(mapNumbers(2)).toEqual([-1, -1, -1]);
    expect(undoSteps(store)).toBe(0);
    expect(focused()).toBe("0 0,0");
  });

  test("is edited by Enter, cell after cell by Tab, and each is one step back", () => {
    open(SQUARE);
    focus(0, 1, 0);
    press("F2");
    expect(field().value).toBe("3");
    type("-3");
    fireEvent.keyDown(field(), { key: "Tab" });
    expect(focused()).toBe("0 1,1");
    press("Delete");
    expect(input()).toEqual([0, 1, 2, -3, 0, 5, 6, 7, 8]);
    act(() => state().undo());
    act(() => state().undo());
    expect(input()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("keeps its number where nonsense is typed, and says why", () => {
    open(SQUARE);
    focus(0, 0, 0);
    press("Enter");
    type("two");
    fireEvent.keyDown(field(), { key: "Enter" });
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByRole("alert").textContent).toBe("Not a number");
    expect(input()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("is the only map that is edited, and not when it is locked", () => {
    open(SQUARE);
    focus(1, 0, 0);
    press("5");
    expect(screen.queryByRole("textbox")).toBeNull();
    act(() => state().setView({ locked: ["input"] }));
    focus(0, 0, 0);
    press("5");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByRole("radio", { name: "Paint" })).toBeNull();
  });

  test("takes a pasted table from the cell on; ReLU between gives 3 3 3, on the negated signal 4 4 4", async () => {
    open("dims=1&input=0,0,0,0,0&layers=k2r,k2&kernels=1,-1_1,1");
    const paste = (text: string) =>
      fireEvent.paste(mapCell(0, 0, 0), { clipboardData: { getData: () => text } });
    paste("4\t1\t5\t2\t6");
    await waitFor(() => expect(mapNumbers(2)).toEqual([3, 3, 3]));
    paste("-4, -1, -5, -2, -6");
    await waitFor(() => expect(mapNumbers(2)).toEqual([4, 4, 4]));
    expect(undoSteps(store)).toBe(2);
  });

  test("asks what to do with a pasted table that doesn't fit", async () => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
    open(SQUARE);
    fireEvent.paste(mapCell(0, 1, 1), { clipboardData: { getData: () => "1 2 3\n4 5 6" } });
    expect(within(await screen.findByRole("dialog")).getByRole<HTMLTextAreaElement>("textbox").value).toBe(
      "1 2 3\n4 5 6",
    );
    expect(undoSteps(store)).toBe(0);
  });

  test("of a volume takes numbers in the slice that is seen, and in the channel on show", () => {
    open("dims=3&input=1,2;3,4|5,6;7,8/10,20;30,40|50,60;70,80&layers=k1,k1");
    fireEvent.change(screen.getByRole("combobox", { name: "Channel" }), { target: { value: "1" } });
    expect(mapNumbers(0)).toEqual([10, 20, 30, 40, 50, 60, 70, 80]);
    focus(0, 3, 0);
    press("Delete");
    expect(input()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 20, 30, 40, 50, 60, 0, 80]);
  });
});

describe("the pointer", () => {
  test("chooses a cell, and edits the one that it is on already", () => {
    open(SQUARE);
    fireEvent.pointerDown(stage(), pointOf(2, 1));
    fireEvent.pointerUp(stage(), pointOf(2, 1));
    expect(readout()).toContain("Input, row 2, column 1: 7.");
    expect(screen.queryByRole("textbox")).toBeNull();
    fireEvent.pointerDown(stage(), pointOf(2, 1));
    fireEvent.pointerUp(stage(), pointOf(2, 1));
    expect(field().value).toBe("7");
  });

  test("paints what it is dragged over with the brush, as one step", () => {
    open(SQUARE);
    fireEvent.click(screen.getByRole("radio", { name: "Paint" }));
    fireEvent.change(screen.getByRole("textbox", { name: "Value" }), { target: { value: "9" } });
    fireEvent.pointerDown(stage(), pointOf(0, 0));
    fireEvent.pointerMove(stage(), pointOf(0, 1));
    fireEvent.pointerMove(stage(), pointOf(1, 1));
    fireEvent.pointerUp(stage(), pointOf(1, 1));
    expect(input()).toEqual([9, 9, 2, 3, 9, 5, 6, 7, 8]);
    expect(undoSteps(store)).toBe(1);
    act(() => state().undo());
    expect(input()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("pulls the input's edge: it grows by whole cells of 0", () => {
    open(SQUARE);
    const last = pointOf(1, 2);
    const edge = { ...last, clientX: last.clientX + last.cell / 2 };
    fireEvent.pointerMove(stage(), edge);
    expect(stage().dataset.over).toBe("right");
    fireEvent.pointerDown(stage(), edge);
    fireEvent.pointerMove(stage(), { ...edge, clientX: edge.clientX + 10 });
    fireEvent.pointerMove(stage(), { ...edge, clientX: edge.clientX + last.cell });
    fireEvent.pointerUp(stage(), { ...edge, clientX: edge.clientX + last.cell });
    expect(documentOf(state()).input.shape).toEqual([1, 1, 3, 4]);
    expect(input()).toEqual([0, 1, 2, 0, 3, 4, 5, 0, 6, 7, 8, 0]);
    expect(undoSteps(store)).toBe(1);
  });

  test("steps the number of the cell that has the focus with the wheel", () => {
    open(SQUARE);
    fireEvent.wheel(stage(), { ...pointOf(0, 1), deltaY: -100 });
    expect(input()[1]).toBe(1);
    focus(0, 0, 1);
    fireEvent.wheel(stage(), { ...pointOf(0, 1), deltaY: -100 });
    expect(input()[1]).toBe(2);
  });

  test("takes hold of the lower edge of planes alone", () => {
    const layout = stackLayoutOf([[3, 3]], { width: 832, height: 644, large: false });
    const [place] = layout.places;
    const bottom = (place?.y ?? 0) + 3 * (place?.cell ?? 0);
    expect(mapEdgeAt(layout, (place?.x ?? 0) + 5, bottom, true)).toBe("bottom");
    expect(mapEdgeAt(layout, (place?.x ?? 0) + 5, bottom, false)).toBeNull();
  });
});

describe("the keyboard", () => {
  test("goes from cell to cell and from map to map, and tells what is seen", () => {
    open(`layers=k3,k3&input=${new Array(7).fill("1,1,1,1,1,1,1").join(";")}`);
    focus(2, 1, 1);
    press("ArrowRight");
    // Three 3×3 … two of them see 5.
    expect(readout()).toContain("Layer 2, row 1, column 2: 81. Sees 5×5 cells of the input.");
    press("PageUp");
    expect(readout()).toContain("Layer 1, row 1, column 2: 9. Sees 3×3 cells");
    press("PageUp");
    press("End", { ctrlKey: true });
    expect(focused()).toBe("0 6,6");
    press("PageDown");
    // The map after is smaller.
    expect(focused()).toBe("1 4,4");
  });

  test("copies any map as a table", () => {
    open(SQUARE);
    let text = "";
    fireEvent.copy(mapCell(2, 0, 0), {
      clipboardData: { setData: (_: string, data: string) => (text = data) },
    });
    // Ones of 2×2 twice on 0…8: 1 2 1; 2 4 2; 1 2 1.
    expect(text).toBe("64");
  });
});

describe("effective weights", () => {
  test("stand beside the input, which stays what it was and can be edited", () => {
    open("layers=k3p1,k3p1,k3p1");
    expect(screen.queryByRole("grid", { name: "Effective weights" })).toBeNull();
    fireEvent.click(weights());
    expect(weights().getAttribute("aria-pressed")).toBe("true");
    expect(screen.getAllByRole("grid").map((grid) => grid.getAttribute("aria-label"))).toEqual([
      "Input",
      "Effective weights",
      "Layer 1",
      "Layer 2",
      "Layer 3",
    ]);
    fireEvent.click(weights());
    expect(screen.queryByRole("grid", { name: "Effective weights" })).toBeNull();
  });

  test("of four [1, 1] layers are the binomial row", () => {
    open(`${SPIKE}&layers=k2p0:1,k2p0:1,k2p0:1,k2p0:1&layer=4&cell=2`);
    fireEvent.click(weights());
    focus(4, 0, 1);
    press("ArrowRight");
    expect(mapNumbers("weights")).toEqual([0, 0, 1, 4, 6, 4, 1, 0, 0, 0, 0]);
    expect(mapNumbers(0)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
    expect(readout()).toContain("16 in all, 6 at most");
  });

  test("are looked at, not edited", () => {
    open(SQUARE);
    fireEvent.click(weights());
    const before = state().stackCell;
    focus("weights", 0, 0);
    press("ArrowRight");
    expect(focused()).toBe("weights 0,1");
    press("7");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(state().stackCell).toBe(before);
  });
});

describe("the centre of a spike", () => {
  const told = () => [...document.querySelectorAll(".shape")].map(({ textContent }) => textContent);

  test("drifts by half a cell with each even kernel, from 5 to 3", () => {
    open(`${SPIKE}&layers=k2p0:1,k2p0:1,k2p0:1,k2p0:1`);
    expect(mapNumbers(4)).toEqual([0, 1, 4, 6, 4, 1, 0, 0, 0, 0, 0]);
    expect(told().map((text) => text?.split("centre ")[1])).toEqual(["5", "4.5", "4", "3.5", "3"]);
    expect(readout()).toContain("centre of the numbers");
  });

  test("is back at 5 when the sides alternate", () => {
    open(`${SPIKE}&layers=k2p0:1,k2p1:0,k2p0:1,k2p1:0`);
    expect(mapNumbers(4)).toEqual([0, 0, 0, 1, 4, 6, 4, 1, 0, 0, 0]);
    expect(told().map((text) => text?.split("centre ")[1])).toEqual(["5", "4.5", "5", "4.5", "5"]);
  });

  test("isn't told of other signals", () => {
    open(`${SERIES}&layers=k2,k2`);
    expect(told().join()).not.toContain("centre");
    expect(readout()).not.toContain("centre");
  });
});
