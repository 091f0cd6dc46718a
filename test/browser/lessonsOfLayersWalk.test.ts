import type { Page } from "@playwright/test";
import { setField, spin } from "./acting";
import { expect, test } from "./fixtures";
import { lessonNamed, lessonPanel, type Solutions, walkRight } from "./lessonWalk";

const press = (page: Page, name: string) =>
  lessonPanel(page).getByRole("button", { name, exact: true }).click();
const choose = (page: Page, name: string, option: string) =>
  page.getByRole("combobox", { name, exact: true }).selectOption({ label: option });

/** Sets the two axes of a parameter that were linked. */
async function setAxes(page: Page, name: string, rows: string, columns: string) {
  if ((await spin(page, name).count()) > 0) await press(page, `Link ${name} of rows and columns`);
  await setField(page, `${name} (rows)`, rows);
  await setField(page, `${name} (columns)`, columns);
}

/** Sets both axes of a parameter, linked or not. */
async function setBoth(page: Page, name: string, value: string) {
  await expect(spin(page, name).or(spin(page, `${name} (rows)`))).toBeVisible();
  if ((await spin(page, name).count()) > 0) return setField(page, name, value);
  await setField(page, `${name} (rows)`, value);
  await setField(page, `${name} (columns)`, value);
}

/** Sets one option of each layer of a stack. */
async function setLayers(page: Page, option: string, ...values: readonly string[]) {
  for (const [index, value] of values.entries()) {
    const field = page.getByRole("textbox", { name: `Layer ${index + 1}, ${option}`, exact: true });
    await field.fill(value);
    await field.press("Enter");
  }
}

/** Types the weights of 1×1 kernels, those of one output channel. */
async function typeWeights(page: Page, output: number, weights: readonly number[]) {
  await page
    .getByRole("radio", { name: String(output), exact: true })
    .first()
    .check({ force: true });
  for (const [input, weight] of weights.entries()) {
    await page
      .getByRole("grid", { name: `Kernel, channel ${input}`, exact: true })
      .getByRole("gridcell")
      .focus();
    await page.keyboard.type(String(weight));
    await page.keyboard.press("Enter");
  }
}

/** One way through each step that asks for something to be done. */
const SOLUTIONS: Readonly<Record<string, Solutions>> = {
  "padding-is-data": {
    2: (page) => setAxes(page, "Padding", "0", "1"),
    3: (page) => choose(page, "Fill with", "replicate"),
    5: (page) => setBoth(page, "Padding", "2"),
  },
  "stride-and-the-floor": {
    2: (page) => setBoth(page, "Stride", "1"),
    3: (page) => setAxes(page, "Stride", "3", "2"),
    5: async (page) => {
      await choose(page, "Operation", "max pooling");
      await setBoth(page, "Stride", "1");
      await choose(page, "Operation", "average pooling");
    },
    6: (page) => setBoth(page, "Stride", "2"),
  },
  "the-rows-nobody-reads": {
    2: (page) => press(page, "Scramble unread"),
    3: (page) => setField(page, "Stride (columns)", "4"),
    5: (page) => setBoth(page, "Stride", "2"),
    6: (page) => setField(page, "Padding (bottom)", "1"),
  },
  "channels-and-nchw": {
    2: (page) => press(page, "Swap the channels"),
    3: (page) => setField(page, "Output channels", "3"),
    6: async (page) => {
      await setField(page, "Kernel size", "5");
      await setField(page, "Input channels", "3");
      await setField(page, "Output channels", "16");
    },
  },
  "the-one-by-one": {
    2: (page) => setField(page, "Input channels", "1"),
    3: (page) => setField(page, "Output channels", "1"),
    4: async (page) => {
      await typeWeights(page, 0, [1, 2, 1]);
      await typeWeights(page, 1, [1, -1, 0]);
    },
  },
  "small-and-deep-beats-large-and-wide": {
    4: (page) => page.getByRole("checkbox", { name: "Layer 1, ReLU" }).uncheck(),
    5: async (page) => {
      await page.getByRole("checkbox", { name: "Layer 1, ReLU" }).check();
      await press(page, "Negate the signal");
    },
    6: (page) => setLayers(page, "dilation", "1", "2", "4"),
  },
  dilation: {
    2: (page) => setField(page, "Dilation", "2"),
    4: (page) => setField(page, "Padding", "2"),
    5: async (page) => {
      await setField(page, "Dilation", "2");
      await setField(page, "Stride", "2");
    },
  },
  "groups-and-depthwise": {
    2: (page) => setField(page, "Groups", "2"),
    3: (page) => press(page, "Add a 1×1 layer"),
    4: async (page) => {
      await setField(page, "Input channels", "3");
      await setField(page, "Output channels", "12");
      await setField(page, "Groups", "3");
    },
  },
  "sharing-and-shifting": {
    2: (page) => lessonPanel(page).getByRole("radio", { name: "im2col", exact: true }).check({ force: true }),
    4: (page) => press(page, "Shift right"),
    5: async (page) => {
      await press(page, "Shift right");
      await expect(lessonPanel(page).locator(".lesson-goals [data-reached]")).toHaveCount(1);
      await press(page, "Shift right");
    },
    6: async (page) => {
      await setField(page, "Padding", "1");
      for (let shifts = 0; shifts < 3; shifts++) await press(page, "Shift right");
    },
  },
  "running-it-backwards": {
    2: (page) => press(page, "All outputs count"),
    4: (page) => setField(page, "Stride", "2"),
    6: (page) => setField(page, "Output padding", "1"),
  },
};

for (const [name, solutions] of Object.entries(SOLUTIONS)) {
  test(`${name} is walked to its end by its right answers`, async ({ open, page }) => {
    const lesson = await lessonNamed(name);
    await open(`#lesson=${name}&at=1`);
    await walkRight(page, lesson, solutions);
  });
}
