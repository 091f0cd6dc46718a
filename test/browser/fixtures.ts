import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";

export { expect };

export type GridName = "Input" | "Kernel" | "Products" | "Output";

/** The sizes that interface.md composes; 320 stands for the narrowest phones. */
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 360, height: 640 },
  { width: 320, height: 640 },
] as const;

export const THEMES = ["light", "dark", "projector"] as const;

interface Fixtures {
  /** Opens the built page at an address (`#…` or `?…`) and waits until it answers. */
  open: (address?: string) => Promise<void>;
  /** Fails the test on a page error, a breach of the policy, or a request that leaves the site. */
  guard: undefined;
}

export const test = base.extend<Fixtures>({
  guard: [
    async ({ page, baseURL }, use) => {
      const breaches: string[] = [];
      page.on("pageerror", (error) => breaches.push(`page error: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") breaches.push(`console: ${message.text()}`);
      });
      page.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && url.origin !== baseURL)
          breaches.push(`request to ${url.origin}`);
      });
      await page.exposeFunction("reportBreach", (breach: string) => breaches.push(breach));
      await page.addInitScript(() => {
        addEventListener("securitypolicyviolation", (event) => {
          const report = Reflect.get(window, "reportBreach") as (breach: string) => void;
          report(
            `policy: ${event.effectiveDirective} at ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
          );
        });
      });
      await use(undefined);
      expect(breaches).toEqual([]);
    },
    { auto: true },
  ],
  open: async ({ page }, use) => {
    await use(async (address = "") => {
      await page.goto(`/${address}`);
      await page.locator("html[data-live]").waitFor();
    });
  },
});

/** The cell of a grid, counted from 0. */
export function cell(page: Page, grid: GridName, row: number, column: number): Locator {
  return page
    .getByRole("grid", { name: grid, exact: true })
    .getByRole("row")
    .nth(row)
    .getByRole("gridcell")
    .nth(column);
}

/** A grid as numbers; a cell that is not computed yet is null. */
export async function numbers(page: Page, grid: GridName): Promise<(number | null)[][]> {
  const rows = await page.getByRole("grid", { name: grid, exact: true }).getByRole("row").all();
  return Promise.all(
    rows.map(async (row) => {
      const texts = await row.getByRole("gridcell").allTextContents();
      return texts.map((text) => (text.trim() === "" ? null : Number(text.replace("−", "-"))));
    }),
  );
}

/** What axe finds against WCAG 2.2 AA, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
  );
}

/** Text that its box cuts, or that lies outside the page and cannot be scrolled to; one line each. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrollable = (element: Element | null): boolean =>
      !!element &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrollable(element.parentElement));
    const isHidden = (element: Element, box: DOMRect) =>
      box.width <= 1 ||
      box.height <= 1 ||
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const ownText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    return [...document.body.querySelectorAll("*")].flatMap((element) => {
      const box = element.getBoundingClientRect();
      if (!ownText(element) || isHidden(element, box) || scrollable(element)) return [];
      const outside = box.left < -1 || box.right > innerWidth + 1;
      const clips = /hidden|clip/.test(getComputedStyle(element).overflowX);
      const cut = clips && element.scrollWidth > element.clientWidth + 1;
      return outside || cut ? [`${element.tagName} "${element.textContent?.trim().slice(0, 40)}"`] : [];
    });
  });
}

/** Controls smaller than 24 px in a direction; cells of grids are exempt, the keyboard reaches them. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll(
      "button, select, input, a[href], [role=slider], [role=spinbutton]",
    );
    return [...controls].flatMap((control) => {
      if (!control.checkVisibility() || control.closest("[role=grid]")) return [];
      // A label is part of the target of its field.
      const target = control.closest("label") ?? control;
      const { width, height } = target.getBoundingClientRect();
      const name = control.getAttribute("aria-label") ?? control.textContent?.trim() ?? "";
      return width < 24 || height < 24 ? [`${control.tagName} "${name}" ${width}×${height}`] : [];
    });
  });
}
