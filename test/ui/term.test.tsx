// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Term } from "../../src/ui/Term";
import { renderInApp } from "./renderInApp";

const user = userEvent.setup();
const open = async () => {
  renderInApp(<Term slug="stride">Stride</Term>);
  await user.click(screen.getByRole("button", { name: "Stride" }));
  return within(await screen.findByRole("group", { name: "Stride" }));
};

test("a term says what it means, with a figure that steps", async () => {
  const card = await open();
  expect(card.getByText(/How many cells the window moves at a time/)).toBeTruthy();
  const picture = () => card.getByRole("img").textContent;
  // The 4×4 grid of 0…15 under the kernel 0 1 / 2 3, every second place.
  expect(picture()).toContain("Output: 24, –; –, –");
  await user.click(card.getByRole("button", { name: "Next step" }));
  expect(picture()).toContain("Output: 24, 36; –, –");
  await user.click(card.getByRole("button", { name: "Previous step" }));
  await user.click(card.getByRole("button", { name: "Previous step" }));
  expect(picture()).toContain("Output: 24, –; –, –");
});

test("Escape closes it and the keyboard is back on the word", async () => {
  await open();
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("group", { name: "Stride" })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Stride" }));
});
