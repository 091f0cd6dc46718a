import type { StateCreator } from "zustand";
import { advance } from "../playback/clock";
import { stepCount } from "../trace/trace";
import type { AppState } from "./appStore";
import { documentOf } from "./documentSlice";

/** The slowest and fastest speed: 1000 and 60 ms a step. */
export const SPEED_RANGE = [0.6, 10] as const;

export interface PlaybackSlice {
  /** Time in steps; at whole position n the outputs 0…n are filled. */
  readonly position: number;
  readonly playing: boolean;
  /** Factor of 600 ms a step. */
  readonly speed: number;
  readonly loop: boolean;
  /** All outputs are shown, wherever the window stands. */
  readonly showAll: boolean;
  readonly play: () => void;
  readonly pause: () => void;
  readonly tick: (milliseconds: number) => void;
  readonly seek: (position: number) => void;
  /** To the next (1) or previous (−1) whole step. */
  readonly stepBy: (direction: 1 | -1) => void;
  readonly setSpeed: (speed: number) => void;
  readonly toggleLoop: () => void;
  readonly toggleShowAll: () => void;
}

export function lastStep(state: AppState): number {
  return stepCount(documentOf(state)) - 1;
}

/** The step whose window, equation and products are on screen. */
export function currentStep(state: AppState): number {
  return Math.min(Math.floor(state.position), lastStep(state));
}

export const createPlaybackSlice: StateCreator<AppState, [], [], PlaybackSlice> = (set) => {
  const seek = (position: number) =>
    set((state) => ({ position: Math.max(0, Math.min(position, lastStep(state))), playing: false }));
  return {
    position: 0,
    playing: false,
    speed: 1,
    loop: false,
    showAll: false,
    // Playing from the end starts over: what else could be meant?
    play: () =>
      set((state) => ({
        playing: lastStep(state) > 0,
        showAll: false,
        position: state.position >= lastStep(state) ? 0 : state.position,
      })),
    // A loop dwells past the last step; at rest there is nothing past it.
    pause: () => set((state) => ({ playing: false, position: Math.min(state.position, lastStep(state)) })),
    tick: (milliseconds) =>
      set((state) => {
        if (!state.playing) return state;
        const { position, ended } = advance({ ...state, last: lastStep(state) }, milliseconds);
        return ended ? { position, playing: false } : { position };
      }),
    seek,
    stepBy: (direction) =>
      set((state) => {
        const last = lastStep(state);
        const at = Math.min(state.position, last);
        const target = direction > 0 ? Math.floor(at) + 1 : Math.ceil(at) - 1;
        return { position: Math.max(0, Math.min(target, last)), playing: false };
      }),
    setSpeed: (speed) => set({ speed: Math.max(SPEED_RANGE[0], Math.min(speed, SPEED_RANGE[1])) }),
    toggleLoop: () => set((state) => ({ loop: !state.loop })),
    toggleShowAll: () => set((state) => ({ showAll: !state.showAll })),
  };
};
