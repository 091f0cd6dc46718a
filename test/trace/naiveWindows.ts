import type { Pads } from "../../src/core/options";
import type { ConvDocument } from "../../src/model/document";
import { rowsOf } from "../../src/model/grid";

/** One cell of the padded input: its number, and the input cell that it was copied from. */
interface PaddedCell {
  readonly value: number;
  readonly source: { readonly row: number; readonly column: number } | null;
  /** Counted from the first input cell. */
  readonly row: number;
  readonly column: number;
}

/** One output: what its window reads, row by row, and the number that comes of it. */
interface NaiveStep {
  readonly cells: readonly (PaddedCell & { readonly weight: number })[];
  readonly sum: number;
  readonly output: number;
}

/** The whole padded input, built before any window looks at it. */
export function paddedInput({ input, layers: [layer] }: ConvDocument): readonly (readonly PaddedCell[])[] {
  const rows = rowsOf(input);
  const [[top, bottom], [left, right]] = padsOf(layer.padding as readonly Pads[]);
  const down = paddedLine(rows.length, top, bottom, layer.paddingMode);
  const along = paddedLine(rows[0]?.length ?? 0, left, right, layer.paddingMode);
  return down.map((sourceRow, i) =>
    along.map((sourceColumn, j) => {
      const source =
        sourceRow === null || sourceColumn === null ? null : { row: sourceRow, column: sourceColumn };
      const value = source ? (rows[source.row]?.[source.column] ?? Number.NaN) : 0;
      return { value, source, row: i - top, column: j - left };
    }),
  );
}

/** The steps of a document, by four nested loops over its padded input. */
export function naiveSteps(document: ConvDocument): readonly (readonly NaiveStep[])[] {
  const [layer] = document.layers;
  const padded = paddedInput(document);
  const stored = rowsOf(layer.weight);
  const kernel = layer.op === "conv-flipped" ? stored.map((row) => row.toReversed()).toReversed() : stored;
  const [down = 1, along = 1] = layer.stride;
  const [spread = 1, widen = 1] = layer.dilation;
  const found: NaiveStep[][] = [];
  for (let i = 0; i + spread * (kernel.length - 1) < padded.length; i += down) {
    const line: NaiveStep[] = [];
    const width = kernel[0]?.length ?? 0;
    for (let j = 0; j + widen * (width - 1) < (padded[0]?.length ?? 0); j += along) {
      const cells = kernel.flatMap((weights, a) =>
        weights.map((weight, b) => {
          const cell = padded[i + a * spread]?.[j + b * widen];
          if (!cell) throw new Error("the window hangs over the padded input");
          return { ...cell, weight };
        }),
      );
      let sum = 0;
      for (const { value, weight } of cells) sum += value * weight;
      sum += layer.bias[0] ?? 0;
      line.push({ cells, sum, output: layer.activation === "relu" ? Math.max(0, sum) : sum });
    }
    found.push(line);
  }
  return found;
}

function padsOf(padding: readonly Pads[]): readonly [Pads, Pads] {
  const [rows, columns] = padding;
  if (!rows || !columns) throw new Error("padding that was chosen, for two axes");
  return [rows, columns];
}

/** Which of the cells 0…size − 1 stands at each place of a padded line; null is a zero of its own. */
export function paddedLine(size: number, before: number, after: number, mode: string): (number | null)[] {
  const cells: (number | null)[] = Array.from({ length: size }, (_, i) => i);
  for (let i = 1; i <= before; i++) cells.unshift(leftOf(i, size, mode));
  for (let i = 1; i <= after; i++) {
    const mirrored = leftOf(i, size, mode);
    // Seen from the other end, everything is as before the first cell.
    cells.push(mirrored === null ? null : size - 1 - mirrored);
  }
  return cells;
}

function leftOf(distance: number, size: number, mode: string): number | null {
  switch (mode) {
    case "zeros":
      return null;
    case "replicate":
      return 0;
    case "reflect":
      return distance;
    default:
      return size - distance;
  }
}
