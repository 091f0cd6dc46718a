import { writeAddress } from "../model/address";
import { defaultState } from "../model/addressState";
import type { SavedWork } from "../model/savedWork";
import type { AppState, AppStore } from "../store/appStore";
import { addressOf } from "./addressOf";
import type { Cause, Follower } from "./followLate";

/** Long enough not to be felt while typing. */
const SAVE_MILLISECONDS = 500;

/** Saves document and position a moment after they change, and when the page is left. */
export function keepSaving(work: SavedWork): Follower {
  return (store, cause) => follow(store, work, cause);
}

function follow(store: AppStore, work: SavedWork, cause: Cause): () => void {
  let saved = cause === "change" ? null : workOf(store.getState());
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const save = (state = store.getState()) => {
    clearTimeout(waiting);
    waiting = undefined;
    const next = workOf(state);
    if (next === saved) return;
    saved = next;
    const notices = work.save(next);
    if (notices.length > 0) store.getState().notify(...notices);
  };
  const schedule = ({ playing, ui, lesson }: AppState) => {
    // A figure inside another page leaves the reader's own work alone, and so does a lesson's.
    if (!playing && ui === "full" && lesson === null) waiting ??= setTimeout(() => save(), SAVE_MILLISECONDS);
  };
  const stop = store.subscribe((state, before) => {
    // The work beside which a lesson opens is there again after it.
    if (state.lesson !== null && before.lesson === null && (waiting !== undefined || saved === null))
      save(before);
    schedule(state);
  });
  const onLeave = () => waiting !== undefined && save();
  const onStorage = (event: StorageEvent) => {
    const notices = work.judge(event);
    if (notices.length > 0) store.getState().notify(...notices);
  };
  if (cause === "change") schedule(store.getState());
  if (cause instanceof StorageEvent) onStorage(cause);
  window.addEventListener("pagehide", onLeave);
  window.addEventListener("storage", onStorage);
  return () => {
    onLeave();
    stop();
    window.removeEventListener("pagehide", onLeave);
    window.removeEventListener("storage", onStorage);
  };
}

/** The document and the moment; how the reader looks at it is kept elsewhere. */
function workOf(state: AppState): string {
  const { document, view, position, update, speed, notation } = addressOf(state);
  return writeAddress({ ...defaultState, document, view, position, update, speed, notation }, state.unknown);
}
