// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler } from "react";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { AppState, AppStore } from "../../src/store/appStore";
import { EquationBar } from "../../src/ui/EquationBar";
import { FigureColumn } from "../../src/ui/FigureColumn";
import { FigureTools } from "../../src/ui/FigureTools";
import { Readout } from "../../src/ui/Readout";
import { Stage } from "../../src/ui/Stage";
import { counting, documentWith, evenPads, filled } from "../trace/documents";
import { renderFigure, textsOf } from "./figureInApp";

// Time passes when a test says so.
vi.mock("../../src/playback/ticker", () => ({ startTicker: () => () => {} }));

const showing = (
  part: Parameters<typeof renderFigure>[0],
  spec = {},
  position = 0,
  change: Partial<AppState> = {},
) => {
  const store = renderFigure(part, change);
  act(() => store.getState().load(documentWith(spec), position));
  return store;
};

const goTo = (store: AppStore, position: number) => act(() => store.setState({ position }));

describe("between whole steps", () => {
  test("the figure moves without React", () => {
    let commits = 0;
    const store = renderFigure(
      <Profiler id="figure" onRender={() => commits++}>
        <FigureColumn />
      </Profiler>,
    );
    const links = () => document.querySelector(".layer.links path")?.getAttribute("d");
    act(() => store.getState().play());
    for (let whole = 0; whole < 3; whole++) {
      commits = 0;
      const seen = new Set([links()]);
      for (let eighth = 1; eighth < 8; eighth++) {
        act(() => store.getState().tick(75));
        seen.add(links());
      }
      expect(commits).toBe(0);
      // The window glides for about a third of the time.
      expect(seen.size).toBeGreaterThan(2);
      act(() => store.getState().tick(75));
      expect(commits).toBeGreaterThan(0);
    }
    expect(store.getState().position).toBe(3);
  });

  test("the equation counts up without React, too", () => {
    let commits = 0;
    const store = renderFigure(
      <Profiler id="equation" onRender={() => commits++}>
        <EquationBar />
      </Profiler>,
    );
    commits = 0;
    const pending = () => document.querySelectorAll(".equation .pending").length;
    const seen = [0, 0.4, 0.5, 0.6, 0.7, 0.8].map((position) => {
      goTo(store, position);
      return pending();
    });
    expect(seen).toEqual([0, 4, 3, 2, 1, 0]);
    expect(commits).toBe(0);
  });
});

describe("the equation", () => {
  const region = () => screen.getByRole("region", { name: "Equation" });
  const text = () => region().textContent?.replaceAll(/\s+/g, " ");

  test("is that of the step on screen", () => {
    const store = showing(<EquationBar />);
    expect(text()).toBe("Y0,0 = 0·0 + 1·1 + 3·2 + 4·3 = 19");
    goTo(store, 3);
    expect(text()).toBe("Y1,1 = 4·0 + 5·1 + 7·2 + 8·3 = 43");
  });

  test("has the bias and the activation", () => {
    showing(<EquationBar />, { bias: -30, activation: "relu" });
    expect(text()).toBe("Y0,0 = 0·0 + 1·1 + 3·2 + 4·3 + (−30) = −11ReLU 0");
  });

  test("is that of an output that is lit, counted only when it is computed", () => {
    const store = showing(<EquationBar />);
    const light = (column: number) =>
      act(() => store.getState().setHover({ grid: "output", channel: 0, depth: 0, row: 0, column }));
    light(1);
    expect(text()).toBe("Y0,1 = 1·0 + 2·1 + 4·2 + 5·3 = ");
    act(() => store.getState().toggleShowAll());
    expect(text()).toBe("Y0,1 = 1·0 + 2·1 + 4·2 + 5·3 = 25");
  });

  test("dims the terms that are 0, and lights those of a cell that is lit", () => {
    const store = showing(<EquationBar />);
    const marked = (name: string) =>
      [...region().querySelectorAll(`.term.${name}`)].map((term) => term.textContent);
    expect(marked("zero")).toEqual(["0·0"]);
    act(() => store.getState().setHover({ grid: "input", channel: 0, depth: 0, row: 1, column: 0 }));
    expect(marked("lit")).toEqual(["3·2"]);
    act(() => store.getState().setHover({ grid: "kernel", channel: 0, depth: 0, row: 1, column: 1 }));
    expect(marked("lit")).toEqual(["4·3"]);
    act(() => store.getState().setHover({ grid: "input", channel: 0, depth: 0, row: 2, column: 2 }));
    expect(marked("lit")).toEqual([]);
  });

  test("of more than twelve terms folds, and opens on a click", async () => {
    const user = userEvent.setup();
    const ones = { input: counting(5, 5), kernel: filled(4, 4, () => 1) };
    showing(<EquationBar />, ones);
    const terms = () => region().querySelectorAll(".term").length;
    expect(terms()).toBe(12);
    expect(text()).toMatch(/= 144$/);
    await user.click(within(region()).getByRole("button", { name: "4 more terms" }));
    expect(terms()).toBe(16);
    await user.click(within(region()).getByRole("button", { name: "Fewer terms" }));
    expect(terms()).toBe(12);
  });
});

describe("the line about the lit cell", () => {
  const line = () => document.querySelector(".readout")?.textContent;
  const light = (
    store: AppStore,
    grid: "input" | "kernel" | "products" | "output",
    row: number,
    column: number,
  ) => {
    act(() => store.getState().setHover({ grid, channel: 0, depth: 0, row, column }));
    return line();
  };

  // What says it is fetched for the first cell.
  beforeAll(async () => {
    light(showing(<Readout />), "kernel", 0, 0);
    await vi.waitFor(() => expect(line()).toMatch(/^W/));
    cleanup();
  });

  test("says what to do while none is", () => {
    showing(<Readout />);
    expect(line()).toMatch(/^Point at a number/);
  });

  test("names the outputs that an input goes into", () => {
    const store = showing(<Readout />);
    expect(light(store, "input", 0, 0)).toBe("X[0, 0] = 0 goes into 1 output: Y[0, 0] with weight 0");
    expect(light(store, "input", 1, 1)).toBe(
      "X[1, 1] = 4 goes into 4 outputs: Y[0, 0] with weight 3, Y[0, 1] with weight 2, " +
        "Y[1, 0] with weight 1, Y[1, 1] with weight 0",
    );
  });

  test("names no more than four of them", () => {
    const store = showing(<Readout />, { input: counting(5, 5), kernel: filled(3, 3, () => 1) });
    expect(light(store, "input", 2, 2)).toMatch(
      /^X\[2, 2\] = 12 goes into 9 outputs: (Y[^,]+,[^,]+, ){3}Y.* …$/,
    );
  });

  test("says that nothing reads an input", () => {
    const store = showing(<Readout />, { kernel: [[1]], stride: [2, 2] });
    expect(light(store, "input", 1, 1)).toBe(
      "X[1, 1] = 4: no window reads it, so it cannot change the output.",
    );
  });

  test("says how often a weight is used", () => {
    const store = showing(<Readout />);
    expect(light(store, "kernel", 1, 0)).toBe(
      "W[1, 0] = 2 is used 4 times, once for every output: the weight is shared.",
    );
    const once = { kernel: filled(3, 3, () => -0.5) };
    act(() => store.getState().load(documentWith(once), 0));
    expect(light(store, "kernel", 0, 0)).toBe("W[0, 0] = −0.5 is used once.");
  });

  test("names the factors of a product, and the padding among them", () => {
    const store = showing(<Readout />, { padding: evenPads(1) }, 5);
    expect(light(store, "products", 1, 1)).toBe("X[1, 1] · W[1, 1] = 4 · 3 = 12");
    goTo(store, 0);
    expect(light(store, "products", 0, 1)).toBe("Padding · W[0, 1] = 0 · 1 = 0");
  });

  test("says where an output's window starts, and its exact number once it is computed", () => {
    const third = 1 / 3;
    const store = showing(<Readout />, { kernel: [[third]], padding: evenPads(1) });
    expect(light(store, "output", 0, 1)).toBe(
      "Y[0, 1] is not computed yet: its window starts at row −1, column 0.",
    );
    act(() => store.getState().toggleShowAll());
    expect(light(store, "output", 1, 2)).toBe(`Y[1, 2] = ${third}: its window starts at row 0, column 1.`);
  });
});

describe("the stage", () => {
  test("follows the document, the position and the overlay", () => {
    const store = showing(<Stage />);
    expect(textsOf("output")).toEqual(["19", "", "", ""]);
    goTo(store, 2);
    expect(textsOf("output")).toEqual(["19", "25", "37", ""]);
    act(() => store.getState().load(documentWith({ bias: 1 }), 3));
    expect(textsOf("output")).toEqual(["20", "26", "38", "44"]);
    expect(document.querySelectorAll(".read-counts .cell")).toHaveLength(0);
    act(() => store.getState().setView({ readCounts: true }));
    expect([...document.querySelectorAll(".read-counts .cell")].map((mark) => mark.textContent)).toEqual([
      "1",
      "2",
      "1",
      "2",
      "4",
      "2",
      "1",
      "2",
      "1",
    ]);
    // They are for the eye: the grid's cells are still the numbers.
    expect(textsOf("input")).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
  });

  test("lights what the lit cell takes part with", () => {
    const store = showing(<Stage />);
    const lit = () => document.querySelectorAll(".lit").length;
    expect(lit()).toBe(0);
    act(() => store.getState().setHover({ grid: "output", channel: 0, depth: 0, row: 0, column: 1 }));
    expect(lit()).toBe(3);
    act(() => store.getState().setHover(null));
    expect(lit()).toBe(0);
  });
});

describe("the tools", () => {
  test("choose what dragging does, and the brush only while painting", async () => {
    const user = userEvent.setup();
    const store = showing(<FigureTools />);
    expect(screen.queryByRole("textbox", { name: "Value" })).toBeNull();
    await user.click(screen.getByRole("radio", { name: "Paint" }));
    expect(store.getState().tool).toBe("paint");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Value" }).value).toBe("1");
    await user.click(screen.getByRole("radio", { name: "Move window" }));
    expect(store.getState().tool).toBe("move");
  });

  test("keep the last good value of the brush, with the reason beside a wrong one", () => {
    const store = showing(<FigureTools />, {}, 0, { tool: "paint" });
    const brush = screen.getByRole("textbox", { name: "Value" });
    const type = (value: string) => fireEvent.change(brush, { target: { value } });
    type("-2.5");
    expect(store.getState().brush).toBe(-2.5);
    type("1e9");
    expect(store.getState().brush).toBe(-2.5);
    expect(screen.getByRole("alert").textContent).toBe("Entries must lie between -1000000 and 1000000");
    expect(brush.getAttribute("aria-invalid")).toBe("true");
    type("3");
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

test("what a link hides is not there", () => {
  const store = showing(<FigureColumn />);
  expect(screen.getByRole("region", { name: "Equation" })).toBeTruthy();
  act(() => store.getState().setView({ hidden: ["equation", "controls"] }));
  expect(screen.queryByRole("region", { name: "Equation" })).toBeNull();
  expect(screen.queryByRole("radio", { name: "Paint" })).toBeNull();
});
