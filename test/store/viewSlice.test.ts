import { expect, test } from "vitest";
import { defaultDocument } from "../../src/model/defaultDocument";
import { createAppStore } from "../../src/store/appStore";
import { litTarget } from "../../src/store/viewSlice";

const cell = (row: number, column: number) => ({ grid: "input", channel: 0, depth: 0, row, column }) as const;

test("the cell under the pointer is lit, else the one that was pinned", () => {
  const store = createAppStore(defaultDocument);
  const lit = () => litTarget(store.getState());
  expect(lit()).toBeNull();
  store.getState().togglePin(cell(0, 1));
  expect(lit()).toEqual(cell(0, 1));
  store.getState().setHover(cell(2, 2));
  expect(lit()).toEqual(cell(2, 2));
  store.getState().setHover(null);
  expect(lit()).toEqual(cell(0, 1));
  store.getState().togglePin(cell(0, 1));
  expect(lit()).toBeNull();
});

test("another pin takes the place of the first", () => {
  const store = createAppStore(defaultDocument);
  store.getState().togglePin(cell(0, 1));
  store.getState().togglePin(cell(1, 0));
  expect(litTarget(store.getState())).toEqual(cell(1, 0));
});

test("hovering the same cell again tells nobody", () => {
  const store = createAppStore(defaultDocument);
  let told = 0;
  store.subscribe(() => {
    told++;
  });
  for (let n = 0; n < 5; n++) store.getState().setHover(cell(1, 1));
  expect(told).toBe(1);
});

test("a notice is told once, and goes when it is dismissed", () => {
  const store = createAppStore(defaultDocument);
  const notice = { key: "notice.saved-newer", values: {} } as const;
  store.getState().notify(notice, { key: "notice.saved-full", values: {} });
  store.getState().notify({ ...notice });
  expect(store.getState().notices.map(({ key }) => key)).toEqual(["notice.saved-full", "notice.saved-newer"]);
  const [first] = store.getState().notices;
  if (first) store.getState().dismiss(first);
  expect(store.getState().notices.map(({ key }) => key)).toEqual(["notice.saved-newer"]);
});
