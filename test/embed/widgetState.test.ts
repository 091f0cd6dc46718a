import { describe, expect, test } from "vitest";
import { outputShape } from "../../src/core/outputShape";
import { applyState, stateOf } from "../../src/embed/widgetState";
import { defaultDocument } from "../../src/model/defaultDocument";
import { convOptionsOf } from "../../src/model/layer";
import { createAppStore } from "../../src/store/appStore";

const newStore = () => createAppStore(defaultDocument);

describe("what a widget shows", () => {
  test("is empty as it opens, and what was put in comes out again", async () => {
    const store = newStore();
    expect(stateOf(store)).toEqual({});
    const state = {
      input: "0,1,2;3,4,5;6,7,8;9,8,7",
      kernel: "1,0;0,-1",
      stride: "2,1",
      padding: "1",
      step: "3",
      theme: "dark",
    };
    await applyState(store, state);
    expect(stateOf(store)).toEqual(state);
  });

  test("takes numbers, flags and nested lists for the text of an address", async () => {
    const [given, written] = [newStore(), newStore()];
    await applyState(given, {
      input: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      kernel: [[1, -0.5]],
      padding: [1, 0],
      stride: 1,
      step: 2,
      play: false,
    });
    await applyState(written, {
      input: "1,2,3;4,5,6",
      kernel: "1,-0.5",
      padding: "1,0",
      stride: "1",
      step: "2",
      play: "0",
    });
    expect(stateOf(given)).toEqual(stateOf(written));
    const { input, layers } = given.getState().history.present;
    expect(Array.from(input.data)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Array.from(layers[0].weight.data)).toEqual([1, -0.5]);
  });

  test("keeps what a change doesn't name, also when changes follow each other at once", async () => {
    const store = newStore();
    await Promise.all([applyState(store, { padding: 1 }), applyState(store, { stride: 2 })]);
    expect(stateOf(store)).toEqual({ padding: "1", stride: "2" });
    // 3 + 2·1 − 2 over 2, rounded down, plus 1.
    const { input, layers } = store.getState().history.present;
    const shape = outputShape("conv", input.shape, {
      ...convOptionsOf(store.getState().history.present),
      weightShape: layers[0].weight.shape,
    });
    expect(shape.slice(2)).toEqual([2, 2]);
  });

  test("goes back by one step of undo for each change, and by none for a change that isn't one", async () => {
    const store = newStore();
    await applyState(store, {
      padding: 1,
      stride: 2,
      kernel: [
        [1, 1],
        [1, 1],
      ],
    });
    await applyState(store, { padding: 1, theme: "light" });
    store.getState().undo();
    expect(store.getState().history.present).toBe(defaultDocument);
  });

  test("a key without a value goes back to its default alone", async () => {
    const store = newStore();
    await applyState(store, { padding: 1, stride: 2 });
    await applyState(store, { padding: null });
    expect(stateOf(store)).toEqual({ stride: "2" });
  });

  test("a preset takes the document's place and leaves how it is shown", async () => {
    const store = newStore();
    await applyState(store, { stride: 2, theme: "dark", hide: "code" });
    await applyState(store, { preset: "edges-vertical" });
    const { stride, theme, hide, input } = stateOf(store);
    expect({ stride, theme, hide }).toEqual({ stride: undefined, theme: "dark", hide: "code" });
    expect(input).toContain(";");
  });

  test.each([
    [{ stride: "<img src=x onerror=alert(1)>" }],
    [{ stride: 0 }],
    [{ input: [[1, "javascript:alert(1)"]] }],
    [{ input: [[[[[[[1]]]]]]] }],
    [{ padding: { valueOf: 1 } }],
    [{ lang: "tlh" }],
  ])("what can't be used falls back with a notice: %j", async (change) => {
    const store = newStore();
    const notices = await applyState(store, change);
    expect(notices).toHaveLength(1);
    expect(store.getState().history.present.layers).toEqual(defaultDocument.layers);
  });

  test("keys of a prototype are text like any other", async () => {
    const store = newStore();
    const change = JSON.parse('{"__proto__": {"stride": 2}, "constructor": "1", "stride": "3"}');
    await applyState(store, change);
    expect(stateOf(store).stride).toBe("3");
    expect(({} as Record<string, unknown>).stride).toBeUndefined();
    expect(Object.hasOwn(stateOf(store), "__proto__")).toBe(true);
  });
});
