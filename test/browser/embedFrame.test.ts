import { pathToFileURL } from "node:url";
import type { Frame } from "@playwright/test";
import type { ConnectedFigure } from "../../src/embed/client";
import { expect, test } from "./fixtures";
import { openHost } from "./host";

declare global {
  interface Window {
    connect: (iframe: HTMLIFrameElement) => ConnectedFigure;
    hostHeard: [type: string, value: unknown][];
    figure: ConnectedFigure;
  }
}

/** Cross-correlation of 0…8 with 0…3, as a loop: stride 1, no padding. */
const OUTPUT = [0, 1].map((row) =>
  [0, 1].map((column) =>
    [0, 1, 2, 3].reduce((sum, k) => sum + k * (3 * (row + (k >> 1)) + column + (k % 2)), 0),
  ),
);

function output(frame: Frame): Promise<string[]> {
  return frame.getByRole("grid", { name: "Output" }).getByRole("gridcell").allTextContents();
}

/** How far what is in the frame reaches past it, in each direction. */
function overflow(frame: Frame): Promise<{ width: number; height: number }> {
  return frame.evaluate(() => {
    const root = document.querySelector("#figure > div")?.shadowRoot;
    const boxes = [document.documentElement, ...(root?.querySelectorAll(".convscope, .column") ?? [])];
    const past = (side: "Width" | "Height") =>
      Math.max(...boxes.map((box) => box[`scroll${side}`] - box[`client${side}`]));
    return { width: past("Width"), height: past("Height") };
  });
}

test.describe("in a frame", () => {
  for (const sandbox of [undefined, "allow-scripts"]) {
    test(`${sandbox ? "of a sandbox" : "of the same site"} the client drives the figure and hears of it`, async ({
      page,
    }) => {
      const frame = await openHost(page, { address: "#step=3", ...(sandbox && { sandbox }) });
      await expect.poll(() => output(frame)).toEqual(OUTPUT.flat().map(String));
      const told = await page.evaluate(async () => {
        const iframe = document.querySelector("iframe") as HTMLIFrameElement;
        const figure = window.connect(iframe);
        window.figure = figure;
        await figure.ready;
        const steps: number[] = [];
        figure.on("step", ({ step }) => steps.push(step));
        const state = await figure.setState({
          input: [
            [1, 2],
            [3, 4],
          ],
          kernel: [[2]],
        });
        await figure.step(1);
        await figure.step();
        await figure.setTheme("dark");
        const image = await figure.export("svg");
        return { state, steps, type: image.type, text: await image.text() };
      });
      expect(told.state).toMatchObject({ input: "1,2;3,4", kernel: "2" });
      expect(told.steps.at(-1)).toBe(2);
      expect(told.type).toBe("image/svg+xml");
      expect(told.text).toContain("<svg");
      await expect.poll(() => output(frame)).toEqual(["2", "4", "6", ""]);
      // And the other way round: a hand on the figure is told to the page.
      const heard = page.evaluate(
        () => new Promise((resolve) => window.figure.on("state", (state) => resolve(state))),
      );
      await frame.getByRole("button", { name: "Next step" }).click();
      expect(await heard).toMatchObject({ step: "3" });
    });
  }

  test("it says its height, and a page that listens gives it", async ({ page }) => {
    const frame = await openHost(page, { height: 200 });
    const heights = await page.evaluate(async () => {
      const iframe = document.querySelector("iframe") as HTMLIFrameElement;
      const figure = window.connect(iframe);
      const heights: number[] = [];
      figure.on("resize", ({ height }) => {
        heights.push(height);
        iframe.height = String(height);
      });
      await figure.ready;
      await figure.setState({ ui: "figure" });
      await new Promise((resolve) => setTimeout(resolve, 500));
      return heights;
    });
    expect(heights.length).toBeGreaterThan(0);
    expect(heights.length).toBeLessThan(4);
    expect(await overflow(frame)).toEqual({ width: 0, height: 0 });
    const lti = await page.evaluate(() => window.hostHeard.map(([, value]) => value));
    expect(lti).toContainEqual({ subject: "lti.frameResize", height: expect.any(Number) });
  });

  test("the page's focus, scroll and keys stay its own", async ({ page }) => {
    const frame = await openHost(page);
    expect(await page.evaluate(() => [document.activeElement?.tagName, scrollY])).toEqual(["BODY", 0]);
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    const keys = await page.evaluate(() => window.hostHeard.filter(([type]) => type === "keydown"));
    expect(keys).toHaveLength(2);
    await expect(frame.getByRole("slider", { name: "Step" })).toHaveValue("0");
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await page.mouse.move(300, 250);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await frame.getByRole("button", { name: "Next step" }).click();
    await page.keyboard.press("ArrowRight");
    await expect(frame.getByRole("slider", { name: "Step" })).toHaveValue("2");
    const after = await page.evaluate(() => window.hostHeard.filter(([type]) => type === "keydown"));
    expect(after).toHaveLength(2);
  });

  test("a flood of bad messages changes nothing and logs at most a line", async ({ page }) => {
    const frame = await openHost(page);
    const lines: string[] = [];
    page.on("console", (message) => lines.push(message.text()));
    const before = await frame.locator(".convscope").innerHTML();
    await page.evaluate(async () => {
      const target = (document.querySelector("iframe") as HTMLIFrameElement).contentWindow as Window;
      const long = "1,".repeat(40_000);
      for (let at = 0; at < 10_000; at++) {
        const payload = at % 2 ? { stride: { at } } : at % 100 ? 7 : { input: long };
        target.postMessage({ source: "convscope", v: 1, type: "setState", id: at, payload }, "*");
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await frame.evaluate(() => undefined);
    expect(await frame.locator(".convscope").innerHTML()).toBe(before);
    expect(lines.length).toBeLessThan(2);
  });

  for (const [width, height] of [
    [760, 440],
    [500, 300],
  ] as const) {
    test(`it fits ${width}×${height} without a bar to scroll`, async ({ page }) => {
      const frame = await openHost(page, { width, height });
      expect(await overflow(frame)).toEqual({ width: 0, height: 0 });
      await expect(frame.getByRole("button", { name: "Play" })).toBeInViewport({ ratio: 1 });
    });
  }

  test("at 320 px nothing is cut at its side", async ({ page }) => {
    const frame = await openHost(page, { width: 320, height: 760 });
    expect(await overflow(frame)).toEqual({ width: 0, height: 0 });
  });

  test("it has the reader's colours, and around its corners those of the page", async ({ page }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const frame = await openHost(page, { style: ":root { color-scheme: light dark; background: lime }" });
      const [ground, ink] = await frame
        .locator(".convscope")
        .evaluate((widget) => [
          getComputedStyle(document.documentElement).backgroundColor,
          getComputedStyle(widget).color,
        ]);
      expect(ground).toBe("rgba(0, 0, 0, 0)");
      const lightness = Math.max(...(ink?.match(/\d+/g) ?? []).map(Number));
      if (colorScheme === "dark") expect(lightness).toBeGreaterThan(200);
      else expect(lightness).toBeLessThan(80);
    }
  });

  test("on paper it is a still figure with its numbers, light", async ({ page }) => {
    const frame = await openHost(page, { address: "#step=3&theme=dark" });
    await page.emulateMedia({ media: "print" });
    await expect(frame.getByRole("button", { name: "Play" })).toBeHidden();
    await expect.poll(() => output(frame)).toEqual(OUTPUT.flat().map(String));
    await expect(frame.getByRole("grid", { name: "Output" })).toBeInViewport({ ratio: 1 });
    const ink = await frame.locator(".convscope").evaluate((widget) => getComputedStyle(widget).color);
    expect(Math.max(...(ink.match(/\d+/g) ?? []).map(Number))).toBeLessThan(80);
  });
});

test("from a file it draws, plays, learns, and asks for nothing", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url().slice(0, 5)));
  const url = pathToFileURL("dist/site/embed.html").href;
  await page.goto(`${url}#stride=2&input=0,1,2,3;4,5,6,7;8,9,10,11;12,13,14,15&step=1`);
  const main = page.mainFrame();
  await expect.poll(() => output(main)).toEqual(["24", "36", "", ""]);
  await expect(page.getByRole("link")).toHaveAttribute("href", /index\.html/);
  await page.goto(`${url}?lang=zh-CN`);
  await expect(page.getByText("步幅").first()).toBeVisible();
  await page.goto(`${url}?view=learn`);
  await expect(page.getByText(/loss/i).first()).toBeVisible();
  expect(new Set(requests.filter((start) => start !== "data:"))).toEqual(new Set(["file:"]));
  expect(requests.filter((start) => start === "file:")).toHaveLength(3);
});

test("another fragment is another state, whole", async ({ page }) => {
  await page.goto("/embed.html#stride=2&padding=1");
  const padding = page.getByRole("spinbutton", { name: "Padding" });
  await expect(padding).toHaveValue("1");
  await page.evaluate(() => {
    location.hash = "#stride=3";
  });
  await expect(page.getByRole("spinbutton", { name: "Stride" })).toHaveValue("3");
  await expect(padding).toHaveValue("0");
});
