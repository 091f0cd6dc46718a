/**
 * How many stamps of a transposed layer land on neighbouring places along an axis, far from the edges: it repeats every
 * `stride` places, and is even where all are equal.
 *
 * @param kernelSize, stride, dilation integers ≥ 1
 * @returns one count for each place of a period, from the stamp's first cell on
 */
export function stampOverlaps(kernelSize: number, stride: number, dilation: number): readonly number[] {
  const counts = new Array<number>(stride).fill(0);
  for (let cell = 0; cell < kernelSize; cell++) {
    const place = (cell * dilation) % stride;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}
