import type { Page } from "@playwright/test";
import { openEditor, spin } from "./acting";
import { cell, expect, numbers, test } from "./fixtures";

/** The same components are drawn by React in the page and by Preact in the frame: hands must not feel it. */
const HOMES = { "the page": "/", "the frame": "/embed.html" };

for (const [home, address] of Object.entries(HOMES)) {
  test.describe(home, () => {
    test.beforeEach(async ({ page }) => {
      await page.goto(address);
      if (home === "the page") await page.locator("html[data-live]").waitFor();
      await expect(cell(page, "Output", 1, 1)).toBeVisible();
    });

    test("a cell shows what is typed, keeps it, refuses it or gives it back", async ({ page }) => {
      const editor = await openEditor(page, "Input", 1, 1);
      await expect(editor).toHaveAttribute("spellcheck", "false");
      await editor.fill("40");
      await expect(cell(page, "Input", 1, 1)).toHaveText("40");
      await page.keyboard.press("Escape");
      await expect(cell(page, "Input", 1, 1)).toHaveText("4");
      await page.keyboard.type("4o");
      await page.keyboard.press("Enter");
      await expect(editor).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(cell(page, "Input", 1, 1)).toBeFocused();
      await page.keyboard.type("-2");
      await page.keyboard.press("Tab");
      await expect(cell(page, "Input", 1, 2)).toBeFocused();
      await expect
        .poll(() => numbers(page, "Input"))
        .toEqual([
          [0, 1, 2],
          [3, -2, 5],
          [6, 7, 8],
        ]);
      await page.keyboard.press("Control+z");
      await expect(cell(page, "Input", 1, 1)).toHaveText("4");
    });

    test("a stepper takes numbers, keys, its buttons and the wheel", async ({ page }) => {
      const stride = spin(page, "Stride");
      await stride.click();
      await page.keyboard.type("99");
      await page.keyboard.press("Enter");
      await expect(stride).toHaveAttribute("aria-invalid", "true");
      await expect(stride).toHaveAccessibleDescription(/8/);
      await page.keyboard.press("Escape");
      await expect(stride).toHaveValue("1");
      await expect(stride).not.toHaveAttribute("aria-invalid");
      await page.keyboard.press("ArrowUp");
      await expect(stride).toHaveValue("2");
      await page.getByRole("button", { name: "Decrease Stride" }).click();
      await expect(stride).toHaveValue("1");
      const padding = spin(page, "Padding");
      await padding.hover();
      await padding.focus();
      await page.mouse.wheel(0, -100);
      await expect(padding).toHaveValue("1");
      // 3 + 2·1 − 2 over 1, plus 1: four rows of four.
      await expect(page.getByRole("grid", { name: "Output" }).getByRole("gridcell")).toHaveCount(16);
    });

    test("a choice is made, and the step is dragged, typed and followed", async ({ page }) => {
      const slider = page.getByRole("slider", { name: "Step" });
      await slider.fill("2");
      await expect(slider).toHaveAttribute("aria-valuetext", /3.*4/);
      await expect(cell(page, "Output", 1, 0)).not.toBeEmpty();
      await page.getByRole("button", { name: "First step" }).click();
      await expect(slider).toHaveValue("0");
      const speed = page.getByRole("combobox", { name: "Speed" });
      await speed.selectOption("10");
      await expect(speed).toHaveValue("10");
      await page.getByRole("button", { name: "Play" }).click();
      await expect(cell(page, "Output", 1, 1)).not.toBeEmpty();
      await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
      expect(await doubleNames(page)).toEqual([]);
    });
  });
}

/** Ids that two elements of one tree have. */
function doubleNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const trees = [
      document,
      ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []),
    ];
    return trees.flatMap((tree) => {
      const ids = [...tree.querySelectorAll("[id]")].map(({ id }) => id);
      return ids.filter((id, place) => ids.indexOf(id) !== place);
    });
  });
}
