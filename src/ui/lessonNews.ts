import { isGridChoice, type Lesson } from "../model/lesson";
import { rightAnswer } from "../model/lessonAnswer";
import { type LessonStops, questionAt, stepAt } from "../model/lessonStops";
import type { LessonStore } from "../store/lessonStore";
import type { Text } from "./i18n";
import { spokenText } from "./LessonProse";
import { lessonPlaceText } from "./lessonPlaceText";
import type { News } from "./presentNews";

/** What the one who speaks reads of the open lesson; null without one. */
export function lessonNews(
  t: Text,
  lessons: LessonStore,
  language: string,
): Pick<News, "place" | "now" | "next" | "notes"> | null {
  const { lesson, stops, place } = lessons.getState();
  if (!lesson || !stops) return null;
  const { at } = place;
  const words = (stop: number) => wordsAt(lesson, stops, stop, language);
  const step = stepAt(stops, at);
  const minutes = step?.minutes;
  const notes = [
    at <= 1 && lesson.misconception ? spokenText(lesson.misconception, language) : "",
    step?.notes ? spokenText(step.notes, language) : "",
    minutes === undefined ? "" : t("notes.minutes", { count: minutes }),
  ];
  return {
    place: lessonPlaceText(t, language, lesson, stops, at),
    now: [words(at), answerAt(stops, at, language)].filter(Boolean).join("\n"),
    next: at < stops.length - 1 ? words(at + 1) : t("notes.last"),
    notes: notes.filter(Boolean).join("\n\n"),
  };
}

function wordsAt(lesson: Lesson, stops: LessonStops, at: number, language: string): string {
  const step = stepAt(stops, at);
  const text = questionAt(stops, at)?.text ?? (step && step.kind !== "predict" ? step.text : lesson.goal);
  return spokenText(text, language);
}

/** The answer that the room doesn't see yet. */
function answerAt(stops: LessonStops, at: number, language: string): string {
  const question = questionAt(stops, at);
  if (!question) return "";
  const right = rightAnswer(question);
  if (question.kind === "number") return `= ${JSON.stringify(right)}`;
  const value = question.choices[Number(right)]?.value;
  const words =
    value === undefined ? "" : isGridChoice(value) ? JSON.stringify(value) : spokenText(value, language);
  return `${String.fromCharCode(65 + Number(right))}: ${words}`;
}
