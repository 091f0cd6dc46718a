import type { ConvDocument } from "../model/document";
import { type Cell, cellsIn, indexIn } from "../trace/extent";
import type { Im2col } from "../trace/im2col";
import type { LayerMatrix } from "../trace/matrix";
import { firstWeight, stepCell } from "../trace/terms";
import { traceOf } from "../trace/trace";
import { noLights, type TableLights } from "./numberTable";

/** A cell of the figure that is lit; of the kernel and the products, its channel counts among those of one step. */
export interface LitCell extends Cell {
  readonly grid: "input" | "kernel" | "products" | "output";
}

export interface MatrixLights {
  readonly matrix: TableLights;
  readonly input: TableLights;
  readonly output: TableLights;
}

const none: MatrixLights = { matrix: noLights, input: noLights, output: noLights };

/**
 * What a lit cell of the figure lights: an output its row, an input its column, a weight every place it stands in, a product
 * the place it comes from.
 *
 * @param step the step on screen, to which kernel and products belong
 */
export function matrixLights(
  document: ConvDocument,
  matrix: LayerMatrix,
  step: number,
  target: LitCell | null,
): MatrixLights {
  if (!target) return none;
  const trace = traceOf(document);
  const { columns } = matrix;
  const rows = (indices: readonly number[]) => ({ ...noLights, rows: indices });
  if (target.grid === "output") {
    const row = indexIn(trace.output, target);
    const cells = entriesOf(matrix, (at) => at === row);
    return {
      matrix: { ...rows([row]), cells },
      input: rows(cells.map((cell) => cell % columns)),
      output: rows([row]),
    };
  }
  if (target.grid === "input") {
    const column = indexIn(trace.input, target);
    const cells = entriesOf(matrix, (_, at) => at === column);
    return {
      matrix: { ...noLights, columns: [column], cells },
      input: rows([column]),
      output: rows(cells.map((cell) => Math.floor(cell / columns))),
    };
  }
  const first = firstWeight(trace, step);
  if (first === null) return none;
  const weight = first + indexIn(trace.window, target);
  const stands = (_row: number, _column: number, kind: number) =>
    matrix.kinds[kind]?.weights.includes(weight) ?? false;
  if (target.grid === "kernel") return { ...none, matrix: { ...noLights, cells: entriesOf(matrix, stands) } };
  const transposed = trace.op === "transposed";
  const cells = entriesOf(
    matrix,
    (row, column, kind) => (transposed ? column : row) === step && stands(row, column, kind),
  );
  return {
    matrix: { ...noLights, cells },
    input: rows(cells.map((cell) => cell % columns)),
    output: rows(cells.map((cell) => Math.floor(cell / columns))),
  };
}

/** Every place where the weight of one place stands; none for a place that is always 0. */
export function equalPlaces(matrix: LayerMatrix, place: number): readonly number[] {
  const { columns, rowStart, columnOf, kindOf } = matrix;
  const row = Math.floor(place / columns);
  for (let i = rowStart[row] ?? 0; i < (rowStart[row + 1] ?? 0); i++) {
    if (columnOf[i] === place % columns) {
      const own = kindOf[i];
      return entriesOf(matrix, (_row, _column, kind) => kind === own);
    }
  }
  return [];
}

function entriesOf(
  { rows, columns, rowStart, columnOf, kindOf }: LayerMatrix,
  wanted: (row: number, column: number, kind: number) => boolean,
): readonly number[] {
  const found: number[] = [];
  for (let row = 0; row < rows; row++) {
    const end = rowStart[row + 1] ?? 0;
    for (let i = rowStart[row] ?? 0; i < end; i++) {
      const column = columnOf[i] ?? 0;
      if (wanted(row, column, kindOf[i] ?? 0)) found.push(row * columns + column);
    }
  }
  return found;
}

export interface Im2colLights {
  readonly left: TableLights;
  readonly right: TableLights;
  readonly result: TableLights;
}

/** The same for the tables of im2col: an output lights its row, an input every copy of it, a weight its column. */
export function im2colLights(
  document: ConvDocument,
  { left, right, result, sources, group, kind }: Im2col,
  step: number,
  target: LitCell | null,
): Im2colLights {
  const dark = { left: noLights, right: noLights, result: noLights };
  if (!target) return dark;
  const trace = traceOf(document);
  const row = (at: number): TableLights => ({ ...noLights, rows: [at] });
  const column = (at: number): TableLights => ({ ...noLights, columns: [at] });
  if (target.grid === "input") {
    const index = indexIn(trace.input, target);
    const cells = Array.from(sources.keys()).filter((place) => sources[place] === index);
    const rows = [...new Set(cells.map((place) => Math.floor(place / left.columns)))];
    return {
      ...dark,
      left: { ...noLights, cells },
      result: kind === "stamps" ? { ...noLights, rows } : noLights,
    };
  }
  const perGroup = trace.steps.channels / trace.groups;
  const channel = stepCell(document, step).channel - group * perGroup;
  if (target.grid === "output") {
    const cells = cellsIn(trace.output) / trace.output.channels;
    const at = indexIn({ ...trace.output, channels: 1 }, { ...target, channel: 0 });
    const inGroup = Math.floor(target.channel / (trace.output.channels / trace.groups)) === group;
    if (kind === "stamps" || !inGroup || at >= cells) return dark;
    const own = target.channel - group * perGroup;
    return {
      left: row(at),
      right: right ? column(own) : noLights,
      result: { ...noLights, cells: [at * result.columns + (right ? own : 0)] },
    };
  }
  if (!right) return dark;
  const k = indexIn(trace.window, target);
  if (kind === "stamps") {
    return { ...dark, right: { ...noLights, cells: [channel * right.columns + k] }, result: column(k) };
  }
  return { ...dark, left: column(k), right: { ...noLights, cells: [k * right.columns + channel] } };
}
