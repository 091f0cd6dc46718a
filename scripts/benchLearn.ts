import type { Page } from "@playwright/test";
import { median, report } from "./measure";
import { withBrowser, withSite } from "./site";

const ROUNDS = 5;
const UPDATES = 1000;
const SIZE = 28;
const KERNEL = 5;

await withSite("dist/site", (site) =>
  withBrowser(async (browser) => {
    console.log(`${SIZE}×${SIZE} input, ${KERNEL}×${KERNEL} kernel, ${UPDATES} updates, no slowdown`);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
      const page = await context.newPage();
      rounds.push(await trained(page, site));
      await context.close();
    }
    const naive = median(rounds.map((round) => round.naive));
    report(
      "from a new number of updates to the finished run, ms",
      median(rounds.map((round) => round.wait)),
      "≤",
      1000,
      `nested loops over arrays of arrays take ${naive.toFixed(0)} on the page's own thread`,
    );
    report(
      "longest task meanwhile, ms",
      median(rounds.map((round) => round.longestTask)),
      "≤",
      50,
      `one of ${naive.toFixed(0)} in those loops`,
    );
  }),
);

interface Round {
  readonly wait: number;
  readonly longestTask: number;
  /** Milliseconds that the naive training takes in the same page. */
  readonly naive: number;
}

/** Opens Learn with a training of one update, asks for more in its field, and waits for the end. */
async function trained(page: Page, site: string): Promise<Round> {
  await page.goto(site + address(1));
  await page.locator("html[data-live]").waitFor();
  await page.locator(".learn[data-trained=finished]").waitFor();
  await page.waitForTimeout(1000);
  const field = page.getByRole("spinbutton", { name: "Updates", exact: true });
  await field.fill(String(UPDATES));
  const watched = page.evaluate(async () => {
    const learn = document.querySelector<HTMLElement>(".learn");
    if (!learn) throw new Error("Learn is not open");
    const tasks = [0];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    });
    observer.observe({ type: "longtask" });
    const wait = await new Promise<number>((resolve) => {
      let start = 0;
      let begun = false;
      const note = ({ timeStamp }: KeyboardEvent) => {
        start = timeStamp;
      };
      addEventListener("keydown", note, { capture: true, once: true });
      new MutationObserver((_, mutations) => {
        begun ||= learn.dataset.trained !== "finished";
        if (!begun || learn.dataset.trained !== "finished") return;
        mutations.disconnect();
        resolve(performance.now() - start);
      }).observe(learn, { attributeFilter: ["data-trained"] });
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    observer.disconnect();
    return { wait, longestTask: Math.max(...tasks) };
  });
  await field.press("Enter");
  return {
    ...(await watched),
    naive: await page.evaluate(naiveTraining, { size: SIZE, kernel: KERNEL, updates: UPDATES }),
  };
}

function address(updates: number): string {
  const row = (r: number) => Array.from({ length: SIZE }, (_, c) => ((r * 7 + c * 3) % 10) / 10).join(",");
  const rows = Array.from({ length: SIZE }, (_, r) => row(r)).join(";");
  const weights = Array.from({ length: KERNEL }, (_, r) =>
    Array.from({ length: KERNEL }, (_, c) => ((r * 5 + c * 3) % 7) - 3).join(","),
  ).join(";");
  const rate = "learning-rate=0.01&optimizer=adam&reduction=mean";
  return `#view=learn&input=${rows}&target-kernel=${weights}&${rate}&updates=${updates}`;
}

/** The training of a first program, in the page: nested arrays, the gradient by the same loops. Milliseconds. */
function naiveTraining({ size, kernel, updates }: Readonly<Record<"size" | "kernel" | "updates", number>>) {
  const rows = (count: number, at: (row: number, column: number) => number) =>
    Array.from({ length: count }, (_, r) => Array.from({ length: count }, (_, c) => at(r, c)));
  const input = rows(size, (r, c) => ((r * 7 + c * 3) % 10) / 10);
  const wanted = rows(kernel, (r, c) => ((r * 5 + c * 3) % 7) - 3);
  const out = size - kernel + 1;
  const predict = (weights: readonly (readonly number[])[]) =>
    rows(out, (r, c) => {
      let sum = 0;
      for (let a = 0; a < kernel; a++)
        for (let b = 0; b < kernel; b++) sum += (input[r + a]?.[c + b] ?? 0) * (weights[a]?.[b] ?? 0);
      return sum;
    });
  const target = predict(wanted);
  const start = performance.now();
  let weights = rows(kernel, () => 0);
  for (let update = 0; update < updates; update++) {
    const predicted = predict(weights);
    const errors = rows(out, (r, c) => (predicted[r]?.[c] ?? 0) - (target[r]?.[c] ?? 0));
    weights = rows(kernel, (a, b) => {
      let gradient = 0;
      for (let r = 0; r < out; r++)
        for (let c = 0; c < out; c++) gradient += 2 * (errors[r]?.[c] ?? 0) * (input[r + a]?.[c + b] ?? 0);
      return (weights[a]?.[b] ?? 0) - (0.01 * gradient) / out ** 2;
    });
  }
  return performance.now() - start;
}
