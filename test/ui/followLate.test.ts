// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { setBias } from "../../src/model/commands";
import { defaultDocument } from "../../src/model/defaultDocument";
import { createAppStore } from "../../src/store/appStore";
import { type Cause, followLate } from "../../src/ui/followLate";

function begin(atOnce = false) {
  const store = createAppStore(defaultDocument);
  const causes: Cause[] = [];
  const stopped = vi.fn();
  const load = vi.fn(async () => (_: unknown, cause: Cause) => {
    causes.push(cause);
    return stopped;
  });
  const stop = followLate(store, { load, atOnce, event: "hashchange" });
  return { store, causes, stopped, load, stop };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test("the code is fetched with the first change, once, and not for where the pointer is", async () => {
  const { store, load, causes } = begin();
  store.getState().setHover({ grid: "input", channel: 0, depth: 0, row: 0, column: 0 });
  expect(load).not.toHaveBeenCalled();
  store.getState().edit(setBias([1]));
  store.getState().edit(setBias([2]));
  await settle();
  expect(load).toHaveBeenCalledTimes(1);
  expect(causes).toEqual(["change"]);
});

test("a hand on the page has the code fetched ahead, and begins nothing", async () => {
  const { load, causes } = begin();
  window.dispatchEvent(new KeyboardEvent("keydown"));
  window.dispatchEvent(new KeyboardEvent("keydown"));
  await settle();
  expect(load).toHaveBeenCalledTimes(1);
  expect(causes).toEqual([]);
});

test("while playing it waits for the pause", async () => {
  const { store, load } = begin();
  store.getState().play();
  store.getState().tick(300);
  expect(load).not.toHaveBeenCalled();
  store.getState().pause();
  expect(load).toHaveBeenCalledTimes(1);
});

test("an event of the window is handed on", async () => {
  const { causes } = begin();
  const event = new HashChangeEvent("hashchange");
  window.dispatchEvent(event);
  await settle();
  expect(causes).toEqual([event]);
});

test("it begins at once where there is something to follow, and stops", async () => {
  const { causes, stopped, stop } = begin(true);
  await settle();
  expect(causes).toEqual(["start"]);
  stop();
  expect(stopped).toHaveBeenCalledTimes(1);
});

test("what ended while the code was on its way doesn't begin", async () => {
  const { store, causes, stop } = begin();
  store.getState().edit(setBias([1]));
  stop();
  await settle();
  expect(causes).toEqual([]);
});

test("code that can't be fetched is told", async () => {
  const store = createAppStore(defaultDocument);
  followLate(store, { load: () => Promise.reject(new Error("offline")), atOnce: true, event: "hashchange" });
  await settle();
  expect(store.getState().notices.map(({ key }) => key)).toEqual(["notices.outdated"]);
});
