import { MAX_ENTRY } from "./params";
import { isEntry, MAX_NUMBER_LENGTH, plainNumber } from "./plainNumber";

/** Why a text is refused, for the catalogue to say. */
export interface TextProblem {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export type ParsedNumber = { readonly value: number } | { readonly problem: TextProblem };

export interface NumberStyle {
  /** Whether the user's language writes 1,5 for one and a half. */
  readonly decimalComma?: boolean;
}

const THOUSANDS = /^[+-]?\d{1,3}(?:([ '’\u00a0\u2009\u202f])\d{3}(?:\1\d{3})*)(?:[.,]\d+)?$/;
const COMMA_THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const COMMA_DECIMAL = /^[+-]?(?:\d+,\d*|,\d+)(?:[eE][+-]?\d+)?$/;
const NOT_FINITE = /^[+-]?(?:nan|inf|infinity|∞)$/i;

/**
 * A number as people type it into a cell: digits of any script, a hyphen or a true minus sign, invisible format
 * characters left out. Fractions, hexadecimal and digit groups are refused with what to write instead.
 */
export function parseNumber(raw: string, { decimalComma = false }: NumberStyle = {}): ParsedNumber {
  const typed = withoutFormat(raw);
  if (typed === "") return refuse("cell-empty");
  if (typed.length > MAX_NUMBER_LENGTH) return refuse("cell-too-long", { max: MAX_NUMBER_LENGTH });
  const text = withAsciiDigits(typed);
  if (THOUSANDS.test(text)) return refuse("cell-separators", { plain: text.replace(/[^\d.,+-]/g, "") });
  if (NOT_FINITE.test(text)) return refuse("cell-not-finite", { text: typed });
  if (!text.includes(",")) return checked(text, typed);
  if (decimalComma && COMMA_DECIMAL.test(text)) return checked(text.replace(",", "."), typed);
  if (COMMA_THOUSANDS.test(text)) return refuse("cell-separators", { plain: text.replaceAll(",", "") });
  if (COMMA_DECIMAL.test(text)) {
    return refuse("cell-decimal-point", { text: typed, plain: text.replace(",", ".") });
  }
  return refuse("cell-not-a-number", { text: typed });
}

function checked(text: string, typed: string): ParsedNumber {
  const value = plainNumber(text);
  if (value === undefined) return refuse("cell-not-a-number", { text: typed });
  if (!Number.isFinite(value)) return refuse("cell-not-finite", { text: typed });
  if (!isEntry(value)) return refuse("cell-range", { min: `${-MAX_ENTRY}`, max: `${MAX_ENTRY}` });
  return { value };
}

/** Without the characters that show nothing (zero-width, direction marks) and the spaces around. */
function withoutFormat(text: string): string {
  return text.replace(/\p{Cf}/gu, "").trim();
}

/** Digits and signs of any script as ASCII ones; everything else stays. */
function withAsciiDigits(text: string): string {
  return text
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/[\u2212\uff0d\u2013]/g, "-")
    .replace(/\uff0b/g, "+")
    .replace(/[\uff0e\u3002\u066b]/g, ".")
    .replace(/\uff0c/g, ",");
}

/** Unicode's decimal digits come in runs of ten from 0 to 9; neighbouring runs leave no gap. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}

function refuse(code: string, values: TextProblem["values"] = {}): ParsedNumber {
  return { problem: { code, values } };
}
