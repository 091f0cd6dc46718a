// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler } from "react";
import { expect, test } from "vitest";
import { setInputSize } from "../../src/model/gridCommands";
import { StepEquation } from "../../src/ui/StepEquation";
import { renderInLearn } from "./renderInLearn";

const user = userEvent.setup();
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });
const line = () => document.querySelector(".equation-line")?.textContent?.replace(/\s+/g, " ").trim();
const words = () => document.querySelector(".step-words")?.textContent;
const current = () => document.querySelector(".step-part[aria-current]")?.textContent;

test("each part of a step has its words and numbers, and a button that leads there", async () => {
  const { app } = renderInLearn(<StepEquation />);
  expect(line()).toBe("L = Σ(Ŷ − Y)² = 12");
  await user.click(button("Predict"));
  expect(current()).toBe("Predict");
  expect(line()).toMatch(/^Ŷ\d,\d = \d·0 \+ \d·0 = 0$/);
  await user.click(button("Compare"));
  expect(line()).toMatch(/^Ŷ\d,\d − Y\d,\d = .*L = Σ\(Ŷ − Y\)² = 12$/);
  await user.click(button("Blame"));
  expect(words()).toContain("6 of 42 windows pull");
  await user.click(button("Update"));
  expect(app.getState().position).toBe(1);
  expect(line()).toBe("w0,0 = 0 − 0.03·(−12) = 0.36 w0,1 = 0 − 0.03·12 = −0.36");
});

test("at rest it tells of the step that has just been made, and of the weight that is lit", () => {
  const { app, learn } = renderInLearn(<StepEquation />);
  act(() => app.getState().seek(2));
  // The error shrinks by 0.64 a step: the gradient at W₁ is −12·0.64, and 0.36 + 0.03·7.68 = 0.5904.
  expect(line()).toContain("w0,0 = 0.36 − 0.03·(−7.68) = 0.5904");
  expect(words()).toMatch(/^Step 2: /);
  act(() => learn.getState().hover({ grid: "kernel", row: 0, column: 1 }));
  // −12·0.64² at W₂, of the second weight with the other sign.
  expect(line()).toMatch(/^∂L\/∂w0,1 = .* = 4.915$/);
  act(() => learn.getState().hover(null));
  expect(current()).toBe("Update");
});

test("a long sum folds, and opens on demand", async () => {
  const { app, learn } = renderInLearn(<StepEquation />);
  act(() => {
    app.getState().edit(setInputSize([20, 8]));
    learn.getState().hover({ grid: "kernel", row: 0, column: 0 });
  });
  const folded = line()?.length ?? 0;
  await user.click(button(/more/));
  expect(line()?.length).toBeGreaterThan(folded);
  await user.click(button(/fewer/i));
  expect(line()?.length).toBe(folded);
});

test("frames between whole steps render nothing", () => {
  let commits = 0;
  const count = () => {
    commits++;
  };
  const { app } = renderInLearn(
    <Profiler id="step" onRender={count}>
      <StepEquation />
    </Profiler>,
  );
  commits = 0;
  act(() => {
    for (let frame = 1; frame < 200; frame++) app.getState().seek(frame / 20);
  });
  expect(commits).toBe(0);
});
