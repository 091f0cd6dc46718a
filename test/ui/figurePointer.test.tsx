// @vitest-environment jsdom
import { act, createEvent, fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, test } from "vitest";
import { setOp, setPadding, setStride } from "../../src/model/commands";
import { rowsOf } from "../../src/model/grid";
import type { SceneGrid } from "../../src/scene/marks";
import type { AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { Stage } from "../../src/ui/Stage";
import { evenPads } from "../trace/documents";
import { cell, focus, focused, pointOf, renderFigure, textsOf, undoSteps } from "./figureInApp";

let store: AppStore;
const state = () => store.getState();
const input = () => rowsOf(documentOf(state()).input);
const stage = () => document.querySelector<HTMLElement>(".stage") as HTMLElement;

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

const at = (grid: SceneGrid, row: number, column: number) => pointOf(store, grid, row, column);
const move = (to: Point) => fireEvent.pointerMove(stage(), { ...to, pointerId: 1, pointerType: "mouse" });
const down = (to: Point) => fireEvent.pointerDown(stage(), { ...to, pointerId: 1, button: 0 });
const up = (to: Point) => fireEvent.pointerUp(stage(), { ...to, pointerId: 1, button: 0 });

function click(to: Point) {
  down(to);
  up(to);
}

function drag(...points: readonly Point[]) {
  const [first, ...others] = points;
  const last = points.at(-1);
  if (!first || !last) return;
  down(first);
  for (const point of others) move(point);
  up(last);
}

beforeEach(() => {
  store = renderFigure(<Stage />);
});

describe("the pointer", () => {
  test.each(["input", "kernel", "products", "output"] as const)(
    "lights the cell of the %s under it",
    (grid) => {
      move(at(grid, 1, 0));
      expect(state().hover).toEqual({ grid, channel: 0, depth: 0, row: 1, column: 0 });
      fireEvent.pointerLeave(stage());
      expect(state().hover).toBeNull();
    },
  );

  test("pins a cell with a click, and puts the keyboard on it", () => {
    click(at("input", 1, 2));
    expect(state().pinned).toEqual({ grid: "input", channel: 0, depth: 0, row: 1, column: 2 });
    expect(focused()).toBe("input 1,2");
  });

  test("goes to the step of an output that is clicked", () => {
    click(at("output", 1, 0));
    expect(state().position).toBe(2);
  });

  test("opens the editor on the cell that has the keyboard already", () => {
    focus("input", 0, 1);
    click(at("input", 0, 1));
    expect(screen.getByRole("textbox", { name: "Input, row 0, column 1" })).toBeTruthy();
  });

  test("by another button than the first does nothing", () => {
    fireEvent.pointerDown(stage(), { ...at("input", 1, 1), button: 2 });
    fireEvent.pointerUp(stage(), { ...at("input", 1, 1), button: 2 });
    expect(state().pinned).toBeNull();
  });
});

describe("dragging over the input", () => {
  test("takes the window from one reachable position to the next", () => {
    act(() => void state().edit(setPadding(evenPads(1))));
    act(() => void state().edit(setStride([3, 2])));
    const { clientX, clientY, side } = at("input", 0, 0);
    const far = (cells: number, along = 0) => ({
      clientX: clientX + cells * side,
      clientY: clientY + along * side,
    });
    const seen: number[] = [];
    down(far(0));
    for (const point of [far(0.6), far(1.4), far(2.2), far(9), far(9, 2), far(-9, 9), far(-9, -9)]) {
      move(point);
      seen.push(state().position);
    }
    up(far(-9, -9));
    // Two rows and two columns of positions; the window is 3 or 2 cells further from one to the next.
    expect(seen).toEqual([0, 1, 1, 1, 3, 2, 0]);
    expect(undoSteps(store)).toBe(2);
    expect(state().pinned).toBeNull();
  });

  test("with the brush paints cells, one undo step a stroke", () => {
    act(() => state().setView({ tool: "paint", brush: -3 }));
    drag(at("input", 0, 0), at("input", 0, 1), at("input", 1, 1), at("input", 2, 2));
    expect(input()).toEqual([
      [-3, -3, 2],
      [3, -3, 5],
      [6, 7, -3],
    ]);
    expect(undoSteps(store)).toBe(1);
    act(() => state().undo());
    expect(input()[0]).toEqual([0, 1, 2]);
  });

  test("with the brush stays in the grid where the stroke began", () => {
    act(() => state().setView({ tool: "paint", brush: 9 }));
    drag(at("input", 0, 2), at("input", 0, 1), at("kernel", 0, 0), at("output", 0, 0));
    expect(input()[0]).toEqual([0, 9, 9]);
    expect(rowsOf(documentOf(state()).layers[0].weight)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test("with the brush paints a turned kernel where it is touched", () => {
    act(() => void state().edit(setOp("conv-flipped")));
    act(() => state().setView({ tool: "paint", brush: 9 }));
    drag(at("kernel", 0, 0), at("kernel", 0, 1));
    expect(textsOf("kernel")).toEqual(["9", "9", "1", "0"]);
  });

  test("with the brush clicks a single cell, and leaves a locked grid alone", () => {
    act(() => state().setView({ tool: "paint", brush: 9 }));
    click(at("input", 2, 0));
    expect(input()[2]).toEqual([9, 7, 8]);
    act(() => state().setView({ locked: ["input"] }));
    click(at("input", 0, 0));
    drag(at("input", 1, 0), at("input", 1, 1));
    expect(input()).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [9, 7, 8],
    ]);
  });
});

describe("dragging an edge", () => {
  const edge = (grid: "input" | "kernel", rows: number, columns: number) => {
    const corner = at(grid, rows - 1, columns - 1);
    return {
      right: { clientX: corner.clientX + corner.side / 2, clientY: corner.clientY },
      bottom: { clientX: corner.clientX, clientY: corner.clientY + corner.side / 2 },
      side: corner.side,
    };
  };

  test("resizes the grid by whole cells, as one undo step", () => {
    const { right, side } = edge("input", 3, 3);
    drag(
      right,
      { ...right, clientX: right.clientX + 1.2 * side },
      { ...right, clientX: right.clientX + 2.1 * side },
    );
    expect(input()).toEqual([
      [0, 1, 2, 0, 0],
      [3, 4, 5, 0, 0],
      [6, 7, 8, 0, 0],
    ]);
    expect(undoSteps(store)).toBe(1);
  });

  test("brings back what was cut off, as long as it is held", () => {
    const { bottom, side } = edge("input", 3, 3);
    const up1 = { ...bottom, clientY: bottom.clientY - side };
    down(bottom);
    move(up1);
    expect(input()).toHaveLength(2);
    move(bottom);
    up(bottom);
    expect(input()).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ]);
    expect(undoSteps(store)).toBe(0);
  });

  test("stops where the kernel would not fit any more", () => {
    const { right, side } = edge("kernel", 2, 2);
    drag(right, { ...right, clientX: right.clientX + side }, { ...right, clientX: right.clientX + 5 * side });
    expect(textsOf("kernel")).toHaveLength(6);
  });

  test("is not possible where the size or the grid is locked", () => {
    for (const locked of [["size"], ["input"]] as const) {
      act(() => state().setView({ locked }));
      const { right, side } = edge("input", 3, 3);
      drag(right, { ...right, clientX: right.clientX + 2 * side });
    }
    expect(input()[0]).toHaveLength(3);
  });
});

describe("the wheel", () => {
  const wheel = (grid: SceneGrid, row: number, column: number, deltaY: number) => {
    const event = createEvent.wheel(stage(), { ...at(grid, row, column), deltaY, cancelable: true });
    fireEvent(stage(), event);
    return event.defaultPrevented;
  };

  test("changes the number of the cell that has the keyboard", () => {
    focus("input", 1, 1);
    expect(wheel("input", 1, 1, -100)).toBe(true);
    wheel("input", 1, 1, -100);
    expect(input()[1]?.[1]).toBe(6);
    wheel("input", 1, 1, 100);
    expect(input()[1]?.[1]).toBe(5);
  });

  test("is the page's anywhere else", () => {
    focus("input", 1, 1);
    expect(wheel("input", 0, 0, -100)).toBe(false);
    act(() => (document.activeElement as SVGElement).blur());
    expect(wheel("input", 1, 1, -100)).toBe(false);
    focus("output", 0, 0);
    expect(wheel("output", 0, 0, -100)).toBe(false);
    expect(input()[1]?.[1]).toBe(4);
  });

  test("leaves fractions as they are but for the whole step", () => {
    act(() => {
      state().edit((shown) => ({ ...shown, input: { ...shown.input, data: shown.input.data.with(0, 0.1) } }));
    });
    focus("input", 0, 0);
    wheel("input", 0, 0, -100);
    expect(input()[0]?.[0]).toBe(1.1);
  });
});

test("every cell keeps the text that a pointer never changes", () => {
  move(at("input", 1, 1));
  click(at("kernel", 0, 1));
  expect(textsOf("input")).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
  expect(cell("kernel", 0, 1).textContent).toBe("1");
});
