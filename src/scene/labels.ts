import type { ConvDocument } from "../model/document";
import { paddingOf } from "../model/layer";
import { DIGITS_FROM, type Layout, type Margins, type Place } from "./layout";
import type { LabelMark, TextPart } from "./marks";
import { unreadOf } from "./unread";

/** Names and shapes above the grids, index rulers beside them, and the caption under the input. */
export function labelsOf(document: ConvDocument, layout: Layout, readCounts: boolean): readonly LabelMark[] {
  const [[top, bottom] = [0, 0], [left, right] = [0, 0]] = paddingOf(document);
  const { input, kernel, lens, products, output, margins } = layout;
  const padded = top + bottom + left + right > 0;
  const { ruler } = margins;
  const inputTop = input.y - top * input.cell - ruler;
  const inputLeft = input.x - left * input.cell;
  const paddedShape = `${input.rows + top + bottom} × ${input.columns + left + right}`;
  const turned = document.layers[0].op === "conv-flipped";
  const inputShape: TextPart = readCounts
    ? { message: "figure.readCounts", values: { shape: shapeText(input) } }
    : padded
      ? { message: "figure.padded", values: { shape: shapeText(input), padded: paddedShape } }
      : { text: shapeText(input) };
  const kernelShape: TextPart = turned
    ? { message: "figure.turned", values: { shape: shapeText(kernel) } }
    : { text: shapeText(kernel) };
  return [
    ...title(margins, "input", "X", inputLeft, inputTop, inputShape),
    ...title(margins, "kernel", "W", kernel.x, kernel.y, kernelShape),
    ...(lens ? title(margins, "lens", "", lens.x, lens.y, { message: "figure.enlarged" }) : []),
    ...title(margins, "products", "", products.x, products.y, { message: "figure.productsOf" }),
    ...title(margins, "output", "Y", output.x, output.y - ruler, { text: shapeText(output) }),
    ...rulers(ruler, "input", input, top * input.cell, left * input.cell),
    ...rulers(ruler, "output", output, 0, 0),
    ...captions(document, margins, inputLeft, input.y + (input.rows + bottom) * input.cell),
  ];
}

export function shapeText({ rows, columns }: Place): string {
  return `${rows} × ${columns}`;
}

/** Where names have less room above their grids, in pixels, shapes go. */
const TWO_LINES = 30;

/** A grid's name with its letter, and its shape on the line below. */
function title(
  { label }: Margins,
  grid: string,
  letter: string,
  x: number,
  y: number,
  shape: TextPart,
): readonly LabelMark[] {
  const name: readonly TextPart[] = [{ message: `figure.${grid}` }];
  const mark = { x, anchor: "start" as const };
  const parts = letter ? [...name, { text: `\u2002${letter}`, className: "letter" }] : name;
  const named = { ...mark, key: `title-${grid}`, className: `title ${grid}`, parts };
  if (label < TWO_LINES) return [{ ...named, y: y - 0.3 * label }];
  return [
    { ...named, y: y - 0.7 * label },
    { ...mark, key: `shape-${grid}`, y: y - 0.27 * label, className: `shape ${grid}`, parts: [shape] },
  ];
}

/** Indices count from 0; where cells are small, only every fifth or tenth stands. */
export function rulers(
  ruler: number,
  grid: string,
  place: Place,
  above: number,
  before: number,
): readonly LabelMark[] {
  const every = place.cell >= DIGITS_FROM ? 1 : place.cell >= 9 ? 5 : 10;
  const shown = (count: number) => Array.from({ length: Math.ceil(count / every) }, (_, i) => i * every);
  const middle = (index: number) => (index + 0.5) * place.cell;
  return [
    ...shown(place.columns).map((column) => ({
      key: `${grid}-column-${column}`,
      x: place.x + middle(column),
      y: place.y - above - ruler / 2,
      anchor: "middle" as const,
      className: "ruler",
      parts: [{ text: String(column) }],
    })),
    ...shown(place.rows).map((row) => ({
      key: `${grid}-row-${row}`,
      x: place.x - before - ruler / 2 + 1,
      y: place.y + middle(row),
      anchor: "middle" as const,
      className: "ruler",
      parts: [{ text: String(row) }],
    })),
  ];
}

/** The rows that no window reads, and below them the columns. */
function captions(document: ConvDocument, { caption }: Margins, x: number, y: number): readonly LabelMark[] {
  const unread = unreadOf(document);
  const lines = [
    ["rows", unread.rows, "figure.rowsNeverRead"],
    ["columns", unread.columns, "figure.columnsNeverRead"],
  ] as const;
  return lines
    .filter(([, count]) => count > 0)
    .map(([axis, count, message], line) => ({
      key: `never-read-${axis}`,
      x,
      y: y + (line + 0.5) * caption,
      anchor: "start",
      className: "caption",
      parts: [{ message, values: { count } }],
    }));
}
