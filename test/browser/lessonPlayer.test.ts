import type { Page } from "@playwright/test";
import { axeFindings, cutOff, expect, test } from "./fixtures";

const FIRST = "#lesson=the-sliding-dot-product&at=1";

const lesson = (page: Page) => page.getByRole("region", { name: "Lesson", exact: true });
const place = (page: Page, words: string) => lesson(page).getByRole("heading", { name: words });
const kernelCell = (page: Page) => page.getByRole("grid", { name: "Kernel" }).getByRole("gridcell").first();

async function open(page: Page, hash = FIRST) {
  await page.goto(`./${hash}`);
  await expect(lesson(page).getByRole("heading")).not.toHaveCount(0);
}

test("on a phone figure and question are seen together, and nothing is cut", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  const stage = await page.locator(".stage").boundingBox();
  const button = await lesson(page).getByRole("button", { name: "Lock in" }).boundingBox();
  const transport = await page.getByRole("button", { name: "Play" }).boundingBox();
  expect(stage?.y).toBeGreaterThanOrEqual(0);
  expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(transport?.y ?? 0);
  expect(await cutOff(page)).toEqual([]);
});

test("a wrong prediction is named and shown beside the result; the keyboard alone leads on", async ({
  page,
}) => {
  await open(page);
  await expect(page.getByRole("grid", { name: "Output" }).getByRole("gridcell").first()).toHaveText("?");
  await lesson(page).getByLabel("Your answer").focus();
  await page.keyboard.type("28");
  await page.keyboard.press("Enter");
  await expect(lesson(page)).toContainText("Not this");
  await expect(lesson(page)).toContainText("matrices");
  await expect(page.getByRole("grid", { name: "Output" }).getByRole("gridcell").first()).toHaveText("19");
  await lesson(page).getByRole("button", { name: "Next", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(place(page, "Step 2 of 6")).toBeFocused();
  await expect(page).toHaveURL(/lesson=the-sliding-dot-product&at=2$/);
  await page.keyboard.press("ArrowRight");
  await expect(lesson(page)).toContainText("Done");
});

test("leaving brings one's own work back, and returning the lesson's place", async ({ page }) => {
  await page.goto("./#kernel=7,1;2,3");
  await expect(kernelCell(page)).toHaveText("7");
  await page.getByRole("button", { name: "Lessons", exact: true }).click();
  await page.getByRole("button", { name: /The sliding dot product/ }).click();
  await expect(kernelCell(page)).toHaveText("0");
  await lesson(page).getByRole("button", { name: "Skip" }).click();
  await expect(place(page, "Step 2 of 6")).toBeVisible();
  await lesson(page).getByRole("button", { name: "Close the lesson" }).click();
  await expect(kernelCell(page)).toHaveText("7");
  await expect(page.getByRole("spinbutton", { name: "Input height" })).toBeVisible();
  await page.getByRole("button", { name: "Lessons", exact: true }).click();
  await page.getByRole("button", { name: /The sliding dot product/ }).click();
  await expect(place(page, "Step 2 of 6")).toBeVisible();
});

test("a reload goes on in the lesson, as it was left", async ({ page }) => {
  await open(page);
  await lesson(page).getByLabel("Your answer").fill("19");
  await lesson(page).getByRole("button", { name: "Lock in" }).click();
  await expect(lesson(page)).toContainText("Right");
  await page.reload();
  await expect(lesson(page)).toContainText("Right");
  await expect(page.getByRole("grid", { name: "Output" }).getByRole("gridcell").first()).toHaveText("19");
});

test("where storage is refused a lesson goes on in memory", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  await open(page);
  await lesson(page).getByRole("button", { name: "Skip" }).click();
  await lesson(page).getByRole("button", { name: "Close the lesson" }).click();
  await page.getByRole("button", { name: "Lessons", exact: true }).click();
  await page.getByRole("button", { name: /The sliding dot product/ }).click();
  await expect(place(page, "Step 2 of 6")).toBeVisible();
});

test("a lesson's file is opened, and one that is none says the line and the field", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: "Lessons", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const write = (goal: string) =>
    `{\n"name": "mine",\n"title": "My lesson",\n${goal}\n"start": "kernel=1",\n"steps": [{"kind": "observe", "text": "Look."}],\n"checks": []\n}`;
  const give = (text: string) =>
    dialog
      .locator("input[type=file]")
      .first()
      .setInputFiles({
        name: "mine.json",
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });
  await expect(dialog.getByRole("button", { name: "Open lesson…" })).toBeVisible();
  await give(write('"goal": 3,'));
  await expect(dialog.getByRole("alert")).toContainText("Line 4, goal");
  await give(write('"goal": "See.",'));
  await expect(lesson(page)).toContainText("My lesson");
});

test("in Chinese, and as assistive technology finds it", async ({ page }) => {
  await page.goto("./#lang=zh-CN&lesson=the-sliding-dot-product&at=1");
  const region = page.getByRole("region", { name: "课程", exact: true });
  await expect(region).toContainText("第 1 步，共 6 步");
  await expect(region.getByRole("button", { name: "确定" })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});
