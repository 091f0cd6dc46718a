import { mkdirSync, writeFileSync } from "node:fs";
import type { Browser } from "@playwright/test";
import { build } from "vite";
import { median, report } from "./measure";
import { withBrowser, withSite } from "./site";

const RUNS = 9;
const SLOWDOWN = 4;
const QUIET = 3000;

/** Milliseconds since the navigation began; `shift` has no unit. */
interface Load {
  readonly largestPaint: number;
  /** End of the last task over 50 ms before a time of quiet; the first paint where there is none. */
  readonly interactive: number;
  readonly shift: number;
}

const bare = await buildBarePage();
const loads = await withSite("dist/site", (site) =>
  withSite(bare, (other) => withBrowser((browser) => alternate(browser, site, other))),
);
const ours = medians(loads.map(([load]) => load));
const theirs = medians(loads.map(([, load]) => load));
const beside = (key: "largestPaint" | "interactive") =>
  `${ours[key].toFixed(0)} ms beside ${theirs[key].toFixed(0)} ms of a bare React page`;
console.log(`Cold load, ${SLOWDOWN}× CPU slowdown, medians of ${RUNS}`);
report("largest paint, ratio", ours.largestPaint / theirs.largestPaint, "≤", 0.6, beside("largestPaint"));
report("interactive, ratio", ours.interactive / theirs.interactive, "≤", 1.35, beside("interactive"));
report("layout shift", ours.shift, "≤", 0.01, `${theirs.shift} of the bare page`);

/** One heading through createRoot, built as a newcomer to Vite would. */
async function buildBarePage(): Promise<string> {
  const root = "node_modules/.cache/bare-page";
  mkdirSync(root, { recursive: true });
  writeFileSync(
    `${root}/index.html`,
    '<!doctype html><html lang="en"><title>Bare</title><div id="root"></div><script type="module" src="/main.jsx"></script></html>',
  );
  writeFileSync(
    `${root}/main.jsx`,
    'import { createRoot } from "react-dom/client";\ncreateRoot(document.getElementById("root")).render(<h1>Convscope</h1>);\n',
  );
  const jsx = { runtime: "automatic" as const };
  await build({ root, configFile: false, logLevel: "error", oxc: { jsx }, build: { emptyOutDir: true } });
  return `${root}/dist`;
}

async function alternate(browser: Browser, site: string, other: string): Promise<[Load, Load][]> {
  await load(browser, site);
  await load(browser, other);
  const loads: [Load, Load][] = [];
  for (let run = 0; run < RUNS; run++) loads.push([await load(browser, site), await load(browser, other)]);
  return loads;
}

async function load(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await page.addInitScript(observe);
  await page.goto(url);
  const result = await page.evaluate(settled, QUIET);
  await context.close();
  return result;
}

/** Runs in the page before all else. */
function observe(): void {
  const seen = { largestPaint: 0, firstPaint: 0, lastTask: 0, shift: 0 };
  Object.assign(window, { seen });
  const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => {
    seen.largestPaint = entry.startTime;
  });
  watch("paint", (entry) => {
    if (entry.name === "first-contentful-paint") seen.firstPaint = entry.startTime;
  });
  watch("longtask", (entry) => {
    seen.lastTask = Math.max(seen.lastTask, entry.startTime + entry.duration);
  });
  watch("layout-shift", (entry) => {
    seen.shift += Reflect.get(entry, "value");
  });
}

/** Runs in the page: waits until no long task has come for `quiet` milliseconds. */
async function settled(quiet: number): Promise<Load> {
  const seen: { largestPaint: number; firstPaint: number; lastTask: number; shift: number } = Reflect.get(
    window,
    "seen",
  );
  const last = () => Math.max(seen.lastTask, seen.firstPaint);
  while (seen.firstPaint === 0 || performance.now() < last() + quiet)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    largestPaint: seen.largestPaint,
    interactive: seen.lastTask || seen.firstPaint,
    shift: seen.shift,
  };
}

function medians(loads: readonly Load[]): Load {
  const of = (key: keyof Load) => median(loads.map((load) => load[key]));
  return { largestPaint: of("largestPaint"), interactive: of("interactive"), shift: of("shift") };
}
