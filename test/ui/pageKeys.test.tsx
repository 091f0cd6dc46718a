// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { setBias } from "../../src/model/commands";
import type { AppState } from "../../src/store/appStore";
import { usePageKeys } from "../../src/ui/usePageKeys";
import { renderInApp } from "./renderInApp";

const grid = "grid";

function Keys({ openKeys }: { readonly openKeys: () => void }) {
  usePageKeys(openKeys);
  return (
    <>
      <button type="button">Somewhere</button>
      <input aria-label="Text" />
      <input aria-label="Slider" type="range" />
      <select aria-label="Select" />
      <div role={grid}>
        <div tabIndex={-1}>7</div>
      </div>
    </>
  );
}

function start(change: Partial<AppState> = {}) {
  const openKeys = vi.fn();
  const store = renderInApp(<Keys openKeys={openKeys} />, change);
  return { store, openKeys, user: userEvent.setup() };
}

test("Space plays and pauses, arrows step, Home and End go to the ends", async () => {
  const { store, user } = start();
  await user.keyboard(" ");
  expect(store.getState().playing).toBe(true);
  await user.keyboard(" ");
  expect(store.getState().playing).toBe(false);
  await user.keyboard("{ArrowRight}{ArrowRight}{ArrowLeft}");
  expect(store.getState().position).toBe(1);
  await user.keyboard("{End}");
  expect(store.getState().position).toBe(3);
  await user.keyboard("{Home}");
  expect(store.getState().position).toBe(0);
});

test("Ctrl+Z undoes, Ctrl+Shift+Z redoes, Cmd does the same", async () => {
  const { store, user } = start();
  store.getState().edit(setBias([5]));
  const bias = () => store.getState().history.present.layers[0].bias[0];
  await user.keyboard("{Control>}z{/Control}");
  expect(bias()).toBe(0);
  await user.keyboard("{Control>}{Shift>}Z{/Shift}{/Control}");
  expect(bias()).toBe(5);
  await user.keyboard("{Meta>}z{/Meta}");
  expect(bias()).toBe(0);
  await user.keyboard("{Meta>}{Shift>}Z{/Shift}{/Meta}");
  expect(bias()).toBe(5);
});

test("? opens the list of keys", async () => {
  const { openKeys, user } = start();
  await user.keyboard("?");
  expect(openKeys).toHaveBeenCalledOnce();
});

test.each(["Text", "Slider", "Select", "7"])("in %s the keys belong to it", async (name) => {
  const { store, openKeys, user } = start();
  (name === "7" ? screen.getByText(name) : screen.getByLabelText(name)).focus();
  await user.keyboard(" {ArrowRight}?");
  expect(store.getState()).toMatchObject({ playing: false, position: 0 });
  expect(openKeys).not.toHaveBeenCalled();
});

test("in a text field Ctrl+Z is the field's, in a grid it is the page's", async () => {
  const { store, user } = start();
  store.getState().edit(setBias([5]));
  const bias = () => store.getState().history.present.layers[0].bias[0];
  screen.getByLabelText("Text").focus();
  await user.keyboard("{Control>}z{/Control}");
  expect(bias()).toBe(5);
  screen.getByText("7").focus();
  await user.keyboard("{Control>}z{/Control}");
  expect(bias()).toBe(0);
});

test("Space on a button presses the button", async () => {
  const { store, user } = start();
  screen.getByRole("button", { name: "Somewhere" }).focus();
  await user.keyboard(" ");
  expect(store.getState().playing).toBe(false);
  await user.keyboard("{ArrowRight}");
  expect(store.getState().position).toBe(1);
});

test("the setting turns single keys off, undo stays", async () => {
  const { store, openKeys, user } = start({ singleKeys: false });
  await user.keyboard(" {ArrowRight}?");
  expect(store.getState()).toMatchObject({ playing: false, position: 0 });
  expect(openKeys).not.toHaveBeenCalled();
  store.getState().edit(setBias([5]));
  await user.keyboard("{Control>}z{/Control}");
  expect(store.getState().history.present.layers[0].bias[0]).toBe(0);
});

test("Escape leaves Present", async () => {
  const { store, user } = start({ presenting: true });
  await user.keyboard("{Escape}");
  expect(store.getState().presenting).toBe(false);
});

test("an open dialog keeps all keys to itself", async () => {
  const { store, user } = start();
  const dialog = document.createElement("dialog");
  dialog.setAttribute("open", "");
  document.body.append(dialog);
  await user.keyboard(" {ArrowRight}");
  dialog.remove();
  expect(store.getState()).toMatchObject({ playing: false, position: 0 });
});
