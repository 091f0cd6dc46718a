/** Numbers in −1…1 that are the same each time, none near 0 or near another. */
export function seededRandom(count: number, seed: number): readonly number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.round((state / 1073741824 - 1) * 1e6) / 1e6;
  });
}
