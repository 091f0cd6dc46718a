import { readAddress } from "../model/address";
import { readPairs } from "../model/addressPairs";
import type { WidgetState } from "./widgetState";

/** Where a frame's page says what to show. */
export interface FrameAddress {
  /** The page's own data, as text: a figure that was saved carries its state here. */
  readonly data: string;
  readonly search: string;
  readonly hash: string;
}

/** The state that a frame opens with: the fragment wins over the query, and both over the page's own data. */
export function frameState({ data, search, hash }: FrameAddress): WidgetState {
  const foreign = new Set(readAddress(search.slice(1)).unknown.map(([key]) => key));
  const query = readPairs(search).filter(([key]) => !foreign.has(key));
  return Object.fromEntries([...savedPairs(data), ...query, ...readPairs(hash)]);
}

function savedPairs(data: string): readonly (readonly [string, string])[] {
  try {
    const saved: unknown = JSON.parse(data);
    if (typeof saved !== "object" || saved === null) return [];
    return Object.entries(saved).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : []));
  } catch {
    return [];
  }
}
