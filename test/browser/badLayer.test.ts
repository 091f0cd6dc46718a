import type { Locator, Page } from "@playwright/test";
import { speak } from "./acting";
import { expect, test } from "./fixtures";

const ALERT = '[role="alert"]';
const CHINESE = /[\u4e00-\u9fff]/;

/** Names of fields in the languages that the page speaks. */
const NAMES = {
  groups: { en: "Groups", "zh-CN": "组数" },
  padding: { en: "Padding", "zh-CN": "填充" },
  outputPadding: { en: "Output padding", "zh-CN": "输出填充" },
  inChannels: { en: "Input channels", "zh-CN": "输入通道数" },
  outChannels: { en: "Output channels", "zh-CN": "输出通道数" },
  rule: { en: "Padding rule", "zh-CN": "填充规则" },
  goOn: { en: "Go on", "zh-CN": "继续" },
} as const;

/** What a field refuses: the document as an address, what is typed, and why not. */
const REFUSED: readonly (readonly [
  address: string,
  field: keyof typeof NAMES,
  typed: string,
  why: RegExp,
])[] = [
  [
    "#kernel-size=2&in-channels=3&out-channels=3&input=1,2;3,4|1,2;3,4|1,2;3,4",
    "groups",
    "2",
    /^3 input channels cannot be split into 2 groups\. Use 1 or 3$/,
  ],
  ["#op=max-pool&kernel-size=2", "padding", "2", /^Pool padding can be at most half the window/],
  ["#op=transposed", "outputPadding", "1", /^Output padding must be smaller than the stride or the dilation/],
  [
    "#op=transposed&input=0,1;2,3&kernel=0,1;2,3",
    "padding",
    "2",
    /^This setting leaves an output of size [-−]1/,
  ],
];

/** 20 × 20 × 20 cells: with a kernel of 11³ and padding, 10,648,000 multiply-adds for each pair of channels. */
const VOLUME = new Array(20).fill(new Array(20).fill("0,".repeat(19) + 0).join(";")).join("|");

/** The output channels of the document on show, as its shape says them. */
const outChannels = (page: Page) => page.locator(".tuple").last().locator(".tuple-number b").nth(1);

for (const language of ["en", "zh-CN"] as const) {
  test.describe(language, () => {
    test.beforeEach(({ page }) => speak(page, language));

    const spin = (page: Page, field: keyof typeof NAMES) =>
      page.getByRole("spinbutton", { name: NAMES[field][language], exact: true });
    const commit = async (field: Locator, text: string) => {
      await field.fill(text);
      await field.press("Enter");
    };

    test("what a layer cannot be is refused with the reason", async ({ open, page }) => {
      for (const [address, name, typed, why] of REFUSED) {
        await page.goto("about:blank");
        await open(address);
        const field = spin(page, name);
        const before = await page.locator("[role=grid]").allTextContents();
        await commit(field, typed);
        const alert = page.locator(ALERT).filter({ hasText: /\S/ });
        await expect(alert, typed).toHaveText(language === "en" ? why : CHINESE);
        await expect(field).toHaveValue(typed);
        await expect(field).toHaveAttribute("aria-invalid", "true");
        await expect.poll(() => page.locator("[role=grid]").allTextContents()).toEqual(before);
        await expect(page.locator(".header-history button").first()).toHaveAttribute("aria-disabled", "true");
      }
    });

    test("'same' with stride 2 is computed, with a note", async ({ open, page }) => {
      await open("#stride=2");
      const rule = page.getByRole("combobox", { name: NAMES.rule[language], exact: true });
      await rule.selectOption({ value: "tensorflow" });
      await expect(page.getByText(/PyTorch (does not allow|不允许使用) 'same'/)).toBeVisible();
      await expect(page.locator("[data-grid=output] [role=gridcell]")).toHaveCount(4);
    });

    test("much work is asked about, too much is refused", async ({ open, page }) => {
      await open(`#dims=3&input=${VOLUME}&kernel-size=11&padding=5`);
      const alert = page.locator(ALERT).filter({ hasText: /\S/ });
      await commit(spin(page, "outChannels"), "8");
      await expect(alert).toContainText(language === "en" ? /85.?184.?000 multiplications/ : /85.?184.?000/);
      await expect(outChannels(page)).toHaveText("1");
      await alert.getByRole("button", { name: NAMES.goOn[language] }).click();
      await expect(outChannels(page)).toHaveText("8");
      await expect(alert).toHaveCount(0);
      await commit(spin(page, "inChannels"), "16");
      await expect(alert).toContainText(/1.?362.?944.?000.*1.?000.?000.?000/);
      await expect(alert.getByRole("button")).toHaveCount(0);
      await expect(page.locator("[data-grid=input][data-channel='1']")).toHaveCount(0);
    });
  });
}

test("a link to much work asks before it is shown", async ({ open, page }) => {
  await open(`#dims=3&input=${VOLUME}&kernel-size=11&padding=5&out-channels=2`);
  const notice = page.locator(".notices");
  await expect(notice).toContainText(/21.?296.?000 multiplications/);
  await expect(page.getByRole("grid", { name: "Output", exact: true })).toHaveCount(1);
  await notice.getByRole("button", { name: "Go on" }).click();
  await expect(outChannels(page)).toHaveText("2");
});
