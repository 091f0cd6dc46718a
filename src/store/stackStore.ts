import { subscribeWithSelector } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import type { ConvDocument } from "../model/document";
import { cellWithin, type StackCell } from "../model/stack";
import { type StackMaps, stackMapsOf } from "../trace/stackMaps";
import type { AppState, AppStore } from "./appStore";
import { documentOf } from "./documentSlice";

/** How Stack shows what it shows. */
interface StackSettings {
  /** Whether the input shows how much its cells count for the chosen one. */
  readonly weights: boolean;
  /** The channel on show. */
  readonly channel: number;
  /** How far the input is moved to try whether the maps move with it; one number per axis. */
  readonly shift: readonly number[];
  /** The first of the two layers that are held against one, counted from 1; null for the first that can be. */
  readonly collapsed: number | null;
}

export interface StackState extends StackSettings {
  readonly document: ConvDocument;
  readonly stack: StackMaps;
  /** The cell that is looked at, in a map that there is. */
  readonly chosen: StackCell;
  readonly set: (change: Partial<StackSettings>) => void;
}

export type StackStore = ReturnType<typeof createStackStore>;

/** What Stack derives from the app's document, for as long as the view is open. */
export function createStackStore(app: AppStore) {
  const own = createStore<StackState>()(
    subscribeWithSelector((set) => ({
      ...derived(app.getState()),
      weights: false,
      channel: 0,
      shift: [],
      collapsed: null,
      set: (change) => set(change),
    })),
  );
  const stop = app.subscribe((state, before) => {
    if (documentOf(state) !== documentOf(before) || state.stackCell !== before.stackCell) {
      own.setState(derived(state));
    }
  });
  return Object.assign(own, { destroy: stop });
}

function derived(state: AppState): Pick<StackState, "document" | "stack" | "chosen"> {
  const document = documentOf(state);
  const stack = stackMapsOf(document);
  const sizes = stack.maps.map(({ shape }) => shape.slice(2));
  return { document, stack, chosen: cellWithin(state.stackCell, sizes) };
}
