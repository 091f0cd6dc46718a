import type { ConvDocument } from "../model/document";
import { dimsOf } from "../model/layer";
import { indicesOf } from "../trace/cellName";
import type { Cell } from "../trace/extent";
import type { Text } from "./i18n";

/**
 * A cell as indices, "1, 0, 2".
 *
 * @param channels how many its tensor has: of several, the channel comes first
 */
export function indexText(document: ConvDocument, cell: Cell, channels: number): string {
  return indicesOf(document, cell, channels).join(", ").replaceAll("-", "−");
}

/** Where a cell is, "row 0, column 2"; with its channel where its tensor has several. */
export function placeText(text: Text, document: ConvDocument, cell: Cell, channels = 1): string {
  const { channel, depth, row, column } = cell;
  const dims = dimsOf(document);
  const place = text(dims === 1 ? "place.line" : dims === 2 ? "place.grid" : "place.volume", {
    depth,
    row,
    column,
  });
  return channels > 1 ? text("place.channel", { channel, place }) : place;
}

/** A piece of a sentence that now begins one. */
export function asBeginning(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
