import type { PaddingMode } from "./options";

/**
 * The cell of an axis that a position stands for, with positions outside resolved by the padding mode.
 * Reflection mirrors about the edge cell without repeating it, circular wraps round once.
 *
 * @param position relative to the unpadded axis: negative before it, `size` and more after it
 * @returns an index in 0…size−1, or −1 for a cell of zero padding
 */
export function paddedIndex(position: number, size: number, mode: PaddingMode): number {
  if (position >= 0 && position < size) return position;
  switch (mode) {
    case "zeros":
      return -1;
    case "replicate":
      return position < 0 ? 0 : size - 1;
    case "reflect":
      return position < 0 ? -position : 2 * (size - 1) - position;
    case "circular":
      return position < 0 ? position + size : position - size;
  }
}
