import { type Lesson, lessonText } from "../model/lesson";
import { type LessonStops, stopCount } from "../model/lessonStops";
import type { Text } from "./i18n";

/** "The sliding dot product · Step 2 of 6" */
export function lessonPlaceText(
  t: Text,
  language: string,
  lesson: Lesson,
  stops: LessonStops,
  at: number,
): string {
  return `${lessonText(lesson.title, language)} · ${stopText(t, stops, at)}`;
}

/** Where in a lesson one is. */
export function stopText(t: Text, stops: LessonStops, at: number): string {
  switch (stops[at]?.kind) {
    case "end":
      return t("lesson.end");
    case "review":
      return t("lesson.review");
    case "check":
      return t("lesson.check", { at, total: stopCount(stops) });
    default:
      return t("lesson.place", { at, total: stopCount(stops) });
  }
}
