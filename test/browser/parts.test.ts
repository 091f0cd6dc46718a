import type { Page } from "@playwright/test";
import { cell, expect, test } from "./fixtures";

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("a link hides parts", async ({ open, page }) => {
  await open("#hide=formula,cost,code");
  for (const name of ["Output shape", "Cost", "Code"]) await expect(region(page, name)).toHaveCount(0);
  await expect(region(page, "Parameters")).toBeVisible();
  await page.goto("about:blank");
  await open("#hide=equation,transport,products,presets");
  await expect(region(page, "Equation")).toHaveCount(0);
  await expect(region(page, "Playback")).toHaveCount(0);
  await expect(page.getByRole("grid", { name: "Products" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Examples" })).toHaveCount(0);
  await page.goto("about:blank");
  await open("#hide=controls,header");
  await expect(region(page, "Parameters")).toHaveCount(0);
  await expect(page.getByRole("banner")).toHaveCount(0);
  await expect(region(page, "Output shape")).toBeVisible();
});

test("the code opens at its button, and is open again on the next visit", async ({ open, page }) => {
  await open();
  const opener = page.getByRole("button", { name: "Code", exact: true });
  await expect(opener).toHaveAttribute("aria-expanded", "false");
  await opener.click();
  await expect(region(page, "Python code")).toContainText("def corr2d(X, W):");
  await page.reload();
  await expect(opener).toHaveAttribute("aria-expanded", "true");
  await expect(region(page, "Python code")).toContainText("def corr2d(X, W):");
  await opener.click();
  await expect(region(page, "Python code")).toHaveCount(0);
});

test("ui=figure shows the figure with its transport, ui=none the figure alone", async ({ open, page }) => {
  await open("#ui=figure");
  await expect(page.getByRole("grid", { name: "Output" })).toBeVisible();
  await expect(region(page, "Playback")).toBeVisible();
  await expect(page.getByRole("banner")).toHaveCount(0);
  await expect(region(page, "Parameters")).toHaveCount(0);
  await page.goto("about:blank");
  await open("#ui=none");
  await expect(page.getByRole("grid", { name: "Output" })).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
});

const LOCKS = [
  ["size", ["Input height", "Input width", "Kernel size", "Input channels", "Output channels"]],
  ["stride", ["Stride"]],
  ["padding", ["Padding"]],
  ["dilation", ["Dilation"]],
  ["bias", ["Bias"]],
] as const;

test("a link locks controls, each on its own", async ({ open, page }) => {
  for (const [word, names] of LOCKS) {
    await page.goto("about:blank");
    await open(`#lock=${word}`);
    const free = await page
      .getByRole("spinbutton")
      .evaluateAll((fields) =>
        fields
          .filter((field) => (field as HTMLInputElement).readOnly)
          .map((field) => field.getAttribute("aria-label")),
      );
    expect(free, word).toEqual(names);
  }
});

test("locked grids are looked at, not edited", async ({ open, page }) => {
  await open("#lock=input,kernel");
  for (const grid of ["Input", "Kernel"] as const) {
    await cell(page, grid, 0, 1).focus();
    await page.keyboard.type("7");
    await page.keyboard.press("Delete");
    await expect(cell(page, grid, 0, 1)).toHaveText("1");
    await expect(page.getByRole("button", { name: `Fill ${grid.toLowerCase()}` })).toBeDisabled();
  }
  await expect(page.getByRole("button", { name: "Examples" })).toBeDisabled();
});

test("play=1 plays at once, notation=d2l counts pads together, step=2 opens there", async ({
  open,
  page,
}) => {
  await open("#preset=blur&play=1&speed=10");
  await expect(page.getByRole("slider", { name: "Step" })).not.toHaveAttribute(
    "aria-valuetext",
    "step 1 of 81",
  );
  await page.goto("about:blank");
  await open("#padding=1&notation=d2l&step=2");
  await expect(page.getByRole("radio", { name: "d2l" })).toBeChecked();
  await expect(page.getByRole("slider", { name: "Step" })).toHaveAttribute("aria-valuetext", "step 3 of 16");
});
