/** @throws RangeError naming the first value that is not a whole number of at least `least` */
export function requireIntegers(values: Readonly<Record<string, number>>, least: number): void {
  for (const [name, value] of Object.entries(values)) {
    if (!Number.isInteger(value) || value < least) {
      throw new RangeError(`${name} must be a whole number of at least ${least}, got ${value}`);
    }
  }
}
