import { createStore } from "zustand/vanilla";

/** Letters of the answers that hands are counted for. */
export const TALLY_LETTERS = ["A", "B", "C", "D"] as const;

/** How much larger the figure can be shown, step by step. */
export const ZOOMS: readonly number[] = [1, 1.25, 1.5, 2, 2.5, 3];

/** What a lecture adds to the page for as long as it is presented; nothing of it is saved. */
export interface PresentState {
  /** Nothing but black, so that the room looks at who speaks. */
  readonly blank: boolean;
  /** One of ZOOMS. */
  readonly zoom: number;
  /** Hands for each answer, in the order in which they were counted; null while none are counted. */
  readonly hands: readonly number[] | null;
  /** Whether the link and its code are on the page. */
  readonly linked: boolean;
  /** Whether the list of keys and buttons stands open. */
  readonly tools: boolean;
}

export interface PresentActions {
  readonly toggle: (flag: "blank" | "linked" | "tools") => void;
  readonly toggleTally: () => void;
  /** One more hand for an answer, counted from 0. */
  readonly raise: (answer: number) => void;
  /** Takes the last hand back. */
  readonly lower: () => void;
  /** To the next larger (1) or smaller (−1) zoom. */
  readonly zoomBy: (direction: 1 | -1) => void;
  readonly zoomBack: () => void;
  /** What the lecture added goes; the tally stays open, at 0. */
  readonly reset: () => void;
}

export type PresentStore = ReturnType<typeof createPresentStore>;

const start: PresentState = { blank: false, zoom: 1, hands: null, linked: false, tools: false };

export function createPresentStore() {
  return createStore<PresentState & PresentActions>()((set) => ({
    ...start,
    toggle: (flag) => set((state) => ({ [flag]: !state[flag] })),
    toggleTally: () => set(({ hands }) => ({ hands: hands ? null : [] })),
    raise: (answer) => set(({ hands }) => ({ hands: hands && [...hands, answer] })),
    lower: () => set(({ hands }) => ({ hands: hands?.slice(0, -1) ?? null })),
    zoomBy: (direction) => set(({ zoom }) => ({ zoom: ZOOMS[ZOOMS.indexOf(zoom) + direction] ?? zoom })),
    zoomBack: () => set({ zoom: 1 }),
    reset: () => set(({ hands }) => ({ ...start, hands: hands && [] })),
  }));
}

/** How many hands each answer has. */
export function tallyOf(hands: readonly number[]): readonly number[] {
  return TALLY_LETTERS.map((_, answer) => hands.filter((hand) => hand === answer).length);
}
