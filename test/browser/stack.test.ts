import type { Page } from "@playwright/test";
import { axeFindings, cutOff, expect, SIZES, smallTargets, THEMES, test } from "./fixtures";

const grid = (page: Page, name: string) => page.getByRole("grid", { name, exact: true });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const panel = (page: Page, name: string | RegExp) => page.getByRole("region", { name });
const readout = (page: Page) => page.locator(".stack-readout");

/** A map's numbers in scan order. */
async function numbers(page: Page, name: string): Promise<number[]> {
  const texts = await grid(page, name).getByRole("gridcell").allTextContents();
  return texts.map((text) => Number(text.replace("−", "-")));
}

test("from the page as it opens: three 3×3 layers see 7×7, and the bell is theirs", async ({
  open,
  page,
}) => {
  await open();
  await page.getByRole("radio", { name: "Stack", exact: true }).check();
  await expect(readout(page)).toContainText("Layer 3, row 8, column 8: 49. Sees 7×7 cells of the input.");
  await page.getByRole("radio", { name: "effective weights" }).check();
  await expect(readout(page)).toContainText("729 in all, 49 at most");
  const bill = panel(page, /Layer by layer, 64 channels/);
  await expect(bill.getByRole("row", { name: /Total/ })).toContainText(/110.592/);
  await button(page, "Undo").click();
  await page.getByRole("radio", { name: "Explore", exact: true }).check();
  await expect.poll(() => numbers(page, "Input")).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test("the keyboard goes from cell to cell and from map to map", async ({ open, page }) => {
  await open("#view=stack&layers=k3,k3&layer=2&cell=6,6");
  await grid(page, "Layer 2")
    .getByRole("gridcell")
    .nth(6 * 13 + 6)
    .focus();
  await page.keyboard.press("ArrowRight");
  await expect(readout(page)).toContainText("Layer 2, row 6, column 7: 6. Sees 5×5 cells of the input.");
  await page.keyboard.press("PageUp");
  await expect(readout(page)).toContainText("Layer 1, row 6, column 7");
  await expect(readout(page)).toContainText("Feeds 9 cells of the last map.");
  await expect(page.getByRole("status").first()).toContainText("Sees 3×3 cells of the input.");
  await page.keyboard.press("Control+Home");
  await expect(readout(page)).toContainText("Layer 1, row 0, column 0");
  await expect.poll(() => page.url()).toMatch(/layer=1&cell=0,0/);
});

for (const [layers, size] of [
  ["k3,k3", 5],
  ["k3,k3,k3", 7],
  ["k3s2,k3s2,k3s2", 15],
  ["k3,k3d2,k3d4", 15],
  ["k3s2,k3", 7],
  ["k3,k3s2", 5],
] as const) {
  test(`${layers} sees ${size}`, async ({ open, page }) => {
    await open(`#view=stack&layers=${layers}`);
    const total = panel(page, /Layer by layer/).getByRole("row", { name: /Total/ });
    await expect(total).toContainText(`${size}×${size}`);
  });
}

test("two stacks: three 3×3 layers have 27C² weights, one 7×7 has 49C²", async ({ open, page }) => {
  await open("#view=stack");
  await button(page, "three 3×3 or one 7×7").click();
  const stacks = panel(page, "Two stacks");
  await expect(stacks.getByRole("row", { name: /27C²/ })).toContainText("49C²");
  await expect(stacks.getByRole("row", { name: /at C = 64/ })).toContainText(/110.592\s*200.704/);
  await expect(stacks).toContainText("Same view. The first has 55 % of the second's weights.");
  await expect.poll(() => page.url()).toContain("compare=k7p3");
  await button(page, "Undo").click();
  await expect(stacks.getByRole("table")).toHaveCount(0);
});

test("layers are added, changed, moved and taken away, and a problem is told where it is", async ({
  open,
  page,
}) => {
  await open("#view=stack&layers=k3,k3");
  await button(page, "Add a layer").click();
  await field(page, "Layer 3, stride").fill("2");
  await field(page, "Layer 3, stride").press("Enter");
  await expect(grid(page, "Layer 3").getByRole("gridcell")).toHaveCount(36);
  await button(page, "Move layer 3 up").click();
  await expect(field(page, "Layer 2, stride")).toHaveValue("2");
  await field(page, "Layer 3, kernel size").fill("11");
  await field(page, "Layer 3, kernel size").press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: "does not fit" })).toHaveCount(1);
  await expect(grid(page, "Layer 3")).toHaveCount(0);
  await field(page, "Layer 3, kernel size").fill("99");
  await field(page, "Layer 3, kernel size").press("Enter");
  await expect(field(page, "Layer 3, kernel size")).toHaveAttribute("aria-invalid", "true");
  await button(page, "Remove layer 3").click();
  await expect(page.getByRole("listitem").filter({ hasText: "does not fit" })).toHaveCount(0);
});

test("four even layers let a spike drift from 5 to 3", async ({ open, page }) => {
  await open("#view=stack&dims=1&input=0,0,0,0,0,1,0,0,0,0,0&layers=k2p0:1,k2p0:1,k2p0:1,k2p0:1");
  await expect.poll(() => numbers(page, "Layer 4")).toEqual([0, 1, 4, 6, 4, 1, 0, 0, 0, 0, 0]);
});

test("two kernels are one until ReLU stands between", async ({ open, page }) => {
  await open("#view=stack&dims=1&input=4,1,5,2,6&layers=k2,k2&kernels=_1,-1");
  const collapse = panel(page, "Two layers as one");
  await expect(collapse.getByRole("img", { name: "Product kernel: 1, 0, −1" })).toBeVisible();
  await expect(collapse).toContainText("Equal everywhere");
  await expect.poll(() => numbers(page, "Layer 2")).toEqual([-1, -1, -1]);
  await open("#view=stack&dims=1&input=4,1,5,2,6&layers=k2r,k2&kernels=1,-1_");
  await page.reload();
  await expect.poll(() => numbers(page, "Layer 2")).toEqual([3, 3, 3]);
  await expect(collapse).toContainText("ReLU after layer 1 stands between: 3 of 3 cells differ");
});

for (const [what, layers, after, verdict] of [
  ["moves along at stride 1", "k2", "0, 0, −3, 2, 1, 0", "Equivariant"],
  ["is broken by stride 2", "k2s2", "0, −3, 1", "Broken by the stride of layer 1"],
  ["is partly forgiven by pooling", "k2,max2", "0, 2, 1", "Broken by the pooling of layer 2"],
] as const) {
  test(`a shift by one ${what}`, async ({ open, page }) => {
    await open(`#view=stack&dims=1&input=0,0,3,1,0,0,0&layers=${layers}&kernels=1,-1`);
    await button(page, "Shift right").click();
    const shift = panel(page, "Shift the input");
    await expect(shift.getByRole("img", { name: `after: ${after}` })).toBeVisible();
    await expect(shift).toContainText(verdict);
    await expect(page.getByRole("status").first()).toContainText(verdict);
  });
}

test.describe("its looks", () => {
  for (const size of SIZES) {
    test(`${size.width}×${size.height}: nothing is cut off, and targets are large enough`, async ({
      open,
      page,
    }) => {
      await page.setViewportSize(size);
      await open("#view=stack&layers=k3p1r,max2,k3d2p2&compare=k7p3");
      await grid(page, "Layer 3").waitFor();
      expect(await cutOff(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
    });
  }

  for (const theme of THEMES) {
    test(`${theme}: no breach of accessibility rules`, async ({ open, page }) => {
      await open(`#view=stack&theme=${theme}&layers=k3p1r,max2,k3&compare=k7p3`);
      await grid(page, "Layer 3").waitFor();
      await button(page, "Shift right").click();
      expect(await axeFindings(page)).toEqual([]);
    });
  }
});
