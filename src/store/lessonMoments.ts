import type { LessonMoment } from "../trace/lessonMoment";
import type { AppState } from "./appStore";

/** Whether what conditions ask about has changed: not where between two steps the window is. */
export function isMoment(state: AppState, before: AppState): boolean {
  const keys = ["history", "view", "below", "readCounts", "stackCell", "playing"] as const;
  return (
    keys.some((key) => state[key] !== before[key]) ||
    Math.floor(state.position) !== Math.floor(before.position)
  );
}

/** What a learner has before them. */
export function momentIn(state: AppState): LessonMoment {
  const { view, position, otherPosition, below, readCounts, stackCell } = state;
  const learning = view === "learn";
  return {
    document: state.history.present,
    view,
    position: learning ? otherPosition : position,
    update: learning ? position : otherPosition,
    below,
    readCounts,
    stackCell,
  };
}
