import { createContext, type ReactNode, useContext, useEffect } from "react";
import { writeAddress } from "../model/address";
import { defaultState } from "../model/addressState";
import type { SavedWork as Work } from "../model/savedWork";
import type { AppState, AppStore } from "../store/appStore";
import { useAppStore } from "./StoreContext";

const WorkContext = createContext<Work | null>(null);

/** Long enough not to be felt while typing. */
const SAVE_MILLISECONDS = 500;

export interface SavedWorkProps {
  /** Null where nothing is to be saved. */
  readonly work: Work | null;
  readonly children: ReactNode;
}

/** Keeps document and position where a reload finds them. */
export function SavedWork({ work, children }: SavedWorkProps) {
  const store = useAppStore();
  useEffect(() => (work ? keepSaving(store, work) : undefined), [store, work]);
  return <WorkContext value={work}>{children}</WorkContext>;
}

/** Saved work that could not be read, as it was; null when there is none. */
export function useRawCopy(): () => string | null {
  const work = useContext(WorkContext);
  return () => work?.rawCopy() ?? null;
}

function keepSaving(store: AppStore, work: Work): () => void {
  let saved = workOf(store.getState());
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(waiting);
    waiting = undefined;
    const next = workOf(store.getState());
    if (next === saved) return;
    saved = next;
    const notices = work.save(next);
    if (notices.length > 0) store.getState().notify(...notices);
  };
  const stop = store.subscribe((state) => {
    // A figure inside another page leaves the reader's own work alone.
    if (!state.playing && state.ui === "full") waiting ??= setTimeout(save, SAVE_MILLISECONDS);
  });
  const onLeave = () => waiting !== undefined && save();
  const onStorage = (event: StorageEvent) => {
    const notices = work.judge(event);
    if (notices.length > 0) store.getState().notify(...notices);
  };
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
function workOf({ history, position, speed, notation, unknown }: AppState): string {
  return writeAddress({ ...defaultState, document: history.present, position, speed, notation }, unknown);
}
