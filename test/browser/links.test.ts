import { deflateSync } from "node:zlib";
import { speak, typeCell } from "./acting";
import { cell, expect, numbers, test } from "./fixtures";

const packed = (text: string) => deflateSync(Buffer.from(text)).toString("base64url");
const whole = packed("padding=1&bias=3");

/** What a link holds, the start of what is said about it, and the output's rows that are shown all the same. */
const LINKS: readonly (readonly [name: string, address: string, message: string, rows: number])[] = [
  ["over 32 KiB", `#input=${"1,".repeat(20_000)}1`, "The link is too long to open", 2],
  ["inflates to over 1 MiB", `#z=1.${packed(" ".repeat(2 ** 21))}`, "The link holds too much data", 2],
  ["truncated", `#z=1.${whole.slice(0, -6)}`, "The link is damaged; the default example is shown", 2],
  [
    "a byte flipped",
    `#z=1.${whole.slice(0, 8)}${whole[8] === "A" ? "B" : "A"}${whole.slice(9)}`,
    "The link is damaged; the default example is shown",
    2,
  ],
  ["no base64", "#z=1.%%%", "The link is damaged; the default example is shown", 2],
  ["newer", "#z=2.abc", "This link was made with a newer version. Reload to update", 2],
  ["unknown keys", "#colour=red&padding=1", "Not known to this version, kept in the link: colour=red", 4],
  ["__proto__", "#__proto__=1&padding=1", "Not known to this version", 4],
  [
    "constructor as a word",
    "#op=constructor&padding=1",
    "op=constructor cannot be used, conv is used instead",
    4,
  ],
  [
    "toString as a word",
    "#activation=toString",
    "activation=toString cannot be used, none is used instead",
    2,
  ],
  [
    "too few numbers",
    "#input=1,2,3;4,5,6;7,8,9&kernel=1,2,3;4,5,6;7,8",
    "Kernel in the link has 8 numbers, 3×3 needs 9",
    2,
  ],
  ["an enormous size", "#kernel-size=1000000000,1000000000", "Size 1000000000 is outside 1–64", 2],
  ["size 0", "#kernel-size=0", "Size 0 is outside 1–64", 2],
  ["size -1", "#kernel-size=-1", "Size", 2],
  ["size 2.5", "#kernel-size=2.5", "", 2],
  ["markup", "#title=%3Cimg%20src=x%20onerror=alert(1)%3E", "<img src=x", 2],
  ["a script address", "#image=javascript:alert(1)", "Not known to this version", 2],
  ["a foreign picture", "#image=http://example.org/a.png", "Not known to this version", 2],
  ["a kernel over the input", "#kernel-size=9", "Kernel 9×9 does not fit the padded input 3×3", 2],
  ["numbers out of range", "#bias=1e9", "bias=1e9 cannot be used, 0 is used instead", 2],
];

for (const language of ["en", "zh-CN"] as const) {
  test(`a link with something wrong opens all the same and says so (${language})`, async ({ open, page }) => {
    test.slow();
    await speak(page, language);
    for (const [name, address, message, rows] of LINKS) {
      await page.goto("about:blank");
      await open(address);
      const notices = page.locator(".notices p");
      await expect(notices, name).toHaveCount(1);
      if (language === "en") await expect(notices, name).toContainText(message);
      else await expect(notices, name).toHaveText(/[\u4e00-\u9fff]/);
      await expect(page.locator("[data-grid=output] [role=row]"), name).toHaveCount(rows);
      await page.evaluate(() => localStorage.removeItem("convscope"));
    }
    expect(await page.locator("img").count()).toBe(0);
  });
}

test("a newer link stays in the address bar until something is changed", async ({ open, page }) => {
  await open("#z=2.abc");
  await page.waitForTimeout(500);
  expect(new URL(page.url()).hash).toBe("#z=2.abc");
  await typeCell(page, "Kernel", 0, 0, "5");
  await expect.poll(() => new URL(page.url()).hash).toContain("kernel=5,1;2,3");
});

test("keys of a later release stay in the link", async ({ open, page }) => {
  await open("#colour=red&padding=1");
  await typeCell(page, "Kernel", 0, 0, "5");
  await expect.poll(() => new URL(page.url()).hash).toContain("kernel=5");
  expect(new URL(page.url()).hash).toContain("colour=red");
});

test("the same pairs are read after a question mark, and the fragment wins", async ({ open, page }) => {
  await open("?padding=1&bias=2&utm_source=mail#bias=3");
  await expect(page.locator(".notices p")).toHaveCount(0);
  await expect(cell(page, "Output", 0, 0)).toHaveText("3");
});

test("an address that is typed into the bar opens, and can be taken back", async ({ open, page }) => {
  await open();
  await page.evaluate(() => {
    location.hash = "#padding=1&step=3";
  });
  await expect(page.getByRole("grid", { name: "Output" }).getByRole("row")).toHaveCount(4);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => numbers(page, "Output")).toHaveLength(2);
});
