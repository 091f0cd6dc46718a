/** Digits in groups of three with narrow no-break spaces between. */
export function groupedDigits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}
