import { useEffect } from "react";
import { startTicker } from "../playback/ticker";
import type { AppStore } from "../store/appStore";

/** Lets time pass while the store is playing. */
export function usePlayback(store: AppStore): void {
  useEffect(() => {
    let stopTicker: (() => void) | null = null;
    const follow = (playing: boolean) => {
      if (playing) stopTicker ??= startTicker((milliseconds) => store.getState().tick(milliseconds));
      else {
        stopTicker?.();
        stopTicker = null;
      }
    };
    const stop = store.subscribe((state) => state.playing, follow, { fireImmediately: true });
    return () => {
      stop();
      stopTicker?.();
    };
  }, [store]);
}
