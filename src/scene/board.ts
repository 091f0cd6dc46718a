import type { ConvDocument } from "../model/document";
import { traceOf } from "../trace/trace";
import { gridMarks } from "./gridMarks";
import { gripsOf } from "./grips";
import { labelsOf } from "./labels";
import { type Box, type Layout, layoutOf, type Place, type Shown } from "./layout";
import { maxMagnitude } from "./levels";
import { cellPath, type GridMarks, type LabelMark, type PathMark, type SheetMarks } from "./marks";
import { type Ring, ringOf } from "./ring";
import { axisReads } from "./unread";

/** Everything of the figure that stands still while the window slides. Its sheets are in the order of the layout's. */
export interface Board {
  readonly document: ConvDocument;
  readonly box: Box;
  readonly layout: Layout;
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
}

/** What is asked of a board besides what it shows plainly. */
export interface BoardOptions extends Partial<Shown> {
  readonly readCounts: boolean;
}

export function boardOf(document: ConvDocument, box: Box, { readCounts }: BoardOptions): Board {
  const layout = layoutOf(document, box);
  const trace = traceOf(document);
  const reads = axisReads(document);
  const counts = reads.rows.flatMap((row) => reads.columns.map((column) => row * column));
  return {
    document,
    box,
    layout,
    input: gridMarks("input", layout.input, document.input.data, neverRead(counts, layout.input)),
    kernel: gridMarks("kernel", layout.kernel, trace.kernel),
    output: gridMarks("output", layout.output, trace.output),
    products: withoutCells(gridMarks("products", layout.products, sampled(trace.products))),
    lens: layout.lens && withoutCells(gridMarks("products", layout.lens, document.input.data)),
    productMax: maxMagnitude(trace.products),
    grounds: [groundOf("input", layout.input), groundOf("output", layout.output)],
    ring: ringOf(document, layout),
    labels: labelsOf(document, layout, readCounts),
    grips: gripsOf(layout),
    readCounts: readCounts ? gridMarks("input", layout.input, counts) : null,
  };
}

function groundOf(key: string, { x, y, cell, rows, columns }: Place): PathMark {
  return {
    key,
    d: `M${x} ${y}h${columns * cell}v${rows * cell}h${-columns * cell}z`,
    className: "grid-ground",
  };
}

/** Enough numbers to choose a font size that suits nearly all. */
const SAMPLES = 600;

/** Some of many values, with the smallest and the largest, which have the longest texts as a rule. */
function sampled(values: Float64Array): ArrayLike<number> {
  const every = Math.ceil(values.length / SAMPLES);
  if (every <= 1) return values;
  let [min, max] = [0, 0];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return [min, max, ...values.filter((_, i) => i % every === 0)];
}

function withoutCells(marks: GridMarks): GridMarks {
  return { ...marks, cells: [] };
}

/** A strong hatching over the input cells that no window reads. */
export function neverRead(counts: readonly number[], place: Place): readonly PathMark[] {
  const d = counts
    .map((count, i) => {
      if (count > 0) return "";
      const x = place.x + (i % place.columns) * place.cell;
      const y = place.y + Math.floor(i / place.columns) * place.cell;
      return cellPath(x, y, place.cell, place.cell < 8 ? 0.25 : 1);
    })
    .join("");
  return d ? [{ key: "never-read", d, className: "never-read" }] : [];
}
