import type { ConvDocument } from "../model/document";
import { formatNumber } from "../model/formatNumber";
import { dimsOf } from "../model/layer";
import { type Cell, cellIn, cellsIn, type Extent } from "../trace/extent";
import type { EntryKind, LayerMatrix } from "../trace/matrix";
import { type Trace, traceOf } from "../trace/trace";
import { levelClass, levelOf, maxMagnitude } from "./levels";
import { cellWidth, isPicture, type TableCell, type TableMarks, valueTable } from "./numberTable";

/** As many weights as there are colours that all eyes tell apart, with their names. */
const MOST_COLOURS = 12;

/** The matrix, the flattened input and the flattened output. */
export interface MatrixTables {
  readonly matrix: TableMarks;
  readonly input: TableMarks;
  readonly output: TableMarks;
  /** One for each output; null where no bias is. */
  readonly bias: TableMarks | null;
  /** What each colour stands for; empty where colours show values. */
  readonly legend: readonly LegendEntry[];
}

export interface LegendEntry {
  readonly name: string;
  readonly value: string;
  readonly className: string;
  readonly places: number;
}

export function matrixTables(document: ConvDocument, matrix: LayerMatrix): MatrixTables {
  const trace = traceOf(document);
  const { rows, columns, kinds } = matrix;
  const picture = isPicture(rows, columns) || rows > 30;
  const looks = kindCells(document, kinds);
  const outputHeads = headsOf(document, matrix.outputs);
  const inputHeads = headsOf(document, matrix.inputs);
  const perChannel = cellsIn(trace.output) / trace.output.channels;
  const hasBias = trace.bias.some((bias) => bias !== 0);
  const offsets = Float64Array.from({ length: rows }, (_, i) => trace.bias[Math.floor(i / perChannel)] ?? 0);
  const columnHeads = emptyHead(inputHeads);
  const rowHeads = outputHeads.map((indices) => indices.join(","));
  return {
    matrix: {
      key: "matrix",
      rows,
      columns,
      cells: placed(matrix, looks),
      rowHeads: picture ? [] : rowHeads,
      columnHeads: picture ? [] : inputHeads,
      cellWidth: picture
        ? 0
        : Math.max(
            cellWidth(looks.map(({ text }) => text)),
            cellWidth(
              looks.map(({ note = "" }) => note),
              24,
            ) - 6,
          ),
      picture,
    },
    input: valueTable("matrix-input", columns, 1, document.input.data, {
      rowHeads: inputHeads.map((indices) => indices.join(",")),
      columnHeads,
    }),
    output: valueTable("matrix-output", rows, 1, trace.sums, { columnHeads }),
    bias: hasBias ? valueTable("matrix-bias", rows, 1, offsets, { columnHeads }) : null,
    legend:
      kinds.length > MOST_COLOURS
        ? []
        : kinds.map(({ weights, value, places }, i) => ({
            name: [
              ...(weights.length > 1 ? [looks[i]?.note ?? ""] : []),
              weights.map((weight) => weightName(document, trace, weight)).join("+"),
            ].join(" = "),
            value: formatNumber(value),
            className: looks[i]?.className ?? "",
            places,
          })),
  };
}

/** A head without words, as tall as others beside it: the first rows then stand on one line. */
function emptyHead([first = []]: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [first.map(() => "\u00a0")];
}

const empty: TableCell = { text: "0", className: "always-zero" };

function placed({ rows, columns, rowStart, columnOf, kindOf }: LayerMatrix, looks: readonly TableCell[]) {
  const cells = new Array<TableCell>(rows * columns).fill(empty);
  for (let row = 0; row < rows; row++) {
    const end = rowStart[row + 1] ?? 0;
    for (let i = rowStart[row] ?? 0; i < end; i++) {
      cells[row * columns + (columnOf[i] ?? 0)] = looks[kindOf[i] ?? 0] ?? empty;
    }
  }
  return cells;
}

/** Few weights have a colour and a name each; many are coloured by their values. */
function kindCells(document: ConvDocument, kinds: readonly EntryKind[]): readonly TableCell[] {
  const trace = traceOf(document);
  const max = maxMagnitude(kinds.map(({ value }) => value));
  return kinds.map(({ weights, value }, i) => {
    const text = formatNumber(value);
    if (kinds.length > MOST_COLOURS) return { text, className: levelClass(levelOf(value, max)) };
    // A sum's name is too long for its cell: the legend says what its letter stands for.
    const note =
      weights.length > 1
        ? `Σ${String.fromCharCode(97 + i)}`
        : weights.map((weight) => weightName(document, trace, weight)).join("");
    return { text, className: `kind kind-${i}`, ...(note && { note }) };
  });
}

/** k with the indices of the weight: those of its channels first, where there are several. */
function weightName(document: ConvDocument, trace: Trace, weight: number): string {
  const size = cellsIn(trace.window);
  const cell = cellIn(trace.window, weight % size);
  const channels = [
    ...(trace.steps.channels > 1 ? [Math.floor(weight / size)] : []),
    ...(trace.window.channels > 1 ? [cell.channel] : []),
  ];
  const place = spatial(document, cell);
  const parts = [...channels, place.some((index) => index > 9) ? place.join(",") : place.join("")];
  return `k${parts.join("·")}`;
}

/** The indices of every cell in scan order: the channel's first, where there are several. */
export function headsOf(document: ConvDocument, extent: Extent): readonly (readonly string[])[] {
  return Array.from({ length: cellsIn(extent) }, (_, i) => {
    const cell = cellIn(extent, i);
    const indices = spatial(document, cell);
    return (extent.channels > 1 ? [cell.channel, ...indices] : indices).map(String);
  });
}

function spatial(document: ConvDocument, { depth, row, column }: Cell): readonly number[] {
  return [depth, row, column].slice(3 - dimsOf(document));
}
