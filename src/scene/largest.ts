/** The largest whole number in a range that fits, where everything smaller than one that fits does too; null if none does. */
export function largest(least: number, most: number, fits: (size: number) => boolean): number | null {
  let [low, high] = [least - 1, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low < least ? null : low;
}
