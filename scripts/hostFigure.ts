import type { FrameLocator, Locator, Page } from "@playwright/test";
import { expect as plainExpect } from "@playwright/test";

/** A busy machine is slow, never wrong. */
export const expect = plainExpect.configure({ timeout: 60_000 });

/** A figure in somebody's page, as a reader and the page's own script reach it. */
export interface HostFigure {
  readonly name: string;
  /** Where its grids and buttons are found. */
  readonly inside: FrameLocator | Locator;
  /** The box that it has in the page. */
  readonly box: Locator;
  /** Has the page's script set a stride of 2. */
  readonly change: () => Promise<unknown>;
}

declare global {
  interface Window {
    hostSeen: { keys: number; shift: number };
  }
}

/** Counts, in every page of this tab, keys that reach it and by how much its layout shifts. */
export async function watchHost(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.hostSeen = { keys: 0, shift: 0 };
    addEventListener("keydown", () => {
      window.hostSeen.keys += 1;
    });
    new PerformanceObserver((list) => {
      // What moves because the reader did something is no shift.
      for (const entry of list.getEntries())
        if (!Reflect.get(entry, "hadRecentInput")) window.hostSeen.shift += Reflect.get(entry, "value");
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** A frame, driven by messages. */
export function frameFigure(page: Page): HostFigure {
  const box = page.locator("iframe[src*='embed.html']").first();
  return {
    name: "frame",
    inside: box.contentFrame(),
    box,
    change: () =>
      box.evaluate((frame: HTMLIFrameElement) =>
        frame.contentWindow?.postMessage(
          { source: "convscope", v: 1, type: "setState", payload: { stride: "2" } },
          "*",
        ),
      ),
  };
}

/** An element, driven by its attributes. */
export function elementFigure(page: Page): HostFigure {
  const box = page.locator("conv-scope").first();
  return {
    name: "element",
    inside: box,
    box,
    change: () => box.evaluate((scope) => scope.setAttribute("stride", "2")),
  };
}

/** That a figure of a 3×3 input, a 2×2 kernel and padding 1 draws, plays, does as the page says, and keeps its keys. */
export async function checkFigure(page: Page, { inside, box, change }: HostFigure): Promise<void> {
  await box.scrollIntoViewIfNeeded();
  const cells = inside.getByRole("grid", { name: "Output" }).getByRole("gridcell");
  await expect(cells).toHaveCount(16);
  const slider = inside.getByRole("slider", { name: "Step" });
  const start = await slider.inputValue();
  await inside.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => slider.inputValue()).not.toBe(start);
  await inside.getByRole("button", { name: "Pause" }).click();

  const keys = () => page.evaluate(() => window.hostSeen.keys);
  const [before, step] = [await keys(), await slider.inputValue()];
  await inside.getByRole("button", { name: "First step" }).focus();
  for (const key of ["ArrowRight", "End", "ArrowLeft"]) await page.keyboard.press(key);
  await expect.poll(() => slider.inputValue()).not.toBe(step);
  expect(await keys(), "keys that the page heard").toBe(before);
  // Rows: 3 + 2·1 − 2 over 2, rounded down, plus 1.
  await change();
  await expect(cells).toHaveCount(4);
}

/** That keys pressed outside a figure are the page's, the wheel over it scrolls the page, and the page stayed where it was. */
export async function checkPage(page: Page, { box }: HostFigure): Promise<void> {
  const before = await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return window.hostSeen.keys;
  });
  await page.evaluate(() => window.focus());
  await page.keyboard.press("x");
  expect(await page.evaluate(() => window.hostSeen.keys), "keys that the page heard").toBe(before + 1);
  await box.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  const place = await box.boundingBox();
  await page.mouse.move((place?.x ?? 0) + 200, (place?.y ?? 0) + 200);
  const top = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, top > 200 ? -200 : 200);
  await expect.poll(() => page.evaluate(() => scrollY), "scroll over the figure").not.toBe(top);
  expect(await page.evaluate(() => window.hostSeen.shift), "layout shift").toBeLessThanOrEqual(0.05);
}
