import type { Page } from "@playwright/test";
import { choose } from "./acting";
import { expect, numbers, test } from "./fixtures";
import { plainConv } from "./plainConv";

type Rows = readonly (readonly number[])[];
type Setting = NonNullable<Parameters<typeof plainConv>[2]>;

interface Example {
  readonly name: string;
  readonly title: string;
  readonly kernel: Rows;
  /** Where the picture itself is part of what is promised. */
  readonly input?: Rows;
  readonly setting?: Setting;
  readonly size?: readonly [number, number];
}

const ONE_IN_3X3 = middleOne(3, 3);
const RING: Setting = {
  padding: [
    [1, 1],
    [1, 1],
  ],
};

const upright = table(6, 8, (_, column) => (column >= 2 && column <= 5 ? 0 : 1));
const lying = table(10, 8, (row) => (row >= 3 && row <= 6 ? 0 : 1));
const places = table(8, 8, (row, column) => 10 * row + column);

const EXAMPLES: readonly Example[] = [
  {
    name: "corr2d",
    title: "0…8 with a 2×2 kernel",
    input: table(3, 3, (row, column) => 3 * row + column),
    kernel: [
      [0, 1],
      [2, 3],
    ],
  },
  { name: "edges-vertical", title: "Vertical edges", input: upright, kernel: [[1, -1]] },
  {
    name: "edges-vertical-turned",
    title: "Vertical edges, image turned",
    input: transposed(upright),
    kernel: [[1, -1]],
  },
  { name: "edges-horizontal", title: "Horizontal edges", input: lying, kernel: [[1], [-1]] },
  {
    name: "edges-horizontal-turned",
    title: "Horizontal edges, image turned",
    input: transposed(lying),
    kernel: [[1], [-1]],
  },
  {
    name: "size-kept",
    title: "3×3, padding 1",
    input: places,
    kernel: ONE_IN_3X3,
    setting: RING,
    size: [8, 8],
  },
  {
    name: "size-kept-5x3",
    title: "5×3, padding 2 and 1",
    input: places,
    kernel: middleOne(5, 3),
    setting: {
      padding: [
        [2, 2],
        [1, 1],
      ],
    },
    size: [8, 8],
  },
  {
    name: "size-halved",
    title: "3×3, padding 1, stride 2",
    input: places,
    kernel: ONE_IN_3X3,
    setting: { ...RING, stride: [2, 2] },
    size: [4, 4],
  },
  {
    name: "size-3x5",
    title: "3×5, padding 0 and 1, stride 3 and 5",
    input: places,
    kernel: middleOne(3, 5),
    setting: {
      stride: [3, 5],
      padding: [
        [0, 0],
        [1, 1],
      ],
    },
    size: [2, 2],
  },
  { name: "identity", title: "Identity", kernel: ONE_IN_3X3, setting: RING },
  { name: "blur", title: "Blur", kernel: table(3, 3, () => 1 / 9), setting: RING },
  {
    name: "sharpen",
    title: "Sharpen",
    kernel: [
      [0, -1, 0],
      [-1, 5, -1],
      [0, -1, 0],
    ],
  },
  {
    name: "sobel-x",
    title: "Sobel x",
    kernel: [
      [1, 0, -1],
      [2, 0, -2],
      [1, 0, -1],
    ],
    setting: RING,
  },
  {
    name: "sobel-y",
    title: "Sobel y",
    kernel: [
      [1, 2, 1],
      [0, 0, 0],
      [-1, -2, -1],
    ],
    setting: RING,
  },
  {
    name: "laplacian",
    title: "Laplacian",
    kernel: [
      [0, 1, 0],
      [1, -4, 1],
      [0, 1, 0],
    ],
    setting: RING,
  },
  {
    name: "emboss",
    title: "Emboss",
    kernel: [
      [-2, -1, 0],
      [-1, 1, 1],
      [0, 1, 2],
    ],
    setting: RING,
  },
  {
    name: "corner",
    title: "Corner",
    kernel: [
      [-1, -1, -1],
      [-1, 1, 1],
      [-1, 1, 1],
    ],
    setting: { ...RING, bias: -3, relu: true },
  },
];

/** Examples of other axes, of channels and of the other operations, which this plain loop does not know. */
const OTHER_LAYERS = 19;

test("every example opens from the menu and computes what a plain loop does", async ({ open, page }) => {
  test.slow();
  await open();
  await page.getByRole("button", { name: "Examples" }).click();
  await expect(page.getByRole("menuitem")).toHaveCount(EXAMPLES.length + OTHER_LAYERS);
  await page.keyboard.press("Escape");
  for (const example of EXAMPLES) {
    await choose(page, "Examples", example.title);
    await page.getByRole("button", { name: "Last step" }).click();
    await expectExample(page, example);
  }
});

test("every example opens by its name in the address, past the end at its last step", async ({
  open,
  page,
}) => {
  test.slow();
  for (const example of EXAMPLES) {
    await page.goto("about:blank");
    await open(`#preset=${example.name}&step=9999`);
    await expectExample(page, example);
  }
});

test("the examples show what the notes print", async ({ open, page }) => {
  await open("#preset=corr2d&step=3");
  await expect
    .poll(() => numbers(page, "Output"))
    .toEqual([
      [19, 25],
      [37, 43],
    ]);
  await open("#preset=edges-vertical&step=99");
  const edges = await numbers(page, "Output");
  expect(edges[0]).toEqual([0, 1, 0, 0, 0, -1, 0]);
  expect(edges.flat().filter((value) => value !== 0)).toHaveLength(12);
  await open("#preset=edges-vertical-turned&step=99");
  expect((await numbers(page, "Output")).flat().every((value) => value === 0)).toBe(true);
  await open("#preset=edges-horizontal&step=99");
  const bars = await numbers(page, "Output");
  expect(bars[2]).toEqual(Array(8).fill(1));
  expect(bars[6]).toEqual(Array(8).fill(-1));
});

async function expectExample(page: Page, example: Example): Promise<void> {
  const { name, kernel, setting, size } = example;
  const shown = (await numbers(page, "Input")).map((row) => row.map((value) => value ?? Number.NaN));
  if (example.input) expect(shown, name).toEqual(example.input);
  expectShown(await numbers(page, "Kernel"), kernel, name);
  const expected = plainConv(shown, kernel, setting);
  if (size) expect([expected.length, expected[0]?.length], name).toEqual(size);
  expectShown(await numbers(page, "Output"), expected, name);
}

/** Whole numbers stand as they are, others with the two to four digits that their cell has room for. */
function expectShown(shown: readonly (readonly (number | null)[])[], exact: Rows, name: string): void {
  const wrong = exact.flatMap((row, i) =>
    row.flatMap((value, j) => {
      const whole = Number(value.toPrecision(12));
      const fine = Number.isInteger(whole)
        ? [whole]
        : [2, 3, 4].map((digits) => Number(value.toPrecision(digits)));
      const there = shown[i]?.[j] ?? Number.NaN;
      return fine.some((number) => number === there) ? [] : [`${name} [${i}, ${j}]: ${there}, not ${value}`];
    }),
  );
  expect(wrong).toEqual([]);
  expect(shown.flat()).toHaveLength(exact.flat().length);
}

function middleOne(rows: number, columns: number): Rows {
  return table(rows, columns, (row, column) =>
    row === (rows - 1) / 2 && column === (columns - 1) / 2 ? 1 : 0,
  );
}

function transposed(rows: Rows): Rows {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
}

function table(rows: number, columns: number, entry: (row: number, column: number) => number): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => entry(row, column)),
  );
}
