// @vitest-environment jsdom
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { gridOf } from "../../src/model/grid";
import { setInputSize } from "../../src/model/gridCommands";
import { trainingOf } from "../../src/model/training";
import { setTraining } from "../../src/model/trainingCommands";
import { documentOf } from "../../src/store/documentSlice";
import { LearnNotes } from "../../src/ui/LearnNotes";
import { LearnStatus } from "../../src/ui/LearnStatus";
import { renderInLearn } from "./renderInLearn";

const user = userEvent.setup();
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });
const notice = () => document.querySelector(".learn-status");
const region = (name: string) => screen.getByRole("region", { name });
const report = () =>
  within(region("Loss"))
    .getAllByRole("listitem")
    .map((line) => line.textContent);

describe("the report", () => {
  test("prints what the notes print", () => {
    renderInLearn(<LearnNotes />);
    expect(report()).toEqual([
      "step 2, loss4.9152",
      "step 4, loss0.8246",
      "step 6, loss0.1384",
      "step 8, loss0.0232",
      "step 10, loss0.0039",
    ]);
  });

  test("prints every step from another start, and leads to each", async () => {
    const { app } = renderInLearn(<LearnNotes />, { preset: "zigzag" });
    const losses = ["10.8288", "4.1383", "1.6452", "0.6655", "0.2712"];
    expect(report()).toEqual(losses.map((loss, i) => `step ${2 * i + 2}, loss${loss}`));
    await user.selectOptions(screen.getByRole("combobox", { name: /every so many/ }), "every step");
    expect(report()).toHaveLength(10);
    expect(report()[0]).toBe("step 1, loss18.0000");
    await user.click(button(/step 3, loss/));
    expect(app.getState().position).toBe(3);
    expect(button(/step 3, loss/).getAttribute("aria-current")).toBe("step");
  });

  test("of a long run is no longer than a page", async () => {
    const { learn } = renderInLearn(<LearnNotes />, { change: { steps: 2000 } });
    await waitFor(() => expect(learn.getState().run?.ended).toBe("finished"));
    expect(report().length).toBeLessThanOrEqual(50);
    expect(report().at(-1)).toMatch(/^step 2000, /);
  });
});

describe("what the data can teach", () => {
  test("is the whole kernel where both edges are there, with the rates that follow", () => {
    renderInLearn(<LearnNotes />);
    const notes = region("What these data can teach");
    expect(notes.textContent).toContain("All 2 weights are pinned down.");
    // Eigenvalues 12 and 60: 1 − 0.03·12 = 0.64 and 1 − 0.03·60 = −0.8.
    for (const line of ["12 … 60", "2/60 = 0.03333", "2/(12 + 60) = 0.02778", "×0.64 … ×−0.8"]) {
      expect(notes.textContent).toContain(line);
    }
    expect(within(notes).queryByRole("img")).toBeNull();
  });

  test("is one direction of two on a blank page", () => {
    renderInLearn(<LearnNotes />, { preset: "blank-page" });
    const notes = region("What these data can teach");
    expect(notes.textContent).toContain("1 of 2 weights are pinned down.");
    expect(within(notes).getByRole("img", { name: "Pattern without effect: 1, −1" })).toBeTruthy();
    expect(notes.textContent).toContain("2/168 = 0.0119");
  });

  test("is the sum of each column of a 2×2 kernel where all rows are alike", () => {
    renderInLearn(<LearnNotes />, { preset: "two-by-two" });
    const notes = region("What these data can teach");
    expect(notes.textContent).toContain("2 of 4 weights are pinned down.");
    const patterns = within(notes).getAllByRole("img");
    expect(patterns.map((picture) => picture.getAttribute("aria-label"))).toEqual([
      "Pattern without effect: 1, 0; −1, 0",
      "Pattern without effect: 0, 1; 0, −1",
    ]);
  });
});

describe("a rate above the limit", () => {
  test("is told with its reason and one that works", async () => {
    const { app, learn } = renderInLearn(<LearnStatus />, {
      preset: "zigzag",
      change: { learningRate: 0.2 },
    });
    expect(learn.getState().run?.ended === "diverged" || learn.getState().run?.ended === "finished").toBe(
      true,
    );
    const status = notice();
    // 1 − 0.2·60
    expect(status?.textContent).toContain("above the limit 0.03333");
    expect(status?.textContent).toContain("by −11");
    await user.click(button("Use 0.02778"));
    expect(trainingOf(documentOf(app.getState())).learningRate).toBeCloseTo(1 / 36, 15);
    expect(notice()).toBeNull();
  });

  test("says that training stopped by itself where the loss left for good", () => {
    const { learn } = renderInLearn(<LearnStatus />, {
      preset: "zigzag",
      change: { learningRate: 1, steps: 50 },
    });
    const { run } = learn.getState();
    expect(run?.ended).toBe("diverged");
    expect(notice()?.textContent).toContain(`Diverged: after ${run?.done} updates`);
    expect(notice()?.textContent).toContain("training stopped");
  });

  test("says so of a loss that only grows", () => {
    renderInLearn(<LearnStatus />, { preset: "too-fast", change: { steps: 9 } });
    // 15 · 1.1¹⁸ + 3 · 0.58¹⁸ after nine updates
    expect(notice()?.textContent).toContain("The loss grew from 18.0000 to 83.3989");
  });

  test("is not spoken of below the limit", () => {
    renderInLearn(<LearnStatus />);
    expect(notice()).toBeNull();
  });

  test("of momentum is answered with one below its own limit", async () => {
    const { app } = renderInLearn(<LearnStatus />, {
      preset: "zigzag",
      change: { optimizer: "momentum", momentum: 0.5, learningRate: 0.2, steps: 200 },
    });
    await user.click(button(/^Use /));
    // 2·1.5/60
    expect(trainingOf(documentOf(app.getState())).learningRate).toBeLessThan(0.05);
    expect(notice()).toBeNull();
  });
});

describe("from view to view", () => {
  test("the kernel on screen is taken to Explore, which opens, and that can be undone", async () => {
    const { app } = renderInLearn(<LearnNotes />);
    act(() => app.getState().seek(1));
    await user.click(button("Take this kernel to Explore"));
    const [first = 0, second = 0] = documentOf(app.getState()).layers[0].weight.data;
    // One step of 0.03 from (0, 0): the gradient is (−12, 12).
    expect(first).toBeCloseTo(0.36, 12);
    expect(second).toBeCloseTo(-0.36, 12);
    expect(app.getState().view).toBe("explore");
    act(() => app.getState().undo());
    expect([...documentOf(app.getState()).layers[0].weight.data]).toEqual([1, -1]);
  });

  test("what Explore shows becomes the target", async () => {
    const { app } = renderInLearn(<LearnNotes />);
    act(() => {
      app.getState().edit((document) => ({
        ...document,
        layers: [{ ...document.layers[0], weight: gridOf([[2, 0, -2]]) }],
      }));
      app.getState().seek(5);
    });
    await user.click(button("Learn what I see in Explore"));
    const { target } = trainingOf(documentOf(app.getState()));
    expect([...(target.kind === "kernel" ? target.weight.data : [])]).toEqual([2, 0, -2]);
    expect(app.getState().position).toBe(0);
  });

  test("both operations stand side by side, each ending in the other turned", async () => {
    const { app } = renderInLearn(<LearnNotes />, { preset: "notes", change: { steps: 40 } });
    await user.click(button("Compare with true convolution"));
    const pictures = within(region("Two operations")).getAllByRole("img");
    expect(pictures.map((picture) => picture.getAttribute("aria-label"))).toEqual([
      "Kernel after 40 updates: 1, −1",
      "Kernel after 40 updates: −1, 1",
    ]);
    expect(region("Two operations").textContent).toContain("turned by 180°");
    expect(app.getState().position).toBe(0);
  });
});

test("a long run shows how far it is, and Cancel keeps what was learned", async () => {
  const { app, learn } = renderInLearn(<LearnStatus />);
  act(() => {
    app.getState().edit(setInputSize([64, 64]));
    app.getState().edit(setTraining({ steps: 10000, kernelSize: [7, 7], learningRate: 0.001 }));
  });
  await user.click(await screen.findByRole("button", { name: "Cancel" }));
  const { run } = learn.getState();
  expect(run?.ended).toBe("cancelled");
  expect(run?.done).toBeGreaterThan(0);
  expect(notice()?.textContent).toContain(`Cancelled after ${run?.done} updates`);
  act(() => app.getState().seek(1e6));
  expect(app.getState().position).toBe(run?.done);
});
