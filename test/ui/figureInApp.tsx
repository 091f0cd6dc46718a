import { act, fireEvent } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeAll } from "vitest";
import { boardOf } from "../../src/scene/board";
import { cellBox, sheetOf } from "../../src/scene/hit";
import type { SceneGrid } from "../../src/scene/marks";
import type { AppState, AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { currentStep } from "../../src/store/playbackSlice";
import { renderInApp } from "./renderInApp";

/** The stage's room; nothing else on the page has a size here. */
const ROOM = { width: 832, height: 644, large: false };

beforeAll(() => {
  // What jsdom leaves out: sizes, their observers, and pointers that are held.
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.setPointerCapture ??= () => {};
  for (const [name, size] of [
    ["clientWidth", ROOM.width],
    ["clientHeight", ROOM.height],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size });
  }
});

/** A part of the page around the figure, at the page's top left corner. */
export function renderFigure(part: ReactNode, change: Partial<AppState> = {}): AppStore {
  return renderInApp(part, change);
}

export function cell(grid: SceneGrid, row: number, column: number): SVGGElement {
  const found = document.querySelector<SVGGElement>(
    `[data-grid=${grid}] [data-row="${row}"][data-column="${column}"]`,
  );
  if (!found) throw new Error(`no cell ${row}, ${column} in ${grid}`);
  return found;
}

export function focus(grid: SceneGrid, row: number, column: number): void {
  act(() => cell(grid, row, column).focus());
}

/** The focused cell: "input 1,2"; null when the focus is elsewhere. */
export function focused(): string | null {
  const element = document.activeElement;
  const grid = element?.closest("[role=grid]")?.getAttribute("data-grid");
  return grid ? `${grid} ${element?.getAttribute("data-row")},${element?.getAttribute("data-column")}` : null;
}

export function press(key: string, more: KeyboardEventInit = {}): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
}

export function textsOf(grid: SceneGrid): (string | null)[] {
  return [...document.querySelectorAll(`[data-grid=${grid}] [role=gridcell]`)].map(
    (found) => found.textContent,
  );
}

/** The middle of a cell, on the page and on the figure; of its first sheet where none is named. */
export function pointOf(
  store: AppStore,
  grid: SceneGrid,
  row: number,
  column: number,
  { channel = 0, depth = 0 }: { readonly channel?: number; readonly depth?: number } = {},
) {
  const state = store.getState();
  const { layout } = boardOf(documentOf(state), ROOM, { ...state, step: currentStep(state) });
  const sheet = sheetOf(layout, { grid, channel, depth });
  if (!sheet) throw new Error(`no sheet ${channel}, ${depth} of ${grid}`);
  const { x, y, width, height } = cellBox(sheet, row, column);
  return { clientX: x + width / 2, clientY: y + height / 2, side: width };
}

export function undoSteps(store: AppStore): number {
  let steps = 0;
  for (let past = store.getState().history.past; past; past = past.next) steps++;
  return steps;
}
