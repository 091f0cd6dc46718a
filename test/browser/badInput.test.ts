import type { Page } from "@playwright/test";
import { choose, openEditor, pasteHere, setField, speak, spin } from "./acting";
import { cell, expect, numbers, test } from "./fixtures";

const KERNEL = [
  [0, 1],
  [2, 3],
];
const CHINESE = /[\u4e00-\u9fff]/;

interface Row {
  readonly typed: string;
  readonly message: string;
}

const REFUSED_CELLS: readonly Row[] = [
  { typed: "1,5", message: '"1,5": use a point for decimals, 1.5' },
  { typed: "1 000", message: "Write 1000 without separators" },
  { typed: "1’000", message: "Write 1000 without separators" },
  { typed: "1\u202f000", message: "Write 1000 without separators" },
  { typed: "1e308", message: "Entries must lie between -1000000 and 1000000" },
  { typed: "1e999", message: '"1e999" is not a finite number' },
  { typed: "Infinity", message: '"Infinity" is not a finite number' },
  { typed: "NaN", message: '"NaN" is not a finite number' },
  { typed: "", message: "A cell needs a number" },
  { typed: "   ", message: "A cell needs a number" },
  { typed: "0x10", message: "Not a number" },
  { typed: "1_0", message: "Not a number" },
  { typed: "1e", message: "Not a number" },
  { typed: "1/3", message: "Not a number" },
  { typed: "9".repeat(2000), message: "Too long" },
];

const ACCEPTED_CELLS = [
  ["１２", 12],
  ["٣", 3],
  ["३", 3],
  ["−2", -2],
  ["-0", 0],
  ["\u202e1", 1],
  ["\u200b1\u200d", 1],
] as const;

for (const language of ["en", "zh-CN"] as const) {
  test.describe(language, () => {
    test.beforeEach(({ page }) => speak(page, language));

    const expectMessage = async (page: Page, english: string) => {
      const alert = page.getByRole("alert").filter({ hasText: /\S/ });
      if (language === "en") await expect(alert, english).toContainText(english);
      else await expect(alert, english).toHaveText(CHINESE);
    };
    const untouched = async (page: Page) => {
      await expect.poll(() => numbers(page, "Kernel")).toEqual(KERNEL);
      const undo = page.locator(".header-history button").first();
      await expect(undo).toHaveAttribute("aria-disabled", "true");
    };

    test("a cell refuses what is no number of it, with the reason, and nothing else changes", async ({
      open,
      page,
    }) => {
      test.slow();
      await open();
      for (const { typed, message } of REFUSED_CELLS) {
        await page.locator("[data-grid=kernel] [role=gridcell]").nth(1).focus();
        await page.keyboard.press("Enter");
        await page.keyboard.press("Control+a");
        await page.keyboard.press("Delete");
        await page.keyboard.insertText(typed);
        await page.keyboard.press("Enter");
        await expectMessage(page, message);
        const field = page.locator(".cell-editor input");
        await expect(field).toHaveAttribute("aria-invalid", "true");
        expect((await field.inputValue()).length).toBeLessThanOrEqual(33);
        await page.keyboard.press("Escape");
      }
      await expect.poll(() => kernelTexts(page)).toEqual(["0", "1", "2", "3"]);
      await expect(page.locator(".header-history button").first()).toHaveAttribute("aria-disabled", "true");
    });

    test("a cell reads numbers of other scripts and with invisible characters", async ({ open, page }) => {
      await open();
      for (const [typed, value] of ACCEPTED_CELLS) {
        await page.locator("[data-grid=kernel] [role=gridcell]").nth(1).focus();
        await page.keyboard.press("Enter");
        await page.keyboard.press("Control+a");
        await page.keyboard.insertText(typed);
        await page.keyboard.press("Enter");
        const [, shown = ""] = await kernelTexts(page);
        expect(shown.startsWith("-") || shown === "−0", typed).toBe(false);
        expect(Number(shown.replace("−", "-")), typed).toBe(value);
      }
    });

    if (language === "en") {
      test("settings refuse what the layer cannot be, and the figure keeps the last valid one", async ({
        open,
        page,
      }) => {
        await open();
        const rows: readonly (readonly [string, string, string])[] = [
          [
            "Kernel size",
            "5",
            "Kernel 5×5 does not fit the padded input 3×3. Add padding 1 or use a kernel of at most 3×3",
          ],
          ["Stride", "0", "Stride must be a whole number of at least 1"],
          ["Stride", "-1", "Stride must be a whole number of at least 1"],
          ["Stride", "1.5", "Stride must be a whole number of at least 1"],
          ["Padding", "-1", "Padding cannot be negative"],
          ["Dilation", "0", "Dilation must be at least 1"],
          ["Input height", "65", "Size 65 is outside 1–64"],
          ["Input width", "1000000", "Size 1000000 is outside 1–64"],
          ["Bias", "abc", "Not a number"],
        ];
        for (const [name, typed, message] of rows) {
          await setField(page, name, typed);
          await expectMessage(page, message);
          await expect(spin(page, name)).toHaveValue(typed);
          await expect(spin(page, name)).toHaveAttribute("aria-invalid", "true");
          await untouched(page);
          await spin(page, name).press("Escape");
        }
      });

      test("dilation, reflect and circular padding have limits of their own", async ({ open, page }) => {
        await open("#input=0,1,2,3,4;0,1,2,3,4;0,1,2,3,4;0,1,2,3,4;0,1,2,3,4&kernel-size=3");
        await setField(page, "Dilation", "3");
        await expectMessage(page, "Kernel 3 with dilation 3 spans 7 cells, the padded input has 5");
        await page.goto("about:blank");
        await open("#padding-mode=reflect");
        await setField(page, "Padding", "3");
        await expectMessage(page, "Reflect padding must be smaller than the input (at most 2)");
        await page.goto("about:blank");
        await open("#padding-mode=circular");
        await setField(page, "Padding", "4");
        await expectMessage(page, "Circular padding can be at most the input size (3)");
        await page.goto("about:blank");
        await open("#padding-mode=replicate");
        await setField(page, "Padding", "7");
        await expect(spin(page, "Padding")).toHaveValue("7");
        await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toHaveCount(0);
        await expect.poll(() => numbers(page, "Output")).toHaveLength(3 + 14 - 1);
      });

      test("'same' with stride 2 is computed, with a note about PyTorch", async ({ open, page }) => {
        await open("#stride=2");
        await page.getByRole("combobox", { name: "Padding rule" }).selectOption("same (TensorFlow)");
        await expect(page.getByText("PyTorch does not allow 'same' with stride > 1")).toBeVisible();
        await expect.poll(() => numbers(page, "Output")).toHaveLength(2);
      });
    } else {
      test("a setting's refusal is told in Chinese", async ({ open, page }) => {
        await open();
        const fields = page.getByRole("spinbutton");
        for (const typed of ["99", "0", "1.5", "x"]) {
          await fields.first().fill(typed);
          await fields.first().press("Enter");
          await expectMessage(page, typed);
          await fields.first().press("Escape");
        }
        for (const [address, at] of [
          ["#padding-mode=reflect", 4],
          ["#padding-mode=circular", 4],
        ] as const) {
          await open(address);
          const padding = fields.nth(at + 1);
          await padding.fill("4");
          await padding.press("Enter");
          await expectMessage(page, address);
        }
      });
    }

    test("a paste that is no table is refused with the place named", async ({ open, page }) => {
      await open();
      const rows: readonly Row[] = [
        { typed: "1\t2\n3", message: "Row 2 has 1 number, row 1 has 2" },
        { typed: "[[1. 2. ... 3.]]", message: "The pasted array is shortened with '...'" },
        { typed: "1 ".repeat(5000), message: "Too many numbers (limit 4096)" },
        { typed: "1\t".repeat(1_000_000), message: "Too many numbers (limit 4096)" },
        { typed: "nan\t1", message: 'Row 1, column 1: "nan" is not a finite number' },
        { typed: "1\tinf", message: 'Row 1, column 2: "inf" is not a finite number' },
        { typed: "None\t1", message: 'Row 1, column 1: "None" is not' },
        { typed: "1\ttrue", message: 'Row 1, column 2: "true" is not' },
      ];
      for (const { typed, message } of rows) {
        await page.locator("[data-grid=kernel] [role=gridcell]").first().focus();
        await pasteHere(page, typed);
        const dialog = page.getByRole("dialog");
        await expectMessage(page, message);
        await dialog.locator("button[type=submit]").click();
        await expectMessage(page, message);
        await page.keyboard.press("Escape");
        await expect(dialog).toBeHidden();
      }
      await expect.poll(() => kernelTexts(page)).toEqual(["0", "1", "2", "3"]);
    });
  });
}

test("a refused number does not hold up the page nor the other fields", async ({ open, page }) => {
  await open();
  await setField(page, "Kernel size", "5");
  await setField(page, "Padding", "1");
  await expect(page.getByText("5 fits now.")).toBeVisible();
  await page.getByRole("button", { name: "Use 5" }).click();
  await expect.poll(() => numbers(page, "Kernel")).toHaveLength(5);
});

test("who leaves a cell with a wrong number gets the last good one back", async ({ open, page }) => {
  await open();
  const editor = await openEditor(page, "Kernel", 0, 0);
  await editor.fill("abc");
  await spin(page, "Bias").click();
  await expect.poll(() => numbers(page, "Kernel")).toEqual(KERNEL);
});

test("a spreadsheet's own HTML is never put into the page", async ({ open, page }) => {
  await open();
  await cell(page, "Kernel", 0, 0).focus();
  await pasteHere(page, "7", '<img src="x" onerror="document.title=1">');
  await expect(cell(page, "Kernel", 0, 0)).toHaveText("7");
  expect((await numbers(page, "Kernel")).flat()).toEqual([7, 1, 2, 3]);
  expect(await page.locator("img").count()).toBe(0);
});

test("a semicolon table with decimal commas is read", async ({ open, page }) => {
  await open();
  await choose(page, "Fill kernel", "Paste numbers");
  await page.getByRole("textbox", { name: "Numbers" }).fill("1,5;2\n3;4,25");
  await page.getByRole("button", { name: "Put in" }).click();
  await expect
    .poll(() => numbers(page, "Kernel"))
    .toEqual([
      [1.5, 2],
      [3, 4.25],
    ]);
});

function kernelTexts(page: Page): Promise<string[]> {
  return page.locator("[data-grid=kernel] [role=gridcell]").allTextContents();
}
