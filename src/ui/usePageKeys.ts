import { useEffect } from "react";
import type { AppState } from "../store/appStore";
import { lastStep } from "../store/playbackSlice";
import { useAppStore } from "./StoreContext";

/** Where the keys of the page belong to something smaller. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable="true"], [role="grid"], [role="slider"], [role="spinbutton"], ' +
  '[role="menu"], [role="listbox"], [role="radiogroup"], [role="tablist"], dialog, [data-keys="own"]';

/** Where undo and redo belong to the text that is being typed. */
const OWN_HISTORY =
  'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, [contenteditable="true"], dialog';

/** What Space presses. */
const PRESSED_BY_SPACE = 'button, summary, a[href], [role="button"], [role="tab"]';

/** Keys of the page as a whole: playback, history, the list of keys. */
export function usePageKeys(openKeys: () => void): void {
  const store = useAppStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
      const act = pageKeyAction(event, store.getState(), openKeys);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [store, openKeys]);
}

/** What a key does that belongs to nothing smaller; null for keys that do nothing. */
export function pageKeyAction(
  event: KeyboardEvent,
  state: AppState,
  openKeys: (() => void) | null = null,
): (() => void) | null {
  const within = (selector: string) =>
    event.target instanceof Element && event.target.closest(selector) !== null;
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return within(OWN_HISTORY) ? null : historyAction(event, state);
  if (event.key === "Escape" && state.presenting) return () => state.setView({ presenting: false });
  if (!state.singleKeys || within(OWN_KEYS)) return null;
  switch (event.key) {
    case " ":
      if (event.repeat || event.shiftKey || within(PRESSED_BY_SPACE)) return null;
      return state.playing ? state.pause : state.play;
    case "ArrowRight":
      return event.shiftKey ? null : () => state.stepBy(1);
    case "ArrowLeft":
      return event.shiftKey ? null : () => state.stepBy(-1);
    case "Home":
      return event.shiftKey ? null : () => state.seek(0);
    case "End":
      return event.shiftKey ? null : () => state.seek(lastStep(state));
    case "?":
      return openKeys;
    default:
      return null;
  }
}

function historyAction(event: KeyboardEvent, state: AppState): (() => void) | null {
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? state.redo : state.undo;
  return key === "y" && event.ctrlKey && !event.shiftKey ? state.redo : null;
}
