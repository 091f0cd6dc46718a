import { decodeLessons, encodeLessons, nothingKept } from "../model/lessonProgress";
import { LESSONS_KEY } from "../model/lessonsKey";
import type { KeyValue } from "../model/savedWork";
import type { LessonKeeper } from "../store/lessonStore";

/** Long enough not to be felt while a window is dragged. */
const KEEP_MILLISECONDS = 300;

/**
 * Keeps progress where another visit finds it; where storage is refused, or holds what a later release has written, it
 * lasts as long as the page.
 */
export function lessonKeeper(access: () => KeyValue | null): LessonKeeper {
  let place = attempt(access) ?? null;
  const text = attempt(() => place?.getItem(LESSONS_KEY)) ?? null;
  const found = text === null ? nothingKept : decodeLessons(text);
  if (found === "newer") place = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let latest = "";
  const write = () => {
    clearTimeout(waiting);
    waiting = undefined;
    if (latest !== "") attempt(() => place?.setItem(LESSONS_KEY, latest));
    latest = "";
  };
  globalThis.addEventListener?.("pagehide", write);
  return {
    kept: typeof found === "string" ? nothingKept : found,
    keep: (kept) => {
      latest = encodeLessons(kept);
      waiting ??= setTimeout(write, KEEP_MILLISECONDS);
    },
  };
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
