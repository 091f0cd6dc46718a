// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler } from "react";
import { expect, test } from "vitest";
import { Transport } from "../../src/ui/Transport";
import { renderInApp } from "./renderInApp";

// The default document has 2 × 2 outputs: steps 0 to 3.

const button = (name: string) => screen.getByRole("button", { name });
const slider = () => screen.getByRole<HTMLInputElement>("slider", { name: "Step" });

test("the buttons step, go to the ends and stay focusable there", async () => {
  const user = userEvent.setup();
  const store = renderInApp(<Transport />);
  expect(button("Previous step").getAttribute("aria-disabled")).toBe("true");
  await user.click(button("Next step"));
  expect(store.getState().position).toBe(1);
  await user.click(button("Last step"));
  expect(store.getState().position).toBe(3);
  expect(document.activeElement).toBe(button("Last step"));
  expect(button("Next step").getAttribute("aria-disabled")).toBe("true");
  await user.click(button("Next step"));
  expect(store.getState().position).toBe(3);
  await user.click(button("Previous step"));
  expect(store.getState().position).toBe(2);
  await user.click(button("First step"));
  expect(store.getState().position).toBe(0);
});

test("Play becomes Pause while it plays", async () => {
  const user = userEvent.setup();
  const store = renderInApp(<Transport />);
  await user.click(button("Play"));
  expect(store.getState().playing).toBe(true);
  expect(screen.queryByRole("button", { name: "Play" })).toBeNull();
  await user.click(button("Pause"));
  expect(store.getState().playing).toBe(false);
});

test("the slider says its step in words and moves in whole steps by keys", async () => {
  const user = userEvent.setup();
  const store = renderInApp(<Transport />);
  expect(slider().getAttribute("aria-valuetext")).toBe("step 1 of 4");
  slider().focus();
  await user.keyboard("{ArrowRight}{ArrowUp}");
  expect(store.getState().position).toBe(2);
  expect(slider().getAttribute("aria-valuetext")).toBe("step 3 of 4");
  await user.keyboard("{ArrowLeft}");
  expect(store.getState().position).toBe(1);
  await user.keyboard("{End}");
  expect(store.getState().position).toBe(3);
  await user.keyboard("{Home}");
  expect(store.getState().position).toBe(0);
});

test("dragging the slider seeks between steps and ends on one", () => {
  const store = renderInApp(<Transport />);
  fireEvent.pointerDown(slider());
  fireEvent.change(slider(), { target: { value: "1.6" } });
  expect(store.getState().position).toBeCloseTo(1.6);
  fireEvent.pointerUp(slider());
  expect(store.getState().position).toBe(2);
});

test("between two whole steps the thumb moves and React does nothing", () => {
  let commits = 0;
  const store = renderInApp(
    <Profiler id="transport" onRender={() => commits++}>
      <Transport />
    </Profiler>,
  );
  act(() => store.getState().play());
  const before = commits;
  // 60 ms at 600 ms a step: a tenth of a step each.
  for (let frame = 1; frame <= 9; frame++) act(() => store.getState().tick(60));
  expect(Number(slider().value)).toBeCloseTo(0.9);
  expect(commits).toBe(before);
  act(() => store.getState().tick(60));
  act(() => store.getState().tick(60));
  expect(commits).toBe(before + 1);
});

test("speed is chosen from a list that holds a link's own speed too", async () => {
  const user = userEvent.setup();
  const store = renderInApp(<Transport />, { speed: 3 });
  const speed = screen.getByRole<HTMLSelectElement>("combobox", { name: "Speed" });
  expect(Array.from(speed.options, (option) => option.text)).toEqual(["0.6×", "1×", "2×", "3×", "5×", "10×"]);
  expect(speed.value).toBe("3");
  await user.selectOptions(speed, "10×");
  expect(store.getState().speed).toBe(10);
});

test("Loop and Show all are switches", async () => {
  const user = userEvent.setup();
  const store = renderInApp(<Transport />);
  await user.click(button("Loop"));
  await user.click(button("Show all"));
  expect(store.getState()).toMatchObject({ loop: true, showAll: true });
  expect(button("Loop").getAttribute("aria-pressed")).toBe("true");
  await user.click(button("Show all"));
  expect(store.getState().showAll).toBe(false);
});

test("a link can hide it", () => {
  renderInApp(<Transport />, { hidden: ["transport"] });
  expect(screen.queryByRole("slider")).toBeNull();
});
