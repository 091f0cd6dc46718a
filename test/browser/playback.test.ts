import type { Page } from "@playwright/test";
import { expect, numbers, test } from "./fixtures";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const told = (page: Page) => page.getByRole("slider", { name: "Step" }).getAttribute("aria-valuetext");
const computed = async (page: Page) =>
  (await numbers(page, "Output")).flat().filter((value) => value !== null).length;

test("buttons step, and outputs fill in scan order and empty again", async ({ open, page }) => {
  await open();
  const seen: [string | null, number][] = [];
  for (const name of ["Next step", "Next step", "Last step", "Previous step", "First step"]) {
    await button(page, name).click();
    seen.push([await told(page), await computed(page)]);
  }
  expect(seen).toEqual([
    ["step 2 of 4", 2],
    ["step 3 of 4", 3],
    ["step 4 of 4", 4],
    ["step 3 of 4", 3],
    ["step 1 of 4", 1],
  ]);
});

test("keys step, play and pause", async ({ open, page }) => {
  await open("#preset=blur");
  const seen: (string | null)[] = [];
  for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "End", "Home"]) {
    await page.locator("body").press(key);
    seen.push(await told(page));
  }
  expect(seen).toEqual([2, 3, 2, 81, 1].map((step) => `step ${step} of 81`));
  await page.locator("body").press("Space");
  await expect(button(page, "Pause")).toBeVisible();
  await expect.poll(() => told(page)).not.toBe("step 1 of 81");
  await page.locator("body").press("Space");
  await expect(button(page, "Play")).toBeVisible();
});

test("single keys can be turned off, and do nothing in fields", async ({ open, page }) => {
  await open();
  await page.getByRole("spinbutton", { name: "Bias" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => told(page)).toBe("step 1 of 4");
  await button(page, "Settings").click();
  await page.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await page.locator("body").press("End");
  await expect.poll(() => told(page)).toBe("step 1 of 4");
});

test("it plays to the end and stops there, and starts over from the end", async ({ open, page }) => {
  await open("#speed=10");
  await button(page, "Play").click();
  await expect.poll(() => told(page)).toBe("step 4 of 4");
  await expect(button(page, "Play")).toBeVisible();
  await page.getByRole("combobox", { name: "Speed" }).selectOption("0.6×");
  await button(page, "Play").click();
  await expect.poll(() => told(page)).toBe("step 1 of 4");
  await button(page, "Pause").click();
});

test("in a loop it goes on", async ({ open, page }) => {
  await open("#speed=2");
  await button(page, "Loop").click();
  await button(page, "Play").click();
  const seen = new Set<string | null>();
  await expect
    .poll(
      async () => {
        seen.add(await told(page));
        return seen.size;
      },
      { intervals: [50] },
    )
    .toBe(4);
  await expect.poll(() => told(page), { intervals: [50] }).toBe("step 1 of 4");
  await expect(button(page, "Pause")).toBeVisible();
});

test("all outputs can be shown at once, without moving the window", async ({ open, page }) => {
  await open();
  await button(page, "Show all").click();
  expect([await computed(page), await told(page)]).toEqual([4, "step 1 of 4"]);
  await button(page, "Show all").click();
  await expect.poll(() => computed(page)).toBe(1);
});

test("an edit keeps the position", async ({ open, page }) => {
  await open("#step=2");
  await button(page, "Increase Bias").click();
  await expect.poll(() => told(page)).toBe("step 3 of 4");
  await button(page, "Increase Stride").click();
  await expect.poll(() => told(page)).toBe("step 1 of 1");
});

test("the same position gives the same picture, wherever one comes from", async ({ open, page, context }) => {
  test.slow();
  const address = "#preset=size-halved";
  await open(address);
  const track = await page.getByRole("slider", { name: "Step" }).boundingBox();
  if (!track) throw new Error("the slider is not there");
  const height = track.y + track.height / 2;
  // A fixed walk: back and forth, over halves and whole steps.
  const places = [0.83, 0.11, 0.47, 0.95, 0.02, 0.61, 0.38];
  const fresh = await context.newPage();
  await fresh.setViewportSize({ width: 1440, height: 900 });
  await page.mouse.move(track.x + 9, height);
  await page.mouse.down();
  for (const place of places) {
    await page.mouse.move(track.x + place * track.width, height, { steps: 5 });
    const position = await page.getByRole("slider", { name: "Step" }).inputValue();
    await fresh.goto("about:blank");
    await fresh.goto(`/${address}&step=${position}`);
    await fresh.locator("html[data-live]").waitFor();
    expect(await picture(page), position).toEqual(await picture(fresh));
  }
  await page.mouse.up();
});

test("each whole step is announced once, in words", async ({ open, page }) => {
  await open();
  await button(page, "Next step").click();
  await expect(page.getByRole("status").filter({ hasText: "sum" })).toHaveText(
    "Row 0, column 1: 4 products, sum 25.",
  );
});

test("Present shows the figure with the transport alone, and gives the page back", async ({ open, page }) => {
  await open();
  await button(page, "Present").click();
  await expect(page.getByRole("region", { name: "Parameters" })).toBeHidden();
  await expect(page.getByRole("region", { name: "Code" })).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
  await button(page, "Next step").click();
  await expect.poll(() => computed(page)).toBe(2);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Parameters" })).toBeVisible();
});

test.describe("with reduced motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("playback jumps from step to step", async ({ open, page }) => {
    await open("#preset=size-halved&speed=5");
    // The slider's thumb follows the position in every frame.
    const positions = page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const slider = document.querySelector<HTMLInputElement>("input[type=range]");
          const seen: number[] = [];
          const look = () => {
            seen.push(Number(slider?.value));
            if (seen.length < 60) requestAnimationFrame(look);
            else resolve(seen);
          };
          document.querySelector<HTMLButtonElement>(".transport-play")?.click();
          look();
        }),
    );
    const seen = await positions;
    expect(new Set(seen).size).toBeGreaterThan(1);
    expect(seen.filter((position) => !Number.isInteger(position))).toEqual([]);
  });
});

/** The drawing; a layer that is moved as a whole is given by where it stands. */
function picture(page: Page): Promise<string[]> {
  return page.locator(".figure").evaluate((figure) => {
    const moving = ".layer.window, .layer.marker";
    const corner = figure.getBoundingClientRect();
    const placed = [...figure.querySelectorAll(moving)].flatMap((layer) =>
      [...layer.querySelectorAll("path, rect")].map((shape) => {
        const { x, y, width, height } = shape.getBoundingClientRect();
        return [
          layer.getAttribute("class"),
          ...[x - corner.x, y - corner.y, width, height].map((n) => n.toFixed(1)),
        ].join(" ");
      }),
    );
    const copy = figure.cloneNode(true) as Element;
    for (const layer of copy.querySelectorAll(moving)) layer.remove();
    return [...placed, ...copy.outerHTML.split(/(?=<)/)];
  });
}
