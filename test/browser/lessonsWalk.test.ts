import type { Page } from "@playwright/test";
import { setField, typeCell } from "./acting";
import { cell, expect, test } from "./fixtures";
import { answerWrong, lessonNamed, lessonPanel, type Solutions, walkRight } from "./lessonWalk";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const choose = (page: Page, name: string, option: string) =>
  page.getByRole("combobox", { name, exact: true }).selectOption({ label: option });

/** Types a kernel's weights, row by row. */
async function typeKernel(page: Page, rows: readonly (readonly number[])[]) {
  for (const [row, weights] of rows.entries()) {
    for (const [column, weight] of weights.entries())
      await typeCell(page, "Kernel", row, column, String(weight));
  }
}

/** One way through each step that asks for something to be done. */
const SOLUTIONS: Readonly<Record<string, Solutions>> = {
  "the-sliding-dot-product": {
    2: (page) => press(page, "Next step"),
    3: async (page) => {
      await press(page, "Next step");
      await expect(cell(page, "Output", 1, 0)).toHaveText("37");
      await press(page, "Next step");
    },
    5: (page) => typeCell(page, "Kernel", 0, 0, "5"),
  },
  "one-number-lifts-the-whole-map": {
    2: async (page) => {
      await press(page, "Blank input");
      await setField(page, "Bias", "5");
    },
    3: async (page) => {
      await press(page, "Restore input");
      await setField(page, "Bias", "-30");
      await choose(page, "Activation", "ReLU");
    },
    4: (page) => setField(page, "Bias", "-37"),
  },
  "one-flip-apart": {
    2: (page) => choose(page, "Operation", "true convolution"),
    3: (page) => press(page, "Load 0 to 8"),
    4: (page) => press(page, "Turn kernel by 180°"),
    5: async (page) => {
      await typeKernel(page, [
        [1, 2],
        [2, 1],
      ]);
      await typeKernel(page, [
        [1, 2],
        [-2, -1],
      ]);
    },
  },
  "edges-have-a-direction": {
    4: async (page) => {
      await press(page, "Load the black bar");
      await press(page, "Transpose kernel");
    },
    5: async (page) => {
      await typeCell(page, "Kernel", 0, 1, "-1");
      await press(page, "Transpose kernel");
    },
  },
  "a-kernel-is-a-template": {
    2: async (page) => {
      await press(page, "Stripes");
      await press(page, "Flat");
    },
    3: async (page) => {
      await press(page, "Checkerboard");
      await press(page, "Stripes");
      await press(page, "Stripe kernel");
    },
    5: async (page) => {
      await typeKernel(page, [
        [1, 1],
        [1, 1],
      ]);
      await press(page, "Checkerboard");
    },
  },
  "one-two-three-axes": {
    2: async (page) => {
      await setField(page, "Kernel length", "2");
      await typeKernel(page, [[-1, 1]]);
    },
    5: async (page) => {
      await page
        .getByRole("grid", { name: /^Kernel/ })
        .first()
        .getByRole("gridcell")
        .first()
        .focus();
      await page.keyboard.type("1");
      await page.keyboard.press("Enter");
    },
  },
  "learn-the-kernel": {
    2: (page) => press(page, "Last step"),
    3: (page) => press(page, "Start at 1, 0"),
    5: (page) => setField(page, "Learning rate", "0.0278"),
  },
  "what-the-data-cannot-teach": {
    3: async (page) => {
      await press(page, "One black column");
      await press(page, "Last step");
    },
    4: (page) => press(page, "Last step"),
    5: (page) => typeCell(page, "Input", 2, 3, "1"),
  },
  "padding-keeps-the-size": {
    2: (page) => press(page, "First step"),
    3: (page) => setField(page, "Padding", "1"),
    4: async (page) => {
      await page.getByRole("button", { name: "Link Padding of rows and columns" }).click();
      await setField(page, "Padding (rows)", "2");
      await setField(page, "Padding (columns)", "1");
    },
    6: async (page) => {
      for (const layer of [1, 2, 3]) {
        const field = page.getByRole("textbox", { name: `Layer ${layer}, padding`, exact: true });
        await field.fill("2");
        await field.press("Enter");
      }
    },
  },
  "why-odd": {
    2: (page) => setField(page, "Padding (left)", "1"),
    3: async (page) => {
      await setField(page, "Padding (left)", "0");
      await setField(page, "Padding (right)", "1");
    },
    5: async (page) => {
      await setField(page, "Kernel length", "3");
      await typeKernel(page, [[1, 1, 1]]);
    },
  },
};

for (const [name, solutions] of Object.entries(SOLUTIONS)) {
  test(`${name} is walked to its end by its right answers`, async ({ open, page }) => {
    const lesson = await lessonNamed(name);
    await open(`#lesson=${name}&at=1`);
    await walkRight(page, lesson, solutions);
  });
}

for (const name of ["the-sliding-dot-product", "one-flip-apart", "padding-keeps-the-size"]) {
  test(`${name}: a wrong answer's mistake is named, and one can go on`, async ({ open, page }) => {
    const lesson = await lessonNamed(name);
    const panel = lessonPanel(page);
    const [first] = lesson.steps;
    if (first?.kind !== "predict") throw new Error(`${name} does not begin with a question`);

    await open(`#lesson=${name}&at=1`);
    const mistake = await answerWrong(page, first.question, 0);
    await expect(panel.locator(".lesson-verdict")).toContainText("Not this");
    await expect(panel).toContainText(mistake);
    await panel.getByRole("button", { name: "Next", exact: true }).click();
    await expect(panel.locator(".lesson-place")).toContainText("Step 2 ");

    const [check] = lesson.checks;
    if (!check) throw new Error(`${name} has no check`);
    await open(`#lesson=${name}&at=${lesson.steps.length + 1}`);
    for (const index of [0, 1, 2]) {
      const named = await answerWrong(page, check, index);
      await expect(panel).toContainText(named);
      await panel.getByRole("button", { name: "Try again", exact: true }).click();
      await expect(panel).not.toContainText(named);
    }
  });
}
