import type { Locator, Page } from "@playwright/test";
import { cell, expect, type GridName } from "./fixtures";

/** Puts a number into a spin button and commits it. */
export async function setField(page: Page, name: string, text: string): Promise<void> {
  const field = spin(page, name);
  await field.fill(text);
  await field.press("Enter");
}

export function spin(page: Page, name: string): Locator {
  return page.getByRole("spinbutton", { name, exact: true });
}

/** Types over a cell and commits. */
export async function typeCell(page: Page, grid: GridName, row: number, column: number, text: string) {
  await cell(page, grid, row, column).focus();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Opens a cell's editor with its number selected. */
export async function openEditor(page: Page, grid: "Input" | "Kernel", row: number, column: number) {
  await cell(page, grid, row, column).focus();
  await page.keyboard.press("Enter");
  const editor = page.getByRole("textbox", { name: `${grid}, row ${row}, column ${column}` });
  await expect(editor).toBeFocused();
  return editor;
}

/** What a spreadsheet or a terminal leaves in the clipboard, pasted where the focus is. */
export function pasteHere(page: Page, text: string, html?: string): Promise<void> {
  return page.evaluate(
    ([plain, rich]) => {
      const data = new DataTransfer();
      data.setData("text/plain", plain ?? "");
      if (rich) data.setData("text/html", rich);
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    [text, html] as const,
  );
}

/** Chooses from a menu button the first item that starts with a text. */
export async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole("button", { name: menu, exact: true }).click();
  const start = item.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  await page
    .getByRole("menuitem", { name: new RegExp(`^${start}`) })
    .first()
    .click();
}

/** Presses Tab until the focus is there, as someone without a mouse does. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const there = await target.evaluate((element) => element.contains(document.activeElement));
    if (there) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${target}`);
}

/** The point in the middle of a cell. */
export async function middle(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses at one point, moves over the others and lets go. */
export async function drag(page: Page, ...points: readonly { readonly x: number; readonly y: number }[]) {
  const [first, ...rest] = points;
  if (!first) return;
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 6 });
  await page.mouse.up();
}

/** Opens the page in the language that the reader chose on an earlier visit. */
export async function speak(page: Page, language: string): Promise<void> {
  await page.addInitScript((chosen) => {
    if (location.protocol !== "about:") localStorage.setItem("convscope.language", chosen);
  }, language);
}
