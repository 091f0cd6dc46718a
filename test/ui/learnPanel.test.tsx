// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { setInputSize } from "../../src/model/gridCommands";
import { canUndo } from "../../src/model/history";
import { channelsOf, trainingOf } from "../../src/model/training";
import type { AppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { useLearn } from "../../src/ui/LearnContext";
import { LearnPanel } from "../../src/ui/LearnPanel";
import { LearnProblem } from "../../src/ui/LearnProblem";
import { undoSteps } from "./figureInApp";
import { renderInLearn } from "./renderInLearn";

// The notes' recipe: the edge image 6 × 8, whose Hessian has the eigenvalues 12 and 60.

const user = userEvent.setup();
const spin = (name: string) => screen.getByRole<HTMLInputElement>("spinbutton", { name });
const list = (name: string) => screen.getByRole<HTMLSelectElement>("combobox", { name });
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });
const slider = () => screen.getByRole<HTMLInputElement>("slider", { name: /logarithmic/ });
const training = (app: AppStore) => trainingOf(documentOf(app.getState()));

async function enter(name: string, text: string) {
  const field = spin(name);
  await user.clear(field);
  await user.type(field, `${text}{Enter}`);
}

test.each([
  ["Learning rate", "0", "The learning rate must be above 0"],
  ["Learning rate", "-0.03", "The learning rate must be above 0"],
  ["Learning rate", "100000", "The learning rate can be at most 1000"],
  ["Learning rate", "1e999", '"1e999" is not a finite number'],
  ["Updates", "0", "Updates must be a whole number from 1 to 10000, got 0"],
  ["Updates", "1000000", "Updates must be a whole number from 1 to 10000, got 1000000"],
  ["Updates", "2.5", "Updates must be a whole number from 1 to 10000, got 2.5"],
  ["Kernel width", "8", "A kernel that learns has 1–7 cells along each side, not 8"],
  ["Channels", "5", "A target has 1–4 channels"],
])("%s %s is refused with the reason, and all is as before", async (name, text, reason) => {
  const { app } = renderInLearn(<LearnPanel />);
  const before = documentOf(app.getState());
  await enter(name, text);
  expect(screen.getByRole("alert").textContent).toContain(reason);
  expect(spin(name).getAttribute("aria-invalid")).toBe("true");
  expect(spin(name).value).toBe(text);
  expect(documentOf(app.getState())).toBe(before);
});

test("an empty rate says that a number is needed and comes back", async () => {
  renderInLearn(<LearnPanel />);
  await enter("Learning rate", " ");
  expect(screen.getByRole("alert").textContent).toContain("needs a number");
  expect(spin("Learning rate").value).toBe("0.03");
});

test("the rates of the data are marked, and a click takes them", async () => {
  const { app } = renderInLearn(<LearnPanel />);
  await user.click(button(/fastest rate of this data, 0.02778/));
  expect(training(app).learningRate).toBeCloseTo(2 / 72, 15);
  await user.click(button(/largest stable rate of this data, 0.03333/));
  expect(training(app).learningRate).toBeCloseTo(2 / 60, 15);
  expect(slider().getAttribute("aria-valuetext")).toBe("0.03333, the limit");
});

test("the limit belongs to the data, the sum and the optimiser", async () => {
  const { app } = renderInLearn(<LearnPanel />, { preset: "blank-page" });
  expect(button(/largest stable/).textContent).toContain("0.0119");
  await user.selectOptions(list("Loss"), "mean of squares");
  expect(button(/largest stable/).textContent).toContain("0.5");
  await user.selectOptions(list("Optimiser"), "momentum");
  expect(button(/largest stable/).textContent).toContain("0.95");
  expect(screen.queryByRole("button", { name: /fastest/ })).toBeNull();
  await user.selectOptions(list("Optimiser"), "Adam");
  expect(screen.queryByRole("button", { name: /largest stable/ })).toBeNull();
  expect(screen.getByText(/Adam scales each step itself/)).toBeTruthy();
  expect(training(app).optimizer).toBe("adam");
});

test("the rate steps by its second digit, in the field and on the slider", async () => {
  const { app } = renderInLearn(<LearnPanel />);
  await user.click(button("Increase Learning rate"));
  expect(training(app).learningRate).toBe(0.031);
  spin("Learning rate").focus();
  await user.keyboard("{PageDown}");
  expect(training(app).learningRate).toBe(0.021);
  slider().focus();
  await user.keyboard("{ArrowRight}");
  expect(training(app).learningRate).toBe(0.022);
  await user.keyboard("{End}");
  expect(training(app).learningRate).toBeCloseTo(0.1, 12);
  expect(slider().getAttribute("aria-valuetext")).toBe("0.1, above the limit 0.03333");
});

test("a drag of the slider trains at once and is one undo step", () => {
  const { app, learn } = renderInLearn(<LearnPanel />);
  const steps = undoSteps(app);
  fireEvent.pointerDown(slider());
  for (const value of ["700", "650", "600"]) fireEvent.change(slider(), { target: { value } });
  const rate = 0.1 * 3000 ** (600 / 1000 - 1);
  expect(training(app).learningRate).toBeCloseTo(Number(rate.toPrecision(2)), 12);
  expect(learn.getState().run?.options.learningRate).toBe(training(app).learningRate);
  expect(undoSteps(app)).toBe(steps);
  fireEvent.pointerUp(slider());
  expect(undoSteps(app)).toBe(steps + 1);
  expect(canUndo(app.getState().history)).toBe(true);
});

test("the target is made by a kernel, a known one too, or typed", async () => {
  const { app } = renderInLearn(<LearnPanel />);
  await user.selectOptions(list("Target kernel values"), "Sobel x");
  expect(training(app).kernelSize).toEqual([3, 3]);
  const { target } = training(app);
  expect([...(target.kind === "kernel" ? target.weight.data : [])]).toEqual([1, 0, -1, 2, 0, -2, 1, 0, -1]);
  await user.selectOptions(list("Target comes from"), "typed numbers");
  expect(training(app).target.kind).toBe("values");
  expect(screen.queryByRole("combobox", { name: "Target kernel values" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Show kernel" })).toBeNull();
  await enter("Channels", "2");
  expect(channelsOf(training(app))).toBe(2);
});

test("the target's kernel can be hidden, to be found", async () => {
  const { learn } = renderInLearn(<LearnPanel />);
  await user.click(button("Show kernel"));
  expect(learn.getState().showTarget).toBe(false);
  expect(button("Show kernel").getAttribute("aria-pressed")).toBe("false");
});

test("a typed target of another shape says which is needed, and a click fits it", async () => {
  const { app, learn } = renderInLearn(
    <>
      <LearnPanel />
      <Problem />
    </>,
  );
  await user.selectOptions(list("Target comes from"), "typed numbers");
  act(() => {
    app.getState().edit(setInputSize([5, 8]));
  });
  expect(learn.getState().problem?.code).toBe("target-shape");
  expect(screen.getByRole("alert").textContent).toContain("The target is 6×7, the prediction 5×7.");
  await user.click(button(/5×7/));
  expect(learn.getState().problem).toBeNull();
  expect(learn.getState().plan?.problem.target.shape).toEqual([1, 1, 5, 7]);
});

/** What stands in the figure's place. */
function Problem() {
  const problem = useLearn((state) => state.problem);
  return problem && <LearnProblem problem={problem} />;
}

test("first weights come from a rule with its seed; your own keep what there is", async () => {
  const { app, learn } = renderInLearn(<LearnPanel />);
  expect(screen.queryByRole("spinbutton", { name: "Seed of the first weights" })).toBeNull();
  await user.selectOptions(list("First weights"), "nn.Conv2d");
  expect(screen.getByText(/±1\/√2 = ±0.7071/)).toBeTruthy();
  const first = [...(learn.getState().plan?.start ?? [])];
  expect(first.every((weight) => weight !== 0 && Math.abs(weight) < Math.SQRT1_2)).toBe(true);
  await enter("Seed of the first weights", "7");
  const second = [...(learn.getState().plan?.start ?? [])];
  expect(second).not.toEqual(first);
  await user.selectOptions(list("First weights"), "your own");
  expect(training(app).startValues).toEqual(second);
});

test("a second layer brings hidden kernels, and momentum its number", async () => {
  const { app } = renderInLearn(<LearnPanel />);
  await user.selectOptions(list("Layers"), "two, with ReLU");
  expect(training(app).hidden).toBe(2);
  await enter("Hidden kernels", "4");
  expect(training(app).hidden).toBe(4);
  await user.selectOptions(list("Layers"), "one");
  expect(training(app).hidden).toBe(0);
  await user.selectOptions(list("Optimiser"), "momentum");
  spin("Momentum").focus();
  await user.keyboard("{ArrowUp}");
  expect(training(app).momentum).toBe(0.91);
  await enter("Momentum", "1");
  expect(screen.getByRole("alert").textContent).toContain("Momentum 1 is outside 0–0.999");
});
