import { isPool } from "../core/layer";
import type { Pads } from "../core/options";
import type { ConvDocument } from "../model/document";
import { dimsOf } from "../model/layer";
import type { Extent } from "../trace/extent";
import { stepCell, windowPlace } from "../trace/terms";
import { type Trace, traceOf } from "../trace/trace";
import { foldsAlone, foldTogether } from "./folding";
import type { Shown } from "./layout";
import type { SceneGrid } from "./marks";
import { shapeTextOf } from "./shapeText";
import { unreadOf } from "./unread";

export type AxisPads = readonly [depth: Pads, rows: Pads, columns: Pads];

/** One grid of the figure as far as it is on show, in cells. */
export interface Part {
  readonly grid: SceneGrid;
  readonly channels: readonly number[];
  /** How many channels lie behind the one on top. */
  readonly hidden: number;
  readonly depth: number;
  readonly rows: number;
  readonly columns: number;
  /** The ring around it, with what windows reach past it. */
  readonly pads: AxisPads;
}

/** Everything of a document that decides on the figure's layout. */
export interface FigureParts {
  readonly dims: number;
  readonly input: Part;
  /** Absent for pooling. */
  readonly kernel: Part | null;
  readonly products: Part;
  readonly output: Part;
  /** The grid that the window slides over. */
  readonly windowSide: "input" | "output";
  /** Of that grid, the channel that the first of a kernel's channels lies on. */
  readonly firstChannel: number;
  /** Whether the products of several channels are added, with a sum for each. */
  readonly addsChannels: boolean;
  /** Whether sheets need names of their own. */
  readonly tagged: boolean;
  /** Words that stand over the columns of a line. */
  readonly words: boolean;
  /** How wide the shapes of the grids are at least, in letters. */
  readonly shapeLetters: Readonly<Record<SceneGrid, number>>;
  /** Lines under the products: their sum, and where there is a bias, a divisor or an activation, what these make of it. */
  readonly sumLines: number;
  /** Lines of the caption: one for each axis along which there are cells that no window reads. */
  readonly captionLines: number;
}

const NO_PADS: AxisPads = [
  [0, 0],
  [0, 0],
  [0, 0],
];

/** @param exploded whether every channel is on show */
export function partsOf(document: ConvDocument, shown: Shown, exploded: boolean): FigureParts {
  const trace = traceOf(document);
  const { op, input, output, steps, window } = trace;
  const step = Math.min(shown.step, steps.channels * steps.depth * steps.rows * steps.columns - 1);
  const { channel } = stepCell(document, step);
  const { grid: windowSide, origin } = windowPlace(document, step);
  const under = inRange(shown.channel, origin.channel, window.channels);
  const pads = reachOf(trace);
  const part = (grid: SceneGrid, extent: Extent, top: number, ring = NO_PADS): Part => ({
    grid,
    channels: exploded ? Array.from({ length: extent.channels }, (_, i) => i) : [top],
    hidden: exploded ? 0 : extent.channels - 1,
    depth: extent.depth,
    rows: extent.rows,
    columns: extent.columns,
    pads: ring,
  });
  const transposed = windowSide === "output";
  const middle = (grid: "kernel" | "products") => part(grid, window, under - origin.channel);
  const dims = dimsOf(document);
  return {
    dims,
    input: transposed ? part("input", input, channel) : part("input", input, under, pads),
    kernel: isPool(op) ? null : middle("kernel"),
    products: middle("products"),
    output: transposed ? part("output", output, under, pads) : part("output", output, channel),
    windowSide,
    firstChannel: origin.channel,
    addsChannels: !transposed && exploded && window.channels > 1,
    tagged: dims === 3 || input.channels > 1 || output.channels > 1,
    words: dims === 1 && document.words !== undefined,
    shapeLetters: shapeLettersOf(document),
    sumLines: sumLinesOf(document),
    captionLines: captionLinesOf(document),
  };
}

/** The pads of the side that the window slides over; a window past the padding's end reaches further. */
export function reachOf({ axes, steps, op, input, output }: Trace): AxisPads {
  const side = op === "transposed" ? output : input;
  const reach = (axis: 0 | 1 | 2, positions: number, size: number): Pads => {
    const { padding, stride, dilation, kernelSize } = axes[axis];
    const end = (positions - 1) * stride - padding[0] + dilation * (kernelSize - 1) + 1;
    return [padding[0], op === "transposed" ? Math.max(0, end - size) : Math.max(padding[1], end - size)];
  };
  return [
    reach(0, steps.depth, side.depth),
    reach(1, steps.rows, side.rows),
    reach(2, steps.columns, side.columns),
  ];
}

function inRange(channel: number, first: number, count: number): number {
  return channel >= first && channel < first + count ? channel : first;
}

function sumLinesOf(document: ConvDocument): number {
  const { op, bias, activation } = document.layers[0];
  const relu = activation === "relu" ? 1 : 0;
  if (op === "transposed") return 0;
  if (op === "max-pool") return 1 + relu;
  if (op === "avg-pool") return 3 + relu;
  return 1 + (bias.some((value) => value !== 0) ? 2 : 0) + relu;
}

function shapeLettersOf(document: ConvDocument): FigureParts["shapeLetters"] {
  return {
    input: shapeTextOf(document, "input").length,
    kernel: shapeTextOf(document, "kernel").length,
    products: 0,
    output: shapeTextOf(document, "output").length,
  };
}

function captionLinesOf(document: ConvDocument): number {
  const { slices, rows, columns } = unreadOf(document);
  return Math.sign(slices) + Math.sign(rows) + Math.sign(columns);
}

/** Whether input and output are drawn as colours alone, whatever the size of their cells. */
export function isFolded({ input, output }: FigureParts): boolean {
  const count = (part: Part) => ({ ...part, sheets: part.channels.length * part.depth });
  return foldsAlone(input) || foldsAlone(output) || foldTogether(count(input), count(output));
}
