import { beforeEach, describe, expect, test } from "vitest";
import { setBias, setPadding, setStride } from "../../src/model/commands";
import { defaultDocument } from "../../src/model/defaultDocument";
import { rowsOf } from "../../src/model/grid";
import { setCell, setInputSize, setKernelSize } from "../../src/model/gridCommands";
import { canRedo, canUndo } from "../../src/model/history";
import { type AppStore, createAppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { evenPads } from "../trace/documents";

let store: AppStore;
const state = () => store.getState();
const shown = () => documentOf(state());
const undoSteps = () => {
  let steps = 0;
  for (let past = state().history.past; past; past = past.next) steps++;
  return steps;
};

beforeEach(() => {
  store = createAppStore(defaultDocument);
});

describe("an edit", () => {
  test("is one step of the history", () => {
    expect(state().edit(setBias([2]))).toEqual([]);
    expect(shown().layers[0].bias).toEqual([2]);
    expect(undoSteps()).toBe(1);
  });

  test("that the document refuses says why and changes nothing at all", () => {
    state().seek(2);
    state().setHover({ grid: "input", channel: 0, depth: 0, row: 0, column: 0 });
    const before = state();
    const problems = state().edit(setKernelSize([5, 5]));
    expect(problems.map(({ code, field }) => [code, field])).toEqual([["kernel-too-large", "kernelSize"]]);
    expect(state()).toBe(before);
    expect(state().edit(setCell("input", { row: 0, column: 0 }, Number.NaN))).toHaveLength(1);
    expect(state().edit(setCell("input", { row: 0, column: 0 }, 1e6 + 1))).toHaveLength(1);
    expect(state()).toBe(before);
  });

  test("that changes nothing leaves no step", () => {
    state().edit(setBias([0]));
    state().edit(setCell("kernel", { row: 1, column: 1 }, 3));
    expect(undoSteps()).toBe(0);
  });

  test("keeps the position as far as there are that many steps", () => {
    state().seek(3);
    state().edit(setBias([1]));
    expect(state().position).toBe(3);
    state().edit(setStride([2, 2]));
    expect(state().position).toBe(0);
    state().edit(setStride([1, 1]));
    expect(state().position).toBe(0);
  });

  test("keeps a position between two steps", () => {
    state().seek(1.25);
    state().edit(setPadding(evenPads(1)));
    expect(state().position).toBe(1.25);
  });

  test("forgets the cell that was lit, which may be gone", () => {
    state().togglePin({ grid: "output", channel: 0, depth: 0, row: 1, column: 1 });
    state().setHover({ grid: "input", channel: 0, depth: 0, row: 2, column: 2 });
    state().edit(setInputSize([2, 2]));
    expect([state().hover, state().pinned]).toEqual([null, null]);
  });
});

describe("a preview", () => {
  test("is shown outside the history until it is committed, then as one step", () => {
    for (const value of [5, 6, 7]) state().preview(setCell("input", { row: 0, column: 0 }, value));
    state().preview(setCell("input", { row: 0, column: 1 }, 8));
    expect(rowsOf(shown().input)[0]).toEqual([7, 8, 2]);
    expect(state().history.present).toBe(defaultDocument);
    state().commitPreview();
    expect(undoSteps()).toBe(1);
    state().undo();
    expect(shown()).toBe(defaultDocument);
  });

  test("from a base starts over from it", () => {
    state().preview(setInputSize([2, 3]));
    state().preview(setInputSize([3, 3]), state().history.present);
    expect(rowsOf(shown().input)).toEqual(rowsOf(defaultDocument.input));
  });

  test("that goes back to where it began leaves no step", () => {
    state().preview(setInputSize([2, 3]));
    state().preview(setInputSize([3, 3]), state().history.present);
    state().commitPreview();
    expect(undoSteps()).toBe(0);
  });

  test("that is refused says why and keeps the last good one", () => {
    state().preview(setInputSize([2, 2]));
    expect(state().preview(setInputSize([1, 1]))).not.toEqual([]);
    expect(rowsOf(shown().input)).toEqual([
      [0, 1],
      [3, 4],
    ]);
  });

  test("is dropped without a trace, and by an edit, undo or redo", () => {
    state().preview(setBias([9]));
    state().dropPreview();
    expect(shown()).toBe(defaultDocument);
    state().preview(setBias([9]));
    state().edit(setStride([2, 2]));
    expect(shown().layers[0].bias).toEqual([0]);
    state().preview(setBias([9]));
    state().undo();
    expect(shown()).toBe(defaultDocument);
    state().preview(setBias([9]));
    state().redo();
    expect(shown().layers[0]).toMatchObject({ bias: [0], stride: [2, 2] });
  });
});

describe("the history", () => {
  test("takes a thousand edits back, one by one, and forward again", () => {
    for (let bias = 1; bias <= 1000; bias++) state().edit(setBias([bias]));
    for (let bias = 999; bias >= 0; bias--) {
      state().undo();
      expect(shown().layers[0].bias).toEqual([bias]);
    }
    expect(shown()).toBe(defaultDocument);
    expect(canUndo(state().history)).toBe(false);
    state().undo();
    expect(shown()).toBe(defaultDocument);
    for (let n = 0; n < 1000; n++) state().redo();
    expect(shown().layers[0].bias).toEqual([1000]);
    expect(canRedo(state().history)).toBe(false);
  });

  test("clamps the position when undoing leaves fewer steps", () => {
    state().edit(setPadding(evenPads(1)));
    state().seek(15);
    state().undo();
    expect(state().position).toBe(3);
  });
});

test("a loaded document stands still at its position, and can be undone", () => {
  state().play();
  state().toggleShowAll();
  const loaded = { ...defaultDocument, input: setInputSize([4, 4])(defaultDocument).input };
  state().load(loaded, 99);
  expect(state()).toMatchObject({ position: 8, playing: false, showAll: false });
  state().undo();
  expect(shown()).toBe(defaultDocument);
});
