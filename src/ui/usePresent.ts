import { useLayoutEffect, useRef } from "react";
import { useApp, useAppStore } from "./StoreContext";

/**
 * Present: the whole screen where the browser allows it. Leaving, by Escape, the button or the browser's own way,
 * brings back scroll and focus; theme and layout follow the flag by themselves.
 */
export function usePresent(): void {
  const store = useAppStore();
  const presenting = useApp((state) => state.presenting);
  const comeBack = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    if (!presenting) {
      // Not in the cleanup: React puts the focus where it was before the commit after that.
      comeBack.current?.();
      comeBack.current = undefined;
      return;
    }
    const root = document.documentElement;
    const focused = document.activeElement;
    const { scrollX, scrollY } = window;
    comeBack.current = () => {
      window.scrollTo(scrollX, scrollY);
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    };
    let filled = false;
    const onChange = () => {
      if (document.fullscreenElement) filled = true;
      else if (filled) store.getState().setView({ presenting: false });
    };
    root.dataset.presenting = "";
    window.scrollTo(0, 0);
    // The button that was pressed is gone; the keyboard goes on at the one that matters now.
    document.querySelector<HTMLElement>(".transport-play")?.focus({ preventScroll: true });
    document.addEventListener("fullscreenchange", onChange);
    // Refused in a frame without the permission: Present then fills the frame.
    root.requestFullscreen?.({ navigationUI: "hide" }).catch(() => undefined);
    return () => {
      document.removeEventListener("fullscreenchange", onChange);
      delete root.dataset.presenting;
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    };
  }, [store, presenting]);
}
