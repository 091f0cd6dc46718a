import type { ConvDocument } from "../model/document";
import { type Extent, indexIn } from "../trace/extent";
import { traceOf } from "../trace/trace";
import { shortText } from "./cellText";
import type { Revealed } from "./conceal";
import { cornerOf } from "./hit";
import type { Layout, Sheet } from "./layout";
import type { LabelMark, PathMark, Rectangle } from "./marks";
import { type Point, seriesNames } from "./seriesNames";

/** Input and output of one axis as lines over the cells that hold their numbers. */
export interface SeriesChart {
  readonly paths: readonly PathMark[];
  readonly labels: readonly LabelMark[];
}

/** What touches the chart's edges would be cut, in pixels. */
const EDGE = 8;
const POINT = 3;
/** Points closer than this run into one another. */
const POINTS_FROM = 7;
const MOST_LETTERS = 4;

/**
 * Input and output share one scale, which always holds 0; each point stands over its cell. Input points are round, output points
 * square, so that colour is not alone in telling them apart.
 *
 * @param filled how many outputs show, in scan order over all channels
 * @param revealed of these the ones that are not to be predicted; null: all
 * @returns null where the layout has no room for a chart
 */
export function seriesChart(
  document: ConvDocument,
  { chart, sheets }: Layout,
  filled = Number.POSITIVE_INFINITY,
  revealed: Revealed = null,
): SeriesChart | null {
  if (!chart) return null;
  const trace = traceOf(document);
  const [least, most] = rangeOf(document.input.data, trace.values);
  const yOf = (value: number) =>
    chart.y + EDGE + ((most - value) / (most - least)) * (chart.height - 2 * EDGE);
  const input = sheets.input.map((sheet) =>
    pointsOf(sheet, document.input.data, trace.input, yOf, Number.POSITIVE_INFINITY),
  );
  const shown = revealed ? concealedFrom(revealed, filled) : filled;
  const output = sheets.output.map((sheet) => pointsOf(sheet, trace.values, trace.output, yOf, shown));
  return {
    paths: [
      { key: "zero", d: `M${chart.x} ${yOf(0)}h${chart.width}`, className: "series-zero" },
      ...input.flatMap((points, i) => marksOf("input", i, points, sheets.input[i])),
      ...output.flatMap((points, i) => marksOf("output", i, points, sheets.output[i])),
    ],
    labels: [...scaleLabels(chart, least, most, yOf), ...seriesNames(chart, { input, output })],
  };
}

/** A line that has to stop before the first output that is to be predicted. */
function concealedFrom(revealed: readonly number[], filled: number): number {
  let first = 0;
  while (first < filled && revealed.includes(first)) first++;
  return first;
}

/** The smallest and largest number of all, 0 among them; apart even where all are 0. */
function rangeOf(...lists: readonly Float64Array[]): readonly [number, number] {
  let [least, most] = [0, 0];
  for (const list of lists) {
    for (const value of list) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  return least === most ? [-1, 1] : [least, most];
}

function pointsOf(
  sheet: Sheet,
  values: Float64Array,
  extent: Extent,
  yOf: (value: number) => number,
  filled: number,
): readonly Point[] {
  const first = indexIn(extent, { channel: sheet.channel, depth: 0, row: 0, column: 0 });
  const count = Math.max(0, Math.min(sheet.columns, filled - first));
  return Array.from({ length: count }, (_, column) => {
    const [x] = cornerOf(sheet, 0, column);
    return [x + sheet.cell / 2, yOf(values[first + column] ?? 0)];
  });
}

function marksOf(
  grid: "input" | "output",
  index: number,
  points: readonly Point[],
  sheet: Sheet | undefined,
): readonly PathMark[] {
  if (points.length === 0 || !sheet) return [];
  const line = points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x} ${rounded(y)}`).join("");
  const shape = grid === "input" ? circle : square;
  const spots = points.map(([x, y]) => shape(x, rounded(y))).join("");
  return [
    { key: `${grid}-${index}`, d: line, className: `series ${grid}` },
    ...((sheet.pitch ?? sheet.cell) >= POINTS_FROM || points.length === 1
      ? [{ key: `${grid}-points-${index}`, d: spots, className: `series-point ${grid}` }]
      : []),
  ];
}

function circle(x: number, y: number): string {
  return `M${x - POINT} ${y}a${POINT} ${POINT} 0 1 0 ${2 * POINT} 0a${POINT} ${POINT} 0 1 0 ${-2 * POINT} 0z`;
}

function square(x: number, y: number): string {
  return `M${x - POINT} ${y - POINT}h${2 * POINT}v${2 * POINT}h${-2 * POINT}z`;
}

function rounded(y: number): number {
  return Math.round(y * 100) / 100;
}

/** The ends of the scale and 0, on the left of the chart; an end that lies close to 0 stays away. */
function scaleLabels(
  { x }: Rectangle,
  least: number,
  most: number,
  yOf: (value: number) => number,
): readonly LabelMark[] {
  const ends = [least, most].filter((end) => Math.abs(yOf(end) - yOf(0)) >= 12);
  return [0, ...ends].map((value) => ({
    key: `scale-${value}`,
    x: x - 4,
    y: yOf(value),
    anchor: "end",
    className: "ruler",
    parts: [{ text: shortText(value, MOST_LETTERS) }],
  }));
}
