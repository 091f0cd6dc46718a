import type { StateCreator } from "zustand";
import type { Control, Language, Notation, Part, Theme, Ui } from "../model/settings";
import type { AppState } from "./appStore";

export type { Language, Notation, Theme } from "../model/settings";
export type Fills = "color" | "grey" | "off";
export type GridName = "input" | "kernel" | "products" | "output";

/** One cell of one grid, counted from 0. */
export interface Target {
  readonly grid: GridName;
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
  return a === b || (!!a && !!b && a.grid === b.grid && a.row === b.row && a.column === b.column);
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
  chosen: [],
  hover: null,
  pinned: null,
  setView: (change) => set(change),
  setHover: (target) => set((state) => (sameTarget(state.hover, target) ? state : { hover: target })),
  togglePin: (target) => set((state) => ({ pinned: sameTarget(state.pinned, target) ? null : target })),
});
