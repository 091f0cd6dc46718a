// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { setCell } from "../../src/model/gridCommands";
import { FigureColumn } from "../../src/ui/FigureColumn";
import { focus, press, renderFigure, textsOf } from "./figureInApp";

const show = () => renderFigure(<FigureColumn />, { revealed: [], showAll: true });
const field = (cell: string) => screen.findByRole("textbox", { name: `Prediction for Y[${cell}]` });

/** The status region, and what stands under the figure: everything that could give a number away. */
const words = () => document.body.textContent ?? "";

test("a hidden output asks for a number, then shows both", async () => {
  const store = show();
  expect(textsOf("output")).toEqual(["?", "?", "?", "?"]);
  focus("output", 1, 0);
  press("Enter");
  await userEvent.type(await field("1, 0"), "20{Enter}");
  expect(textsOf("output")).toEqual(["?", "?", "37", "?"]);
  expect(screen.getByRole("status").textContent).toBe("You predicted 20; Y[1, 0] = 37.");
  expect(store.getState().guesses).toEqual({ 2: 20 });
});

test("a right one is said to be right", async () => {
  show();
  focus("output", 0, 1);
  press("Enter");
  await userEvent.type(await field("0, 1"), "25{Enter}");
  expect(screen.getByRole("status").textContent).toBe("Right: Y[0, 1] = 25.");
});

test("what is no number is refused with its reason, and nothing is shown", async () => {
  show();
  focus("output", 0, 0);
  press("Enter");
  await userEvent.type(await field("0, 0"), "many{Enter}");
  expect((await screen.findByRole("alert")).textContent).not.toBe("");
  expect(textsOf("output")[0]).toBe("?");
});

test("nothing on the page gives a hidden output away", async () => {
  show();
  focus("output", 1, 1);
  await screen.findByText(/What do you predict/);
  expect(words()).not.toContain("43");
});

test("all are shown at once by a button", async () => {
  show();
  await userEvent.click(await screen.findByRole("button", { name: "Reveal all" }));
  expect(textsOf("output")).toEqual(["19", "25", "37", "43"]);
});

test("another document has outputs of its own to predict", async () => {
  const store = renderFigure(<FigureColumn />, { revealed: [0, 1, 2, 3], showAll: true });
  expect(textsOf("output")).toEqual(["19", "25", "37", "43"]);
  act(
    () =>
      void store.getState().edit(setCell("kernel", { out: 0, channel: 0, depth: 0, row: 0, column: 0 }, 1)),
  );
  expect(textsOf("output")).toEqual(["?", "?", "?", "?"]);
});
