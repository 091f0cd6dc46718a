/** A key and its value, decoded. */
export type Pair = readonly [key: string, value: string];

/** The pairs of a fragment or query, in their order; text that is not percent-encoded properly is taken as it is. */
export function readPairs(text: string): readonly Pair[] {
  return text
    .replace(/^[#?]/, "")
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const at = part.indexOf("=");
      return at < 0 ? [decoded(part), ""] : [decoded(part.slice(0, at)), decoded(part.slice(at + 1))];
    });
}

/** Pairs as the text of a fragment, with the separators of lists left readable. */
export function writePairs(pairs: readonly Pair[]): string {
  return pairs.map((pair) => pair.map(encoded).join("=")).join("&");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encoded(text: string): string {
  // Half a surrogate pair has no encoding.
  const whole = text.replace(/[\ud800-\udfff]/gu, "\ufffd");
  return encodeURIComponent(whole).replace(/%(?:2C|3B|3A|7C|2F)/g, decodeURIComponent);
}
