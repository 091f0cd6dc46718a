/** A part of a value: names of fields and places in lists, from the outside in. */
export type JsonPath = readonly (string | number)[];

export type JsonReading =
  | {
      readonly value: unknown;
      /** The line on which a part begins, counted from 1; that of what is around it where there is no such part. */
      readonly lineOf: (path: JsonPath) => number;
    }
  | { readonly line: number };

interface Reader {
  readonly text: string;
  at: number;
  readonly starts: Map<string, number>;
}

/** Deeper than any lesson, and shallow enough for every browser. */
const MAX_DEPTH = 100;

/** Thrown at the first character that can't stand where it does. */
class Misplaced extends Error {}

/** Reads JSON and remembers where each part stands; gives the line at which it is none. */
export function readJson(text: string): JsonReading {
  const reader: Reader = { text, at: 0, starts: new Map() };
  const lineAt = (at: number) => text.slice(0, at).split("\n").length;
  try {
    const value = readValue(reader, []);
    skipSpace(reader);
    if (reader.at < text.length) throw new Misplaced();
    const lineOf = (path: JsonPath): number => {
      const start = reader.starts.get(keyOf(path));
      return start !== undefined || path.length === 0 ? lineAt(start ?? 0) : lineOf(path.slice(0, -1));
    };
    return { value, lineOf };
  } catch (error) {
    if (error instanceof Misplaced) return { line: lineAt(reader.at) };
    throw error;
  }
}

/** A path as people write it: `steps[1].goals[0].all`. */
export function pathText(path: JsonPath): string {
  return path
    .map((part, at) => (typeof part === "number" ? `[${part}]` : at === 0 ? part : `.${part}`))
    .join("");
}

function keyOf(path: JsonPath): string {
  return JSON.stringify(path);
}

function readValue(reader: Reader, path: JsonPath): unknown {
  skipSpace(reader);
  if (path.length > MAX_DEPTH) throw new Misplaced();
  reader.starts.set(keyOf(path), reader.at);
  const first = reader.text[reader.at];
  if (first === "{") return readObject(reader, path);
  if (first === "[") return readList(reader, path);
  if (first === '"') return readString(reader);
  const [word] = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(rest(reader)) ?? [];
  if (word === undefined) throw new Misplaced();
  reader.at += word.length;
  return JSON.parse(word);
}

function readObject(reader: Reader, path: JsonPath): unknown {
  const fields: [string, unknown][] = [];
  readItems(reader, "}", () => {
    skipSpace(reader);
    const start = reader.at;
    const name = readString(reader);
    skipSpace(reader);
    take(reader, ":");
    const own = [...path, name];
    fields.push([name, readValue(reader, own)]);
    // A field begins with its name.
    reader.starts.set(keyOf(own), start);
  });
  return Object.fromEntries(fields);
}

function readList(reader: Reader, path: JsonPath): unknown {
  const items: unknown[] = [];
  readItems(reader, "]", () => items.push(readValue(reader, [...path, items.length])));
  return items;
}

function readItems(reader: Reader, end: string, readItem: () => unknown): void {
  reader.at++;
  skipSpace(reader);
  if (reader.text[reader.at] === end) {
    reader.at++;
    return;
  }
  for (;;) {
    readItem();
    skipSpace(reader);
    if (reader.text[reader.at] === end) break;
    take(reader, ",");
  }
  reader.at++;
}

function readString(reader: Reader): string {
  const [whole] = /^"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/u.exec(rest(reader)) ?? [];
  if (whole === undefined) throw new Misplaced();
  reader.at += whole.length;
  return JSON.parse(whole);
}

function take(reader: Reader, character: string): void {
  if (reader.text[reader.at] !== character) throw new Misplaced();
  reader.at++;
}

function skipSpace(reader: Reader): void {
  reader.at += /^[ \t\r\n]*/.exec(rest(reader))?.[0].length ?? 0;
}

function rest({ text, at }: Reader): string {
  return text.slice(at);
}
