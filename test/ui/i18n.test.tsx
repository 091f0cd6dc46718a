// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { axesEn } from "../../src/content/messages/axes.en";
import { belowEn } from "../../src/content/messages/below.en";
import { embedEn } from "../../src/content/messages/embed.en";
import { en } from "../../src/content/messages/en";
import { lateEn } from "../../src/content/messages/late.en";
import { learnEn } from "../../src/content/messages/learn.en";
import { lessonsEn } from "../../src/content/messages/lessons.en";
import { presentEn } from "../../src/content/messages/present.en";
import { shapesEn } from "../../src/content/messages/shapes.en";
import { stackEn } from "../../src/content/messages/stack.en";
import { disguise, test as disguised } from "../../src/content/messages/test";
import { zhCN } from "../../src/content/messages/zh-CN";
import { formatMessage, loadCatalogue, noticeText } from "../../src/ui/i18n";
import { Transport } from "../../src/ui/Transport";
import { renderInApp } from "./renderInApp";

const whole = {
  ...en,
  ...lateEn,
  ...learnEn,
  ...stackEn,
  ...shapesEn,
  ...belowEn,
  ...axesEn,
  ...embedEn,
  ...presentEn,
  ...lessonsEn,
};
const english = { language: "en", messages: en } as const;
const chinese = { language: "zh-CN", messages: zhCN } as const;

test("values take their places, numbers with a true minus sign", () => {
  const catalogue = { language: "en", messages: { greeting: "{name} has {sum}" } } as const;
  expect(formatMessage(catalogue, "greeting", { name: "Y", sum: -4 })).toBe("Y has −4");
});

test("a text from outside is shown as it is, whatever it holds", () => {
  const catalogue = { language: "en", messages: { said: "You wrote {text}" } } as const;
  expect(formatMessage(catalogue, "said", { text: "$& {text} $1" })).toBe("You wrote $& {text} $1");
});

test("plural forms follow the language", () => {
  const values = { place: "Here", sum: "25" };
  expect(formatMessage(english, "announce.step", { ...values, count: 1 })).toContain("1 product,");
  expect(formatMessage(english, "announce.step", { ...values, count: 4 })).toContain("4 products,");
  expect(formatMessage(chinese, "announce.step", { ...values, count: 1 })).toBe("Here：1 个乘积，和为 25。");
});

test("a notice with a detail is two sentences", () => {
  const catalogue = {
    language: "en",
    messages: { ...en, a: "It is too big.", b: "1 is used instead" },
  } as const;
  const notice = { key: "a", values: {}, detail: { key: "b", values: {} } };
  expect(noticeText(catalogue, notice)).toBe("It is too big. 1 is used instead");
});

describe("every language", () => {
  const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
  const singular = (key: string) => key.endsWith(".one");

  test("has the same messages", () => {
    expect(Object.keys(zhCN).sort()).toEqual(
      Object.keys(whole)
        .filter((key) => !singular(key))
        .sort(),
    );
  });

  test.each(Object.entries(zhCN))("uses the same values in %s", (key, text) => {
    expect(holes(text)).toEqual(holes(whole[key as keyof typeof whole]));
  });
});

test("the disguised catalogue keeps the places of values and marks everything else", () => {
  expect(disguise("step {step} of {total}")).toBe("⟦štép {step} ôf {total}⟧");
  for (const text of Object.values(disguised)) expect(text).toMatch(/^⟦.*⟧$/s);
});

test("choosing Chinese changes the page's words", async () => {
  const store = renderInApp(<Transport />);
  await loadCatalogue("zh-CN");
  await act(async () => store.getState().setView({ language: "zh-CN" }));
  expect(screen.getByRole("button", { name: "下一步" })).toBeTruthy();
});

test("a page that starts in Chinese is Chinese at its first rendering", async () => {
  await loadCatalogue("zh-CN");
  renderInApp(<Transport />, { language: "zh-CN" });
  expect(screen.getByRole("button", { name: "播放" })).toBeTruthy();
});
