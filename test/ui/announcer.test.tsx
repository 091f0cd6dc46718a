// @vitest-environment jsdom
import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setBias } from "../../src/model/commands";
import type { ConvDocument } from "../../src/model/document";
import { start } from "../../src/model/history";
import { layerWith } from "../trace/documents";
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

/** What is said of step 1. */
function saidOf(document: ConvDocument): string | undefined {
  const store = renderInApp(null, { history: start(document) });
  store.getState().stepBy(1);
  vi.advanceTimersByTime(1000);
  return said();
}

test("of several channels the step's is named first", () => {
  const pixel = [[[1]], [[2]]];
  expect(saidOf(layerWith({ input: pixel, weight: [pixel, pixel] }))).toBe(
    "Channel 1, row 0, column 0: 2 products, sum 5.",
  );
});

test("along one axis a step is said by its position, of a volume by its slice", () => {
  expect(saidOf(layerWith({ input: [[1, 2, 3]], weight: [[[1, 1]]] }))).toBe(
    "Position 1: 2 products, sum 5.",
  );
  cleanup();
  expect(saidOf(layerWith({ input: [[[[1]], [[2]]]], weight: [[[[[3]]]]] }))).toBe(
    "Slice 1, row 0, column 0: 1 product, sum 6.",
  );
});

test("a maximum, a tie and a mean are told", () => {
  const pooled = (op: "max-pool" | "avg-pool", last: number) =>
    layerWith({ input: [[[1, 4, last]]], weight: [[[[1, 1]]]], op });
  expect(saidOf(pooled("max-pool", 2))).toBe("Row 0, column 1: the largest of 2 numbers is 4.");
  cleanup();
  expect(saidOf(pooled("max-pool", 4))).toBe("Row 0, column 1: the largest of 2 numbers is 4, in 2 cells.");
  cleanup();
  expect(saidOf(pooled("avg-pool", 2))).toBe("Row 0, column 1: 2 numbers, mean 3.");
});

test("a stamp is told by its number and where it begins", () => {
  const stamps = layerWith({ input: [[[1, 5]]], weight: [[[[1, 1]]]], op: "transposed", stride: [1, 2] });
  expect(saidOf(stamps)).toBe("Row 0, column 1: 5 stamps the kernel, from row 0, column 2 on.");
});
