import type { Page } from "@playwright/test";
import { cell, expect, test } from "./fixtures";

const present = async (page: Page) => {
  await page.getByRole("button", { name: "Present" }).press("Enter");
  await expect(page.getByRole("button", { name: "Keys and tools" })).toBeVisible();
};

test("a lecture by keys alone, with the notes in a second page in step", async ({ open, page, context }) => {
  await open();
  await present(page);
  await page.keyboard.press("PageDown");
  await expect(page.getByRole("slider", { name: "Step" })).toHaveAttribute("aria-valuetext", "step 2 of 4");

  const [notes] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("n")]);
  await expect(notes.getByText("step 2 of 4")).toBeVisible();
  await expect(notes.getByText("Row 0, column 1: 4 products, sum 25.")).toBeVisible();
  await expect(notes.getByText("Row 1, column 0: 4 products, sum 37.")).toBeVisible();

  // The notes' keys act on the page, and the page's news reach the notes.
  await notes.keyboard.press("PageDown");
  await expect(page.getByRole("slider", { name: "Step" })).toHaveAttribute("aria-valuetext", "step 3 of 4");
  await expect(notes.getByText("step 3 of 4")).toBeVisible();
  await page.bringToFront();
  await page.keyboard.press("b");
  await expect(page.getByRole("button", { name: "Show the screen again" })).toBeVisible();
  await expect(notes.getByText("The screen is blank.")).toBeVisible();
  await page.keyboard.press("b");

  // Answers are hidden on the screen, not in the notes.
  await page.keyboard.press("h");
  await expect(cell(page, "Output", 1, 0)).toHaveText("?");
  await expect(notes.getByText("Row 1, column 0: 4 products, sum 37.")).toBeVisible();
  await page.keyboard.press("v");
  await expect(cell(page, "Output", 1, 0)).toHaveText("37");

  await page.keyboard.press("r");
  await expect(page.getByRole("slider", { name: "Step" })).toHaveAttribute("aria-valuetext", "step 1 of 4");
  await page.keyboard.press("Escape");
  await expect(notes.getByText(/The presentation has ended/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Present" })).toBeFocused();
});

test("digits and contrast suit a bright room, and zoom moves nothing else", async ({ open, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open();
  await present(page);
  const digits = page.getByRole("grid", { name: "Input", exact: true }).getByText("4", { exact: true });
  const height = () => digits.evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
  expect(await height()).toBeGreaterThanOrEqual(28);
  const place = (name: string) => page.getByRole("region", { name }).boundingBox();
  const [equation, formula] = [await place("Equation"), await place("Output shape")];
  const before = await digits.boundingBox();
  await page.keyboard.press("+");
  await expect
    .poll(async () => (await digits.boundingBox())?.width)
    .toBeGreaterThan(1.2 * (before?.width ?? 0));
  expect([await place("Equation"), await place("Output shape")]).toEqual([equation, formula]);
  await page.keyboard.press("0");
  await expect.poll(() => digits.boundingBox()).toEqual(before);
});

test("the link with its code is one key away", async ({ open, page }) => {
  await open("#kernel=5,6;7,8");
  await present(page);
  await page.keyboard.press("q");
  await expect(page.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await expect(page.getByText(/#kernel=5,6;7,8/)).toBeVisible();
  await page.keyboard.press("q");
  await expect(page.getByRole("img", { name: "QR code of the link" })).toBeHidden();
});
