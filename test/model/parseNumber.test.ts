import { describe, expect, test } from "vitest";
import { type NumberStyle, parseNumber } from "../../src/model/parseNumber";
import { sayProblem } from "./say";

function refusal(text: string, style?: NumberStyle): string {
  const parsed = parseNumber(text, style);
  if ("value" in parsed) throw new Error(`${text} was read as ${parsed.value}`);
  expect(sayProblem(parsed.problem, "zh-CN")).not.toBe("");
  return sayProblem(parsed.problem);
}

describe("numbers that a cell takes", () => {
  test.each([
    ["7", 7],
    ["+7", 7],
    [" 12.5 ", 12.5],
    [".5", 0.5],
    ["5.", 5],
    ["1e3", 1000],
    ["-2.5E-3", -0.0025],
    ["１２", 12],
    ["٣", 3],
    ["३", 3],
    ["𝟗", 9],
    ["−2", -2],
    ["－２．５", -2.5],
    ["1e−3", 0.001],
    ["1000000", 1e6],
    ["-1000000", -1e6],
    ["0.1234567890123456789", 0.12345678901234568],
    ["\u202e1", 1],
    ["\u200b1\u200d\u2060", 1],
  ])("%s is %d", (text, value) => {
    expect(parseNumber(text)).toEqual({ value });
  });

  test("−0 is 0", () => {
    for (const text of ["-0", "−0.0", "-1e-999"]) {
      expect(Object.is((parseNumber(text) as { value: number }).value, 0)).toBe(true);
    }
  });

  test("a decimal comma where the language has one, and a point all the same", () => {
    expect(parseNumber("1,5", { decimalComma: true })).toEqual({ value: 1.5 });
    expect(parseNumber("1，5", { decimalComma: true })).toEqual({ value: 1.5 });
    expect(parseNumber("-,5", { decimalComma: true })).toEqual({ value: -0.5 });
    expect(parseNumber("1.5", { decimalComma: true })).toEqual({ value: 1.5 });
  });
});

describe("what a cell refuses, and why", () => {
  test.each([
    ["1,5", '"1,5": use a point for decimals, 1.5'],
    ["1 000", "Write 1000 without separators"],
    ["1’000", "Write 1000 without separators"],
    ["1'000", "Write 1000 without separators"],
    ["1\u202f000", "Write 1000 without separators"],
    ["1,000", "Write 1000 without separators"],
    ["-12 345 678.5", "Write -12345678.5 without separators"],
    ["1e308", "Entries must lie between -1000000 and 1000000"],
    ["1000000.0001", "Entries must lie between -1000000 and 1000000"],
    ["1e999", '"1e999" is not a finite number'],
    ["Infinity", '"Infinity" is not a finite number'],
    ["-inf", '"-inf" is not a finite number'],
    ["NaN", '"NaN" is not a finite number'],
    ["", "A cell needs a number"],
    [" \u00a0\t", "A cell needs a number"],
    ["\u200b", "A cell needs a number"],
    ["0x10", "Not a number"],
    ["1_0", "Not a number"],
    ["1e", "Not a number"],
    ["1/3", "Not a number"],
    ["1 2", "Not a number"],
    ["--1", "Not a number"],
    ["1.2.3", "Not a number"],
    ["²", "Not a number"],
    ["½", "Not a number"],
    [".", "Not a number"],
    ["1".repeat(33), "Too long"],
    ["1".repeat(2000), "Too long"],
  ])("%s", (text, message) => {
    expect(refusal(text)).toBe(message);
  });

  test("a comma twice, even where commas are decimal", () => {
    expect(refusal("1,5,5", { decimalComma: true })).toBe("Not a number");
  });
});
