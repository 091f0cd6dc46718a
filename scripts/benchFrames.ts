import type { Browser, Locator, Page } from "@playwright/test";
import { percentile, report } from "./measure";
import { withBrowser, withSite } from "./site";

const SLOWDOWN = 4;
const KEYSTROKES = 60;
const HOVERS = 60;
const PLAYING_MS = 4000;

/** 8 channels of 16×16 to 8, with a 3×3 kernel between any two. */
const CHANNELS = `#input=${Array.from({ length: 8 }, (_, channel) => rows(16, channel)).join("|")}&out-channels=8&kernel-size=3`;

await withSite("dist/site", (site) =>
  withBrowser(async (browser) => {
    const blank = `${site}icon.svg`;
    console.log(`16×16 input, 3×3 kernel, ${SLOWDOWN}× CPU slowdown unless said otherwise`);

    const typed = await withPage(browser, site + address(16), SLOWDOWN, typeInCells);
    const field = await withPage(browser, blank, SLOWDOWN, typeInField);
    report(
      "keystroke in a cell to the next paint, 95th percentile in ms",
      typed.wait,
      "≤",
      50,
      inField(field.wait),
    );
    report("longest task while typing, ms", typed.longestTask, "≤", 50, inField(field.longestTask));

    const hovered = await withPage(browser, site + address(16), SLOWDOWN, hoverCells);
    const moved = await withPage(browser, blank, SLOWDOWN, moveOverNothing);
    report(
      "hover of a cell to the next paint, 95th percentile in ms",
      hovered.wait,
      "≤",
      32,
      onBlank(moved.wait),
    );

    const slowed = await withPage(browser, site + address(16), SLOWDOWN, playing);
    const slowedLoop = await withPage(browser, blank, SLOWDOWN, framesPerSecond);
    report("playing, frames a second", slowed, "≥", 55, onBlank(slowedLoop));
    const full = await withPage(browser, site + address(32), 1, playing);
    const fullLoop = await withPage(browser, blank, 1, framesPerSecond);
    report("playing 32×32 without slowdown, frames a second", full, "≥", 55, onBlank(fullLoop));

    const many = await withPage(browser, site + CHANNELS, 1, typeInChannels);
    const one = await withPage(browser, blank, 1, typeInField);
    report(
      "keystroke in 8 channels of 16×16 to 8 without slowdown, 95th percentile in ms",
      many.wait,
      "≤",
      100,
      inField(one.wait),
    );
    const manyFull = await withPage(browser, site + CHANNELS, 1, playing);
    report("playing them without slowdown, frames a second", manyFull, "≥", 55, onBlank(fullLoop));
    const manySlowed = await withPage(browser, site + CHANNELS, SLOWDOWN, playing);
    report("playing them, frames a second", manySlowed, "≥", 30, onBlank(slowedLoop));
  }),
);

/** Waits from an event to the paint after it, and the longest task meanwhile, in milliseconds. */
interface Waits {
  readonly wait: number;
  readonly longestTask: number;
}

function address(size: number): string {
  return `#input=${rows(size)}&kernel=1,0,-1;2,0,-2;1,0,-1`;
}

function rows(size: number, more = 0): string {
  const row = (r: number) =>
    Array.from({ length: size }, (_, c) => ((r * 7 + c * 3 + more) % 10) - 4).join(",");
  return Array.from({ length: size }, (_, r) => row(r)).join(";");
}

async function withPage<T>(
  browser: Browser,
  url: string,
  rate: number,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  const page = await context.newPage();
  await page.goto(url);
  if (url.includes("#")) await page.locator("html[data-live]").waitFor();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  await page.waitForTimeout(1000);
  const result = await use(page);
  await context.close();
  return result;
}

function typeInCells(page: Page): Promise<Waits> {
  return typeFrom(page, cellOf(page, 0));
}

/** Of folded sheets only the cell that the keyboard is on is there. */
function typeInChannels(page: Page): Promise<Waits> {
  return typeFrom(
    page,
    page
      .getByRole("grid", { name: /^Input/ })
      .first()
      .getByRole("gridcell")
      .first(),
  );
}

async function typeFrom(page: Page, cell: Locator): Promise<Waits> {
  await cell.focus();
  return watched(page, "keydown", async () => {
    for (let i = 0; i < KEYSTROKES / 3; i++)
      for (const key of [String(1 + (i % 9)), "Enter", "ArrowRight"]) await press(page, key);
  });
}

async function typeInField(page: Page): Promise<Waits> {
  await page.evaluate(() => {
    const space = "http://www.w3.org/2000/svg";
    const holder = document.createElementNS(space, "foreignObject");
    holder.setAttribute("width", "32");
    holder.setAttribute("height", "32");
    const field = document.createElementNS("http://www.w3.org/1999/xhtml", "input") as HTMLInputElement;
    holder.append(field);
    document.documentElement.append(holder);
    field.focus();
  });
  return watched(page, "keydown", async () => {
    for (let i = 0; i < KEYSTROKES; i++) await press(page, String(i % 10));
  });
}

async function hoverCells(page: Page): Promise<Waits> {
  const box = await cellOf(page, 0).boundingBox();
  const last = await cellOf(page, 255).boundingBox();
  if (!box || !last) throw new Error("the input's cells have no place");
  return watched(page, "pointermove", () => moveAlong(page, box.x + 4, box.y + 4, last.x + 4, last.y + 4));
}

async function moveOverNothing(page: Page): Promise<Waits> {
  return watched(page, "pointermove", () => moveAlong(page, 100, 100, 400, 400));
}

async function playing(page: Page): Promise<number> {
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.waitForTimeout(500);
  return framesPerSecond(page);
}

function framesPerSecond(page: Page): Promise<number> {
  return page.evaluate(async (duration) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const start = await frame();
    let count = 0;
    let now = start;
    while (now < start + duration) {
      now = await frame();
      count++;
    }
    return (1000 * count) / (now - start);
  }, PLAYING_MS);
}

/** Notes for every event of the type how long it takes to the end of the frame that shows its effect. */
async function watched(page: Page, type: string, act: () => Promise<void>): Promise<Waits> {
  await page.evaluate((type) => {
    const seen = { waits: [] as number[], tasks: [0] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
    }).observe({ type: "longtask" });
    addEventListener(
      type,
      (event) => {
        requestAnimationFrame(() => {
          // A message that a frame sends is handled after that frame's paint.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => seen.waits.push(performance.now() - event.timeStamp);
          port2.postMessage(null);
        });
      },
      true,
    );
  }, type);
  await act();
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => Reflect.get(window, "seen") as { waits: number[]; tasks: number[] });
  if (seen.waits.length === 0) throw new Error(`no ${type} came`);
  return { wait: percentile(seen.waits, 0.95), longestTask: Math.max(...seen.tasks) };
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForTimeout(50);
}

async function moveAlong(page: Page, x: number, y: number, toX: number, toY: number): Promise<void> {
  for (let i = 0; i <= HOVERS; i++) {
    await page.mouse.move(x + ((toX - x) * i) / HOVERS, y + ((toY - y) * i) / HOVERS);
    await page.waitForTimeout(50);
  }
}

function cellOf(page: Page, index: number) {
  return page.getByRole("grid", { name: "Input", exact: true }).getByRole("gridcell").nth(index);
}

function inField(value: number): string {
  return `${value.toFixed(1)} in an empty text field`;
}

function onBlank(value: number): string {
  return `${value.toFixed(1)} on a blank page`;
}
