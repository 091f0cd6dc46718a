import { heard, openElementPage } from "./elementPage";
import { expect, test } from "./fixtures";

const BOX = 'style="width: 760px; height: 440px"';

test("an element draws its figure, with no error and nothing of the page touched", async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  await openElementPage(page, `<div ${BOX}><conv-scope id="a" stride="2" padding="1"></conv-scope></div>`);
  // 3 + 2·1 − 2 over 2, rounded down, plus 1: 2 rows of 2.
  await expect(page.getByRole("grid", { name: "Output" }).getByRole("gridcell")).toHaveCount(4);
  await expect(page.getByRole("spinbutton", { name: "Stride" })).toHaveValue("2");
  const page_ = await page.evaluate(() => ({
    attributes: document.documentElement.getAttributeNames(),
    focused: document.activeElement?.tagName,
    scroll: scrollY,
    address: location.hash,
    kept: localStorage.length,
    history: history.length,
  }));
  expect(page_).toMatchObject({ attributes: ["lang"], focused: "BODY", scroll: 0, address: "", kept: 0 });
  expect(errors.filter((text) => !text.includes("favicon"))).toEqual([]);
});

test("keys pressed inside act inside alone; outside they are the page's", async ({ page }) => {
  await openElementPage(page, `<div ${BOX}><conv-scope id="a"></conv-scope></div><button>Turn</button>`);
  const slider = page.getByRole("slider", { name: "Step" });
  await expect(slider).toBeVisible();
  await page.getByRole("button", { name: "Next step" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuetext", /3/);
  await page.getByRole("spinbutton", { name: "Padding" }).focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("grid", { name: "Output" }).getByRole("gridcell")).toHaveCount(16);
  expect((await heard(page)).keys).toEqual([]);
  await page.getByRole("button", { name: "Turn" }).focus();
  await page.keyboard.press("ArrowRight");
  expect((await heard(page)).keys).toEqual(["ArrowRight"]);
  await expect(slider).toHaveAttribute("aria-valuetext", /16/);
});

test("attributes and properties change the figure; it tells what it shows, once at rest", async ({
  page,
}) => {
  await openElementPage(page, `<div ${BOX}><conv-scope id="a"></conv-scope></div>`);
  const element = page.locator("conv-scope");
  const cells = page.getByRole("grid", { name: "Output" }).getByRole("gridcell");
  await expect(cells).toHaveCount(4);
  await element.evaluate((scope) => scope.setAttribute("padding", "1"));
  await expect(cells).toHaveCount(16);
  await element.evaluate((scope) => scope.removeAttribute("padding"));
  await expect(cells).toHaveCount(4);
  await element.evaluate((scope) => Reflect.set(scope, "step", 2));
  await expect
    .poll(async () => (await heard(page)).events.map(([type, id]) => `${type} ${id}`))
    .toEqual(["ready a", "change a", "change a", "step a", "change a"]);
  expect((await heard(page)).events.at(-1)?.[2]).toEqual({ step: "2" });
});

test("several on a page share none of their state, and one that is moved keeps its own", async ({ page }) => {
  await openElementPage(
    page,
    `<div id="first" ${BOX}><conv-scope id="a" padding="1"></conv-scope></div><div id="second" ${BOX}><conv-scope id="b"></conv-scope></div>`,
  );
  const outputs = (id: string) =>
    page.locator(`#${id}`).getByRole("grid", { name: "Output" }).getByRole("gridcell");
  await expect(outputs("a")).toHaveCount(16);
  await expect(outputs("b")).toHaveCount(4);
  await page.locator("#a").getByRole("button", { name: "Next step" }).click();
  await page.evaluate(() => document.querySelector("#second")?.append(document.querySelector("#a") ?? ""));
  await expect(page.locator("#a").getByRole("slider")).toHaveAttribute("aria-valuetext", /2.*16/);
  await page.evaluate(async () => {
    const scope = document.querySelector("#a");
    scope?.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.querySelector("#first")?.append(scope ?? "");
  });
  await expect(page.locator("#a").getByRole("slider")).toHaveAttribute("aria-valuetext", /2.*16/);
  await expect(page.locator("#b").getByRole("slider")).toHaveAttribute("aria-valuetext", /1.*4/);
});

test("markup in attributes is text, and a notice in the figure says what it can't use", async ({ page }) => {
  await openElementPage(
    page,
    `<div ${BOX}><conv-scope stride="&lt;img src=x onerror='window.hurt=1'&gt;" app="javascript:window.hurt=1"></conv-scope></div>`,
  );
  await expect(page.getByText("<img src=x", { exact: false })).toBeVisible();
  await expect(page.getByRole("link", { name: "Open in Convscope" })).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(window, "hurt"))).toBeUndefined();
});

for (const [name, style] of [
  ["a plain page", ""],
  [
    "a page that resets everything",
    "* { all: unset !important } html { font-size: 40px !important; direction: rtl }",
  ],
] as const)
  for (const [width, height] of [
    [760, 440],
    [500, 300],
  ] as const)
    test(`in ${name}, the figure fits ${width} × ${height} without a scroll bar`, async ({ page }) => {
      const box = `display:block!important;width:${width}px!important;height:${height}px!important`;
      await openElementPage(
        page,
        `<div style="${box}"><conv-scope style="${box}" padding="1"></conv-scope></div>`,
        style,
      );
      await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
      const sizes = await page.locator("conv-scope").evaluate((scope) => {
        const widget = scope.shadowRoot?.querySelector(".convscope");
        const play = scope.shadowRoot?.querySelector(".transport-play");
        const [outer, inner] = [scope.getBoundingClientRect(), play?.getBoundingClientRect()];
        return {
          scrolls: widget && [
            widget.scrollWidth > widget.clientWidth,
            widget.scrollHeight > widget.clientHeight,
          ],
          inside: inner && inner.bottom <= outer.bottom && inner.right <= outer.right,
          font: widget && getComputedStyle(widget).fontSize,
          direction: widget && getComputedStyle(widget).direction,
        };
      });
      expect(sizes).toEqual({ scrolls: [false, false], inside: true, font: "14px", direction: "ltr" });
    });

test("at 320 pixels the figure is as high as it needs to be, and no wider", async ({ page }) => {
  await openElementPage(page, '<div style="width: 320px"><conv-scope padding="1"></conv-scope></div>');
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  const [width, scrolls] = await page.locator("conv-scope").evaluate((scope) => {
    const widget = scope.shadowRoot?.querySelector(".convscope");
    return [scope.getBoundingClientRect().width, widget && widget.scrollWidth > widget.clientWidth];
  });
  expect([width, scrolls]).toEqual([320, false]);
});

test("off the screen it doesn't play; back on it, it goes on", async ({ page }) => {
  await openElementPage(
    page,
    `<div ${BOX}><conv-scope padding="3" speed="0.6"></conv-scope></div><div style="height: 4000px"></div>`,
  );
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.evaluate(() => scrollTo(0, 3000));
  await expect(page.getByRole("button", { name: "Play", exact: true })).toHaveCount(1);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
});

test("the figure is exported with its colours, as a drawing and as a picture", async ({ page }) => {
  await openElementPage(page, `<div ${BOX}><conv-scope></conv-scope></div>`);
  await expect(page.getByRole("grid", { name: "Output" })).toBeVisible();
  const [svg, png] = await page.locator("conv-scope").evaluate(async (scope) => {
    type Export = (kind: string) => Promise<Blob>;
    const make: Export = Reflect.get(scope, "exportImage").bind(scope);
    const picture = await createImageBitmap(await make("png"));
    return [await (await make("svg")).text(), picture.width];
  });
  const drawn = await page.evaluate((text) => {
    const whole = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    return { name: whole.nodeName, words: whole.textContent, width: Number(whole.getAttribute("width")) };
  }, svg);
  expect(drawn.name).toBe("svg");
  expect(drawn.words).toContain("19");
  expect(svg).toMatch(/fill: ?rgb/);
  expect(png).toBe(2 * drawn.width);
});
