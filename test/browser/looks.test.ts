import { axeFindings, cutOff, expect, SIZES, smallTargets, THEMES, test } from "./fixtures";

for (const theme of THEMES) {
  test(`axe finds nothing in the ${theme} theme, at any size`, async ({ open, page }) => {
    test.slow();
    await open(`#theme=${theme}`);
    await page.getByRole("button", { name: "Code", exact: true }).click();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      expect(await axeFindings(page), `${size.width}×${size.height}`).toEqual([]);
    }
  });
}

for (const size of SIZES) {
  test(`at ${size.width}×${size.height} nothing is cut, overlaps the edge or is too small to hit`, async ({
    open,
    page,
  }) => {
    await page.setViewportSize(size);
    for (const address of ["", "#lang=zh-CN", "#input-size=8&padding=1&preset=sharpen"]) {
      await open(address);
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect({ scrolls, cut: await cutOff(page), small: await smallTargets(page) }, address).toEqual({
        scrolls: false,
        cut: [],
        small: [],
      });
    }
  });
}

test("a screen of 1440×900 shows everything without scrolling", async ({ open, page }) => {
  await open();
  await page.getByRole("button", { name: "Code", exact: true }).click();
  await page.getByRole("region", { name: "Python code" }).waitFor();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThanOrEqual(900);
});

test("right-to-left text does not break the layout", async ({ open, page }) => {
  await open();
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect({ scrolls, cut: await cutOff(page) }, `${size.width}`).toEqual({ scrolls: false, cut: [] });
  }
});

test("text at 200 % is neither cut nor pushed out of the page", async ({ open, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  expect(await cutOff(page)).toEqual([]);
});
