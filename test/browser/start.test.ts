import type { Page } from "@playwright/test";
import { expect, numbers, test } from "./fixtures";

test.describe("without the page's script", () => {
  test.use({ javaScriptEnabled: false });

  test("the figure is in the HTML", async ({ page }) => {
    await page.goto("/");
    expect(await numbers(page, "Input")).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ]);
    expect(await numbers(page, "Output")).toEqual([
      [19, null],
      [null, null],
    ]);
  });
});

/** Holds the page's script back, so that what the HTML and the head's script show can be looked at. */
async function openWithoutStart(page: Page, address: string) {
  await page.route(/index-[^/]*\.js$/, (route) => route.abort());
  await page.goto(`/${address}`);
}

const root = "#root";

for (const address of ["", "#", "#theme=dark", "#lang=en", "?theme=projector"]) {
  test(`the first view of the HTML is shown at once for "${address}"`, async ({ browser, baseURL }) => {
    const page = await browser.newPage({ baseURL, locale: "en-US" });
    await openWithoutStart(page, address);
    await expect(page.locator(root)).toBeVisible();
    await page.close();
  });
}

test("a link's first paint is not the newcomer's figure", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, locale: "en-US" });
  await openWithoutStart(page, "#padding=1");
  await expect(page.locator(root)).not.toBeVisible();
  await page.close();
});

test("a Chinese browser's first paint is not in English", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, locale: "zh-CN" });
  await openWithoutStart(page, "");
  await expect(page.locator(root)).not.toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.close();
});

test("the theme of a link holds from the first paint", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, locale: "en-US" });
  await openWithoutStart(page, "#theme=dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.close();
});

test("the script takes the first view over without moving anything", async ({ page, open }) => {
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
