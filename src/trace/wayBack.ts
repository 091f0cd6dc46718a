import { runBackwards } from "../model/backwards";
import type { ConvDocument } from "../model/document";
import { traceOf } from "./trace";

/** What stands where the input stood, after a layer and the same layer backwards. */
export interface WayBack {
  /** In the input's shape. */
  readonly values: Float64Array;
  /** Places whose number is the input's again. */
  readonly equal: number;
  /** The place, in scan order, that is furthest from the input's number; null where none differs. */
  readonly furthest: number | null;
}

/** The input forth and back: it has its shape again, not its numbers. */
export function wayBack(document: ConvDocument): WayBack {
  const { values } = traceOf(runBackwards(document));
  const { data } = document.input;
  let equal = 0;
  let furthest: number | null = null;
  let largest = 0;
  for (let at = 0; at < data.length; at++) {
    const difference = Math.abs((values[at] ?? 0) - (data[at] ?? 0));
    if (difference === 0) equal++;
    if (difference > largest) {
      largest = difference;
      furthest = at;
    }
  }
  return { values, equal, furthest };
}
