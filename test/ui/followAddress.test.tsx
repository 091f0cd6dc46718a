// @vitest-environment jsdom
import { act } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setBias } from "../../src/model/commands";
import { defaultDocument } from "../../src/model/defaultDocument";
import { type AppState, createAppStore } from "../../src/store/appStore";
import { followAddress } from "../../src/ui/followAddress";

let stop = () => {};

/** The follower in the state it has once its code has been fetched. */
function start(change: Partial<AppState> = {}) {
  const store = createAppStore(defaultDocument);
  store.setState(change);
  stop = followAddress(store, "start");
  return store;
}

/** Lets timers up to 300 ms and what awaits them run. */
const settle = () => act(() => vi.advanceTimersByTimeAsync(300));

async function enter(hash: string) {
  window.history.replaceState(null, "", `/${hash}`);
  await act(async () => {
    window.dispatchEvent(new HashChangeEvent("hashchange"));
    await vi.advanceTimersByTimeAsync(0);
  });
}

beforeEach(() => {
  window.history.replaceState(null, "", "/");
  vi.useFakeTimers();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test("the address follows an edit within 300 ms, without a step in the browser's history", async () => {
  const store = start();
  const { length } = window.history;
  store.getState().edit(setBias([3]));
  store.getState().seek(2);
  await settle();
  expect(window.location.hash).toBe("#bias=3&step=2");
  expect(window.history.length).toBe(length);
  store.getState().undo();
  store.getState().seek(0);
  await settle();
  expect(window.location.href).toBe("http://localhost:3000/");
});

test("it doesn't move while playing, and says the position afterwards", async () => {
  const store = start();
  store.getState().play();
  store.getState().tick(600);
  await settle();
  await settle();
  expect(window.location.hash).toBe("");
  store.getState().pause();
  await settle();
  expect(window.location.hash).toBe("#step=1");
});

test("a link stays as it was written until something changes", async () => {
  window.history.replaceState(null, "", "/?step=1&from=mail");
  const store = start({ position: 1 });
  await settle();
  expect(window.location.search).toBe("?step=1&from=mail");
  store.getState().seek(2);
  await settle();
  expect(window.location.search + window.location.hash).toBe("?from=mail#step=2");
});

test("pairs that mean nothing here are written back", async () => {
  const store = start({ unknown: [["later", "a b"]] });
  store.getState().edit(setBias([3]));
  await settle();
  expect(window.location.hash).toBe("#bias=3&later=a%20b");
});

test("a link that can't be read stays until the document is changed", async () => {
  window.history.replaceState(null, "", "/#z=9.abc");
  const store = start({ keepLink: true });
  store.getState().seek(2);
  await settle();
  expect(window.location.hash).toBe("#z=9.abc");
  store.getState().edit(setBias([3]));
  await settle();
  expect(window.location.hash).toBe("#bias=3&step=2");
});

test("an address that is entered opens as one edit, with its notices", async () => {
  const store = start();
  const before = store.getState().history.present;
  await enter("#bias=7&step=3&stride=99");
  expect(store.getState().history.present.layers[0].bias).toEqual([7]);
  expect(store.getState().position).toBe(3);
  expect(store.getState().notices).toHaveLength(1);
  store.getState().undo();
  expect(store.getState().history.present).toBe(before);
  await enter("#bias=8");
  expect(store.getState().notices).toEqual([]);
});

test("theme and language go into the address when they were chosen here", async () => {
  const store = start({ theme: "dark" });
  store.getState().edit(setBias([3]));
  await settle();
  expect(window.location.hash).toBe("#bias=3");
  store.getState().setView({ theme: "light", chosen: ["theme"] });
  await settle();
  expect(window.location.hash).toBe("#bias=3&theme=light");
});

test("a state too long to read is deflated and opens again", async () => {
  const store = start();
  const text = Array.from({ length: 30 }, () => Array.from({ length: 30 }, () => "0.5").join(",")).join(";");
  await enter(`#input=${text}`);
  store.getState().seek(1);
  await settle();
  vi.useRealTimers();
  await vi.waitFor(() => expect(window.location.hash).toMatch(/^#z=1\./));
  const packed = window.location.hash;
  store.getState().edit(setBias([1]));
  window.history.replaceState(null, "", `/${packed}`);
  await act(async () => void window.dispatchEvent(new HashChangeEvent("hashchange")));
  await vi.waitFor(() => expect(store.getState().history.present.layers[0].bias).toEqual([0]));
  expect(store.getState().history.present.input.shape).toEqual([1, 1, 30, 30]);
  expect(store.getState().position).toBe(1);
});

test("it says the view, and where each was left", async () => {
  const store = start();
  store.getState().seek(2);
  store.getState().show("learn");
  store.getState().setTrainedTo(10);
  store.getState().seek(4);
  await settle();
  expect(window.location.hash).toContain("view=learn");
  expect(window.location.hash).toContain("step=2");
  expect(window.location.hash).toContain("update=4");
  await enter("#view=learn&update=6");
  expect(store.getState()).toMatchObject({ view: "learn", position: 6, otherPosition: 0 });
});
