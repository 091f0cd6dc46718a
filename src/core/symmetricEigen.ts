export interface SymmetricEigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** size×size: row i is the direction of value i, of length 1, its first entry that is not 0 positive. */
  readonly vectors: Float64Array;
}

/** Entries below this share of the matrix's length are rounding. */
const ROUNDING = 2 ** -54;
/** Entries of a unit vector below this do not decide its sign. */
const NOTHING = 1e-9;
/** Far more than the six to ten that Jacobi's method takes. */
const MOST_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations: slower than others on large matrices, but as
 * exact for small eigenvalues as the matrix allows, and the same on every machine.
 *
 * @param matrix size×size, row-major
 * @throws RangeError if it does not hold size² numbers
 * @see https://en.wikipedia.org/wiki/Jacobi_eigenvalue_algorithm
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  if (matrix.length !== size * size)
    throw new RangeError(`matrix must hold ${size * size} numbers, got ${matrix.length}`);
  const left = matrix.slice();
  const turned = new Float64Array(size * size);
  for (let i = 0; i < size; i++) turned[i * size + i] = 1;
  const negligible = ROUNDING * Math.sqrt(matrix.reduce((sum, entry) => sum + entry * entry, 0));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    if (!rotateAll(left, turned, size, negligible)) break;
  }
  const order = Array.from({ length: size }, (_, i) => i);
  const eigenvalue = (i: number) => left[i * size + i] as number;
  order.sort((a, b) => eigenvalue(a) - eigenvalue(b));
  const vectors = new Float64Array(size * size);
  for (const [place, i] of order.entries()) {
    const vector = turned.subarray(i * size, (i + 1) * size);
    const sign = (vector.find((entry) => Math.abs(entry) > NOTHING) ?? 1) < 0 ? -1 : 1;
    for (let j = 0; j < size; j++) vectors[place * size + j] = sign * (vector[j] as number) + 0;
  }
  return { values: Float64Array.from(order, eigenvalue), vectors };
}

/** Brings every entry off the diagonal to 0 once. @returns whether there was one to bring there */
function rotateAll(left: Float64Array, turned: Float64Array, size: number, negligible: number): boolean {
  let rotated = false;
  for (let p = 0; p < size; p++) {
    for (let q = p + 1; q < size; q++) {
      const entry = left[p * size + q] as number;
      if (!(Math.abs(entry) > negligible)) continue;
      rotated = true;
      const atP = left[p * size + p] as number;
      const atQ = left[q * size + q] as number;
      const slope = (atQ - atP) / (2 * entry);
      const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
      const cosine = 1 / Math.sqrt(tangent * tangent + 1);
      const sine = tangent * cosine;
      rotate(left, size, p, q, cosine, sine);
      rotate(turned, size, p, q, cosine, sine);
      for (let k = 0; k < size; k++) {
        left[k * size + p] = left[p * size + k] as number;
        left[k * size + q] = left[q * size + k] as number;
      }
      left[p * size + p] = atP - tangent * entry;
      left[q * size + q] = atQ + tangent * entry;
      left[p * size + q] = 0;
      left[q * size + p] = 0;
    }
  }
  return rotated;
}

/** Turns rows p and q into each other. */
function rotate(rows: Float64Array, size: number, p: number, q: number, cosine: number, sine: number): void {
  for (let k = 0; k < size; k++) {
    const atP = rows[p * size + k] as number;
    const atQ = rows[q * size + k] as number;
    rows[p * size + k] = cosine * atP - sine * atQ;
    rows[q * size + k] = sine * atP + cosine * atQ;
  }
}
