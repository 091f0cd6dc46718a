import type { ConvDocument } from "../model/document";
import { cellsIn, type Extent, indexIn } from "../trace/extent";
import { productScale } from "../trace/productScale";
import { coverCounts } from "../trace/relations";
import { firstWeight, termsAt } from "../trace/terms";
import { type Trace, traceOf } from "../trace/trace";
import { conceal, type Revealed } from "./conceal";
import { foldTogether } from "./folding";
import { gridMarks, type SheetNumbers } from "./gridMarks";
import { gripsOf } from "./grips";
import { bottomOf, cellOutline, cornerOf, rightOf } from "./hit";
import { labelsOf } from "./labels";
import { type Box, type Layout, layoutOf, type Place, plain, type Sheet, type Shown } from "./layout";
import { maxMagnitude } from "./levels";
import type { LabelMark, PathMark, SceneGrid, SheetMarks } from "./marks";
import { type Ring, ringOf } from "./ring";

/** Everything of the figure that stands still while the window slides. Its sheets are in the order of the layout's. */
export interface Board {
  readonly document: ConvDocument;
  readonly box: Box;
  readonly layout: Layout;
  /** How far each grid goes, with what of it is not on show. */
  readonly extents: Readonly<Record<SceneGrid, Extent>>;
  readonly input: readonly SheetMarks[];
  readonly kernel: readonly SheetMarks[];
  /** Every output, computed or not: which of them show is the frame's affair. */
  readonly output: readonly SheetMarks[];
  /** Without cells: these come with each frame. */
  readonly products: readonly SheetMarks[];
  /** The window's numbers enlarged, like the products; none where the input shows its own. */
  readonly lens: readonly SheetMarks[];
  /** The largest product of all steps, so that colours don't jump while playing. */
  readonly productMax: number;
  /** Under the cells of input and output, so that no link shows between them. */
  readonly grounds: readonly PathMark[];
  readonly ring: Ring;
  readonly labels: readonly LabelMark[];
  readonly grips: readonly PathMark[];
  /** How often each cell under the window is covered, over its numbers; null while it is not asked for. */
  readonly readCounts: readonly SheetMarks[] | null;
  /** The outputs that show; null: all that are computed. */
  readonly revealed: Revealed;
}

/** What is asked of a board besides what it shows plainly. */
export interface BoardOptions extends Partial<Shown> {
  readonly readCounts: boolean;
  readonly revealed?: Revealed;
}

export function boardOf(
  document: ConvDocument,
  box: Box,
  { readCounts, revealed = null, ...shown }: BoardOptions,
): Board {
  const seen = { ...plain, ...shown };
  const layout = layoutOf(document, box, seen);
  const { sheets } = layout;
  const trace = traceOf(document);
  const counts = coverCounts(trace);
  const covered = trace.op === "transposed" ? "output" : "input";
  const folded = foldTogether(sheetCount(sheets.input), sheetCount(sheets.output));
  const numbers = (
    list: readonly Sheet[],
    values: Float64Array | readonly number[],
  ): readonly SheetNumbers[] =>
    list.map((sheet) => ({
      sheet,
      start: startOf(trace, sheet),
      values: partOf(values, trace, sheet, seen.step),
      ...(sheet.grid === covered && { paths: neverRead(partOf(counts, trace, sheet, 0), sheet) }),
    }));
  const inputMax = maxMagnitude(document.input.data);
  const productMax = productScale(document);
  const drawn = (
    list: readonly Sheet[],
    values: Float64Array | readonly number[],
    max = maxMagnitude(values),
  ) => gridMarks(numbers(list, values), { max, folded });
  return {
    document,
    box,
    layout,
    extents: { input: trace.input, kernel: trace.window, products: trace.window, output: trace.output },
    input: drawn(sheets.input, document.input.data, inputMax),
    kernel: drawn(sheets.kernel, trace.kernel),
    output: conceal(drawn(sheets.output, trace.values), revealed),
    products: withoutCells(sheets.products, productSamples(document, productMax)),
    lens: withoutCells(sheets.lens, document.input.data),
    productMax,
    grounds: [...layout.behind, ...[...sheets.input, ...sheets.output].map(groundOf)],
    ring: ringOf(document, layout),
    labels: labelsOf(document, layout, readCounts),
    grips: gripsOf(layout),
    readCounts: readCounts ? drawn(sheets[covered], counts) : null,
    revealed,
  };
}

function sheetCount(list: readonly Sheet[]) {
  const [{ rows, columns } = { rows: 0, columns: 0 }] = list;
  return { sheets: list.length, rows, columns };
}

/** How many cells of a grid come before those of a sheet. */
function startOf(trace: Trace, { grid, channel, depth }: Sheet): number {
  const extent = grid === "input" ? trace.input : grid === "output" ? trace.output : trace.window;
  return indexIn(extent, { channel, depth, row: 0, column: 0 });
}

/** The numbers of one sheet: of input and output at their channel and slice, of the kernel among those of the step. */
function partOf(
  values: Float64Array | readonly number[],
  trace: Trace,
  sheet: Sheet,
  step: number,
): Float64Array | readonly number[] {
  const before = sheet.grid === "kernel" ? (firstWeight(trace, step) ?? 0) : 0;
  const start = before + startOf(trace, sheet);
  return values.slice(start, start + sheet.rows * sheet.columns);
}

/** Products looked at to choose a font size that suits nearly all. */
const SAMPLES = 600;

/** Products of steps spread over all. */
function productSamples(document: ConvDocument, largest: number): readonly number[] {
  const trace = traceOf(document);
  const steps = cellsIn(trace.steps);
  const every = Math.ceil((steps * cellsIn(trace.window)) / SAMPLES);
  const samples = [largest];
  for (let step = 0; step < steps; step += every) {
    for (const { product } of termsAt(document, step)) samples.push(product);
  }
  return samples;
}

/** Marks whose cells come with each frame, their digits of a size for these numbers. */
function withoutCells(sheets: readonly Sheet[], numbers: ArrayLike<number>): readonly SheetMarks[] {
  const [first] = sheets;
  if (!first) return [];
  const [{ fontSize } = { fontSize: 0 }] = gridMarks([{ sheet: first, start: 0, values: numbers }], PLAIN);
  return gridMarks(
    sheets.map((sheet) => ({ sheet, start: 0, values: [] })),
    PLAIN,
  ).map((marks) => ({ ...marks, fontSize }));
}

const PLAIN = { max: 0, folded: false };

function groundOf(sheet: Sheet): PathMark {
  const { grid, channel, depth, x, y, rows, columns } = sheet;
  const corner = (row: number, column: number) => cornerOf(sheet, row, column).join(" ");
  const [width, height] = [rightOf(sheet) - x, bottomOf(sheet) - y];
  return {
    key: `${grid}-${channel}-${depth}`,
    d: sheet.skew
      ? `M${corner(0, 0)}L${corner(0, columns)}L${corner(rows, columns)}L${corner(rows, 0)}z`
      : `M${x} ${y}h${width}v${height}h${-width}z`,
    className: "grid-ground",
  };
}

/** A strong hatching over the cells that no window covers. */
export function neverRead(
  counts: ArrayLike<number>,
  place: Place & Pick<Partial<Sheet>, "skew" | "pitch">,
): readonly PathMark[] {
  const sheet: Sheet = { grid: "input", channel: 0, depth: 0, ...place };
  const d = Array.from(counts, (count, i) =>
    count > 0 ? "" : cellOutline(sheet, Math.floor(i / place.columns), i % place.columns),
  ).join("");
  return d ? [{ key: "never-read", d, className: "never-read" }] : [];
}
