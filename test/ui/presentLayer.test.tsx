// @vitest-environment jsdom
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { lessonsEn } from "../../src/content/messages/lessons.en";
import { presentEn } from "../../src/content/messages/present.en";
import type { AppStore } from "../../src/store/appStore";
import { FigureColumn } from "../../src/ui/FigureColumn";
import { addTexts } from "../../src/ui/lateTexts";
import { PresentLayer } from "../../src/ui/PresentLayer";
import { codeOf } from "../../src/ui/PresentLink";
import { useApp } from "../../src/ui/StoreContext";
import { renderFigure, textsOf } from "./figureInApp";

addTexts(presentEn);
addTexts(lessonsEn);

function Room() {
  const presenting = useApp((state) => state.presenting);
  return (
    <>
      <FigureColumn />
      {presenting && <PresentLayer />}
    </>
  );
}

let store: AppStore;
const user = userEvent.setup();

beforeEach(() => {
  store = renderFigure(<Room />, { presenting: true });
});

test("a clicker steps, wherever the focus is", async () => {
  await user.keyboard("{PageDown}{PageDown}");
  expect(store.getState().position).toBe(2);
  act(() => document.querySelector<SVGGElement>("[data-grid=input] [role=gridcell]")?.focus());
  await user.keyboard("{PageUp}");
  expect(store.getState().position).toBe(1);
});

test("answers are hidden, kept beside what the class says, and revealed one by one or all", async () => {
  act(() => store.getState().seek(3));
  await user.keyboard("h");
  expect(textsOf("output")).toEqual(["?", "?", "?", "?"]);
  await user.type(screen.getByRole("textbox", { name: "The class says for Y[1, 1]" }), "40{Enter}");
  const list = screen.getByRole("region", { name: "Predictions of the class" });
  expect(list.textContent).toContain("Class: 40");
  expect(list.textContent).toContain("Result: ?");
  expect(textsOf("output")).toEqual(["?", "?", "?", "?"]);
  await user.keyboard("v");
  expect(textsOf("output")).toEqual(["?", "?", "?", "43"]);
  expect(list.textContent).toContain("Class: 40");
  expect(list.textContent).toContain("Result: 43");
  await user.keyboard("V");
  expect(textsOf("output")).toEqual(["19", "25", "37", "43"]);
});

test("hands are counted by keys", async () => {
  await user.keyboard("t1124{Backspace}");
  const bars = screen.getAllByRole("meter").map((bar) => bar.getAttribute("aria-label"));
  expect(bars).toEqual(["A: 2 hands", "B: 1 hand", "C: 0 hands", "D: 0 hands"]);
});

test("b blanks and shows again, Escape too", async () => {
  await user.keyboard("b");
  expect(screen.getByRole("button", { name: "Show the screen again" })).toBeTruthy();
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("button", { name: "Show the screen again" })).toBeNull();
  expect(store.getState().presenting).toBe(true);
});

test("r goes back to the start, with the answers hidden again", async () => {
  await user.keyboard("h{PageDown}vr");
  expect(store.getState()).toMatchObject({ position: 0, revealed: [], guesses: {} });
});

test("letters do nothing where single keys are turned off, a clicker still does", async () => {
  act(() => store.getState().setView({ singleKeys: false }));
  await user.keyboard("bht{PageDown}");
  expect(screen.queryByRole("button", { name: "Show the screen again" })).toBeNull();
  expect(store.getState()).toMatchObject({ revealed: null, position: 1 });
});

test("letters that are typed are not keys", async () => {
  await user.keyboard("h");
  await user.type(screen.getByRole("textbox", { name: "The class says for Y[0, 0]" }), "b1");
  expect(screen.queryByRole("button", { name: "Show the screen again" })).toBeNull();
});

test("leaving shows what was shown before", async () => {
  await user.keyboard("h{PageDown}");
  act(() => store.getState().setView({ presenting: false }));
  expect(store.getState()).toMatchObject({ revealed: null, guesses: {} });
  expect(document.documentElement.style.getPropertyValue("--present-zoom")).toBe("");
});

test("a refused window for the notes is told", async () => {
  const open = vi.spyOn(window, "open").mockReturnValue(null);
  await user.keyboard("n");
  expect(open.mock.calls[0]?.[0]).toContain("#notes=");
  expect(store.getState().notices.map(({ key }) => key)).toEqual(["present.popupRefused"]);
  open.mockRestore();
});

test("every key has a button", async () => {
  await user.keyboard("k");
  await user.click(screen.getByRole("button", { name: /^Count hands/ }));
  expect(screen.getAllByRole("meter").length).toBe(4);
});

test("a code is square and framed by finders; a link that is too long has none", () => {
  const code = codeOf("https://example.org/#input=1,2;3,4");
  // A finder is 7 wide; the quiet zone 4.
  expect(code?.path).toContain("M4 4h1v1h-1zM5 4h1v1h-1zM6 4h1v1h-1z");
  expect((code?.size ?? 0) % 4).toBe(1);
  expect(codeOf("x".repeat(5000))).toBeNull();
});

describe("with a lesson open", () => {
  const region = () => screen.findByRole("region", { name: "Lesson" });

  test("the clicker turns its pages, and a question shows its answer when it is revealed", async () => {
    act(() => store.getState().setView({ lesson: "the-sliding-dot-product", at: 1 }));
    const lesson = await region();
    expect(lesson.textContent).toContain("The sliding dot product · Step 1");
    expect(lesson.textContent).not.toContain("19");
    await user.keyboard("v");
    expect(lesson.textContent).toContain("19");
    expect(textsOf("output")[0]).toBe("19");
    await user.keyboard("{PageDown}");
    expect(lesson.textContent).toContain("Step 2");
    await user.keyboard("{PageUp}");
    expect(lesson.textContent).toContain("Step 1");
  });

  test("the lecture goes on with its next lesson after the end of one", async () => {
    await user.keyboard("l");
    const lesson = await region();
    expect(lesson.textContent).toContain("The sliding dot product · Step 1");
    const pages = [];
    for (let i = 0; i < 30 && !lesson.textContent?.includes("One flip apart"); i++) {
      await user.keyboard("{PageDown}");
      pages.push(lesson.textContent);
      await act(() => new Promise((resolve) => setTimeout(resolve)));
    }
    await waitFor(() => expect(lesson.textContent).toContain("One flip apart · Step 1"));
    // Five steps and a free one, the check, the end, and the first page of the next.
    expect(pages.filter((page) => page?.includes("The sliding dot product")).length).toBeGreaterThanOrEqual(
      6,
    );
  });
});
