import type { Locator, Page } from "@playwright/test";
import { axeFindings, cell, cutOff, expect, SIZES, smallTargets, test } from "./fixtures";

const table = (page: Page, name: string) => page.getByRole("grid", { name, exact: true });

async function rowsOf(grid: Locator): Promise<number[][]> {
  await expect(grid).toBeVisible();
  return grid
    .getByRole("row")
    .evaluateAll((rows) =>
      rows.map((row) =>
        Array.from(row.querySelectorAll("[role=gridcell]"), (found) =>
          Number(found.textContent?.replace("−", "-")),
        ),
      ),
    );
}

const at = (grid: Locator, row: number, column: number) =>
  grid.getByRole("row").nth(row).getByRole("gridcell").nth(column);

test("lesson 19: the layer as a matrix times the flattened input", async ({ open, page }) => {
  await open();
  await page
    .getByRole("radiogroup", { name: "Under the figure" })
    .getByRole("radio", { name: "Matrix" })
    .check();
  expect(await rowsOf(table(page, "Matrix"))).toEqual([
    [0, 1, 0, 2, 3, 0, 0, 0, 0],
    [0, 0, 1, 0, 2, 3, 0, 0, 0],
    [0, 0, 0, 0, 1, 0, 2, 3, 0],
    [0, 0, 0, 0, 0, 1, 0, 2, 3],
  ]);
  expect((await rowsOf(table(page, "Flattened input"))).flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect((await rowsOf(table(page, "Flattened output"))).flat()).toEqual([19, 25, 37, 43]);
  const region = page.getByRole("region", { name: "The layer as a matrix" });
  await expect(region).toContainText("4 × 9 = 36");
  await expect(region).toContainText("Used16");
  await expect(region).toContainText("Different weights4");
  await expect(page).toHaveURL(/show=matrix/);
});

test("a row lights its window in the figure, and a kernel cell its places in the matrix", async ({
  open,
  page,
}) => {
  await open("#show=matrix");
  const matrix = table(page, "Matrix");
  await at(matrix, 1, 0).hover();
  await expect(page.locator(".lit.input")).toHaveCount(1);
  await expect(page.locator(".lit.own.output")).toHaveCount(1);
  await expect(matrix.locator(".lit-line")).toHaveCount(9);
  await cell(page, "Kernel", 1, 1).hover();
  await expect(matrix.locator(".lit")).toHaveText(["3", "3", "3", "3"]);
  await cell(page, "Input", 1, 1).hover();
  await expect(matrix.locator(".lit")).toHaveText(["3", "2", "1", "0"]);
});

test("lesson 19: im2col stacks the windows", async ({ open, page }) => {
  await open("#show=im2col");
  expect(await rowsOf(table(page, "Windows as rows"))).toEqual([
    [0, 1, 3, 4],
    [1, 2, 4, 5],
    [3, 4, 6, 7],
    [4, 5, 7, 8],
  ]);
  expect((await rowsOf(table(page, "Kernel as columns"))).flat()).toEqual([0, 1, 2, 3]);
  expect((await rowsOf(table(page, "Outputs as columns"))).flat()).toEqual([19, 25, 37, 43]);
});

test("lesson 20: one output's blame, then all ones, then who is to blame", async ({ open, page }) => {
  await open("#show=backward");
  const region = page.getByRole("region", { name: "Backward: who is to blame" });
  await region.getByRole("button", { name: "One cell" }).click();
  await expect(at(table(page, "Gradient of the output"), 0, 1)).toHaveText("0");
  expect(await rowsOf(table(page, "Gradient of the input"))).toEqual([
    [0, 1, 0],
    [2, 3, 0],
    [0, 0, 0],
  ]);
  await region.getByRole("button", { name: "All ones" }).click();
  await expect(at(table(page, "Gradient of the output"), 0, 1)).toHaveText("1");
  expect(await rowsOf(table(page, "Gradient of the input"))).toEqual([
    [0, 1, 1],
    [2, 6, 4],
    [2, 5, 3],
  ]);
  expect(await rowsOf(table(page, "Gradient of the kernel"))).toEqual([
    [8, 12],
    [20, 24],
  ]);
  expect(await rowsOf(table(page, "Gradient of the bias"))).toEqual([[4]]);
  expect(await rowsOf(table(page, "G, padded"))).toEqual([
    [0, 0, 0, 0],
    [0, 1, 1, 0],
    [0, 1, 1, 0],
    [0, 0, 0, 0],
  ]);
  expect(await rowsOf(table(page, "Kernel, turned by 180°"))).toEqual([
    [3, 2],
    [1, 0],
  ]);
  await at(table(page, "Gradient of the input"), 1, 1).hover();
  await expect(region).toContainText("dX1,1 = 1·3 + 1·2 + 1·1 + 1·0 = 6");
  await expect(page.locator(".lit.output")).toHaveCount(1);
  await at(table(page, "Gradient of the kernel"), 0, 0).hover();
  await expect(region).toContainText("= 1·0 + 1·1 + 1·3 + 1·4 = 8");
});

test("the output's gradient is typed in, undone, and stands in the address", async ({ open, page }) => {
  await open("#show=backward");
  const gradient = table(page, "Gradient of the output");
  await at(gradient, 0, 0).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await expect(at(gradient, 0, 1)).toHaveText("5");
  await expect(at(gradient, 0, 1)).toBeFocused();
  await expect(at(table(page, "Gradient of the bias"), 0, 0)).toHaveText("8");
  await expect(page).toHaveURL(/gradient=1,5;1,1/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(at(gradient, 0, 1)).toHaveText("1");
});

test("a large matrix is a picture, whose cells the keyboard reaches", async ({ open, page }) => {
  await open("#preset=blur&show=matrix");
  const matrix = table(page, "Matrix");
  const dot = matrix.getByRole("gridcell");
  await expect(dot).toHaveCount(1);
  await dot.focus();
  await page.keyboard.press("ArrowDown");
  await expect(dot).toHaveAttribute("aria-rowindex", "2");
  await expect(page.locator(".lit.own.output")).toHaveCount(1);
});

for (const show of ["matrix", "im2col", "backward"]) {
  test(`${show} under the figure fits every size`, async ({ open, page }) => {
    await open(`#show=${show}`);
    await expect(page.locator(".below [role=grid]").first()).toBeVisible();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, `at ${size.width}`).toBe(false);
      expect(await cutOff(page), `at ${size.width}`).toEqual([]);
      expect(await smallTargets(page), `at ${size.width}`).toEqual([]);
    }
    expect(await axeFindings(page)).toEqual([]);
  });
}
