import type { StateCreator } from "zustand";
import { SPEED_RANGE, type View } from "../model/settings";
import { advance, STEP_MILLISECONDS } from "../playback/clock";
import type { AppState } from "./appStore";
import { documentOf } from "./documentSlice";
import { lastPosition, type Timeline } from "./timeline";

export interface PlaybackSlice extends Timeline {
  /** Time in steps of the view on screen: at whole position n, Explore shows outputs 0…n and Learn the weights after n updates. */
  readonly position: number;
  /** Where the other view was left. */
  readonly otherPosition: number;
  readonly playing: boolean;
  /** Factor of 600 ms a step. */
  readonly speed: number;
  readonly loop: boolean;
  /** All outputs are shown, wherever the window stands. */
  readonly showAll: boolean;
  /** Goes to a view, at the moment where it was left. */
  readonly show: (view: View) => void;
  readonly setTrainedTo: (updates: number | null) => void;
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
  return lastPosition(documentOf(state), state);
}

/** The step whose window, equation and products are on screen. */
export function currentStep(state: AppState): number {
  return Math.min(Math.floor(state.position), lastStep(state));
}

/** How long a step takes: an update has four parts to watch; of many updates each takes less, so that a run is soon over. */
export function stepMilliseconds(state: AppState): number {
  const parts = state.view === "learn" ? Math.min(4, 40 / lastStep(state)) : 1;
  return (STEP_MILLISECONDS * parts) / state.speed;
}

export const createPlaybackSlice: StateCreator<AppState, [], [], PlaybackSlice> = (set) => {
  const seek = (position: number) =>
    set((state) => ({ position: Math.max(0, Math.min(position, lastStep(state))), playing: false }));
  return {
    view: "explore",
    position: 0,
    otherPosition: 0,
    trainedTo: null,
    playing: false,
    speed: 1,
    loop: false,
    showAll: false,
    show: (view) =>
      set((state) =>
        view === state.view
          ? state
          : {
              view,
              playing: false,
              // Explore and Stack share their time; Learn has its own.
              ...((view === "learn") !== (state.view === "learn") && {
                position: state.otherPosition,
                otherPosition: state.position,
              }),
            },
      ),
    setTrainedTo: (trainedTo) =>
      set((state) => ({ trainedTo, position: Math.min(state.position, lastStep({ ...state, trainedTo })) })),
    // Playing from the end starts over: what else could be meant?
    play: () =>
      set((state) => ({
        playing: state.view !== "stack" && lastStep(state) > 0,
        showAll: false,
        position: state.position >= lastStep(state) ? 0 : state.position,
      })),
    // A loop dwells past the last step; at rest there is nothing past it.
    pause: () => set((state) => ({ playing: false, position: Math.min(state.position, lastStep(state)) })),
    tick: (milliseconds) =>
      set((state) => {
        if (!state.playing) return state;
        const { position, ended } = advance(
          { ...state, last: lastStep(state) },
          milliseconds / stepMilliseconds(state),
        );
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
