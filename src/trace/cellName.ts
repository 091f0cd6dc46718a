import type { ConvDocument } from "../model/document";
import { dimsOf } from "../model/layer";
import type { Cell } from "./extent";

/**
 * The indices that name a cell among those of its tensor, channel first: [column], [row, column] or [depth, row, column],
 * and the channel where there are several.
 *
 * @param channels how many channels the tensor has
 */
export function indicesOf(document: ConvDocument, cell: Cell, channels: number): readonly number[] {
  const spatial = [cell.depth, cell.row, cell.column].slice(3 - dimsOf(document));
  return channels > 1 ? [cell.channel, ...spatial] : spatial;
}
