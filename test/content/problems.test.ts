import { describe, expect, test } from "vitest";
import { embedEn } from "../../src/content/messages/embed.en";
import { embedZhCN } from "../../src/content/messages/embed.zh-CN";
import { kernelsZhCN } from "../../src/content/messages/kernels.zh-CN";
import { learnEn } from "../../src/content/messages/learn.en";
import { learnZhCN } from "../../src/content/messages/learn.zh-CN";
import { presetsEn } from "../../src/content/messages/presets.en";
import { presetsZhCN } from "../../src/content/messages/presets.zh-CN";
import { problemsEn } from "../../src/content/messages/problems.en";
import { problemsZhCN } from "../../src/content/messages/problems.zh-CN";
import { problemOf } from "../../src/core/problem";
import type { ProblemCode } from "../../src/core/sentences";

type Messages = Readonly<Record<string, string>>;

/** A code of the core without a text would make this line a type error. */
type Untold = Exclude<`problem.${ProblemCode}`, keyof typeof problemsEn>;
const untold: [Untold] extends [never] ? "none" : Untold = "none";

const holes = (template: string) =>
  [...template.matchAll(/\{(\w+)(?:\|[^}]*)?\}/g)].map(([, name]) => name).sort();

const languages: readonly (readonly [string, Messages, Messages])[] = [
  ["problems", problemsEn, problemsZhCN],
  ["presets", presetsEn, { ...kernelsZhCN, ...presetsZhCN }],
  ["Learn", learnEn, learnZhCN],
  ["Embed", embedEn, embedZhCN],
];

describe.each(languages)("%s in Chinese", (_, english, chinese) => {
  test("has every text but the singular forms", () => {
    const keys = Object.keys(english).filter((key) => !key.endsWith(".one"));
    expect(Object.keys(chinese).sort()).toEqual(keys.sort());
  });

  test("has the same values in each", () => {
    for (const [key, template] of Object.entries(chinese)) {
      expect([key, holes(template)]).toEqual([key, holes(english[key] ?? "")]);
    }
  });

  test("is in Chinese", () => {
    const names = /^(?:Sobel [xy]|Adam|torch\.rand|nn\.Conv2d)$/;
    for (const template of Object.values(chinese).filter((text) => !names.test(text)))
      expect(template).toMatch(/\p{Script=Han}/u);
  });
});

describe("the core's problems", () => {
  test("are told in the core's own English", () => {
    expect(untold).toBe("none");
    // Every value is its own name, so that the filled sentence is the template.
    const names = new Proxy({}, { get: (_, name) => `{${String(name)}}` });
    const messages: Messages = problemsEn;
    const codes = Object.keys(messages).flatMap((key) => /^problem\.([a-z-]+)$/.exec(key)?.[1] ?? []);
    const core = codes.flatMap((code) => {
      try {
        return [problemOf({ code: code as ProblemCode, field: "input", severity: "error", values: names })];
      } catch {
        return [];
      }
    });
    expect(core.length).toBeGreaterThan(30);
    for (const { code, message, fix } of core) {
      expect(messages[`problem.${code}`]).toBe(message);
      expect((messages[`problem.${code}.fix`] ?? "").replace(/\|[^}]*/g, "")).toBe(fix);
    }
  });
});
