import type { Language } from "../model/settings";

/** Each language in its own words: who can't read the page's looks for theirs. */
export const LANGUAGE_NAMES: Readonly<Record<Exclude<Language, "__test__">, string>> = {
  en: "English",
  "zh-CN": "简体中文",
};
