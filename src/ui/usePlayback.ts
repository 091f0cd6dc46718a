import { useEffect } from "react";
import { startTicker } from "../playback/ticker";
import type { AppStore } from "../store/appStore";
import { stepMilliseconds } from "../store/playbackSlice";

/** Lets time pass while the store is playing; step by step for those who want less motion. */
export function usePlayback(store: AppStore): void {
  useEffect(() => {
    const still = window.matchMedia?.("(prefers-reduced-motion: reduce)");
    let waited = 0;
    const pass = (milliseconds: number) => {
      if (!still?.matches) return store.getState().tick(milliseconds);
      const step = stepMilliseconds(store.getState());
      waited += milliseconds;
      if (waited < step) return;
      waited = 0;
      store.getState().tick(step);
      store.setState(({ position }) => ({ position: Math.round(position) }));
    };
    let stopTicker: (() => void) | null = null;
    const follow = (playing: boolean) => {
      if (playing) stopTicker ??= startTicker(pass);
      else {
        stopTicker?.();
        stopTicker = null;
        waited = 0;
      }
    };
    const stop = store.subscribe((state) => state.playing, follow, { fireImmediately: true });
    return () => {
      stop();
      stopTicker?.();
    };
  }, [store]);
}
