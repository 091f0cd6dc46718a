import type { ConvDocument } from "../model/document";
import { eachUse } from "./eachUse";
import { cellIn, cellsIn } from "./extent";
import { MATRIX_LIMIT } from "./matrix";
import { firstWeight } from "./terms";
import { traceOf } from "./trace";

/** Numbers in rows. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/**
 * One group of a layer as a product of two tables. `windows`: each row holds what one window reads, and each column of the
 * kernel's table is an output channel. `stamps`, of a transposed layer: each row holds the channels of one input cell, and
 * the product's rows are its stamps, which add up where they overlap. Pooling has no kernel: each row's `mean` or `max`.
 */
export interface Im2col {
  readonly kind: "windows" | "stamps" | "mean" | "max";
  readonly group: number;
  readonly left: Table;
  /** Which input number stands in each place of `left`, in scan order; −1 on padding. */
  readonly sources: Int32Array;
  readonly right: Table | null;
  readonly result: Table;
}

/**
 * @param step a step of the group to show
 * @returns null when a side of a table would be longer than MATRIX_LIMIT
 */
export function im2colOf(document: ConvDocument, step: number): Im2col | null {
  const trace = traceOf(document);
  const { op, steps, window, groups } = trace;
  const perGroup = steps.channels / groups;
  const cells = cellsIn(steps) / steps.channels;
  const width = cellsIn(window);
  if (Math.max(cells, width, perGroup) > MATRIX_LIMIT) return null;
  const group = Math.floor(cellIn(steps, step).channel / perGroup);
  if (op === "transposed") return stampsOf(document, group);
  const sources = new Int32Array(cells * width).fill(-1);
  const first = group * perGroup * cells;
  eachUse(trace, (at, cell, weight) => {
    if (at >= first && at < first + cells) sources[(at - first) * width + weight] = cell;
  });
  const left = {
    rows: cells,
    columns: width,
    values: Float64Array.from(sources, (cell) => document.input.data[cell] ?? 0),
  };
  if (op === "max-pool" || op === "avg-pool") {
    const values = trace.sums.slice(first, first + cells);
    const result = { rows: cells, columns: 1, values };
    return { kind: op === "avg-pool" ? "mean" : "max", group, left, sources, right: null, result };
  }
  const start = firstWeight(trace, first) ?? 0;
  const right = {
    rows: width,
    columns: perGroup,
    values: transposed(trace.kernel.subarray(start, start + width * perGroup), perGroup),
  };
  return { kind: "windows", group, left, sources, right, result: times(left, right) };
}

function stampsOf(document: ConvDocument, group: number): Im2col {
  const { steps, window, groups, kernel } = traceOf(document);
  const perGroup = steps.channels / groups;
  const cells = cellsIn(steps) / steps.channels;
  const width = cellsIn(window);
  const first = group * perGroup;
  const sources = Int32Array.from({ length: cells * perGroup }, (_, i) => {
    return (first + (i % perGroup)) * cells + Math.floor(i / perGroup);
  });
  const left = {
    rows: cells,
    columns: perGroup,
    values: Float64Array.from(sources, (cell) => document.input.data[cell] ?? 0),
  };
  const right = {
    rows: perGroup,
    columns: width,
    values: kernel.slice(first * width, (first + perGroup) * width),
  };
  return { kind: "stamps", group, left, sources, right, result: times(left, right) };
}

function transposed(values: Float64Array, rows: number): Float64Array {
  const columns = values.length / rows;
  return Float64Array.from(
    { length: values.length },
    (_, i) => values[(i % rows) * columns + Math.floor(i / rows)] ?? 0,
  );
}

function times(left: Table, right: Table): Table {
  const values = new Float64Array(left.rows * right.columns);
  for (let row = 0; row < left.rows; row++) {
    for (let column = 0; column < right.columns; column++) {
      let sum = 0;
      for (let k = 0; k < left.columns; k++) {
        sum += (left.values[row * left.columns + k] ?? 0) * (right.values[k * right.columns + column] ?? 0);
      }
      values[row * right.columns + column] = sum + 0;
    }
  }
  return { rows: left.rows, columns: right.columns, values };
}
