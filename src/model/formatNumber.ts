const MINUS = "\u2212";

/**
 * A number as the page shows it: whole numbers in full up to seven digits, others with at most four significant
 * digits; a true minus sign, never "−0".
 */
export function formatNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e7) return signed(String(value + 0));
  return signed(shortest(Number(value.toPrecision(4))));
}

/** The shortest text that reads back as exactly this number, with a true minus sign. */
export function exactNumber(value: number): string {
  return signed(String(value + 0));
}

/** Plain digits where they are short (0.0001234), powers of ten where they are not (1.234e-9). */
function shortest(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e7)) return String(value + 0);
  return value.toExponential().replace("e+", "e");
}

function signed(text: string): string {
  return text.replaceAll("-", MINUS);
}
