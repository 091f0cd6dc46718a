import { axesEn } from "./axes.en";
import { belowEn } from "./below.en";
import { embedEn } from "./embed.en";
import { en } from "./en";
import { lateEn } from "./late.en";
import { learnEn } from "./learn.en";
import { lessonsEn } from "./lessons.en";
import { presentEn } from "./present.en";
import { shapesEn } from "./shapes.en";
import { stackEn } from "./stack.en";

const ACCENTED: Readonly<Record<string, string>> = {
  a: "à",
  e: "é",
  i: "ï",
  o: "ô",
  u: "ü",
  c: "ç",
  n: "ñ",
  y: "ÿ",
  s: "š",
  z: "ž",
  A: "Å",
  E: "É",
  I: "Ï",
  O: "Ø",
  U: "Ü",
  C: "Ç",
  N: "Ñ",
  S: "Š",
  Z: "Ž",
};

/** English with accents, in brackets: what stays plain on the page was never given to the translators. */
export function disguise(template: string): string {
  const parts = template.split(/(\{\w+(?:\|[^}]*)?\})/);
  const text = parts.map((part) =>
    part.startsWith("{") ? part : part.replace(/[A-Za-z]/g, (letter) => ACCENTED[letter] ?? letter),
  );
  return `⟦${text.join("")}⟧`;
}

export const test: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    ...en,
    ...lateEn,
    ...axesEn,
    ...learnEn,
    ...stackEn,
    ...shapesEn,
    ...embedEn,
    ...presentEn,
    ...lessonsEn,
    ...belowEn,
  }).map(([key, template]) => [key, disguise(template)]),
);
