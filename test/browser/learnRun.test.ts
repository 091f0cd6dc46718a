import { expect, test } from "./fixtures";

const SIZE = 28;

/** More than is computed at once: 28 × 28 numbers, a 5 × 5 kernel, 1,000 updates. */
const LONG = (() => {
  const row = (r: number) => Array.from({ length: SIZE }, (_, c) => (r * 7 + c * 3) % 10).join(",");
  const input = Array.from({ length: SIZE }, (_, r) => row(r)).join(";");
  const kernel = Array.from({ length: 5 }, (_, r) => [r, 1, 0, -1, -r].join(",")).join(";");
  return `#view=learn&input=${input}&target-kernel=${kernel}&learning-rate=0.01&optimizer=adam&updates=1000`;
})();

test("a long training runs in a worker, under the page's policy, and ends", async ({ open, page }) => {
  const started = page.waitForEvent("worker");
  await open(LONG);
  const worker = await started;
  expect(worker.url()).toMatch(/\/assets\/trainingWorker-/);
  await expect(page.locator(".learn")).toHaveAttribute("data-trained", "finished", { timeout: 20_000 });
  expect(page.workers()).toEqual([]);
});

test("a long training ends also where there are no workers", async ({ open, page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
  await open(LONG);
  await expect(page.locator(".learn")).toHaveAttribute("data-trained", "finished", { timeout: 20_000 });
});
