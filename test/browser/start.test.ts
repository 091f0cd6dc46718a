import type { Browser, Page } from "@playwright/test";
import { cell, expect, numbers, SIZES, test } from "./fixtures";

test.describe("without the page's script", () => {
  test.use({ javaScriptEnabled: false });

  test("the figure is in the HTML", async ({ page }) => {
    await page.goto("/");
    await expect
      .poll(() => numbers(page, "Input"))
      .toEqual([
        [0, 1, 2],
        [3, 4, 5],
        [6, 7, 8],
      ]);
    await expect
      .poll(() => numbers(page, "Output"))
      .toEqual([
        [19, null],
        [null, null],
      ]);
  });
});

/** A fresh profile's page whose own script never comes: what the HTML and the head's script show. */
async function openWithoutStart(browser: Browser, address: string, locale = "en-US"): Promise<Page> {
  const page = await browser.newPage({ locale });
  await page.route(/index-[^/]*\.js$/, (route) => route.abort());
  await page.goto(`/${address}`);
  return page;
}

for (const address of ["", "#", "#theme=dark", "#lang=en", "?theme=projector"]) {
  test(`the first view of the HTML is shown at once for "${address}"`, async ({ browser }) => {
    const page = await openWithoutStart(browser, address);
    await expect(page.locator("#root")).toBeVisible();
    await page.close();
  });
}

test("a link's first paint is not the newcomer's figure", async ({ browser }) => {
  const page = await openWithoutStart(browser, "#padding=1");
  await expect(page.locator("#root")).not.toBeVisible();
  await page.close();
});

test("a Chinese browser's first paint is not in English", async ({ browser }) => {
  const page = await openWithoutStart(browser, "", "zh-CN");
  await expect(page.locator("#root")).not.toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.close();
});

test("the theme of a link holds from the first paint", async ({ browser }) => {
  const page = await openWithoutStart(browser, "#theme=dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.close();
});

test("saved work's first paint is not the newcomer's figure", async ({ page, open, browser }) => {
  await open("#padding=1");
  await cell(page, "Kernel", 0, 0).click();
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => localStorage.length > 0);
  const profile = await page.context().storageState();
  const context = await browser.newContext({ storageState: profile });
  const again = await context.newPage();
  await again.route(/index-[^/]*\.js$/, (route) => route.abort());
  await again.goto("/");
  await expect(again.locator("#root")).not.toBeVisible();
  await context.close();
});

for (const size of SIZES) {
  test(`at ${size.width}×${size.height} the script takes the first view over without moving anything`, async ({
    page,
    open,
  }) => {
    await page.setViewportSize(size);
    await page.addInitScript(() => {
      const seen = { shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += Reflect.get(entry, "value");
      }).observe({ type: "layout-shift", buffered: true });
    });
    await open();
    await page.waitForTimeout(1000);
    const shift = await page.evaluate(() => (Reflect.get(window, "seen") as { shift: number }).shift);
    expect(shift).toBeLessThanOrEqual(0.01);
  });
}
