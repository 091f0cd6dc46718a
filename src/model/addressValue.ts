import type { Notice } from "./notice";

/** A value of an address as read: usable, refused for a reason, or a good one that this release cannot show. */
export type ReadValue<Value> =
  | { readonly value: Value }
  | { readonly refused: Notice | null }
  | { readonly later: true };

/** Refused, where the value itself says enough. */
export const refused = { refused: null } as const;

/** Characters of a stranger's text that a notice repeats. */
const SHOWN_LENGTH = 200;

/** A link's text as a notice repeats it: cut, and without the characters that show nothing or turn the text around. */
export function shown(text: string): string {
  const visible = text.slice(0, SHOWN_LENGTH + 1).replace(/[\p{Cc}\p{Cf}]/gu, "");
  return text.length > SHOWN_LENGTH ? `${visible.slice(0, SHOWN_LENGTH - 1)}…` : visible;
}

/** One of several words; `later` are those that another release knows. */
export function readWord<Word extends string>(
  text: string,
  words: readonly Word[],
  later: readonly string[] = [],
): ReadValue<Word> {
  const word = words.find((known) => known === text);
  if (word !== undefined) return { value: word };
  return later.includes(text) ? { later: true } : refused;
}

/** How often a character stands in a text; nothing is split or allocated. */
export function countOf(text: string, character: string): number {
  const code = character.charCodeAt(0);
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === code) count++;
  return count;
}
