import type { Page } from "@playwright/test";
import { choose, drag, middle, setField, spin, tabTo } from "./acting";
import { axeFindings, cutOff, expect, SIZES, smallTargets, THEMES, test } from "./fixtures";

const BUTTON = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const grid = (page: Page, name: string) => page.getByRole("grid", { name, exact: true });
const view = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
const done = (page: Page, ended = "finished") =>
  page.locator(`.learn[data-trained="${ended}"]`).waitFor({ timeout: 20_000 });

/** A grid of the view as numbers. */
async function numbers(page: Page, name: string): Promise<number[][]> {
  const rows = await grid(page, name).getByRole("row").all();
  return Promise.all(
    rows.map(async (row) =>
      (await row.getByRole("gridcell").allTextContents()).map((text) =>
        Number(text.replace("−", "-").replace(/^(-?)\./, "$10.")),
      ),
    ),
  );
}

/** Numbers in a pattern, row by row. */
function pattern(rows: number, columns: number, least: number): string {
  const row = (r: number) =>
    Array.from({ length: columns }, (_, column) => ((r * r + 3 * column * r + column) % 3) + least).join(",");
  return Array.from({ length: rows }, (_, r) => row(r)).join(";");
}

/** A training that takes its time: 64×64 cells, four kernels of 7×7, as many updates as there may be. */
const LONGEST = `#view=learn&input=${pattern(64, 64, 0)}&target-kernel=${Array(4)
  .fill(pattern(7, 7, -1))
  .join("|")}&learning-rate=0.000001&updates=10000`;

/** 28×28 cells, a kernel of 5×5, a thousand updates. */
const LARGE = `#view=learn&input=${pattern(28, 28, 0)}&target-kernel=${pattern(5, 5, -1)}&learning-rate=0.00001&updates=1000`;

test("the notes' recipe, from the page as it opens: ten updates find [1, −1]", async ({ open, page }) => {
  await open();
  await view(page, "Learn").check();
  await done(page);
  await expect.poll(() => numbers(page, "Kernel")).toEqual([[0, 0]]);
  const status = page.getByRole("status").first();
  const next = BUTTON(page, "Next step");
  for (const [step, loss] of [
    [2, "4.915"],
    [4, "0.8246"],
    [6, "0.1384"],
    [8, "0.02321"],
    [10, "0.003894"],
  ] as const) {
    await next.click();
    await next.click();
    await expect(status).toContainText(`Step ${step}: loss ${loss}`);
  }
  await expect.poll(() => numbers(page, "Kernel")).toEqual([[0.9885, -0.9885]]);
  // As the notes print it.
  for (const loss of ["4.9152", "0.8246", "0.1384", "0.0232", "0.0039"]) {
    await expect(page.locator(".learn")).toContainText(loss);
  }
  await expect(next).toHaveAttribute("aria-disabled", "true");
});

test("the document stays one: views keep their place, and an undo takes the recipe back", async ({
  open,
  page,
}) => {
  await open();
  await BUTTON(page, "Next step").click();
  await view(page, "Learn").check();
  await done(page);
  await BUTTON(page, "Last step").click();
  await view(page, "Explore").check();
  await expect(grid(page, "Input").getByRole("row")).toHaveCount(6);
  await view(page, "Learn").check();
  await expect(page.getByRole("slider", { name: "Step", exact: true })).toHaveValue("10");
  await view(page, "Explore").check();
  await BUTTON(page, "Undo").click();
  await expect(grid(page, "Input").getByRole("row")).toHaveCount(3);
});

test("a link to Learn with the numbers of the page as it opens learns from those", async ({ open, page }) => {
  await open("#view=learn&input=0,1,2;3,4,5;6,7,8");
  await done(page);
  await expect(grid(page, "Input").getByRole("row")).toHaveCount(3);
  await expect
    .poll(() => numbers(page, "Target kernel"))
    .toEqual([
      [0, 1],
      [2, 3],
    ]);
});

test("a link restores data, target, recipe and position, and replays to the same numbers", async ({
  open,
  page,
}) => {
  await open(
    "#view=learn&input=1,0,2;0,3,0;2,0,1&target-kernel=1,2&learning-rate=0.02&optimizer=momentum&momentum=0.5&reduction=mean&start=uniform&seed=7&updates=25&update=20",
  );
  await done(page);
  const shown = { kernel: await numbers(page, "Kernel"), error: await numbers(page, "Error") };
  const url = page.url();
  await page.goto("about:blank");
  await page.goto(url);
  await done(page);
  await expect(page.getByRole("slider", { name: "Step", exact: true })).toHaveValue("20");
  expect({ kernel: await numbers(page, "Kernel"), error: await numbers(page, "Error") }).toEqual(shown);
  await expect(spin(page, "Updates")).toHaveValue("25");
});

test("too fast a rate ends by itself, says so, and offers one that is stable", async ({ open, page }) => {
  await open(
    "#view=learn&input=1,1,0,0,0,0,1,1;1,1,0,0,0,0,1,1&target-kernel=1,-1&learning-rate=5&updates=500",
  );
  await done(page, "diverged");
  await expect(page.locator(".learn")).not.toContainText(/NaN/);
  await page
    .getByRole("button", { name: /stable rate|fastest rate/i })
    .first()
    .click();
  await done(page);
  await BUTTON(page, "Last step").click();
  const [[first = 0, second = 0] = []] = await numbers(page, "Kernel");
  expect([first, second]).toEqual([expect.closeTo(1, 2), expect.closeTo(-1, 2)]);
});

test("a long training runs beside the page, and what was learned stays when it is cancelled", async ({
  open,
  page,
}) => {
  await open(LONGEST);
  await BUTTON(page, "Cancel").click();
  await done(page, "cancelled");
  await BUTTON(page, "Last step").click();
  const slider = page.getByRole("slider", { name: "Step", exact: true });
  const last = Number(await slider.inputValue());
  expect(last).toBeLessThan(10_000);
  await page.goto("about:blank");
  await open(LARGE);
  await done(page);
});

test("hovering a weight lights the pairs that pull it", async ({ open, page }) => {
  await open("#view=learn");
  await done(page);
  const weight = grid(page, "Kernel").getByRole("gridcell").nth(1);
  await weight.hover();
  const words = page.getByRole("region", { name: "The step in words and numbers" });
  // ∂L/∂w of the second weight at (0, 0), the sum over six rows of 2·(error 1)·(input 1).
  await expect(words).toContainText(/1·2.\+.1·2.\+.1·2.\+.1·2.\+.1·2.\+.1·2.=.12/);
  await weight.click();
  await page.mouse.move(2, 2);
  await expect(words).toContainText(/=.12/);
  await grid(page, "Error").getByRole("gridcell").nth(8).hover();
  await expect(words).toContainText(/0.−.1.=.−1/);
});

test("the point on the loss surface can be dragged, as one undo step", async ({ open, page }) => {
  await open("#view=learn");
  await done(page);
  const point = page.getByRole("slider", { name: "Weights on the loss surface" }).first();
  // The middle of the surface is near its minimum, (1, −1); to the right the first weight grows.
  const from = await middle(point);
  await drag(page, from, { x: from.x + 40, y: from.y });
  await done(page);
  const [[first = 0, second = 0] = []] = await numbers(page, "Kernel");
  expect(first).toBeGreaterThan(1.2);
  expect(second).toBeCloseTo(-1, 0);
  await BUTTON(page, "Undo").click();
  await expect.poll(() => numbers(page, "Kernel")).toEqual([[0, 0]]);
});

test("a learned kernel goes to Explore, and comes back by an undo", async ({ open, page }) => {
  await open("#view=learn");
  await done(page);
  await BUTTON(page, "Last step").click();
  await BUTTON(page, "Take this kernel to Explore").click();
  await view(page, "Explore").check();
  const near = (value: number) => expect.closeTo(value, 2);
  await expect.poll(() => numbers(page, "Kernel")).toEqual([[near(0.9885), near(-0.9885)]]);
  await BUTTON(page, "Undo").click();
  await expect.poll(() => numbers(page, "Kernel")).toEqual([[1, -1]]);
});

test("true convolution, side by side, ends in the turned kernel", async ({ open, page }) => {
  await open("#view=learn");
  await done(page);
  await BUTTON(page, "Last step").click();
  await BUTTON(page, "Compare with true convolution").click();
  const results = page.locator(".side-end");
  await expect(results).toContainText(
    /cross-correlation.*0\.9885.*−0\.9885.*true convolution.*−0\.9885.*0\.9885/s,
  );
});

test("the target can be typed, and one of the wrong shape can be fitted", async ({ open, page }) => {
  await open("#view=learn&input=1,2,3;4,5,6;7,8,9&target=1,2;3,4;5,6&learn-size=2,2&learning-rate=0.001");
  await expect(page.getByText("2×2").first()).toBeVisible();
  await page.getByRole("button", { name: "Fit the target to 2×2" }).first().click();
  await done(page);
  await expect
    .poll(() => numbers(page, "Target"))
    .toEqual([
      [1, 2],
      [3, 4],
    ]);
  await grid(page, "Target").getByRole("gridcell").first().focus();
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  expect((await numbers(page, "Target"))[0]).toEqual([9, 2]);
});

test("rates and numbers of updates that make no sense stay in their fields with the reason", async ({
  open,
  page,
}) => {
  await open("#view=learn");
  await done(page);
  for (const [name, text, reason] of [
    ["Learning rate", "0", /above 0|nothing/i],
    ["Learning rate", "-1", /above 0|nothing/i],
    ["Learning rate", "1e9", /1[, ]?000/],
    ["Updates", "0", /1/],
    ["Updates", "1000000", /10[, ]?000/],
  ] as const) {
    await setField(page, name, text);
    await expect(page.locator(".field-message").first()).toHaveText(reason);
    await expect.poll(() => numbers(page, "Kernel")).toEqual([[0, 0]]);
    await setField(page, name, name === "Updates" ? "10" : "0.03");
  }
});

test("all of it by keyboard alone", async ({ open, page }) => {
  await open();
  await tabTo(page, view(page, "Explore"));
  await page.keyboard.press("ArrowRight");
  await done(page);
  await tabTo(page, grid(page, "Kernel"));
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await done(page);
  await expect.poll(() => numbers(page, "Kernel")).toEqual([[1, 0]]);
  await tabTo(page, BUTTON(page, "Next step"));
  await page.keyboard.press("Enter");
  // From (1, 0), rate 0.03: the gradient is (12, 24) − 2·(…): worked in lesson 7, the loss goes from 18 to 10.8288.
  await expect(page.getByRole("status").first()).toContainText("Step 1: loss 18");
  await page.keyboard.press("Control+z");
  // The same update, now from (0, 0): rate 0.03 against the gradient (−12, 12).
  await expect.poll(() => numbers(page, "Kernel")).toEqual([[0.36, -0.36]]);
});

test("examples of Learn are opened from its menu", async ({ open, page }) => {
  await open("#view=learn");
  await done(page);
  await choose(page, "Examples", "Blank page");
  await done(page);
  await BUTTON(page, "Last step").click();
  await expect.poll(() => numbers(page, "Kernel")).toEqual([[0.2, -0.2]]);
});

for (const theme of THEMES) {
  test(`axe finds nothing in Learn in the ${theme} theme, at any size`, async ({ open, page }) => {
    test.slow();
    await open(`#view=learn&theme=${theme}&update=3`);
    await done(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      expect(await axeFindings(page), `${size.width}×${size.height}`).toEqual([]);
    }
  });
}

for (const size of SIZES) {
  test(`Learn at ${size.width}×${size.height}: nothing is cut, overlaps the edge or is too small to hit`, async ({
    open,
    page,
  }) => {
    await page.setViewportSize(size);
    for (const address of [
      "#view=learn&update=3",
      "#view=learn&update=3&lang=zh-CN",
      "#view=learn&input=1,2,3;4,5,6;7,8,9&hidden=2&start=uniform&target-kernel=1,-1|0,1",
    ]) {
      await open(address);
      await page.locator(".learn[data-trained]").waitFor();
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect({ scrolls, cut: await cutOff(page), small: await smallTargets(page) }, address).toEqual({
        scrolls: false,
        cut: [],
        small: [],
      });
    }
  });
}
