/** The value that half of `values` lie below. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The smallest of `values` that the share `part` (0–1) of them does not exceed. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

/** Prints one figure with its limit, and says whether it holds; a limit that is missed fails the command. */
export function report(
  name: string,
  value: number,
  relation: "≤" | "≥",
  limit: number,
  beside: string,
): void {
  const met = relation === "≤" ? value <= limit : value >= limit;
  const figure = Number(value.toPrecision(3));
  console.log(`${met ? "met    " : "NOT MET"}  ${name}: ${figure} (${relation} ${limit}); ${beside}`);
  if (!met) process.exitCode = 1;
}
