import type { Page } from "@playwright/test";
import { middle } from "./acting";
import { heard, openElementPage } from "./elementPage";
import { expect, test } from "./fixtures";

/** What pages do to every element, each with the word that beats all others. */
const HOSTILE: Readonly<Record<string, string>> = {
  "takes all styles back": "* { all: unset !important }",
  "starts every style anew": "* { all: initial !important }",
  "writes huge and wide": `* { font: italic 900 48px/3 serif !important; letter-spacing: 9px !important; word-spacing: 40px !important;
      text-transform: uppercase !important; text-indent: 90px !important; text-align: end !important; white-space: pre !important }
    html { font-size: 60px !important; zoom: 1 }`,
  "lays out every element": `* { display: flex !important; position: relative !important; float: right !important;
      columns: 3 !important; overflow: scroll !important; box-sizing: content-box !important; writing-mode: vertical-rl !important }
    svg, button, input, select { width: 300px !important; height: 300px !important; min-width: 300px !important; margin: 50px !important }`,
  "paints every element": `* { color: red !important; background: yellow !important; fill: red !important; stroke: lime !important;
      stroke-width: 9px !important; opacity: 0.4; filter: invert(1); transition: all 9s !important; animation: blink 1s infinite !important }
    @keyframes blink { to { color: blue; letter-spacing: 40px } }`,
  "names its own variables as the figure does":
    ":root, * { --rem: 90px; --line: red; --card: red; --ink: red; --y: red; --columns: 90; --limit: 9; --progress: 900%; --space-4: 400px }",
  "reads from right to left": "html { direction: rtl !important; unicode-bidi: bidi-override !important }",
};

/** As the author's own page is without hostility. */
const BOX =
  "display:block!important;width:760px!important;height:440px!important;margin:0!important;padding:0!important;border:0!important";

/** What of the figure a page around could change, read inside its shadow root. */
function looks(page: Page) {
  return page.locator("conv-scope").evaluate((scope) => {
    const root = scope.shadowRoot;
    const frame = scope.getBoundingClientRect();
    const parts = [".convscope", ".figure", ".transport-play", "[role=grid]", ".equation", ".bar", "input"];
    const kept = [
      "display",
      "position",
      "float",
      "color",
      "background-color",
      "fill",
      "stroke",
      "font",
      "letter-spacing",
      "text-transform",
      "text-align",
      "direction",
      "writing-mode",
      "animation-name",
      "white-space",
      "text-indent",
    ];
    return parts.map((part) => {
      const element = root?.querySelector(part);
      if (!element) return part;
      const { x, y, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return [
        part,
        ...[x - frame.x, y - frame.y, width, height].map(Math.round),
        ...kept.map((name) => style.getPropertyValue(name)),
      ].join(" ");
    });
  });
}

for (const [name, style] of Object.entries(HOSTILE))
  test(`a page that ${name} leaves the figure as it is`, async ({ page }) => {
    const body = `<div style="${BOX}"><conv-scope style="${BOX}" padding="1" step="4"></conv-scope></div>`;
    await openElementPage(page, body);
    await expect(page.getByRole("grid", { name: "Output" })).toBeVisible();
    const plain = await looks(page);
    expect(plain).toHaveLength(7);
    await openElementPage(page, body, style);
    await expect(page.getByRole("grid", { name: "Output" })).toBeVisible();
    await expect.poll(() => looks(page)).toEqual(plain);
  });

test("what the page hides is hidden, and what it holds back from the pointer can't be touched", async ({
  page,
}) => {
  await openElementPage(
    page,
    `<div id="around"><conv-scope style="height: 440px"></conv-scope></div>`,
    "#around { visibility: hidden; pointer-events: none }",
  );
  const play = page.locator("conv-scope .transport-play");
  await expect(play).toBeAttached();
  await expect(play).toBeHidden();
  await page.locator("#around").evaluate((around) => {
    around.style.visibility = "visible";
  });
  await expect(play).toBeVisible();
  expect(await play.evaluate((button) => getComputedStyle(button).pointerEvents)).toBe("none");
});

test("copying and pasting in a grid is not heard by the page, and its wheel scrolls the page", async ({
  page,
}) => {
  await openElementPage(
    page,
    `<script>for (const type of ["copy", "paste", "keyup"]) addEventListener(type, () => heard.keys.push(type))</script>
    <conv-scope style="height: 440px"></conv-scope><p style="height: 3000px">Below</p>`,
  );
  const first = page.getByRole("grid", { name: "Input" }).getByRole("gridcell").first();
  await first.focus();
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await page.keyboard.press("ArrowDown");
  expect((await heard(page)).keys).toEqual([]);
  const { x, y } = await middle(page.getByRole("grid", { name: "Output" }));
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
});

test("a page that gives the figure its height is not moved by it", async ({ page }) => {
  await page.addInitScript(() => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += Reflect.get(entry, "value") as number;
      Reflect.set(window, "shift", shift);
    }).observe({ type: "layout-shift", buffered: true });
    Reflect.set(window, "shift", 0);
  });
  await openElementPage(
    page,
    `<p>Above</p><conv-scope style="display: block; height: 440px" padding="1"></conv-scope><p>Below</p>`,
  );
  const cells = page.getByRole("grid", { name: "Output" }).getByRole("gridcell");
  await expect(cells).toHaveCount(16);
  await page.locator("conv-scope").evaluate((scope) => scope.setAttribute("input", "1,2,3,4,5;6,7,8,9,0"));
  await expect(cells).toHaveCount(18);
  expect(await page.evaluate(() => Reflect.get(window, "shift"))).toBeLessThan(0.05);
});

test("Learn doesn't compute before it is on screen", async ({ page }) => {
  await openElementPage(
    page,
    `<p style="height: 3000px">Above</p><conv-scope style="height: 600px" view="learn"></conv-scope>`,
  );
  await expect(page.locator("conv-scope .unseen")).toBeAttached();
  await page.evaluate(() => scrollTo(0, 3000));
  await expect(page.locator("conv-scope .unseen")).toHaveCount(0);
  await expect(page.getByText(/loss/i).first()).toBeVisible();
});
