import { paddedIndex } from "../core/paddedIndex";
import type { ConvDocument } from "../model/document";
import { axesOf, inputSizeOf } from "../model/layer";
import { traceOf } from "../trace/trace";
import { cellTexts } from "./cellText";
import { DIGITS_FROM, type Layout } from "./layout";
import { cellPath, type LabelMark, type PathMark } from "./marks";

/** The padding around the input, with the values that the mode puts there. */
export interface Ring {
  readonly paths: readonly PathMark[];
  readonly labels: readonly LabelMark[];
}

export function ringOf(document: ConvDocument, { input: place }: Pick<Layout, "input">): Ring {
  const cells = ringCells(document);
  const { texts, fontSize } = cellTexts(
    cells.map(({ value }) => value),
    place.cell,
  );
  const x = (column: number) => place.x + column * place.cell;
  const y = (row: number) => place.y + row * place.cell;
  const inset = place.cell < 12 ? 0.5 : 1.5;
  const outline = (read: boolean) =>
    cells
      .filter((cell) => cell.read === read)
      .map(({ row, column }) => cellPath(x(column), y(row), place.cell, inset))
      .join("");
  const labels = cells.map(({ row, column, read }, i) => ({
    key: `${row},${column}`,
    x: x(column) + place.cell / 2,
    y: y(row) + place.cell / 2,
    anchor: "middle" as const,
    fontSize,
    className: read ? "ring-number" : "ring-number idle",
    parts: [{ text: texts[i] as string }],
  }));
  return {
    paths: [
      { key: "read", d: outline(true), className: "ring" },
      { key: "unread", d: outline(false), className: "ring idle" },
    ],
    labels: place.cell >= DIGITS_FROM ? labels : [],
  };
}

interface RingCell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** Whether any window reads it. */
  readonly read: boolean;
}

function ringCells(document: ConvDocument): readonly RingCell[] {
  const [height = 0, width = 0] = inputSizeOf(document);
  const [rowAxis, columnAxis] = axesOf(document);
  const { rows, columns } = traceOf(document);
  const { paddingMode } = document.layers[0];
  if (!rowAxis || !columnAxis) return [];
  const rowRead = readPositions(rows, rowAxis.kernelSize, rowAxis.stride, rowAxis.dilation);
  const columnRead = readPositions(columns, columnAxis.kernelSize, columnAxis.stride, columnAxis.dilation);
  const cells: RingCell[] = [];
  const [top, bottom] = rowAxis.padding;
  const [left, right] = columnAxis.padding;
  for (let row = -top; row < height + bottom; row++) {
    const inside = row >= 0 && row < height;
    for (let column = -left; column < width + right; column++) {
      if (inside && column >= 0 && column < width) {
        column = width - 1;
        continue;
      }
      const sourceRow = paddedIndex(row, height, paddingMode);
      const sourceColumn = paddedIndex(column, width, paddingMode);
      const zero = sourceRow < 0 || sourceColumn < 0;
      cells.push({
        row,
        column,
        value: zero ? 0 : (document.input.data[sourceRow * width + sourceColumn] ?? 0),
        read: rowRead.has(row + top) && columnRead.has(column + left),
      });
    }
  }
  return cells;
}

/** Padded positions that at least one window of an axis reads. */
function readPositions(outputs: number, kernelSize: number, stride: number, dilation: number): Set<number> {
  const read = new Set<number>();
  for (let o = 0; o < outputs; o++) {
    for (let k = 0; k < kernelSize; k++) read.add(o * stride + k * dilation);
  }
  return read;
}
