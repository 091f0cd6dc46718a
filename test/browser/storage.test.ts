import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { setField, speak, spin, typeCell } from "./acting";
import { cell, expect, numbers, test } from "./fixtures";

const saved = (page: Page, key = "convscope") => page.evaluate((name) => localStorage.getItem(name), key);
const notices = (page: Page) => page.getByRole("region", { name: "Notices" }).getByRole("paragraph");

/** Puts something into the storage before the page's first visit, and not again. */
async function leave(page: Page, text: string): Promise<void> {
  await page.addInitScript((content) => {
    if (location.protocol === "about:" || sessionStorage.getItem("left")) return;
    sessionStorage.setItem("left", "yes");
    localStorage.setItem("convscope", content);
  }, text);
}

test("work survives a reload", async ({ open, page }) => {
  await open();
  await typeCell(page, "Input", 0, 0, "-3.5");
  await setField(page, "Padding", "1");
  await page.getByRole("button", { name: "Next step" }).click();
  await expect.poll(() => saved(page)).toContain("step=1");
  await page.goto("about:blank");
  await open();
  expect((await numbers(page, "Input"))[0]).toEqual([-3.5, 1, 2]);
  await expect(spin(page, "Padding")).toHaveValue("1");
  await expect(page.getByRole("slider", { name: "Step" })).toHaveAttribute("aria-valuetext", "step 2 of 16");
});

test("the last keystroke before leaving is saved too", async ({ open, page }) => {
  await open();
  // A change that was saved shows that the saving code is there.
  await typeCell(page, "Kernel", 0, 0, "7");
  await expect.poll(() => saved(page)).toContain("kernel=7");
  await typeCell(page, "Kernel", 0, 0, "8");
  await page.goto("about:blank");
  await open();
  await expect(cell(page, "Kernel", 0, 0)).toHaveText("8");
});

for (const broken of ["{broken", "[]", '{"version":1}', "null", `"${"x".repeat(2000)}"`]) {
  test(`saved work that cannot be read is kept aside: ${broken.slice(0, 16)}`, async ({ open, page }) => {
    await leave(page, broken);
    await open();
    await expect(notices(page)).toHaveText("Saved work could not be read. Download the raw copy");
    await expect
      .poll(() => numbers(page, "Kernel"))
      .toEqual([
        [0, 1],
        [2, 3],
      ]);
    expect(await saved(page, "convscope.bak")).toBe(broken);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download the raw copy" }).click(),
    ]);
    expect(readFileSync(await file.path(), "utf8")).toBe(broken);
    await typeCell(page, "Kernel", 0, 0, "4");
    await expect.poll(() => saved(page)).toContain("kernel=4");
    expect(await saved(page, "convscope.bak")).toBe(broken);
  });
}

test("the work of a newer release is never overwritten", async ({ open, page }) => {
  const newer = '{"version":99,"address":"kernel=9,9"}';
  await leave(page, newer);
  await open();
  await expect(notices(page)).toHaveText("Saved with a newer version");
  await typeCell(page, "Kernel", 0, 0, "4");
  await page.waitForTimeout(900);
  await page.goto("about:blank");
  await open();
  expect(await saved(page)).toBe(newer);
});

test("where storage is refused, work goes on without a word", async ({ open, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  await open();
  await typeCell(page, "Kernel", 0, 0, "4");
  await page.waitForTimeout(900);
  await expect(cell(page, "Kernel", 0, 0)).toHaveText("4");
  await expect(notices(page)).toHaveCount(0);
});

test("a full storage is told once", async ({ open, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open();
  for (const number of ["4", "5"]) {
    await typeCell(page, "Kernel", 0, 0, number);
    await page.waitForTimeout(700);
  }
  await expect(notices(page)).toHaveText("Saving is off: storage is full");
});

test("two tabs notice each other, and neither destroys the other's work", async ({ open, page, context }) => {
  await open();
  await typeCell(page, "Kernel", 0, 0, "4");
  await expect.poll(() => saved(page)).toContain("kernel=4");
  const other = await context.newPage();
  await other.goto("/");
  await other.locator("html[data-live]").waitFor();
  await typeCell(other, "Kernel", 0, 0, "6");
  await expect(notices(page)).toHaveText("Another tab has saved its own work. Both are kept");
  await typeCell(page, "Kernel", 0, 1, "7");
  await expect.poll(() => saved(page)).toContain("kernel=4,7");
  expect(await saved(page, "convscope.other")).toContain("kernel=6");
  await expect(cell(other, "Kernel", 0, 0)).toHaveText("6");
});

test("saved-work notices are told in Chinese", async ({ open, page }) => {
  await speak(page, "zh-CN");
  await leave(page, "{broken");
  await open();
  await expect(page.locator(".notices p")).toHaveText(/[\u4e00-\u9fff]/);
});
