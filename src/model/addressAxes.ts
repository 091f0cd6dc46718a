import type { Pads } from "../core/options";
import { countOf, type ReadValue, refused } from "./addressValue";
import type { PaddingChoice } from "./document";
import { isSame } from "./layer";
import { plainNumber } from "./plainNumber";

const SAME = { same: "pytorch", "same-d2l": "d2l", "same-tensorflow": "tensorflow" } as const;

/** One number for all axes, or one per axis; whether they are whole and in range is the document's to judge. */
export function readAxes(text: string, dims = 2): ReadValue<readonly number[]> {
  return perAxis(text, dims, plainNumber);
}

/** Equal numbers are written once. */
export function writeAxes(numbers: readonly number[]): string {
  return collapsed(numbers.map(String));
}

/** `1`, `1,2`, `1:0,0:1` (before and after each axis), `same` in a convention, or `valid`. */
export function readPadding(text: string, dims = 2): ReadValue<PaddingChoice> {
  if (text === "valid") return readPadding("0", dims);
  if (Object.hasOwn(SAME, text)) return { value: { same: SAME[text as keyof typeof SAME] } };
  return perAxis(text, dims, (entry) => {
    const [before = "", after = before, ...more] = entry.split(":", 3);
    const pads = [plainNumber(before.trim()), plainNumber(after.trim())];
    return more.length === 0 && isPads(pads) ? pads : undefined;
  });
}

/** The shortest form that says the same. */
export function writePadding(padding: PaddingChoice): string {
  if (isSame(padding)) return padding.same === "pytorch" ? "same" : `same-${padding.same}`;
  return collapsed(padding.map(([before, after]) => (before === after ? `${before}` : `${before}:${after}`)));
}

function perAxis<Value>(
  text: string,
  dims: number,
  read: (entry: string) => Value | undefined,
): ReadValue<readonly Value[]> {
  if (countOf(text, ",") >= dims) return refused;
  const values = text.split(",").map((entry) => read(entry.trim()));
  if (!isComplete(values)) return refused;
  const [first] = values;
  if (values.length === 1 && first !== undefined) return { value: new Array<Value>(dims).fill(first) };
  return values.length === dims ? { value: values } : refused;
}

function isComplete<Value>(values: readonly (Value | undefined)[]): values is readonly Value[] {
  return !values.includes(undefined);
}

function isPads(pads: readonly (number | undefined)[]): pads is Pads {
  return pads.length === 2 && isComplete(pads);
}

function collapsed(texts: readonly string[]): string {
  return texts.every((text) => text === texts[0]) ? (texts[0] ?? "") : texts.join(",");
}
