import type { Page } from "@playwright/test";
import { axeFindings, cutOff, expect, smallTargets, test } from "./fixtures";
import { expectTables, numbered, tables } from "./sheets";

const TWO = "input=0,1,2;3,4,5;6,7,8|1,2,3;4,5,6;7,8,9&kernel=0,1;2,3|1,2;3,4";
const TO_THREE = `${TWO}/1,2;3,4|2,3;4,5/2,3;4,5|3,4;5,6`;
const VIDEO = "preset=video";
const STAMPS = "preset=transposed";

const at = (page: Page, name: string, row: number, column: number) =>
  page.getByRole("grid", { name, exact: true }).getByRole("row").nth(row).getByRole("gridcell").nth(column);
const status = (page: Page) => page.getByRole("status").first();

test("channels by keyboard: cells, sheets, a step, what is said", async ({ open, page }) => {
  await open(`#${TO_THREE}`);
  await at(page, "Input, channel 0", 0, 0).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(at(page, "Input, channel 0", 1, 1)).toBeFocused();
  await page.keyboard.press("PageDown");
  await expect(at(page, "Input, channel 1", 1, 1)).toBeFocused();
  await page.keyboard.press("PageUp");
  await expect(at(page, "Input, channel 0", 1, 1)).toBeFocused();
  await at(page, "Output, channel 2", 1, 0).focus();
  await page.keyboard.press("Enter");
  await expect(status(page)).toHaveText("Channel 2, row 1, column 0: 8 products, sum 192.");
  await expectTables(
    page,
    "Output",
    numbered("Output, channel", ["56 72 / 104 120", "76 100 / 148 172", "96 128 / 192 "]),
  );
});

test("a volume by keyboard: cells, slices, a step, what is said", async ({ open, page }) => {
  await open(`#${VIDEO}`);
  await at(page, "Input, slice 0", 1, 1).focus();
  await page.keyboard.press("PageDown");
  await expect(at(page, "Input, slice 1", 1, 1)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(at(page, "Input, slice 1", 1, 2)).toBeFocused();
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await expect(at(page, "Input, slice 1", 1, 2)).toHaveText("7");
  await at(page, "Output, slice 0", 1, 2).focus();
  await page.keyboard.press("Enter");
  await expect(status(page)).toHaveText("Slice 0, row 1, column 2: 2 products, sum 7.");
});

test("stamps by keyboard: a step is an input cell", async ({ open, page }) => {
  await open(`#${STAMPS}`);
  await at(page, "Input", 0, 0).focus();
  await page.keyboard.press("ArrowDown");
  await expect(at(page, "Input", 1, 0)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Input, row 1, column 0" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Last step" }).click();
  await expect(status(page)).toHaveText("Row 1, column 1: 3 stamps the kernel, from row 1, column 1 on.");
  await expectTables(page, "Output", "0 0 1 / 0 4 6 / 4 12 9");
});

test("the switch of axes is one undo step each way", async ({ open, page }) => {
  await open("#padding=1");
  const [before, axes] = [await tables(page, "Input"), page.getByRole("radiogroup", { name: /^Axes/ })];
  await axes.getByRole("radio", { name: "3-D" }).check();
  await expect(page.getByRole("spinbutton", { name: "Input depth" })).toHaveValue("1");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(axes.getByRole("radio", { name: "2-D" })).toBeChecked();
  await axes.getByRole("radio", { name: "1-D" }).check();
  await expectTables(page, "Input", "0 1 2 3 4 5 6 7 8");
  await page.getByRole("button", { name: "Undo" }).click();
  await expectTables(page, "Input", before);
  await expect(page.getByRole("button", { name: "Undo" })).toHaveAttribute("aria-disabled", "true");
});

for (const [what, address] of [
  ["channels and what stands below", `${TO_THREE}&channels=stacked&channel=1&show=matrix&step=5`],
  ["a gradient", `${TWO}&gradient=1,0;0,2&show=backward&step=2`],
  ["sheets", `${VIDEO}&depth=sheets&step=3`],
  ["a stack", "view=stack&layers=k3p1r,max2,k3&layer=3&cell=1,2&compare=k7"],
] as const) {
  test(`a link restores ${what} in a fresh page`, async ({ open, page, browser, baseURL }) => {
    await open(`#${address}`);
    const seen = (of: Page) =>
      of
        .locator("[role=grid]")
        .evaluateAll((grids) =>
          grids.map((grid) => `${grid.getAttribute("aria-label")} ${grid.textContent}`),
        );
    await expect(page.locator("[role=grid]").first()).toBeVisible();
    await page.waitForTimeout(600);
    const link = page.url();
    const [before, context] = [await seen(page), await browser.newContext({ baseURL: baseURL ?? "" })];
    const fresh = await context.newPage();
    await fresh.goto(link);
    await fresh.locator("html[data-live]").waitFor();
    await expect.poll(() => seen(fresh)).toEqual(before);
    await expect.poll(() => fresh.url()).toBe(link);
    expect(before.length).toBeGreaterThan(2);
    await context.close();
  });
}

for (const [kind, address, ready] of [
  ["channels", TO_THREE, "Output, channel 2"],
  ["stacked channels below a matrix", `${TO_THREE}&channels=stacked&show=matrix`, "Matrix"],
  ["a series", "preset=text", "Output, channel 0"],
  ["a volume", VIDEO, "Output, slice 1"],
  ["sheets", `${VIDEO}&depth=sheets`, "Output, slice 1"],
  ["stamps with a gradient below", `${STAMPS}&show=backward`, "Gradient of the output"],
  ["pooling", "preset=max-pool", "Output"],
] as const) {
  test(`${kind}: nothing is cut, overflows, is too small or breaks a rule of access`, async ({
    open,
    page,
  }) => {
    test.slow();
    await open(`#${address}`);
    await expect(page.getByRole("grid", { name: ready, exact: true })).toBeVisible();
    for (const [width, height] of [
      [1440, 900],
      [768, 1024],
      [360, 640],
    ] as const) {
      await page.setViewportSize({ width, height });
      const scrolls = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      await expect
        .poll(async () => ({
          scrolls: await scrolls(),
          cut: await cutOff(page),
          small: await smallTargets(page),
        }))
        .toEqual({ scrolls: false, cut: [], small: [] });
    }
    expect(await axeFindings(page)).toEqual([]);
  });
}
