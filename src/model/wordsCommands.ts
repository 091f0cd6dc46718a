import type { Command } from "./gridCommands";
import { params } from "./params";

/** Characters of a word over a column. */
const MAX_LENGTH = 24;

/** Names of the input's columns; a comma parts words, and none is in one. */
export function setWords(words: readonly string[]): Command {
  const clean = cleanWords(words);
  return (document) => {
    if (JSON.stringify(clean) === JSON.stringify(document.words ?? [])) return document;
    const { words: _, ...rest } = document;
    return clean.length > 0 ? { ...rest, words: clean } : rest;
  };
}

/** Words as a document has them: short, without what shows nothing or turns the text around, none at the end empty. */
export function cleanWords(words: readonly string[]): readonly string[] {
  const clean = words
    .slice(0, params.inputSize.max)
    .map((word) => [...word.replace(/[\p{Cc}\p{Cf}\p{Cs},]/gu, "").trim()].slice(0, MAX_LENGTH).join(""));
  return clean.slice(0, clean.findLastIndex((word) => word !== "") + 1);
}
