/** Entries of unit vectors below which one is rounding. */
const ROUNDING = 1e-8;

/**
 * The same space spanned by unit vectors with as many zeros as elimination gives: each starts, with a positive entry, at a
 * place where all others are 0. They need not be at right angles.
 *
 * @param vectors independent, of unit length
 */
export function readableBasis(vectors: readonly Float64Array[]): Float64Array[] {
  const rows = vectors.map((vector) => Float64Array.from(vector));
  const length = rows[0]?.length ?? 0;
  for (let column = 0, done = 0; column < length && done < rows.length; column++) {
    const below = rows.slice(done);
    const size = (row: Float64Array) => Math.abs(row[column] as number);
    const pivot = below.reduce((largest, row) => (size(row) > size(largest) ? row : largest));
    if (size(pivot) <= ROUNDING) {
      for (const row of below) row[column] = 0;
      continue;
    }
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(done++, 0, pivot);
    const scale = pivot[column] as number;
    for (let i = 0; i < length; i++) pivot[i] = (pivot[i] as number) / scale;
    for (const row of rows) if (row !== pivot) subtract(row, pivot, column);
  }
  return rows.map(unit);
}

/** Takes off as much of `pivot` as makes the row 0 in its column. */
function subtract(row: Float64Array, pivot: Float64Array, column: number): void {
  const share = row[column] as number;
  for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) - share * (pivot[i] as number);
  row[column] = 0;
}

function unit(row: Float64Array): Float64Array {
  const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const clean = row.map((value) => (Math.abs(value) <= ROUNDING * largest ? 0 : value));
  const length = Math.hypot(...clean);
  return clean.map((value) => value / length);
}
