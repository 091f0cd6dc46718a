import type { ConvDocument } from "../model/document";
import { cellsIn } from "./extent";
import { traceOf } from "./trace";

/** What a layer's matrix holds, counted without listing it. */
export interface MatrixCounts {
  readonly rows: number;
  readonly columns: number;
  readonly places: number;
  /** Places in which a weight stands, or a sum of weights; of pooling a part of a mean, or a winner's 1. */
  readonly used: number;
  /** Places that are 0 whatever the weights are. */
  readonly zero: number;
  /** Different weights that stand in it; 0 for pooling. */
  readonly distinct: number;
  /** Places whose weight also stands in another place. */
  readonly tied: number;
  /** Places in which several weights add up, because padding repeats a cell. */
  readonly combined: number;
}

interface AxisCounts {
  /** Steps that read some cell. */
  readonly steps: number;
  /** Pairs of a step and a cell that it reads. */
  readonly pairs: number;
  /** Those with one kernel cell alone. */
  readonly single: number;
  /** Kernel cells that read some cell. */
  readonly kernel: number;
  /** Pairs whose kernel cells meet in no other pair. */
  readonly alone: number;
}

/** All axes are counted apart: a place of the matrix is a choice of one pair on each. */
export function matrixCounts(document: ConvDocument): MatrixCounts {
  const trace = traceOf(document);
  const { op, input, output, steps, window, taps } = trace;
  const rows = cellsIn(output);
  const columns = cellsIn(input);
  const places = rows * columns;
  const all = [
    axisCounts(taps[0], window.depth),
    axisCounts(taps[1], window.rows),
    axisCounts(taps[2], window.columns),
  ];
  const product = (count: (axis: AxisCounts) => number) => all.reduce((sum, axis) => sum * count(axis), 1);
  if (op === "max-pool") {
    const used = output.channels * product((axis) => axis.steps);
    return { rows, columns, places, used, zero: places - used, distinct: 0, tied: 0, combined: 0 };
  }
  const wires = steps.channels * window.channels;
  const used = wires * product(({ pairs }) => pairs);
  const pooled = op === "avg-pool";
  return {
    rows,
    columns,
    places,
    used,
    zero: places - used,
    distinct: pooled ? 0 : wires * product(({ kernel }) => kernel),
    tied: pooled ? 0 : used - wires * product(({ alone }) => alone),
    combined: used - wires * product(({ single }) => single),
  };
}

function axisCounts(taps: Int32Array, kernelSize: number): AxisCounts {
  const pairs = new Map<string, number[]>();
  taps.forEach((cell, i) => {
    if (cell < 0) return;
    const key = `${Math.floor(i / kernelSize)},${cell}`;
    const k = i % kernelSize;
    const before = pairs.get(key);
    if (before) before.push(k);
    else pairs.set(key, [k]);
  });
  const meetings = new Map<number, number>();
  for (const cells of pairs.values()) {
    for (const k of cells) meetings.set(k, (meetings.get(k) ?? 0) + 1);
  }
  const all = [...pairs.values()];
  return {
    steps: new Set([...pairs.keys()].map((key) => key.split(",")[0])).size,
    pairs: all.length,
    single: all.filter((cells) => cells.length === 1).length,
    kernel: meetings.size,
    alone: all.filter((cells) => cells.every((k) => meetings.get(k) === 1)).length,
  };
}
