import { isPool } from "../core/layer";
import type { ConvDocument } from "../model/document";
import { inputSizeOf, kernelSizeOf, paddingOf } from "../model/layer";
import type { Head, Layout, Margins } from "./layout";
import type { LabelMark, TextPart } from "./marks";
import { isPlain, shapeTextOf, sizeText } from "./shapeText";
import { sheetRulers } from "./sheetRulers";
import { sheetTags } from "./sheetTags";
import { unreadOf } from "./unread";

/** Names and shapes above the grids, names and indices of their sheets, and the captions under the input. */
export function labelsOf(document: ConvDocument, layout: Layout, readCounts: boolean): readonly LabelMark[] {
  const { heads, margins } = layout;
  const transposed = document.layers[0].op === "transposed";
  const pooling = isPool(document.layers[0].op);
  const head = (grid: keyof typeof heads, letter: string, shape: TextPart, name: string = grid) => {
    const place = heads[grid];
    return place ? title(margins, grid, `figure.${name}`, letter, place, shape) : [];
  };
  const outputShape: TextPart =
    readCounts && transposed
      ? { message: "sheet.overlaps", values: { shape: shapeTextOf(document, "output") } }
      : { text: shapeTextOf(document, "output") };
  return [
    ...head("input", "X", inputShape(document, layout, readCounts && !transposed)),
    ...head("kernel", "W", kernelShape(document)),
    ...head("lens", "", { message: "figure.enlarged" }),
    ...head("products", "", productsText(document), pooling ? "lens" : "products"),
    ...head("output", "Y", outputShape),
    ...sheetTags(document, layout),
    ...sheetRulers(document, layout),
    ...captions(document, layout),
  ];
}

function inputShape(document: ConvDocument, { heads, margins }: Layout, readCounts: boolean): TextPart {
  const shape = shapeTextOf(document, "input");
  if (readCounts) return { message: "figure.readCounts", values: { shape } };
  const pads = paddingOf(document);
  const isPadded = pads.some(([before, after]) => before + after > 0);
  if (!isPadded || document.layers[0].op === "transposed") return { text: shape };
  const padded = sizeText(
    inputSizeOf(document).map((size, axis) => size + (pads[axis]?.[0] ?? 0) + (pads[axis]?.[1] ?? 0)),
  );
  const letters = `${shape}, padded ${padded}`.length;
  const fits = isPlain(document) || letters * margins.letter <= (heads.input?.width ?? 0);
  return fits ? { message: "figure.padded", values: { shape, padded } } : { text: shape };
}

function kernelShape(document: ConvDocument): TextPart {
  const shape = shapeTextOf(document, "kernel");
  return document.layers[0].op === "conv-flipped"
    ? { message: "figure.turned", values: { shape } }
    : { text: shape };
}

function productsText(document: ConvDocument): TextPart {
  const [layer] = document.layers;
  if (isPool(layer.op))
    return { message: "sheet.windowOf", values: { shape: sizeText(kernelSizeOf(layer)) } };
  return { message: layer.op === "transposed" ? "sheet.stampOf" : "figure.productsOf" };
}

/** Where names have less room above their grids, in pixels, shapes go. */
const TWO_LINES = 30;

/** A grid's name with its letter, and its shape on the line below. */
function title(
  { label }: Margins,
  grid: string,
  message: string,
  letter: string,
  { x, y }: Head,
  shape: TextPart,
): readonly LabelMark[] {
  const name: readonly TextPart[] = [{ message }];
  const mark = { x, anchor: "start" as const };
  const parts = letter ? [...name, { text: `\u2002${letter}`, className: "letter" }] : name;
  const named = { ...mark, key: `title-${grid}`, className: `title ${grid}`, parts };
  if (label < TWO_LINES) return [{ ...named, y: y - 0.3 * label }];
  return [
    { ...named, y: y - 0.7 * label },
    { ...mark, key: `shape-${grid}`, y: y - 0.27 * label, className: `shape ${grid}`, parts: [shape] },
  ];
}

/** What no window reads: slices, below them rows, and below those columns. */
function captions(document: ConvDocument, { caption: { x, y }, margins }: Layout): readonly LabelMark[] {
  const unread = unreadOf(document);
  const isStrip = document.input.shape.length === 3;
  const lines = [
    ["slices", unread.slices, "sheet.slicesNeverRead"],
    ["rows", unread.rows, "figure.rowsNeverRead"],
    ["columns", unread.columns, isStrip ? "figure.cellsNeverRead" : "figure.columnsNeverRead"],
  ] as const;
  return lines
    .filter(([, count]) => count > 0)
    .map(([axis, count, message], line) => ({
      key: `never-read-${axis}`,
      x,
      y: y + (line + 0.5) * margins.caption,
      anchor: "start",
      className: "caption",
      parts: [{ message, values: { count } }],
    }));
}
