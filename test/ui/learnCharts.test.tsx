// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { Profiler, type ReactNode } from "react";
import { beforeEach, describe, expect, test } from "vitest";
import { learnEn } from "../../src/content/messages/learn.en";
import { start } from "../../src/model/history";
import type { Training } from "../../src/model/training";
import { updateScale } from "../../src/scene/updateScale";
import type { AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import type { LearnStore } from "../../src/store/learnStore";
import { KernelStrip } from "../../src/ui/KernelStrip";
import { LearnProvider, useLearnStore } from "../../src/ui/LearnContext";
import { LossCurve } from "../../src/ui/LossCurve";
import { LossSurface } from "../../src/ui/LossSurface";
import { addTexts } from "../../src/ui/lateTexts";
import { BLANK_PAGE, EDGE_IMAGE, learning } from "../trace/trainings";
import { press, renderFigure, undoSteps } from "./figureInApp";

// The notes' losses with the weights after t updates: 12 · 0.4096^t.

let learn: LearnStore;

beforeEach(() => addTexts(learnEn));

function Learner({ children }: { readonly children: ReactNode }) {
  learn = useLearnStore();
  return children;
}

function renderLearn(part: ReactNode, change: Partial<Training> = {}, image = EDGE_IMAGE): AppStore {
  return renderFigure(
    <LearnProvider>
      <Learner>{part}</Learner>
    </LearnProvider>,
    { history: start(learning(image, change)), view: "learn" },
  );
}

describe("the loss curve", () => {
  const curve = () => screen.getByRole("slider", { name: "Loss curve" });

  test("says the update and its loss, and in words what the curve does", () => {
    const store = renderLearn(<LossCurve />);
    expect(curve().getAttribute("aria-valuetext")).toBe("update 0: loss 12.0000");
    act(() => store.getState().seek(3));
    expect(curve().getAttribute("aria-valuetext")).toBe("update 3: loss 0.8246");
    const words = document.getElementById(curve().getAttribute("aria-describedby") ?? "");
    expect(words?.textContent).toBe("The loss is 12.0000 at the start and 0.0016 after 10 updates.");
  });

  test("goes through time by keys as the slider does", () => {
    const store = renderLearn(<LossCurve />);
    curve().focus();
    press("ArrowRight");
    press("ArrowUp");
    expect(store.getState().position).toBe(2);
    press("ArrowLeft");
    expect(store.getState().position).toBe(1);
    press("End");
    expect(store.getState().position).toBe(10);
    press("Home");
    expect(store.getState().position).toBe(0);
  });

  test("is scrubbed by dragging, and let go of on a whole update", () => {
    const store = renderLearn(<LossCurve />);
    const { x } = updateScale({ width: 832, em: 12 }, 10);
    curve().hasPointerCapture = () => true;
    fireEvent.pointerDown(curve(), { button: 0, clientX: x(2), pointerId: 1 });
    expect(store.getState().position).toBeCloseTo(2, 1);
    fireEvent.pointerMove(curve(), { clientX: x(6.3), pointerId: 1 });
    expect(store.getState().position).toBeCloseTo(6.3, 1);
    fireEvent.pointerUp(curve(), { pointerId: 1 });
    expect(store.getState().position).toBe(6);
  });

  test("moves its point between two updates without React", () => {
    let commits = 0;
    const store = renderLearn(
      <Profiler id="curve" onRender={() => commits++}>
        <LossCurve />
      </Profiler>,
    );
    const point = () => document.querySelector(".point")?.getAttribute("d");
    const [before, at] = [commits, point()];
    act(() => store.getState().seek(0.5));
    expect(point()).not.toBe(at);
    expect(commits).toBe(before);
  });

  test("says where a run leaves the scale, with its last loss in the picture", () => {
    renderLearn(<LossCurve />, { learningRate: 0.035, start: "given", startValues: [1, 0], steps: 60 });
    const words = document.getElementById(curve().getAttribute("aria-describedby") ?? "");
    // 15 · 1.21^t + … is above 100 · 18 from t = 26 on.
    expect(words?.textContent).toContain("From update 26 on it is above the top of the scale.");
    expect(document.querySelector("text.left")?.textContent).toBe("1391000 at update 60");
  });

  test("has the other run's curve beside it while they are compared, and says whose is whose", () => {
    renderLearn(<LossCurve />);
    expect(document.querySelector(".curve.other")).toBeNull();
    act(() => learn.getState().set({ compare: true }));
    expect(document.querySelector(".curve.other")?.getAttribute("d")).toMatch(/^M/);
    expect(document.querySelector(".chart-legend")?.textContent).toBe("cross-correlationtrue convolution");
  });

  test("is gone while there is nothing to learn", () => {
    const short = { kind: "values", values: { shape: [1, 1, 1, 1], data: new Float64Array(1) } } as const;
    renderLearn(<LossCurve />, { target: short });
    expect(learn.getState().problem).not.toBeNull();
    expect(screen.queryByRole("slider")).toBeNull();
  });
});

describe("the history of the kernel", () => {
  const chosen = () => screen.getByRole("option", { selected: true });

  test("is a list of snapshots, of which the one at the update is chosen", () => {
    const store = renderLearn(<KernelStrip />);
    expect(screen.getAllByRole("option")).toHaveLength(11);
    expect(chosen().getAttribute("aria-label")).toBe("update 0: 0, 0");
    act(() => store.getState().seek(1.4));
    expect(chosen().getAttribute("aria-label")).toBe("update 1: 0.36, −0.36");
    const list = screen.getByRole("listbox", { name: "History of W" });
    expect(list.getAttribute("aria-activedescendant")).toBe(chosen().id);
  });

  test("goes to a snapshot by click and by keys", () => {
    const store = renderLearn(<KernelStrip />);
    fireEvent.click(screen.getByRole("option", { name: /^update 7/ }).firstElementChild as Element);
    expect(store.getState().position).toBe(7);
    screen.getByRole("listbox").focus();
    press("ArrowRight");
    expect(store.getState().position).toBe(8);
    press("Home");
    expect(store.getState().position).toBe(0);
    press("ArrowLeft");
    expect(store.getState().position).toBe(0);
    press("End");
    expect(store.getState().position).toBe(10);
  });

  test("of a long run steps from snapshot to snapshot", async () => {
    const store = renderLearn(<KernelStrip />, { steps: 1000 });
    await waitFor(() => expect(learn.getState().run?.ended).toBe("finished"));
    expect(screen.getAllByRole("option").length).toBeLessThanOrEqual(24);
    screen.getByRole("listbox").focus();
    press("ArrowRight");
    const first = store.getState().position;
    expect(first).toBeGreaterThan(10);
    act(() => store.getState().seek(first + 3));
    press("ArrowLeft");
    expect(store.getState().position).toBe(first);
  });

  test("shows the kernel of the channel on screen", () => {
    const weight = { shape: [2, 1, 1, 2], data: Float64Array.of(1, -1, 0.5, 0.5) };
    renderLearn(<KernelStrip />, { target: { kind: "kernel", weight }, steps: 1 });
    const last = () => screen.getAllByRole("option").at(-1)?.getAttribute("aria-label");
    expect(last()).toBe("update 1: 0.36, −0.36");
    act(() => learn.getState().set({ channel: 1 }));
    // Its gradient at 0 is −2 Σ x·y, in each of the 6 rows −2 (1 + 0.5 + 1): 0.03 · 30.
    expect(last()).toBe("update 1: 0.9, 0.9");
  });
});

describe("the loss surface", () => {
  const surface = () => screen.getByRole("slider", { name: "Weights on the loss surface" });
  const startValues = (store: AppStore) => documentOf(store.getState()).training?.startValues;

  test("says the two weights and their loss, and what kind of surface it is", () => {
    const store = renderLearn(<LossSurface />);
    act(() => store.getState().seek(1));
    expect(surface().getAttribute("aria-valuetext")).toBe("W[0, 0] = 0.36, W[0, 1] = −0.36: loss 4.9152");
    expect(screen.getByText(/^A bowl: the least loss, 0, is at \(1, −1\)/)).toBeTruthy();
  });

  test("of a blank page is a trench", () => {
    renderLearn(<LossSurface />, {}, BLANK_PAGE);
    expect(screen.getByText(/^A trench: the least loss, 0, is all along the thick line/)).toBeTruthy();
    expect(document.querySelector(".trench")).not.toBeNull();
  });

  test("is there for two weights only", () => {
    renderLearn(<LossSurface />, { withBias: true });
    expect(screen.queryByRole("slider")).toBeNull();
  });

  test("moves the start by keys: one undo step when the key is let go", () => {
    const store = renderLearn(<LossSurface />);
    act(() => store.getState().seek(1));
    surface().focus();
    press("ArrowRight");
    press("ArrowRight");
    press("ArrowUp", { shiftKey: true });
    expect(undoSteps(store)).toBe(0);
    fireEvent.keyUp(surface(), { key: "ArrowUp" });
    expect(undoSteps(store)).toBe(1);
    expect(startValues(store)).toEqual([0.46, -0.35]);
    expect(store.getState().position).toBe(0);
    act(() => store.getState().undo());
    expect(documentOf(store.getState()).training?.start).toBe("zeros");
  });

  test("takes the point where it is dragged, and trains from there while it is held", () => {
    const store = renderLearn(<LossSurface />);
    const pixels = () => {
      const [left = 0, y = 0] = (
        document
          .querySelector(".point")
          ?.getAttribute("d")
          ?.match(/-?[\d.]+/g) ?? []
      ).map(Number);
      return { clientX: left + 6, clientY: y };
    };
    const at = pixels();
    fireEvent.pointerDown(surface(), { button: 0, pointerId: 1, ...at });
    expect(startValues(store)).toEqual([]);
    fireEvent.pointerMove(surface(), { clientX: at.clientX + 40, clientY: at.clientY - 40, pointerId: 1 });
    const [first = 0, second = 0] = startValues(store) ?? [];
    expect(first).toBeGreaterThan(0);
    expect(second).toBeCloseTo(first, 5);
    // From (0, 0), where the loss is 12, straight up the direction of curvature 60.
    expect(learn.getState().run?.losses[0]).toBeCloseTo(12 + (60 * (first ** 2 + second ** 2)) / 2, 6);
    expect(undoSteps(store)).toBe(0);
    fireEvent.pointerUp(surface(), { pointerId: 1 });
    expect(undoSteps(store)).toBe(1);
  });

  test("gives a drag up with Escape", () => {
    const store = renderLearn(<LossSurface />);
    surface().focus();
    fireEvent.pointerDown(surface(), {
      button: 0,
      pointerId: 1,
      clientX: 300,
      clientY: 300,
      pointerType: "mouse",
    });
    expect(startValues(store)).toHaveLength(2);
    press("Escape");
    expect(startValues(store)).toEqual([]);
    expect(undoSteps(store)).toBe(0);
  });

  test("leaves a finger beside the point to the page", () => {
    const store = renderLearn(<LossSurface />);
    fireEvent.pointerDown(surface(), {
      button: 0,
      pointerId: 1,
      clientX: 300,
      clientY: 300,
      pointerType: "touch",
    });
    expect(startValues(store)).toEqual([]);
  });

  test("stays as it is where a link locks the kernel", () => {
    const store = renderLearn(<LossSurface />);
    act(() => store.getState().setView({ locked: ["kernel"] }));
    surface().focus();
    press("ArrowRight");
    expect(startValues(store)).toEqual([]);
    expect(surface().getAttribute("aria-disabled")).toBe("true");
  });
});
