import type { Page } from "@playwright/test";
import { drag, middle, pasteHere } from "./acting";
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
  await expect(readout(page)).toContainText("729 in all, 49 at most");
  await button(page, "Effective weights").click();
  const bell = await numbers(page, "Effective weights");
  expect([bell.length, Math.max(...bell)]).toEqual([17 * 17, 49]);
  await expect
    .poll(() => numbers(page, "Input").then((all) => all.filter((value) => value !== 0)))
    .toEqual([1]);
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

for (const [how, layers, last, centre] of [
  ["drift from 5 to 3", "k2p0:1,k2p0:1,k2p0:1,k2p0:1", [0, 1, 4, 6, 4, 1, 0, 0, 0, 0, 0], 3],
  [
    "come back to 5 when sides alternate",
    "k2p0:1,k2p1:0,k2p0:1,k2p1:0",
    [0, 0, 0, 1, 4, 6, 4, 1, 0, 0, 0],
    5,
  ],
] as const) {
  test(`four even layers let a spike ${how}`, async ({ open, page }) => {
    await open(`#view=stack&dims=1&input=0,0,0,0,0,1,0,0,0,0,0&layers=${layers}`);
    await expect.poll(() => numbers(page, "Layer 4")).toEqual(last);
    await expect(page.locator(".stack-stage .shape").last()).toContainText(`centre ${centre}`);
  });
}

test("strips of an even kernel lie half a cell inward, so that the half step is seen", async ({
  open,
  page,
}) => {
  await open("#view=stack&dims=1&input=0,0,1,0,0&layers=k2,k2");
  const left = async (name: string) =>
    (await grid(page, name).getByRole("gridcell").first().boundingBox())?.x;
  const width = (await grid(page, "Input").getByRole("gridcell").first().boundingBox())?.width ?? 0;
  expect(((await left("Layer 1")) ?? 0) - ((await left("Input")) ?? 0)).toBeGreaterThan(0.4 * width);
  expect(((await left("Layer 1")) ?? 0) - ((await left("Input")) ?? 0)).toBeLessThan(0.6 * width);
});

for (const [layers, numbersThere, sees] of [
  ["k3", new Array(7).fill(-2), 3],
  ["k3d2", new Array(5).fill(-4), 5],
  ["k3d3", new Array(3).fill(-6), 7],
  ["k3d4", [-8], 9],
] as const) {
  test(`the kernel 1 0 −1 of ${layers} on 1…9 sees ${sees}`, async ({ open, page }) => {
    await open(`#view=stack&dims=1&input=1,2,3,4,5,6,7,8,9&layers=${layers}&kernels=1,0,-1`);
    await expect.poll(() => numbers(page, "Layer 1")).toEqual(numbersThere);
    const total = panel(page, /Layer by layer/).getByRole("row", { name: /Total/ });
    await expect(total.getByRole("cell").nth(2)).toHaveText(String(sees));
  });
}

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
  // On the negated signal 4 4 4: typed into the input, cell after cell.
  await grid(page, "Input").getByRole("gridcell").first().focus();
  for (const value of ["-4", "-1", "-5", "-2", "-6"]) {
    await page.keyboard.type(value);
    await page.keyboard.press("Tab");
  }
  await expect.poll(() => numbers(page, "Layer 2")).toEqual([4, 4, 4]);
  await expect.poll(() => page.url()).toContain("input=-4,-1,-5,-2,-6");
});

test("the input is painted, typed and pasted into, and pulled to another size", async ({ open, page }) => {
  await open("#view=stack&input=0,1,2;3,4,5;6,7,8&layers=k2,k2");
  const cell = (at: number) => grid(page, "Input").getByRole("gridcell").nth(at);
  await cell(0).click();
  await cell(0).click();
  await page.getByRole("textbox", { name: "Input, row 0, column 0", exact: true }).fill("9");
  await page.keyboard.press("Enter");
  await expect.poll(() => numbers(page, "Layer 2")).toEqual([73]);
  await pasteHere(page, "1\t1\n1\t1");
  await expect.poll(() => numbers(page, "Input")).toEqual([1, 1, 2, 1, 1, 5, 6, 7, 8]);
  await page.getByRole("radio", { name: "Paint", exact: true }).check();
  await drag(page, await middle(cell(6)), await middle(cell(8)));
  await expect.poll(() => numbers(page, "Input")).toEqual([1, 1, 2, 1, 1, 5, 1, 1, 1]);
  const width = page.getByRole("spinbutton", { name: "Input width" });
  await width.fill("4");
  await width.press("Enter");
  await expect.poll(() => numbers(page, "Input")).toEqual([1, 1, 2, 0, 1, 1, 5, 0, 1, 1, 1, 0]);
  for (let i = 0; i < 4; i++) await button(page, "Undo").click();
  await expect.poll(() => numbers(page, "Input")).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test("a kernel is a grid of its layer's: typed and pasted into", async ({ open, page }) => {
  await open("#view=stack&dims=1&input=4,1,5,2,6&layers=k2,k2");
  const kernel = grid(page, "Layer 2, kernel").getByRole("gridcell");
  await kernel.nth(1).focus();
  await page.keyboard.type("-1");
  await page.keyboard.press("Enter");
  await expect.poll(() => numbers(page, "Layer 2")).toEqual([-1, -1, -1]);
  await expect(kernel.nth(1)).toBeFocused();
  await grid(page, "Layer 1, kernel").getByRole("gridcell").first().focus();
  await pasteHere(page, "1,-1");
  await expect.poll(() => numbers(page, "Layer 1")).toEqual([3, -4, 3, -4]);
  await expect.poll(() => page.url()).toContain("kernels=1,-1_1,-1");
});

test("channels changed in Explore reach every layer, in one step", async ({ open, page }) => {
  await open("#layers=k3p1,k3p1&input=1,2,3;4,5,6;7,8,9");
  const channels = page.getByRole("spinbutton", { name: "Output channels" });
  await channels.fill("3");
  await channels.press("Enter");
  await page.getByRole("radio", { name: "Stack", exact: true }).check();
  await expect(grid(page, "Layer 2")).toBeVisible();
  await expect(grid(page, "Layer 2, kernel from channel 0 to channel 0")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "fit" })).toHaveCount(0);
  await button(page, "Undo").click();
  await expect(grid(page, "Layer 2, kernel")).toBeVisible();
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
      await button(page, "Effective weights").click();
      await grid(page, "Effective weights").waitFor();
      expect(await cutOff(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
    });
  }

  for (const theme of THEMES) {
    test(`${theme}: no breach of accessibility rules`, async ({ open, page }) => {
      await open(`#view=stack&theme=${theme}&layers=k3p1r,max2,k3&compare=k7p3`);
      await grid(page, "Layer 3").waitFor();
      await button(page, "Shift right").click();
      await button(page, "Effective weights").click();
      await page.getByRole("radio", { name: "Paint", exact: true }).check();
      expect(await axeFindings(page)).toEqual([]);
    });
  }
});
