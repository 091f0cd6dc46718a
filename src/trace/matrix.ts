import type { ConvDocument } from "../model/document";
import { eachUse } from "./eachUse";
import { cellsIn, type Extent } from "./extent";
import { firstWeight, termsAt, winnersOf } from "./terms";
import { type Trace, traceOf } from "./trace";

/** Matrices with more rows or columns are counted, not listed. */
export const MATRIX_LIMIT = 1024;

/** What stands in one or more places of a matrix: one weight, or those that padding has meet on one cell. */
export interface EntryKind {
  /** Flat indices among the layer's weights as they lie on the window; none for pooling. */
  readonly weights: readonly number[];
  readonly value: number;
  /** In how many places it stands. */
  readonly places: number;
}

/**
 * The first layer as a matrix: outputs = matrix · input + bias, each flattened in scan order. Row i has the entries
 * `rowStart[i]` … `rowStart[i + 1] − 1`; every other place is 0 whatever the weights are.
 */
export interface LayerMatrix {
  readonly outputs: Extent;
  readonly inputs: Extent;
  readonly rows: number;
  readonly columns: number;
  readonly rowStart: Int32Array;
  readonly columnOf: Int32Array;
  readonly kindOf: Int32Array;
  /** In the order of their weights. */
  readonly kinds: readonly EntryKind[];
}

const known = new WeakMap<ConvDocument, LayerMatrix | null>();

/**
 * The matrix of a document's first layer, computed once for each; null when it has more than MATRIX_LIMIT rows or columns.
 * Max pooling has the matrix that picks this input's winners, which is another for another input.
 */
export function matrixOf(document: ConvDocument): LayerMatrix | null {
  const cached = known.get(document);
  if (cached !== undefined) return cached;
  const { input, output } = traceOf(document);
  const fits = Math.max(cellsIn(input), cellsIn(output)) <= MATRIX_LIMIT;
  const matrix = fits ? listMatrix(document) : null;
  known.set(document, matrix);
  return matrix;
}

/** The number at a place of the matrix. */
export function entryAt(matrix: LayerMatrix, row: number, column: number): EntryKind | null {
  const { rowStart, columnOf, kindOf, kinds } = matrix;
  const end = rowStart[row + 1] ?? 0;
  for (let i = rowStart[row] ?? 0; i < end; i++) {
    if (columnOf[i] === column) return kinds[kindOf[i] ?? 0] ?? null;
  }
  return null;
}

interface Place {
  readonly column: number;
  readonly weights: number[];
  value: number;
}

function listMatrix(document: ConvDocument): LayerMatrix {
  const trace = traceOf(document);
  const { input, output } = trace;
  const lines = Array.from({ length: cellsIn(output) }, () => new Map<number, Place>());
  eachEntry(document, trace, (row, column, weight, value) => {
    const line = lines[row];
    const before = line?.get(column);
    if (!before) line?.set(column, { column, weights: weight < 0 ? [] : [weight], value });
    else {
      before.weights.push(weight);
      before.value += value;
    }
  });
  const places = lines.flatMap((line) => [...line.values()].sort((a, b) => a.column - b.column));
  const rowStart = new Int32Array(lines.length + 1);
  for (const [row, line] of lines.entries()) rowStart[row + 1] = (rowStart[row] ?? 0) + line.size;
  const { kinds, kindOf } = sorted(places);
  return {
    outputs: output,
    inputs: input,
    rows: lines.length,
    columns: cellsIn(input),
    rowStart,
    columnOf: Int32Array.from(places, ({ column }) => column),
    kindOf,
    kinds,
  };
}

/** Every place that a weight, or a part of a mean, stands in; with padding that repeats cells, one more than once. */
function eachEntry(
  document: ConvDocument,
  trace: Trace,
  visit: (row: number, column: number, weight: number, value: number) => void,
): void {
  const { op, divisors, output } = trace;
  if (op === "max-pool") {
    eachWinner(document, visit);
    return;
  }
  const perChannel = cellsIn(output) / output.channels;
  eachUse(trace, (step, cell, k) => {
    const weight = (firstWeight(trace, step) ?? 0) + k;
    const value = trace.kernel[weight] ?? 0;
    if (divisors) visit(step, cell, -1, 1 / (divisors[step % perChannel] ?? 1));
    // A transposed layer's matrix is the transpose: what a step reads there, it writes here.
    else if (op === "transposed") visit(cell, step, weight, value);
    else visit(step, cell, weight, value);
  });
}

function eachWinner(
  document: ConvDocument,
  visit: (row: number, column: number, weight: number, value: number) => void,
): void {
  const { steps, input } = traceOf(document);
  for (let step = 0; step < cellsIn(steps); step++) {
    const terms = termsAt(document, step);
    const source = terms[winnersOf(terms)[0] ?? -1]?.source;
    if (!source) continue;
    const sheet = source.channel * input.depth + source.depth;
    visit(step, (sheet * input.rows + source.row) * input.columns + source.column, -1, 1);
  }
}

function sorted(places: readonly Place[]) {
  const ids = new Map<string, number>();
  const kinds: { weights: readonly number[]; value: number; places: number }[] = [];
  const first = places.map(({ weights, value }) => {
    const key = weights.length > 0 ? weights.join() : `=${value}`;
    const id = ids.get(key) ?? kinds.length;
    if (id === kinds.length) {
      ids.set(key, id);
      kinds.push({ weights, value, places: 0 });
    }
    const kind = kinds[id];
    if (kind) kind.places++;
    return id;
  });
  const order = kinds.map((_, id) => id).sort((a, b) => compare(kinds[a], kinds[b]));
  const placeOf = new Int32Array(kinds.length);
  for (const [at, id] of order.entries()) placeOf[id] = at;
  return {
    kinds: order.flatMap((id) => kinds[id] ?? []),
    kindOf: Int32Array.from(first, (id) => placeOf[id] ?? 0),
  };
}

/** Single weights before sums of them, each in scan order; parts of means by size. */
function compare(a: Omit<EntryKind, "places"> | undefined, b: Omit<EntryKind, "places"> | undefined): number {
  if (!a || !b) return 0;
  if (a.weights.length !== b.weights.length) return a.weights.length - b.weights.length;
  for (const [i, weight] of a.weights.entries()) {
    const other = b.weights[i] ?? weight;
    if (weight !== other) return weight - other;
  }
  return b.value - a.value;
}
