import type { Finding } from "./finding";
import { type Sentence, sentences } from "./sentences";

/** Something that is wrong with a layer's settings, said so that it can be said again in any language. */
export interface Problem extends Finding {
  readonly message: string;
  /** What to do about it; empty where the message says it. */
  readonly fix: string;
}

/** A finding with its English sentences filled in. */
export function problemOf(found: Finding): Problem {
  const { message, fix = "" }: Sentence = sentences[found.code];
  return { ...found, message: filled(message, found.values), fix: filled(fix, found.values) };
}

/** Message and fix as one text. */
export function problemText({ message, fix }: Problem): string {
  return fix ? `${message} ${fix}` : message;
}

function filled(template: string, values: Readonly<Record<string, number | string>>): string {
  return template.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, name: string, or?: string) => {
    const value = String(values[name]);
    return or === undefined ? value : value.replace(/, ([^,]*)$/, `${or}$1`);
  });
}
