// @vitest-environment jsdom
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setBias } from "../../src/model/commands";
import { rowsOf } from "../../src/model/grid";
import type { AppState } from "../../src/store/appStore";
import { Header } from "../../src/ui/Header";
import { renderInApp } from "./renderInApp";

const button = (name: string) => screen.getByRole("button", { name });

function start(change: Partial<AppState> = {}) {
  const user = userEvent.setup();
  const store = renderInApp(<Header onOpenKeys={() => undefined} onOpenEmbed={() => undefined} />, change);
  return { user, store };
}

beforeEach(() => {
  localStorage.clear();
  window.history.replaceState(null, "", "/");
});
afterEach(() => {
  vi.restoreAllMocks();
});

test("undo and redo can be pressed when there is something to undo or redo", async () => {
  const { user, store } = start();
  expect(button("Undo").getAttribute("aria-disabled")).toBe("true");
  act(() => void store.getState().edit(setBias([3])));
  await user.click(button("Undo"));
  expect(store.getState().history.present.layers[0].bias).toEqual([0]);
  expect(document.activeElement).toBe(button("Undo"));
  await user.click(button("Redo"));
  expect(store.getState().history.present.layers[0].bias).toEqual([3]);
});

test("an example opens from the menu by keyboard and can be undone", async () => {
  const { user, store } = start();
  const before = store.getState().history.present;
  button("Examples").focus();
  await user.keyboard("{Enter}");
  const menu = await screen.findByRole("menu", { name: "Examples" });
  const items = within(menu).getAllByRole("menuitem");
  expect(items.length).toBeGreaterThanOrEqual(15);
  expect(document.activeElement).toBe(items[0]);
  for (const item of items) expect(item.getAttribute("aria-description")).toMatch(/\w/);
  await user.keyboard("{End}{ArrowDown}{ArrowDown}");
  expect(document.activeElement).toBe(items[1]);
  // The second example of the notes: an image of 6 × 8 with the kernel [1, −1].
  await user.keyboard("{Enter}");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(button("Examples"));
  const { input, layers } = store.getState().history.present;
  expect(input.shape).toEqual([1, 1, 6, 8]);
  expect(rowsOf(layers[0].weight)).toEqual([[1, -1]]);
  act(() => store.getState().undo());
  expect(store.getState().history.present).toBe(before);
});

test("a letter leads to the next example that starts with it", async () => {
  const { user } = start();
  await user.click(button("Examples"));
  await screen.findByRole("menu");
  await user.keyboard("b");
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^B/i);
});

test("Escape closes the menu and gives the focus back; Tab leaves it", async () => {
  const { user } = start();
  await user.click(button("Examples"));
  await screen.findByRole("menu");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(button("Examples"));
  await user.keyboard("{ArrowDown}");
  expect(screen.getByRole("menu")).toBeTruthy();
  await user.tab();
  expect(screen.queryByRole("menu")).toBeNull();
});

test("Share copies the link to what is on the page, says so and is Share again after a while", async () => {
  const { user, store } = start();
  act(() => void store.getState().edit(setBias([3])));
  await user.click(button("Share"));
  await screen.findByRole("button", { name: "Link copied" });
  const copied = await navigator.clipboard.readText();
  expect(new URL(copied).hash).toBe("#bias=3");
  expect(screen.getByRole("status").textContent).toBe("Link copied");
  await waitFor(() => expect(button("Share")).toBeTruthy(), { timeout: 5000 });
});

test("the link to the default example says which it is, so that it doesn't open on other saved work", async () => {
  const { user } = start();
  await user.click(button("Share"));
  await screen.findByRole("button", { name: "Link copied" });
  expect(new URL(await navigator.clipboard.readText()).hash).toBe("#preset=corr2d");
});

test("where the clipboard is refused the link stands selected in a field", async () => {
  const { user } = start();
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("refused"));
  await user.click(button("Share"));
  const field = await screen.findByRole<HTMLInputElement>("textbox", { name: "Link to this page" });
  expect(field.value).toContain("#preset=corr2d");
  expect(document.activeElement).toBe(field);
  expect(field.selectionEnd).toBe(field.value.length);
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("theme, language, fills and single keys are set and remembered", async () => {
  const { user, store } = start();
  await user.click(button("Settings"));
  await user.click(await screen.findByRole("radio", { name: "Dark" }));
  await user.click(screen.getByRole("radio", { name: "Grey" }));
  await user.click(screen.getByRole("checkbox", { name: /Single-key/ }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Language" }), "简体中文");
  expect(store.getState()).toMatchObject({
    theme: "dark",
    fills: "grey",
    singleKeys: false,
    language: "zh-CN",
    chosen: ["theme", "language"],
  });
  expect(localStorage.getItem("convscope.theme")).toBe("dark");
  expect(localStorage.getItem("convscope.language")).toBe("zh-CN");
});

test("a link can hide the examples, and a lock disables them with a reason", () => {
  start({ hidden: ["presets"] });
  expect(screen.queryByRole("button", { name: "Examples" })).toBeNull();
});

test("what a link has locked no example may change", () => {
  start({ locked: ["kernel"] });
  expect(button("Examples")).toHaveProperty("disabled", true);
  expect(button("Examples").title).toMatch(/[Ll]ocked/);
});
