import { lectureDeck } from "../content/lessonList";
import { rightAnswer } from "../model/lessonAnswer";
import { questionAt } from "../model/lessonStops";
import type { AppStore } from "../store/appStore";
import type { LessonStore } from "../store/lessonStore";

/** Opens the first lesson of the lecture. */
export function startLecture(app: AppStore): void {
  const [first] = lectureDeck;
  if (first) app.getState().setView({ lesson: first.name, at: 1 });
}

/** Turns to the next or previous place of the open lesson, and past its end to the lecture's next; false without one. */
export function turnLesson(app: AppStore, lessons: LessonStore, direction: 1 | -1): boolean {
  const { lesson, stops, place, next, back } = lessons.getState();
  if (app.getState().lesson === null) return false;
  // Another lesson is on its way: nothing is skipped meanwhile.
  if (!stops || lesson?.name !== app.getState().lesson) return true;
  if (direction === -1) back();
  else if (place.at < stops.length - 1) next();
  else {
    const here = lectureDeck.findIndex(({ name }) => name === app.getState().lesson);
    const following = here < 0 ? undefined : lectureDeck[here + 1];
    if (following) app.getState().setView({ lesson: following.name, at: 1 });
  }
  return true;
}

/** Shows the answer to the question on the screen; false where none is asked. */
export function revealAnswer(lessons: LessonStore): boolean {
  const { stops, place, answer } = lessons.getState();
  const question = stops && questionAt(stops, place.at);
  if (!question || place.answers[place.at]) return false;
  answer(rightAnswer(question));
  return true;
}
