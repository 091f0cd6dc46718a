import type { Page } from "@playwright/test";
import { choose, setField } from "./acting";
import { expect, test } from "./fixtures";
import { expectTables, grid, numbered, type Tables } from "./sheets";

const COUNTED = "0,1,2;3,4,5;6,7,8";
const COUNTED_ON = "1,2,3;4,5,6;7,8,9";
const CHECKER = grid(4, 4, (row, column) => (row + column + 1) % 2);
const STRIPES = grid(4, 4, (_, column) => (column + 1) % 2);
const ones = (rows: number, columns = rows) => grid(rows, columns, () => 1);
const zeros = (rows: number, columns = rows) => ones(rows, columns).replaceAll("1", "0");
const table = (address: string) => address.replaceAll(",", " ").replaceAll(";", " / ");
const TENS = `input=${grid(8, 8, (row, column) => 10 * row + column)}&kernel=0,0,0;0,1,0;0,0,0&padding=1`;
const DOT = [1, 2, 3]
  .map((at) => grid(4, 4, (row, column) => (row === 1 && column === at ? 1 : 0)))
  .join("|");
const SERIES = "dims=1&input=3,6,0,9,3";
const COUNT_TO_9 = "dims=1&input=1,2,3,4,5,6,7,8,9&kernel=1,0,-1";
const SPIKE = "dims=1&input=0,0,3,1,0,0,0&kernel=1,-1";
const TWO = `input=${COUNTED}|${COUNTED_ON}&kernel=0,1;2,3|1,2;3,4`;
const PIXEL = "input=10,0;0,0|20,0;0,0|30,0;0,0";
const LANES = "input=1,2;3,4|10,20;30,40";
const DIAMOND = "input=0,1;2,3&kernel=0,1;2,3&op=transposed";

/** What a configuration gives, all outputs filled. */
const OUTPUTS: readonly (readonly [lesson: string, address: string, output: string | Tables])[] = [
  ["5, the checker's kernel", `input=${CHECKER}&kernel=1,-1;-1,1`, "2 -2 2 / -2 2 -2 / 2 -2 2"],
  ["5, on stripes", `input=${STRIPES}&kernel=1,-1;-1,1`, table(zeros(3))],
  ["5, on a flat tile", `input=${ones(4)}&kernel=1,-1;-1,1`, table(zeros(3))],
  ["5, on a bright one", `input=${ones(4).replaceAll("1", "9")}&kernel=1,-1;-1,1`, table(zeros(3))],
  ["5, the stripes' kernel", `input=${STRIPES}&kernel=1,-1;1,-1`, "2 -2 2 / 2 -2 2 / 2 -2 2"],
  ["5, on the checker", `input=${CHECKER}&kernel=1,-1;1,-1`, table(zeros(3))],
  ["5, ReLU", `input=${CHECKER}&kernel=1,-1;-1,1&activation=relu`, "2 0 2 / 0 2 0 / 2 0 2"],
  ["5, sums on flat", `input=${ones(4)}&kernel=1,1;1,1`, "4 4 4 / 4 4 4 / 4 4 4"],
  ["5, sums on the checker", `input=${CHECKER}&kernel=1,1;1,1`, "2 2 2 / 2 2 2 / 2 2 2"],
  ["6, moving sum", `${SERIES}&kernel=1,1,1`, "9 15 12"],
  ["6, difference", `${SERIES}&kernel=-1,1`, "3 -6 9 -6"],
  [
    "6, a moving dot",
    `dims=3&input=${DOT}&kernel=-1|1`,
    numbered("Output, slice", [
      "0 0 0 0 / 0 -1 1 0 / 0 0 0 0 / 0 0 0 0",
      "0 0 0 0 / 0 0 -1 1 / 0 0 0 0 / 0 0 0 0",
    ]),
  ],
  ["12, stride 3 and 2", `input=${COUNTED}&kernel=0,1;2,3&padding=1&stride=3,2`, "0 8 / 6 8"],
  ["12, max", `input=${COUNTED}&op=max-pool&kernel-size=2&stride=1`, "4 5 / 7 8"],
  ["12, mean", `input=${COUNTED}&op=avg-pool&kernel-size=2&stride=1`, "2 3 / 5 6"],
  ["14, two channels", TWO, "56 72 / 104 120"],
  ["14, swapped", `input=${COUNTED_ON}|${COUNTED}&kernel=0,1;2,3|1,2;3,4`, "52 68 / 100 116"],
  [
    "15, sum and difference",
    `${PIXEL}&kernel=1|1|1/1|0|-1`,
    numbered("Output, channel", ["60 0 / 0 0", "-20 0 / 0 0"]),
  ],
  [
    "15, grey and redness",
    `${PIXEL}&kernel=1|2|1/1|-1|0`,
    numbered("Output, channel", ["80 0 / 0 0", "-10 0 / 0 0"]),
  ],
  ["17, gridding", "dims=1&input=1,2,3,4,5,6,7,8,9&kernel=1,0,-1&dilation=2&stride=2", "-4 -4 -4"],
  ["18, standard", `${LANES}&kernel=1,1;1,1|1,1;1,1`, "110"],
  ["18, depthwise", `${LANES}&kernel=1,1;1,1/1,1;1,1&groups=2`, numbered("Output, channel", ["10", "100"])],
  ["19, a spike", SPIKE, "0 -3 2 1 0 0"],
  ["19, at stride 2", `${SPIKE}&stride=2`, "0 2 0"],
  ["20, stamps", DIAMOND, "0 0 1 / 0 4 6 / 4 12 9"],
];

const lessonsOf = [...new Set(OUTPUTS.map(([lesson]) => lesson.split(",", 1)[0]))];

for (const number of lessonsOf) {
  test(`lesson ${number}: what comes out, by address`, async ({ open, page }) => {
    for (const [lesson, address, output] of OUTPUTS) {
      if (lesson.split(",", 1)[0] !== number) continue;
      await test.step(lesson, async () => {
        await open(`#${address}&step=999`);
        await expectTables(page, "Output", output);
      });
    }
  });
}

/** The numbers of a shape as PyTorch writes it. */
const tuple = (page: Page, tensor: string) =>
  page.getByRole("group", { name: tensor, exact: true }).locator(".tuple-number b");
const expectTuple = (page: Page, tensor: string, ...sizes: readonly number[]) =>
  expect(tuple(page, tensor), tensor).toHaveText(sizes.map(String));

/** What a line of the cost says. */
async function expectCost(page: Page, name: string, value: number): Promise<void> {
  const line = page.locator(".cost-line").filter({ hasText: name }).locator(".cost-value");
  await expect.poll(async () => Number((await line.textContent())?.replaceAll(/\D/g, ""))).toBe(value);
}

/** Rows and columns of the only output sheet. */
async function expectSize(page: Page, rows: number, columns: number): Promise<void> {
  const output = page.getByRole("grid", { name: "Output", exact: true });
  await expect(output.getByRole("row")).toHaveCount(rows);
  await expect(output.getByRole("gridcell")).toHaveCount(rows * columns);
}

const bill = (page: Page) => page.locator(".bill-weights");

test("lesson 6: words go to two channels with 26 parameters", async ({ open, page }) => {
  await open(`#dims=1&input=${ones(4, 5)}&kernel-size=3&out-channels=2&bias=1,1`);
  await expectTuple(page, "Input", 1, 4, 5);
  await expectTuple(page, "Weight", 2, 4, 3);
  await expectTuple(page, "Output", 1, 2, 3);
  await expectCost(page, "Parameters", 26);
});

test("lesson 6: a volume of 8×16×16 becomes 6×14×14 with 28 parameters", async ({ open, page }) => {
  const volume = Array.from({ length: 8 }, () => zeros(16)).join("|");
  await open(`#dims=3&input=${volume}&kernel-size=3&bias=1`);
  await expectTuple(page, "Input", 1, 1, 8, 16, 16);
  await expectTuple(page, "Output", 1, 1, 6, 14, 14);
  await expectCost(page, "Parameters", 28);
});

test("lesson 12: stride 2 keeps every second row and column", async ({ open, page }) => {
  await open(`#${TENS}&step=999`);
  await setField(page, "Stride", "2");
  await expectTables(page, "Output", table(grid(4, 4, (row, column) => 20 * row + 2 * column)));
  await expectCost(page, "Multiply–adds", 16 * 9);
});

const SIDES = [
  ["12: 5, kernel 3, stride 2", `input=${zeros(5)}&kernel-size=3&stride=2`, 2],
  ["12: 9, kernel 3, padding 1, stride 2", `input=${zeros(9)}&kernel-size=3&padding=1&stride=2`, 5],
  ["12: 28, kernel 3, stride 2", `input=${zeros(28)}&kernel-size=3&stride=2`, 13],
  ["12: 8, kernel 5, padding 1, stride 4", `input=${zeros(8)}&kernel-size=5&padding=1&stride=4`, 2],
  ["13: 8, kernel 3, padding 1, stride 2", `input=${zeros(8)}&kernel-size=3&padding=1&stride=2`, 4],
  ["13: 10, kernel 3, stride 2", `input=${zeros(10)}&kernel-size=3&stride=2`, 4],
  ["17: 8, kernel 3, dilation 2", `input=${zeros(8)}&kernel-size=3&dilation=2`, 4],
  ["17: the same with padding 2", `input=${zeros(8)}&kernel-size=3&dilation=2&padding=2`, 8],
  ["20: 4 back to 7", `input=${zeros(4)}&op=transposed&kernel-size=3&stride=2&padding=1`, 7],
  [
    "20: 16 back to 32",
    `input=${zeros(16)}&op=transposed&kernel-size=3&stride=2&padding=1&output-padding=1`,
    32,
  ],
] as const;

test("lessons 12, 13, 17 and 20: how long a side becomes", async ({ open, page }) => {
  for (const [lesson, address, size] of SIDES) {
    await test.step(lesson, async () => {
      await open(`#${address}`);
      await expectSize(page, size, size);
    });
  }
});

test("lesson 13: two rows that no window reads, until a row of padding reaches them", async ({
  open,
  page,
}) => {
  await open(
    `#input=${grid(8, 8, (row, column) => row + column)}&kernel-size=3,5&padding=0,1&stride=3,5&step=9`,
  );
  await expectSize(page, 2, 2);
  await expect(page.getByText("2 rows are never read.").first()).toBeVisible();
  const before = await page.getByRole("grid", { name: "Output", exact: true }).textContent();
  await page.getByRole("button", { name: "Scramble the unread cells" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
  await expect(page.getByRole("grid", { name: "Output", exact: true })).toHaveText(before ?? "");
  await setField(page, "Stride (columns)", "4");
  await expectSize(page, 2, 2);
  await page.getByRole("button", { name: "Set each edge of the padding" }).click();
  await setField(page, "Padding (bottom)", "1");
  await expectSize(page, 3, 2);
});

test("lesson 14: more output channels have kernels and biases of their own", async ({ open, page }) => {
  await open(`#${TWO}&step=999`);
  await setField(page, "Output channels", "3");
  await expectTuple(page, "Weight", 3, 2, 2, 2);
  await expectTuple(page, "Bias", 3);
  await expectTuple(page, "Output", 1, 3, 2, 2);
  await page.getByRole("button", { name: "Last step" }).click();
  await expectTables(
    page,
    "Output",
    numbered("Output, channel", ["56 72 / 104 120", "76 100 / 148 172", "96 128 / 192 224"]),
  );
});

test("lesson 14: weight shape (16, 3, 5, 5) has 1,216 parameters with its biases", async ({ open, page }) => {
  await open();
  await setField(page, "Padding", "1");
  await setField(page, "Kernel size", "5");
  await setField(page, "Input channels", "3");
  await setField(page, "Output channels", "16");
  await expectTuple(page, "Weight", 16, 3, 5, 5);
  await expectCost(page, "Parameters", 1200);
  await setField(page, "Bias, output channel 0", "1");
  await expectCost(page, "Parameters", 1216);
});

test("lesson 15: one channel in and out is a factor; one out keeps height and width", async ({
  open,
  page,
}) => {
  await open(`#${PIXEL}&kernel=1|1|1/1|0|-1`);
  await expect(
    page.locator(".info math[aria-label*=pixel] mtable, .info math mtable").first(),
  ).toBeAttached();
  await setField(page, "Output channels", "1");
  await expectSize(page, 2, 2);
  await setField(page, "Input channels", "1");
  await expect(page.getByText("it is only a factor")).toBeVisible();
});

const FIELDS = [
  ["16: two 3×3 layers", "k3,k3", 5],
  ["16: three", "k3,k3,k3", 7],
  ["16: strides 2, 2, 2", "k3s2,k3s2,k3s2", 15],
  ["16: dilations 1, 2, 4", "k3,k3d2,k3d4", 15],
  ["16: stride 2, then 1", "k3s2,k3", 7],
  ["16: stride 1, then 2", "k3,k3s2", 5],
  ["17: dilation 4", "k3d4", 9],
] as const;

test("lessons 16 and 17: how far stacks see", async ({ open, page }) => {
  for (const [lesson, layers, field] of FIELDS) {
    await test.step(lesson, async () => {
      await open(`#view=stack&layers=${layers}`);
      const total = page.locator(".stack-bill").getByRole("row", { name: /Total/ }).getByRole("cell");
      await expect(total.nth(2)).toHaveText(`${field}×${field}`);
    });
  }
});

test("lesson 16: the bend tells a rise from a fall", async ({ open, page }) => {
  await open("#view=stack&dims=1&input=-4,-1,-5,-2,-6&layers=k2r,k2&kernels=1,-1_1,1");
  await expectTables(page, "Layer 2", { "Layer 2": "4 4 4", "Layer 2, kernel": "1 1" });
});

test("lesson 17: wider dilation, same weights", async ({ open, page }) => {
  await open(`#${COUNT_TO_9}&step=999`);
  await expectTables(page, "Output", "-2 -2 -2 -2 -2 -2 -2");
  for (const [dilation, output] of [
    ["2", "-4 -4 -4 -4 -4"],
    ["3", "-6 -6 -6"],
  ] as const) {
    await setField(page, "Dilation", dilation);
    await expectTables(page, "Output", output);
    await expectCost(page, "Parameters", 3);
  }
  await expectCost(page, "Receptive field", 7);
});

test("lesson 18: what groups save", async ({ open, page }) => {
  await open(`#input=${[1, 2, 3, 4].map(() => COUNTED).join("|")}&kernel-size=3&out-channels=4`);
  await expect(bill(page)).toContainText(["144", "36", "36 + 16 = 52"]);
  await setField(page, "Groups", "2");
  await expect(bill(page)).toContainText(["144", "72", "36", "36 + 16 = 52"]);
  await expectTuple(page, "Weight", 4, 2, 3, 3);
  await setField(page, "Groups", "4");
  await expectTuple(page, "Weight", 4, 1, 3, 3);
  await expectCost(page, "Parameters", 36);
});

test("lesson 18: 12 kernels in 3 lanes", async ({ open, page }) => {
  await open("#kernel-size=3");
  await setField(page, "Input channels", "3");
  await setField(page, "Output channels", "12");
  await setField(page, "Groups", "3");
  await expectTuple(page, "Weight", 12, 1, 3, 3);
});

test("lesson 19: 4,160 parameters of a dense layer against 10", async ({ open, page }) => {
  await open(`#input=${zeros(8)}&kernel-size=3&padding=1&bias=1`);
  await expectSize(page, 8, 8);
  await expectCost(page, "Parameters", 10);
  await expectCost(page, "Same map, dense layer", 4160);
});

test("lesson 19: the answer moves along, until the stride is 2", async ({ open, page }) => {
  await open(`#${SPIKE}&step=999`);
  await choose(page, "Fill input", "Shift right");
  await expectTables(page, "Output", "0 0 -3 2 1 0");
  await setField(page, "Stride", "2");
  await expectTables(page, "Output", "0 -3 1");
  await choose(page, "Fill input", "Shift right");
  await expectTables(page, "Output", "0 0 2");
});

test("lesson 20: there and back is no inverse; stride and output padding spread the stamps", async ({
  open,
  page,
}) => {
  await open("#step=999");
  const run = page.getByRole("button", { name: "Run it backwards", exact: true });
  await run.click();
  await expect(run).toHaveCount(2);
  await run.last().click();
  await expectTables(page, "Input", "19 25 / 37 43");
  await expectTables(page, "Output", "0 19 25 / 38 144 118 / 74 197 129");
  await page.goto("about:blank");
  await open(`#${DIAMOND}&step=999`);
  await setField(page, "Stride", "2");
  await expectTables(page, "Output", "0 0 0 1 / 0 0 2 3 / 0 2 0 3 / 4 6 6 9");
  await setField(page, "Output padding", "1");
  await expectSize(page, 5, 5);
});

for (const [kernel, counts] of [
  [3, "1 1 2 1 2 1 2 1 1"],
  [4, "1 1 2 2 2 2 2 2 1 1"],
] as const) {
  test(`lesson 20: stamps of kernel ${kernel} at stride 2 overlap ${counts}`, async ({ open, page }) => {
    await open(`#input=${ones(4)}&op=transposed&kernel-size=${kernel}&stride=2`);
    await expect(page.locator(".info")).toContainText(counts);
  });
}
