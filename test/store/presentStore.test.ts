import { expect, test } from "vitest";
import { createPresentStore, tallyOf, ZOOMS } from "../../src/store/presentStore";

test("hands are counted for each answer, and the last one can be taken back", () => {
  const store = createPresentStore();
  const { toggleTally, raise, lower } = store.getState();
  raise(0);
  expect(store.getState().hands).toBeNull();
  toggleTally();
  for (const answer of [0, 1, 1, 3]) raise(answer);
  expect(tallyOf(store.getState().hands ?? [])).toEqual([1, 2, 0, 1]);
  lower();
  lower();
  expect(tallyOf(store.getState().hands ?? [])).toEqual([1, 1, 0, 0]);
});

test("zoom stops at both ends", () => {
  const store = createPresentStore();
  const { zoomBy } = store.getState();
  for (let i = 0; i < 20; i++) zoomBy(1);
  expect(store.getState().zoom).toBe(ZOOMS.at(-1));
  for (let i = 0; i < 20; i++) zoomBy(-1);
  expect(store.getState().zoom).toBe(1);
});

test("a reset takes back zoom, blank and hands, and leaves the tally open", () => {
  const store = createPresentStore();
  const { toggleTally, raise, zoomBy, toggle, reset } = store.getState();
  toggleTally();
  raise(2);
  zoomBy(1);
  toggle("blank");
  reset();
  expect(store.getState()).toMatchObject({ blank: false, zoom: 1, hands: [] });
});
