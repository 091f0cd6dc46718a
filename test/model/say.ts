import { problemsEn } from "../../src/content/messages/problems.en";
import { problemsZhCN } from "../../src/content/messages/problems.zh-CN";

type Values = Readonly<Record<string, string | number>>;

const catalogues = { en: problemsEn, "zh-CN": problemsZhCN } as const;

/** A message in a language, filled in; throws where the catalogue or the values have a hole. */
export function say(key: string, values: Values, language: keyof typeof catalogues = "en"): string {
  const messages: Readonly<Record<string, string>> = catalogues[language];
  const form = language === "en" && values.count === 1 ? "one" : "other";
  const template = messages[key] ?? messages[`${key}.${form}`];
  if (template === undefined) throw new Error(`no message ${key} in ${language}`);
  return template.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, name: string, or?: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${key} needs ${name}`);
    return or === undefined ? String(value) : String(value).replace(/, ([^,]*)$/, `${or}$1`);
  });
}

/** A problem's sentence and what to do about it, as one text. */
export function sayProblem(
  { code, values }: { readonly code: string; readonly values: Values },
  language: keyof typeof catalogues = "en",
): string {
  const fix =
    `problem.${code}.fix` in catalogues[language] ? ` ${say(`problem.${code}.fix`, values, language)}` : "";
  return say(`problem.${code}`, values, language) + fix;
}
