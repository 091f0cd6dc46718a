// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { setOp } from "../../src/model/commands";
import { rowsOf } from "../../src/model/grid";
import type { AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { Stage } from "../../src/ui/Stage";
import { cell, focus, focused, press, renderFigure, textsOf, undoSteps } from "./figureInApp";

let store: AppStore;
const state = () => store.getState();
const input = () => rowsOf(documentOf(state()).input);
const committed = () => rowsOf(state().history.present.input);
const field = () => screen.getByRole<HTMLInputElement>("textbox");
const closed = () => screen.queryByRole("textbox") === null;
const message = () => screen.queryByRole("alert")?.textContent ?? null;

const type = (text: string) => fireEvent.change(field(), { target: { value: text } });

function open(row = 1, column = 1) {
  focus("input", row, column);
  press("Enter");
}

beforeEach(() => {
  store = renderFigure(
    <>
      <Stage />
      <button type="button">elsewhere</button>
    </>,
  );
});

describe("while a number is typed", () => {
  test("the figure shows it, outside the history", () => {
    open();
    type("10");
    expect(input()[1]?.[1]).toBe(10);
    expect(textsOf("output")[0]).toBe("37");
    expect(committed()[1]?.[1]).toBe(4);
    expect(undoSteps(store)).toBe(0);
  });

  test("the first letter shows too", () => {
    focus("input", 1, 1);
    press("9");
    expect(input()[1]?.[1]).toBe(9);
  });

  test("what is no number yet leaves the figure as it was", () => {
    open();
    type("-");
    expect(input()[1]?.[1]).toBe(4);
    expect(message()).toBeNull();
    type("-2");
    expect(input()[1]?.[1]).toBe(-2);
  });

  test("Enter commits one undo step and gives the cell the keyboard back", () => {
    open();
    for (const text of ["1", "10", "100"]) type(text);
    press("Enter");
    expect(closed()).toBe(true);
    expect(committed()[1]?.[1]).toBe(100);
    expect(undoSteps(store)).toBe(1);
    expect(focused()).toBe("input 1,1");
    act(() => state().undo());
    expect(input()[1]?.[1]).toBe(4);
  });

  test("Escape takes it back", () => {
    open();
    type("10");
    press("Escape");
    expect(closed()).toBe(true);
    expect(input()[1]?.[1]).toBe(4);
    expect(undoSteps(store)).toBe(0);
    expect(focused()).toBe("input 1,1");
  });

  test("Tab commits and goes on along the row, Shift+Tab back", () => {
    open(1, 1);
    type("10");
    press("Tab");
    expect(committed()[1]?.[1]).toBe(10);
    expect(focused()).toBe("input 1,2");
    press("Enter");
    type("11");
    press("Tab", { shiftKey: true });
    expect(committed()[1]).toEqual([3, 10, 11]);
    expect(focused()).toBe("input 1,1");
  });

  test("its keys are its own", () => {
    open();
    const seen: string[] = [];
    const listen = (event: KeyboardEvent) => seen.push(event.key);
    document.body.addEventListener("keydown", listen);
    for (const key of ["ArrowLeft", " ", "Home", "?", "a"]) press(key);
    document.body.removeEventListener("keydown", listen);
    expect(seen).toEqual([]);
    expect(focused()).toBeNull();
    expect(state().position).toBe(0);
  });

  test("the same number leaves no undo step", () => {
    open();
    press("Enter");
    expect(undoSteps(store)).toBe(0);
  });
});

describe("leaving for elsewhere", () => {
  test("commits a number, and doesn't call the keyboard back", async () => {
    open();
    type("10");
    let called = 0;
    cell("input", 1, 1).addEventListener("focus", () => {
      called++;
    });
    await userEvent.setup().click(screen.getByRole("button", { name: "elsewhere" }));
    expect(closed()).toBe(true);
    expect(committed()[1]?.[1]).toBe(10);
    expect(undoSteps(store)).toBe(1);
    expect(called).toBe(0);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "elsewhere" }));
  });

  test("gives the last good number back for a wrong one", async () => {
    open();
    type("1/3");
    await userEvent.setup().click(screen.getByRole("button", { name: "elsewhere" }));
    expect(closed()).toBe(true);
    expect(input()[1]?.[1]).toBe(4);
    expect(undoSteps(store)).toBe(0);
  });
});

describe("a kernel that is turned", () => {
  test("is edited where it is seen", () => {
    act(() => void state().edit(setOp("conv-flipped")));
    focus("kernel", 0, 0);
    press("Enter");
    expect(field().value).toBe("3");
    type("8");
    press("Enter");
    expect(textsOf("kernel")).toEqual(["8", "2", "1", "0"]);
    expect(rowsOf(documentOf(state()).layers[0].weight)).toEqual([
      [0, 1],
      [2, 8],
    ]);
  });
});

describe("what is refused stays in the field with its reason, and changes nothing:", () => {
  const notFinite = (text: string) => `"${text}" is not a finite number`;
  const range = "Entries must lie between -1000000 and 1000000";
  test.each([
    ["1,5", '"1,5": use a point for decimals, 1.5'],
    ["1 000", "Write 1000 without separators"],
    ["1’000", "Write 1000 without separators"],
    ["1\u202f000", "Write 1000 without separators"],
    ["1e308", range],
    ["1000001", range],
    ["1e999", notFinite("1e999")],
    ["Infinity", notFinite("Infinity")],
    ["NaN", notFinite("NaN")],
    ["0x10", "Not a number"],
    ["1_0", "Not a number"],
    ["1e", "Not a number"],
    ["1/3", "Not a number"],
  ])("%s", (text, reason) => {
    open();
    type(text);
    press("Enter");
    expect(message()).toBe(reason);
    expect(field().value).toBe(text);
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(document.getElementById(field().getAttribute("aria-describedby") ?? "")?.textContent).toBe(reason);
    expect(document.activeElement).toBe(field());
    expect(input()[1]?.[1]).toBe(4);
    expect(undoSteps(store)).toBe(0);
    type("6");
    expect([message(), field().getAttribute("aria-invalid")]).toEqual([null, null]);
    press("Enter");
    expect(committed()[1]?.[1]).toBe(6);
  });

  test("2000 characters, of which the field takes no more than it needs to say so", async () => {
    open();
    await userEvent.setup().paste("1".repeat(2000));
    expect(field().value.length).toBeLessThanOrEqual(33);
    press("Enter");
    expect(message()).toBe("Too long");
    expect(input()[1]?.[1]).toBe(4);
  });

  test.each(["", "   "])("nothing at all (%j): the last number comes back with the reason", (text) => {
    open();
    type(text);
    press("Enter");
    expect(message()).toBe("A cell needs a number");
    expect([field().value, field().getAttribute("aria-invalid")]).toEqual(["4", "true"]);
    expect(input()[1]?.[1]).toBe(4);
    expect(undoSteps(store)).toBe(0);
  });
});

describe("what is taken", () => {
  test.each([
    ["\uff11\uff12", 12],
    ["\u0663", 3],
    ["\u0969", 3],
    ["\u22122", -2],
    ["\u202e1", 1],
    ["1\u200b", 1],
    ["2.5e-1", 0.25],
  ])("%j", (text, value) => {
    open();
    type(text);
    press("Enter");
    expect([message(), committed()[1]?.[1]]).toEqual([null, value]);
  });

  test("-0 is 0, and never shown otherwise", () => {
    open();
    type("-0");
    press("Enter");
    expect(Object.is(committed()[1]?.[1], 0)).toBe(true);
    expect(textsOf("input")[4]).toBe("0");
  });
});
