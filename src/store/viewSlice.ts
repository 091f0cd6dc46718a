import type { StateCreator } from "zustand";
import type {
  Below,
  ChannelView,
  Control,
  DepthView,
  Language,
  Notation,
  Part,
  Theme,
  Ui,
} from "../model/settings";
import type { StackCell } from "../model/stack";
import { STACK_CHANNELS } from "../model/stackLimits";
import type { AppState } from "./appStore";

export type { Language, Notation, Theme } from "../model/settings";
export type Fills = "color" | "grey" | "off";
export type GridName = "input" | "kernel" | "products" | "output";

/** One cell of one grid, counted from 0. */
export interface Target {
  readonly grid: GridName;
  /** Of a kernel's or the products' sheets: counted among those that one step uses. */
  readonly channel: number;
  readonly depth: number;
  readonly row: number;
  readonly column: number;
}

/** What the address and the settings say of how the document is shown. */
export interface ViewSettings {
  readonly theme: Theme;
  readonly language: Language;
  readonly notation: Notation;
  readonly fills: Fills;
  /** How often each input cell is read, printed on it. */
  readonly readCounts: boolean;
  /** What dragging over cells does: move the window, or paint them with the brush. */
  readonly tool: "move" | "paint";
  readonly brush: number;
  /** Whether Space, arrows and `?` act on the page as a whole. */
  readonly singleKeys: boolean;
  /** Full screen, large digits, transport alone. */
  readonly presenting: boolean;
  readonly codeOpen: boolean;
  /** Parameters whose two axes are set apart although they may be equal. */
  readonly unlinked: readonly string[];
  readonly ui: Ui;
  readonly hidden: readonly Part[];
  readonly locked: readonly Control[];
  /** Every channel on a sheet of its own, or one at a time; `auto` as there is room. */
  readonly channelView: ChannelView;
  /** The channel of the input that is on top while channels are stacked. */
  readonly channel: number;
  /** The slices of a volume beside one another, or as sheets in perspective. */
  readonly depthView: DepthView;
  /** Of sheets in perspective: how far they are turned, in degrees, and how far apart they stand, 1 = as far as they are tall. */
  readonly turn: number;
  readonly spread: number;
  /** What stands under the figure. */
  readonly below: Below;
  /** Output cells, in scan order, whose numbers show while the others are to be predicted; null: all show. */
  readonly revealed: readonly number[] | null;
  /** What was predicted of them. */
  readonly guesses: Readonly<Record<number, number>>;
  /** The cell of the stack that is looked at; null: the middle of the last map. */
  readonly stackCell: StackCell | null;
  /** Channels that a stack's parameters are counted with. */
  readonly stackChannels: number;
  /** The lesson that is open, by its name. */
  readonly lesson: string | null;
  /** Its place, counted from 1; null: where it was left, else its beginning. */
  readonly at: number | null;
  /** Settings that the link or the reader chose here, and the address therefore says. */
  readonly chosen: readonly ("theme" | "language")[];
}

export interface ViewSlice extends ViewSettings {
  /** The cell under the pointer or the keyboard. */
  readonly hover: Target | null;
  /** The cell that a click keeps lit. */
  readonly pinned: Target | null;
  readonly setView: (change: Partial<ViewSettings>) => void;
  readonly setHover: (target: Target | null) => void;
  readonly togglePin: (target: Target) => void;
}

function sameTarget(a: Target | null, b: Target | null): boolean {
  const keys = ["grid", "channel", "depth", "row", "column"] as const;
  return a === b || (!!a && !!b && keys.every((key) => a[key] === b[key]));
}

/** The cell that is lit, with everything it takes part in. */
export function litTarget(state: Pick<ViewSlice, "hover" | "pinned">): Target | null {
  return state.hover ?? state.pinned;
}

export const createViewSlice: StateCreator<AppState, [], [], ViewSlice> = (set) => ({
  theme: "auto",
  language: "en",
  notation: "pytorch",
  fills: "color",
  readCounts: false,
  tool: "move",
  brush: 1,
  singleKeys: true,
  presenting: false,
  codeOpen: false,
  unlinked: [],
  ui: "full",
  hidden: [],
  locked: [],
  channelView: "auto",
  channel: 0,
  depthView: "slices",
  turn: 35,
  spread: 0.6,
  below: "none",
  revealed: null,
  guesses: {},
  stackCell: null,
  stackChannels: STACK_CHANNELS.default,
  lesson: null,
  at: null,
  chosen: [],
  hover: null,
  pinned: null,
  setView: (change) => set(change),
  setHover: (target) => set((state) => (sameTarget(state.hover, target) ? state : { hover: target })),
  togglePin: (target) => set((state) => ({ pinned: sameTarget(state.pinned, target) ? null : target })),
});
