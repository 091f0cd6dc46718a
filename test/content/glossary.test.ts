import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { glossary } from "../../src/content/glossary";
import { presetDocument } from "../../src/content/presets";
import { readAddress } from "../../src/model/address";

const entries = Object.entries(glossary);
/** Two lines of the card hold no more. */
const MOST_LETTERS = 190;

describe.each(entries)("%s", (_, { title, text, figure }) => {
  test("says in both languages, in two lines, what it is", () => {
    for (const words of [title, text]) {
      expect(typeof words).toBe("object");
      expect(Object.keys(words).sort()).toEqual(["en", "zh-CN"]);
      for (const each of Object.values(words)) expect(each.length).toBeLessThanOrEqual(MOST_LETTERS);
    }
  });

  test("has a figure that opens without a word of complaint", () => {
    expect(readAddress(figure, "", presetDocument).notices).toEqual([]);
  });
});

test("every term of a lesson is in it", () => {
  const folder = new URL("../../src/content/lessons/", import.meta.url);
  const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
  const used = texts.flatMap((text) => [...text.matchAll(/\[\[([a-z][^\]|]*)/g)].map(([, slug]) => slug ?? ""));
  expect(used.filter((slug) => !Object.hasOwn(glossary, slug))).toEqual([]);
});
