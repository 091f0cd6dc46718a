// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { setBias } from "../../src/model/commands";
import { SAVED_KEY } from "../../src/model/saved";
import { createSavedWork } from "../../src/model/savedWork";
import { Notices } from "../../src/ui/Notices";
import { renderInApp } from "./renderInApp";

/** The code that saves is fetched after the page is there. */
async function savingStarted() {
  await act(async () => {
    await vi.dynamicImportSettled();
    await import("../../src/ui/keepSaving");
    await Promise.resolve();
  });
}

const corrupt = { key: "notice.saved-corrupt", values: {} };

function storage(entries: Record<string, string> = {}) {
  return {
    entries,
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => {
      entries[key] = value;
    },
  };
}

test("notices stand in a live region until they are dismissed", async () => {
  const user = userEvent.setup();
  const store = renderInApp(<Notices />);
  const region = screen.getByRole("region", { name: "Notices" });
  expect(region.getAttribute("aria-live")).toBe("polite");
  act(() => store.getState().notify({ key: "notice.saved-full", values: {} }));
  expect(region.textContent).toContain("Saving is off: storage is full");
  await user.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(region.textContent).toBe("");
});

test("the raw copy of work that cannot be read can be downloaded", async () => {
  const user = userEvent.setup();
  const work = createSavedWork(() => storage({ [SAVED_KEY]: "{broken" }));
  work.load();
  const blobs: Blob[] = [];
  const names: string[] = [];
  URL.createObjectURL = (blob: Blob) => `blob:${blobs.push(blob)}`;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  renderInApp(<Notices />, { notices: [corrupt] }, work);
  await user.click(screen.getByRole("button", { name: "Download the raw copy" }));
  expect(names).toEqual(["convscope-saved.txt"]);
  const content = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsText(blobs[0] as Blob);
  });
  expect(content).toBe("{broken");
});

test("an edit is saved a moment later, and when the page is left at once", async () => {
  vi.useFakeTimers();
  const place = storage();
  const store = renderInApp(
    null,
    {},
    createSavedWork(() => place),
  );
  await savingStarted();
  store.getState().edit(setBias([4]));
  vi.advanceTimersByTime(1000);
  expect(place.entries[SAVED_KEY]).toContain("bias=4");
  store.getState().edit(setBias([5]));
  window.dispatchEvent(new Event("pagehide"));
  expect(place.entries[SAVED_KEY]).toContain("bias=5");
  vi.useRealTimers();
});

test("a full storage is told of once, and work goes on", async () => {
  vi.useFakeTimers();
  const place = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  const store = renderInApp(
    <Notices />,
    {},
    createSavedWork(() => place),
  );
  await savingStarted();
  act(() => void store.getState().edit(setBias([4])));
  act(() => void vi.advanceTimersByTime(1000));
  act(() => void store.getState().edit(setBias([5])));
  act(() => void vi.advanceTimersByTime(1000));
  expect(store.getState().notices.map(({ key }) => key)).toEqual(["notice.saved-full"]);
  expect(store.getState().history.present.layers[0].bias).toEqual([5]);
  vi.useRealTimers();
});

test("a figure inside another page saves nothing", async () => {
  vi.useFakeTimers();
  const place = storage();
  const store = renderInApp(
    null,
    { ui: "figure" },
    createSavedWork(() => place),
  );
  await savingStarted();
  store.getState().edit(setBias([4]));
  vi.advanceTimersByTime(1000);
  expect(place.entries).toEqual({});
  vi.useRealTimers();
});

test("work saved by another tab is told of", async () => {
  const store = renderInApp(
    <Notices />,
    {},
    createSavedWork(() => storage()),
  );
  await savingStarted();
  const other = { key: SAVED_KEY, newValue: '{"version":1,"address":"bias=9"}' };
  act(() => void window.dispatchEvent(new StorageEvent("storage", other)));
  expect(store.getState().notices.map(({ key }) => key)).toEqual(["notice.saved-elsewhere"]);
});
