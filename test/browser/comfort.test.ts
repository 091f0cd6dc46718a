import type { Page } from "@playwright/test";
import { cutOff, expect, test } from "./fixtures";

for (const size of [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]) {
  test(`at ${size.width} pixels, text of 200 % is neither cut nor pushed aside`, async ({ open, page }) => {
    await page.setViewportSize(size);
    for (const address of ["", "#lang=zh-CN", "#preset=size-3x5"]) {
      await open(address);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      expect({ scrolls: await scrollsSideways(page), cut: await cutOff(page) }, address).toEqual({
        scrolls: false,
        cut: [],
      });
    }
  });
}

test("nothing on the page was left untranslated", async ({ open, page }) => {
  await open("#lang=__test__&preset=size-3x5&padding-mode=reflect&bias=1");
  for (const summary of await page.locator("summary").all()) await summary.click();
  expect(await untranslated(page)).toEqual([]);
  for (const trigger of [".header-presets", "[aria-expanded=false].button-icon", ".small-button"]) {
    await page.locator(trigger).first().click();
    expect(await untranslated(page), trigger).toEqual([]);
    await page.keyboard.press("Escape");
  }
  await page.locator("body").press("?");
  await page.locator("dialog[open]").waitFor();
  expect(await untranslated(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator(".stepper-field").nth(2).fill("99");
  await page.keyboard.press("Enter");
  expect(await untranslated(page)).toEqual([]);
});

test("every name that assistive technology reads is translated too", async ({ open, page }) => {
  await open("#lang=__test__&preset=size-3x5");
  const plain = await page.evaluate(() =>
    [...document.querySelectorAll("[aria-label], [title], [aria-valuetext]")].flatMap((element) =>
      ["aria-label", "title", "aria-valuetext"].flatMap((name) => {
        const text = element.getAttribute(name) ?? "";
        return /[a-z]{2}/i.test(text) && !text.includes("⟦") ? [`${name}="${text}"`] : [];
      }),
    ),
  );
  expect(plain).toEqual([]);
});

function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

/** Visible words outside translated text; code, mathematics, the brand and a language's own name stay as they are. */
function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    // An open ⟦ may close in a later node, where a value or a button stands inside the sentence.
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? "";
      if (!parent || !/[A-Za-z]{2}/.test(text) || text.includes("⟦")) continue;
      if (parent.closest("code, math, kbd, .brand, [lang], script, style")) {
        if (parent.closest("[lang]") !== document.documentElement) continue;
        if (parent.closest("code, math, kbd, .brand, script, style")) continue;
      }
      if (!parent.checkVisibility()) continue;
      found.push(text);
    }
    return found;
  });
}
