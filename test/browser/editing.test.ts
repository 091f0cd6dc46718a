import type { Page } from "@playwright/test";
import { choose, drag, middle, openEditor, pasteHere, setField, spin } from "./acting";
import { cell, expect, type GridName, numbers, test } from "./fixtures";

const COUNT = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
];

const undo = (page: Page) => page.getByRole("button", { name: "Undo" }).click();
const step = (page: Page) => page.getByRole("slider", { name: "Step" }).getAttribute("aria-valuetext");

test("a number is seen while it is typed, kept by Enter and given back by Escape", async ({ open, page }) => {
  await open();
  await cell(page, "Kernel", 0, 0).focus();
  await page.keyboard.type("10");
  await expect
    .poll(() => numbers(page, "Kernel"))
    .toEqual([
      [10, 1],
      [2, 3],
    ]);
  await page.keyboard.press("Escape");
  await expect
    .poll(() => numbers(page, "Kernel"))
    .toEqual([
      [0, 1],
      [2, 3],
    ]);
  await expect(cell(page, "Kernel", 0, 0)).toBeFocused();
  await page.keyboard.type("-1.5");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => numbers(page, "Kernel"))
    .toEqual([
      [-1.5, 1],
      [2, 3],
    ]);
  await expect(cell(page, "Kernel", 0, 0)).toBeFocused();
});

test("in the editor Ctrl+A selects its text, and Tab goes on to the next cell", async ({ open, page }) => {
  await open();
  const editor = await openEditor(page, "Input", 1, 1);
  await page.keyboard.press("End");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("40");
  await expect(editor).toHaveValue("40");
  await page.keyboard.press("Tab");
  await expect(cell(page, "Input", 1, 2)).toBeFocused();
  expect((await numbers(page, "Input"))[1]).toEqual([3, 40, 5]);
});

test("a cell shows four digits and its editor the exact number", async ({ open, page }) => {
  await open("#kernel=0.123456789,1;2,3");
  await expect(cell(page, "Kernel", 0, 0)).toHaveText("0.1235");
  await expect(await openEditor(page, "Kernel", 0, 0)).toHaveValue("0.123456789");
  await page.keyboard.press("Enter");
  await expect(await openEditor(page, "Kernel", 0, 0)).toHaveValue("0.123456789");
});

test("arrows, Home and End move through a grid, which is one stop of the Tab key", async ({ open, page }) => {
  await open();
  await cell(page, "Input", 0, 0).focus();
  for (const key of ["ArrowRight", "ArrowDown", "End"]) await page.keyboard.press(key);
  await expect(cell(page, "Input", 1, 2)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(cell(page, "Input", 1, 0)).toBeFocused();
  expect(await page.getByRole("grid", { name: "Input" }).locator("[tabindex='0']").count()).toBe(1);
  await page.keyboard.press("Tab");
  await expect(cell(page, "Kernel", 0, 0)).toBeFocused();
});

test("dragging with the brush paints, and is taken back as one", async ({ open, page }) => {
  await open();
  await page.getByRole("radio", { name: "Paint" }).click();
  await page.getByRole("textbox", { name: "Value" }).fill("9");
  const [a, b, c] = await Promise.all(
    [0, 1, 2].map((column) => middle(cell(page, "Input", column === 2 ? 1 : 0, column))),
  );
  if (a && b && c) await drag(page, a, b, c);
  const painted = await numbers(page, "Input");
  expect(painted[0]?.slice(0, 2)).toEqual([9, 9]);
  expect(painted[1]?.[2]).toBe(9);
  expect(painted[2]).toEqual([6, 7, 8]);
  await undo(page);
  await expect.poll(() => numbers(page, "Input")).toEqual(COUNT);
});

test("a click reaches the cell that lies under the window", async ({ open, page }) => {
  await open();
  await cell(page, "Input", 0, 0).click();
  await expect(cell(page, "Input", 0, 0)).toBeFocused();
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("the brush paints", async ({ open, page }) => {
    await open();
    await page.getByRole("radio", { name: "Paint" }).click();
    await swipe(page, await Promise.all([0, 1, 2].map((row) => middle(cell(page, "Input", row, 0)))));
    expect((await numbers(page, "Input")).map((row) => row[0])).toEqual([1, 1, 1]);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("the window is dragged, and the page scrolls beside it", async ({ open, page }) => {
    await page.setViewportSize({ width: 390, height: 500 });
    await open();
    const at = await middle(cell(page, "Input", 1, 1));
    const below = await middle(cell(page, "Input", 2, 1));
    await swipe(page, [at, { x: at.x, y: (at.y + below.y) / 2 }, below, { x: below.x, y: below.y + 5 }]);
    await expect(page.getByRole("slider", { name: "Step" })).toHaveValue("2");
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const beside = await middle(cell(page, "Input", 0, 0));
    await swipe(
      page,
      [0, 30, 60, 90].map((up) => ({ x: beside.x, y: beside.y - up })),
    );
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(30);
  });
});

/** A finger put down at the first point, led over the others and lifted. */
async function swipe(page: Page, points: readonly { x: number; y: number }[]): Promise<void> {
  const touch = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", points.slice(0, 1));
  for (const point of points) await send("touchMove", [point]);
  await send("touchEnd", []);
}

test("the wheel counts in the cell that has the focus, and scrolls the page elsewhere", async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await open();
  const first = cell(page, "Input", 0, 0);
  await first.focus();
  const at = await middle(first);
  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(0, -100);
  await expect(first).toHaveText("1");
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const other = await middle(cell(page, "Input", 1, 1));
  await page.mouse.move(other.x, other.y);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await expect(cell(page, "Input", 1, 1)).toHaveText("4");

  await spin(page, "Stride").scrollIntoViewIfNeeded();
  const field = await middle(spin(page, "Stride"));
  await page.mouse.move(field.x, field.y);
  await page.mouse.wheel(0, -10);
  await expect(spin(page, "Stride")).toHaveValue("1");
});

test("a range of a spreadsheet lands where the focus is", async ({ open, page }) => {
  await open();
  await cell(page, "Input", 1, 1).focus();
  await pasteHere(page, "10\t20\r\n30\t40\r\n", "<table><tr><td>99</td></tr></table>");
  await expect
    .poll(() => numbers(page, "Input"))
    .toEqual([
      [0, 1, 2],
      [3, 10, 20],
      [6, 30, 40],
    ]);
  await undo(page);
  await expect.poll(() => numbers(page, "Input")).toEqual(COUNT);
});

for (const printed of ["[[1. 2.]\n [3. 4.]]", "array([[1, 2],\n       [3, 4]], dtype=int32)", "1;2\n3;4"]) {
  test(`what NumPy or a spreadsheet prints can be pasted: ${printed}`, async ({ open, page }) => {
    await open();
    await cell(page, "Kernel", 0, 0).focus();
    await pasteHere(page, printed);
    const pasted = () => numbers(page, "Kernel");
    await expect.poll(pasted).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
}

test("numbers that do not fit are asked about: resize or keep the size", async ({ open, page }) => {
  await open();
  const four = Array.from({ length: 4 }, (_, row) => [1, 2, 3, 4].map((n) => n + 4 * row).join("\t"));
  await cell(page, "Input", 0, 0).focus();
  await pasteHere(page, four.join("\n"));
  await page.getByRole("button", { name: "Keep the grid at 3×3" }).click();
  await expect
    .poll(() => numbers(page, "Input"))
    .toEqual([
      [1, 2, 3],
      [5, 6, 7],
      [9, 10, 11],
    ]);
  await choose(page, "Fill input", "Paste numbers");
  await page.getByRole("textbox", { name: "Numbers" }).fill(four.join("\n"));
  await page.getByRole("button", { name: "Resize the grid to 4×4" }).click();
  expect((await numbers(page, "Input"))[3]).toEqual([13, 14, 15, 16]);
  await expect(spin(page, "Input height")).toHaveValue("4");
});

test("the real clipboard works too", async ({ open, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  await cell(page, "Kernel", 0, 0).focus();
  await page.keyboard.press("Control+c");
  await cell(page, "Input", 1, 1).focus();
  await page.keyboard.press("Control+v");
  await expect
    .poll(() => numbers(page, "Input"))
    .toEqual([
      [0, 1, 2],
      [3, 0, 1],
      [6, 2, 3],
    ]);
});

const FILLS: readonly (readonly [string, readonly (readonly number[])[]])[] = [
  ["Zeros", [0, 0, 0].map(() => [0, 0, 0])],
  ["Ones", [0, 0, 0].map(() => [1, 1, 1])],
  ["Count", COUNT],
  [
    "Checkerboard",
    [
      [1, 0, 1],
      [0, 1, 0],
      [1, 0, 1],
    ],
  ],
  [
    "Gradient",
    [
      [0, 1, 2],
      [1, 2, 3],
      [2, 3, 4],
    ],
  ],
];

test("the fill menu fills, turns and clears", async ({ open, page }) => {
  await open();
  for (const [item, expected] of FILLS) {
    await choose(page, "Fill input", item);
    await expect.poll(() => numbers(page, "Input"), item).toEqual(expected);
  }
  await choose(page, "Fill input", "Count");
  await choose(page, "Fill input", "Transpose");
  await expect
    .poll(() => numbers(page, "Input"))
    .toEqual([
      [0, 3, 6],
      [1, 4, 7],
      [2, 5, 8],
    ]);
  await choose(page, "Fill kernel", "Rotate by 180°");
  await expect
    .poll(() => numbers(page, "Kernel"))
    .toEqual([
      [3, 2],
      [1, 0],
    ]);
  await choose(page, "Fill kernel", "Rotate by 90°");
  const turned = await numbers(page, "Kernel");
  expect([
    [
      [1, 3],
      [0, 2],
    ],
    [
      [2, 0],
      [3, 1],
    ],
  ]).toContainEqual(turned);
  await choose(page, "Fill kernel", "Clear");
  expect((await numbers(page, "Kernel")).flat()).toEqual([0, 0, 0, 0]);
});

test("random numbers come back with their seed", async ({ open, page }) => {
  await open();
  await choose(page, "Fill input", "Random");
  const seed = spin(page, "Seed of the random input");
  const first = await numbers(page, "Input");
  const shown = await seed.inputValue();
  await setField(page, "Seed of the random input", "7");
  expect(await numbers(page, "Input")).not.toEqual(first);
  await setField(page, "Seed of the random input", shown);
  await expect.poll(() => numbers(page, "Input")).toEqual(first);
});

for (const [grid, height, width] of [
  ["Input", "Input height", "Input width"],
  ["Kernel", "Kernel height", "Kernel width"],
] as const satisfies readonly (readonly [GridName, string, string])[]) {
  test(`${grid.toLowerCase()}: an edge is dragged cell by cell`, async ({ open, page }) => {
    await open(grid === "Input" ? "" : "#input=0,1,2,3,4;5,6,7,8,9;0,1,2,3,4;5,6,7,8,9;0,1,2,3,4");
    const last = cell(page, grid, grid === "Input" ? 2 : 1, grid === "Input" ? 2 : 1);
    const box = await last.boundingBox();
    if (!box) throw new Error("the cell is not there");
    const corner = { x: box.x + box.width + 1, y: box.y + box.height / 2 };
    await drag(page, corner, { x: corner.x + box.width * 1.1, y: corner.y });
    const rows = await numbers(page, grid);
    expect([rows.length, rows[0]?.length]).toEqual(grid === "Input" ? [3, 4] : [2, 3]);
    await expect(spin(page, width)).toHaveValue(grid === "Input" ? "4" : "3");
    await expect(spin(page, height)).toHaveValue(grid === "Input" ? "3" : "2");
    await undo(page);
    expect((await numbers(page, grid))[0]).toHaveLength(grid === "Input" ? 3 : 2);
  });
}

test("the window is dragged to the places that stride 2 reaches, and to no other", async ({ open, page }) => {
  const row = (from: number) => [0, 1, 2, 3, 4, 5].map((n) => n + from).join(",");
  await open(`#input=${[0, 6, 12, 18, 24, 30].map(row).join(";")}&stride=2`);
  const from = await middle(cell(page, "Input", 0, 0));
  const next = await middle(cell(page, "Input", 0, 1));
  const cellSize = next.x - from.x;
  const steps: (string | null)[] = [];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const [across, down] of [
    [0.8, 0],
    [1.3, 0],
    [1.3, 1.4],
    [9, 9],
  ] as const) {
    await page.mouse.move(from.x + across * cellSize, from.y + down * cellSize, { steps: 4 });
    steps.push(await step(page));
  }
  await page.mouse.up();
  expect(steps).toEqual(["step 1 of 9", "step 2 of 9", "step 5 of 9", "step 9 of 9"]);
});

test("a click on an output goes there", async ({ open, page }) => {
  await open();
  await cell(page, "Output", 1, 0).click();
  await expect.poll(() => step(page)).toBe("step 3 of 4");
  await expect
    .poll(() => numbers(page, "Output"))
    .toEqual([
      [19, 25],
      [37, null],
    ]);
});

test("a cell that is pointed at tells what it takes part in", async ({ open, page }) => {
  await open("#step=3");
  await cell(page, "Input", 0, 1).hover();
  await expect(page.getByText("X[0, 1] = 1 goes into 2 outputs")).toBeVisible();
  await cell(page, "Kernel", 1, 1).hover();
  await expect(page.getByText("W[1, 1] = 3 is used 4 times")).toBeVisible();
  await cell(page, "Output", 1, 1).hover();
  await expect(page.getByRole("region", { name: "Equation" })).toContainText("4·0 + 5·1 + 7·2 + 8·3 = 43");
});

test("undo and redo go all the way", async ({ open, page }) => {
  await open();
  for (const bias of ["1", "2", "3"]) await setField(page, "Bias", bias);
  await setField(page, "Padding", "2");
  for (let count = 0; count < 4; count++) await undo(page);
  await expect(spin(page, "Bias")).toHaveValue("0");
  await expect(page.getByRole("button", { name: "Undo" })).toHaveAttribute("aria-disabled", "true");
  await page.locator("body").press("Control+Shift+z");
  await expect(spin(page, "Bias")).toHaveValue("1");
  for (let count = 0; count < 3; count++) await page.getByRole("button", { name: "Redo" }).click();
  await expect(spin(page, "Padding")).toHaveValue("2");
});

test("scrambling the cells that no window reads leaves the output as it is", async ({ open, page }) => {
  await open("#preset=size-3x5&step=9999");
  const before = { input: await numbers(page, "Input"), output: await numbers(page, "Output") };
  await page.getByRole("button", { name: "Scramble the unread cells" }).click();
  const after = { input: await numbers(page, "Input"), output: await numbers(page, "Output") };
  expect(after.output).toEqual(before.output);
  expect(after.input).not.toEqual(before.input);
  expect(after.input.slice(0, 6)).toEqual(before.input.slice(0, 6));
});
