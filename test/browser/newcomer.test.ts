import type { Browser, Page } from "@playwright/test";
import { setField, spin, tabTo, typeCell } from "./acting";
import { cell, cutOff, expect, numbers, test } from "./fixtures";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const CHANGED = [
  [19, 26],
  [40, 47],
];
// Worked by hand: the kernel [[1,1],[2,3]] over 0…8 with a ring of zeros.
const PADDED = [
  [0, 3, 8, 4],
  [9, 19, 26, 12],
  [21, 40, 47, 21],
  [6, 13, 15, 8],
];

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const formula = (page: Page) => page.getByRole("region", { name: "Output shape" });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test("a newcomer's path, by mouse", async ({ open, page, browser }) => {
  test.slow();
  await open();
  await cell(page, "Kernel", 0, 0).click();
  await cell(page, "Kernel", 0, 0).click();
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "10×" });
  await button(page, "Play").click();
  await expect(button(page, "Play")).toBeVisible();
  await expect.poll(() => numbers(page, "Output")).toEqual(CHANGED);

  const slider = page.getByRole("slider", { name: "Step" });
  const track = await slider.boundingBox();
  if (!track) throw new Error("the slider is not there");
  const height = track.y + track.height / 2;
  await page.mouse.move(track.x + track.width - 9, height);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width / 3, height, { steps: 8 });
  await page.mouse.up();
  await expect
    .poll(() => numbers(page, "Output"))
    .toEqual([
      [19, 26],
      [null, null],
    ]);

  await button(page, "Increase Padding").click();
  await button(page, "Show all").click();
  await expect.poll(() => numbers(page, "Output")).toEqual(PADDED);
  await expect(formula(page)).toContainText(/3\+2·1−1·\(2−1\)−11.*\+1=4/);
  await expect(formula(page)).toContainText("3=3·1+0");
  await button(page, "Show all").click();

  await button(page, "Undo").click();
  await button(page, "Undo").click();
  await expect
    .poll(() => numbers(page, "Kernel"))
    .toEqual([
      [0, 1],
      [2, 3],
    ]);
  await expect(spin(page, "Padding")).toHaveValue("0");
  await button(page, "Share").click();
  await expect(button(page, "Link copied")).toBeVisible();
  await sameElsewhere(browser, page, await copied(page));

  await button(page, "Settings").click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("zh-CN");
  await expect(page.getByRole("radiogroup", { name: "主题" })).toBeVisible();
  await page.getByRole("radio", { name: "深色" }).click();
  await page.keyboard.press("Escape");
  await darkChinesePhone(page);
});

test("the same path by keyboard alone", async ({ open, page, browser }) => {
  test.slow();
  await open();
  await tabTo(page, page.getByRole("grid", { name: "Kernel" }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("combobox", { name: "Speed" }));
  await page.keyboard.press("End");
  await tabTo(page, button(page, "Play"), "Shift+Tab");
  await page.keyboard.press("Space");
  await expect(button(page, "Play")).toBeVisible();
  await expect.poll(() => numbers(page, "Output")).toEqual(CHANGED);

  await tabTo(page, page.getByRole("slider", { name: "Step" }));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect
    .poll(() => numbers(page, "Output"))
    .toEqual([
      [19, 26],
      [null, null],
    ]);

  await tabTo(page, spin(page, "Padding"));
  await page.keyboard.press("ArrowUp");
  await tabTo(page, button(page, "Show all"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => numbers(page, "Output")).toEqual(PADDED);
  await expect(formula(page)).toContainText("3=3·1+0");
  await page.keyboard.press("Enter");

  await tabTo(page, button(page, "Undo"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => numbers(page, "Kernel"))
    .toEqual([
      [0, 1],
      [2, 3],
    ]);
  await expect(spin(page, "Padding")).toHaveValue("0");
  await tabTo(page, button(page, "Share"));
  await page.keyboard.press("Enter");
  await expect(button(page, "Link copied")).toBeFocused();
  await sameElsewhere(browser, page, await copied(page));

  await tabTo(page, button(page, "Settings"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("combobox", { name: "Language" }));
  await page.keyboard.press("End");
  const themes = page.getByRole("radiogroup", { name: "主题" });
  await expect(themes).toBeVisible();
  await tabTo(page, themes, "Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect(button(page, "设置")).toBeFocused();
  await darkChinesePhone(page);
});

test("a link carries every number, setting and the step to a fresh profile", async ({
  open,
  page,
  browser,
}) => {
  await open("#padding=1:0,2:1&padding-mode=replicate&notation=d2l");
  await typeCell(page, "Input", 1, 1, "-2.5");
  await setField(page, "Bias", "0.25");
  await setField(page, "Input height", "5");
  await page.getByRole("combobox", { name: "Operation" }).selectOption("true convolution");
  await button(page, "Next step").click();
  await button(page, "Next step").click();
  await button(page, "Share").click();
  await expect(button(page, "Link copied")).toBeVisible();
  await sameElsewhere(browser, page, await copied(page));
});

/** Opens a link in a profile that knows nothing, and compares all that can be read off the page. */
async function sameElsewhere(browser: Browser, page: Page, link: string): Promise<void> {
  const context = await browser.newContext({ locale: "en-US", viewport: page.viewportSize() });
  const other = await context.newPage();
  const errors: string[] = [];
  other.on("pageerror", ({ message }) => errors.push(message));
  await other.goto(link);
  await other.locator("html[data-live]").waitFor();
  await expect.poll(() => told(other)).toEqual(await told(page));
  expect(errors).toEqual([]);
  await context.close();
}

async function told(page: Page) {
  return {
    input: await numbers(page, "Input"),
    kernel: await numbers(page, "Kernel"),
    products: await numbers(page, "Products"),
    output: await numbers(page, "Output"),
    step: await page.getByRole("slider", { name: "Step" }).getAttribute("aria-valuetext"),
    fields: await page
      .getByRole("spinbutton")
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)),
    choices: await page
      .getByRole("region", { name: "Parameters" })
      .getByRole("combobox")
      .evaluateAll((lists) => lists.map((list) => (list as HTMLSelectElement).value)),
    formula: await formula(page).textContent(),
  };
}

async function darkChinesePhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("region", { name: "输出形状" })).toBeVisible();
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(ground).toBe("rgb(18, 22, 28)");
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect({ scrolls, cut: await cutOff(page) }).toEqual({ scrolls: false, cut: [] });
}
