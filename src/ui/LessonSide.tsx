import type { AppState } from "../store/appStore";
import { LessonPanel } from "./lateLesson";

/** Whether a lesson stands in the place of the parameters. */
export function hasLesson({ lesson, hidden, presenting }: AppState): boolean {
  return lesson !== null && !presenting && !hidden.includes("lesson");
}

/** The open lesson, at the side of a view's figure or under it. */
export function LessonSide() {
  return (
    <div className="side side-start">
      <LessonPanel />
    </div>
  );
}
