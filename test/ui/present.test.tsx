// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { PresentButton } from "../../src/ui/PresentButton";
import { Transport } from "../../src/ui/Transport";
import { useAppearance } from "../../src/ui/useAppearance";
import { usePresent } from "../../src/ui/usePresent";
import { renderInApp } from "./renderInApp";

function Page() {
  useAppearance();
  usePresent();
  return (
    <>
      <PresentButton />
      <Transport />
    </>
  );
}

const root = document.documentElement;

beforeEach(() => {
  window.scrollTo = vi.fn();
});

test("Present shows the projector's theme and leaving brings back theme, scroll and focus", async () => {
  const user = userEvent.setup();
  const store = renderInApp(<Page />, { theme: "dark" });
  expect(root.dataset.theme).toBe("dark");
  Object.assign(window, { scrollX: 0, scrollY: 120 });
  await user.click(screen.getByRole("button", { name: "Present" }));
  expect(root.dataset.theme).toBe("projector");
  expect(root.dataset.presenting).toBe("");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Play" }));
  await user.click(screen.getByRole("button", { name: "Leave Present" }));
  expect(store.getState()).toMatchObject({ presenting: false, theme: "dark" });
  expect(root.dataset.theme).toBe("dark");
  expect(root.dataset.presenting).toBeUndefined();
  expect(window.scrollTo).toHaveBeenLastCalledWith(0, 120);
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Present" }));
});

test("leaving the full screen by the browser's own way leaves Present", () => {
  const store = renderInApp(<Page />);
  let filled: Element | null = root;
  Object.defineProperty(document, "fullscreenElement", { configurable: true, get: () => filled });
  act(() => store.getState().setView({ presenting: true }));
  document.dispatchEvent(new Event("fullscreenchange"));
  expect(store.getState().presenting).toBe(true);
  filled = null;
  act(() => void document.dispatchEvent(new Event("fullscreenchange")));
  expect(store.getState().presenting).toBe(false);
});
