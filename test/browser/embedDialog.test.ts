import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { speak } from "./acting";
import { axeFindings, cutOff, expect, SIZES, smallTargets, test } from "./fixtures";

/** At phones' and tablets' sizes the button is among the settings. */
async function openDialog(page: Page, settings = "Settings", embed = "Embed"): Promise<Locator> {
  const button = page.getByRole("button", { name: embed, exact: true });
  const inHeader = page.getByRole("banner").locator(".header-tools > .header-wide");
  if (!(await inHeader.isVisible())) await page.getByRole("button", { name: settings, exact: true }).click();
  await button.filter({ visible: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(preview(page).getByRole("grid").first()).toBeVisible();
  return dialog;
}

const preview = (page: Page) => page.frameLocator(".embed-preview iframe");
const snippet = (page: Page) => page.locator(".embed-snippet");

test("every form copies what it shows", async ({ open, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open("#bias=3");
  const dialog = await openDialog(page);
  const forms = dialog.getByRole("combobox", { name: "Where to" });
  const names = await forms.getByRole("option").allTextContents();
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) {
    await forms.selectOption(name);
    await dialog.getByRole("button", { name: /^(Copy|Copied)$/ }).click();
    const shown = await snippet(page).textContent();
    expect(shown, name).toMatch(/bias=(3|"3")/);
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), name).toBe(shown);
  }
});

test("the preview draws what the page shows, and follows the choices", async ({ open, page }) => {
  await open("#input=1,2;3,4;5,6;7,8");
  const dialog = await openDialog(page);
  await expect(preview(page).getByRole("grid", { name: "Input" }).getByRole("row")).toHaveCount(4);
  await expect(preview(page).getByRole("button", { name: "Play" })).toBeVisible();
  await dialog.getByRole("radio", { name: "Figure alone" }).check({ force: true });
  await expect(preview(page).getByRole("button", { name: "Play" })).toHaveCount(0);
  await expect(preview(page).getByRole("grid", { name: "Input" })).toBeVisible();
  await dialog.getByRole("combobox", { name: "Language" }).selectOption("zh-CN");
  await expect(preview(page).locator("[lang=zh-CN]").first()).toBeVisible();
  const width = dialog.getByRole("textbox", { name: /^Width/ });
  await width.fill("500");
  await width.press("Tab");
  expect((await page.locator(".embed-preview iframe").boundingBox())?.width).toBe(500);
  const back = await page.evaluate(() => history.length);
  await dialog.getByRole("combobox", { name: "Language" }).selectOption("en");
  await expect(preview(page).locator("[lang=en]").first()).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(back);
});

test("the downloaded file shows the figure from a disk, with its state inside", async ({ open, page }) => {
  await open("#input=1,2,3;4,5,6;7,8,9&kernel=1,0;0,-1&stride=1&step=3");
  const dialog = await openDialog(page);
  const title = dialog.getByRole("textbox", { name: "Title" });
  await title.fill("Notes </title><script>");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Download this figure" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("convscope-figure.html");
  const file = join(tmpdir(), `convscope-${test.info().workerIndex}-figure.html`);
  await download.saveAs(file);
  expect(readFileSync(file, "utf8")).toContain('"kernel":"1,0;0,-1"');
  await page.goto(pathToFileURL(file).href);
  const output = page.getByRole("grid", { name: "Output" }).getByRole("gridcell");
  // 1 − 5, 2 − 6, 4 − 8, 5 − 9.
  await expect(output).toHaveText(["−4", "−4", "−4", "−4"]);
  expect(await page.title()).toBe("Notes </title><script>");
  const link = page.getByRole("link", { name: "Open in Convscope" });
  await link.focus();
  await expect(link).toHaveAttribute("href", /^http:\/\/localhost:\d+\/#.*kernel=1,0;0,-1/);
});

test("the keyboard opens and leaves the dialog, and comes back to where it was", async ({ open, page }) => {
  await open();
  const button = page.getByRole("button", { name: "Embed" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Embed this figure" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(button).toBeFocused();
});

/** A desk, a small one, a tablet, and the narrowest phones. */
const ROOMS = [SIZES[0], SIZES[2], SIZES[3], SIZES[6]];

for (const { language, settings, embed } of [
  { language: "en", settings: "Settings", embed: "Embed" },
  { language: "zh-CN", settings: "设置", embed: "嵌入" },
]) {
  test(`the dialog has room at every size, in ${language}`, async ({ open, page }) => {
    test.slow();
    await speak(page, language);
    for (const size of ROOMS) {
      await page.setViewportSize(size);
      await open();
      const dialog = await openDialog(page, settings, embed);
      const at = `${size.width}×${size.height}`;
      const sideways = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(sideways, at).toBe(0);
      expect(await cutOff(page), at).toEqual([]);
      expect(await smallTargets(page), at).toEqual([]);
    }
  });
}

for (const { theme, size } of [
  { theme: "light", size: SIZES[0] },
  { theme: "dark", size: SIZES[4] },
]) {
  test(`axe finds nothing in the dialog in the ${theme} theme`, async ({ open, page }) => {
    test.slow();
    await page.setViewportSize(size);
    await open(`#theme=${theme}`);
    await openDialog(page);
    expect(await axeFindings(page)).toEqual([]);
  });
}
