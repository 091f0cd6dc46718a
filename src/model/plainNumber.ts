import { MAX_ENTRY } from "./params";

/** The longest text that is read as a number; the exact text of any double is shorter. */
export const MAX_NUMBER_LENGTH = 32;

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A decimal number as programs write it, with a hyphen or a true minus sign.
 *
 * @returns infinite where the digits say so (1e999), never −0; undefined when it is anything else
 */
export function plainNumber(text: string): number | undefined {
  if (text.length > MAX_NUMBER_LENGTH) return undefined;
  const plain = text.replaceAll("\u2212", "-");
  return PLAIN.test(plain) ? Number(plain) + 0 : undefined;
}

/** Whether a number may stand in a grid. */
export function isEntry(value: number): boolean {
  return Math.abs(value) <= MAX_ENTRY;
}
