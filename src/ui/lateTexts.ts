import { useSyncExternalStore } from "react";

type Texts = Readonly<Record<string, string>>;

let texts: Texts | null = null;
let loading: Promise<void> | null = null;
const listeners = new Set<() => void>();

/**
 * Fetches the English texts that the first view does without: problems, notices, and what menus and dialogs say.
 * The other languages, which are fetched themselves, come whole. Rejects where the network is gone; the next call tries
 * again.
 */
export function loadLateTexts(): Promise<void> {
  loading ??= import("../content/messages/late.en").then(
    ({ lateEn }) => addTexts(lateEn),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** Adds English texts that come with the code that says them: after the late ones, as then what is missing shows as its key. */
export function addTexts(more: Texts): void {
  texts = { ...texts, ...more };
  for (const listener of listeners) listener();
}

/** The late texts; null until they have been fetched. */
export function lateTexts(): Texts | null {
  return texts;
}

/** Has the component rendered again when the late texts come. */
export function useLateTexts(): void {
  useSyncExternalStore(listen, lateTexts, () => null);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const TOUCHES = ["pointerdown", "keydown", "focusin", "paste", "change"];

/** Fetches the late texts once the reader does something that may be answered with one of them. */
export function fetchLateTextsOnTouch(): () => void {
  const stop = () => {
    for (const type of TOUCHES) document.removeEventListener(type, fetchThem, true);
  };
  // What needs a text asks for it again and tells if it can't be had.
  const fetchThem = () => void loadLateTexts().then(stop, () => undefined);
  for (const type of TOUCHES) document.addEventListener(type, fetchThem, true);
  return stop;
}
