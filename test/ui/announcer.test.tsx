// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setBias } from "../../src/model/commands";
import { renderInApp } from "./renderInApp";

// X = 0…8 in 3 × 3, W = [[0, 1], [2, 3]]: the outputs are 19, 25, 37, 43.

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const said = () => screen.getByRole("status").textContent?.trim();

test("a step is said once, in words", () => {
  const store = renderInApp(null);
  store.getState().stepBy(1);
  vi.advanceTimersByTime(1000);
  expect(said()).toBe("Row 0, column 1: 4 products, sum 25.");
});

test("of a row of fast steps only the last is said", () => {
  const store = renderInApp(null);
  store.getState().stepBy(1);
  vi.advanceTimersByTime(50);
  store.getState().stepBy(1);
  expect(said()).toBe("");
  vi.advanceTimersByTime(1000);
  expect(said()).toBe("Row 1, column 0: 4 products, sum 37.");
});

test("slow playback says each step as it comes, fast playback the one it stops at", () => {
  const store = renderInApp(null);
  store.getState().play();
  store.getState().tick(700);
  expect(said()).toBe("Row 0, column 1: 4 products, sum 25.");
  store.getState().setSpeed(10);
  store.getState().tick(70);
  expect(said()).toBe("Row 0, column 1: 4 products, sum 25.");
  store.getState().pause();
  vi.advanceTimersByTime(1000);
  expect(said()).toBe("Row 1, column 0: 4 products, sum 37.");
});

test("undo and redo are said, and a second undo is heard as well", () => {
  const store = renderInApp(null);
  act(() => void store.getState().edit(setBias([1])));
  act(() => void store.getState().edit(setBias([2])));
  act(() => store.getState().undo());
  expect(said()).toBe("Undone");
  const first = screen.getByRole("status").textContent;
  act(() => store.getState().undo());
  expect(said()).toBe("Undone");
  expect(screen.getByRole("status").textContent).not.toBe(first);
  act(() => store.getState().redo());
  expect(said()).toBe("Redone");
});
