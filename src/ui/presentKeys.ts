import type { AppStore } from "../store/appStore";
import type { LessonStore } from "../store/lessonStore";
import type { PresentStore } from "../store/presentStore";
import { revealAnswer, startLecture, turnLesson } from "./lectureSteps";
import { outputsToPredict } from "./outputsToPredict";

/** What the keys of a lecture act on. */
export interface Lecture {
  readonly app: AppStore;
  readonly present: PresentStore;
  readonly lessons: LessonStore;
  readonly openNotes: () => void;
}

/** Where letters and digits are typed. */
const FIELDS = 'input:not([type="range"]), textarea, select, dialog';

/** What a key does while presenting; null for keys that are the page's or somebody else's. */
export function presentKeyAction(event: KeyboardEvent, lecture: Lecture): (() => void) | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return null;
  const inField = event.target instanceof Element && event.target.closest(FIELDS) !== null;
  const app = lecture.app.getState();
  const present = lecture.present.getState();
  if (event.key === "Escape") {
    if (present.tools) return () => present.toggle("tools");
    if (present.linked) return () => present.toggle("linked");
    return present.blank ? () => present.toggle("blank") : null;
  }
  if (inField) return null;
  // A clicker's two keys, wherever the focus is.
  if (event.key === "PageDown") return () => turn(lecture, 1);
  if (event.key === "PageUp") return () => turn(lecture, -1);
  if (!app.singleKeys) return null;
  const answer = Number.parseInt(event.key, 10) - 1;
  if (present.hands && answer >= 0 && answer < 4) return () => present.raise(answer);
  if (present.hands && event.key === "Backspace") return present.lower;
  return letterAction(event.key, lecture);
}

/** The places of the open lesson, or without one the steps of the figure. */
function turn({ app, lessons }: Lecture, direction: 1 | -1): void {
  if (!turnLesson(app, lessons, direction)) app.getState().stepBy(direction);
}

function letterAction(key: string, lecture: Lecture): (() => void) | null {
  const { app, present, lessons, openNotes } = lecture;
  const act = present.getState();
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case "b":
    case ".":
      return () => act.toggle("blank");
    case "r":
      return () => resetLecture(lecture);
    case "l":
      return () => startLecture(app);
    case "h":
      return () => outputsToPredict(app).toggle();
    case "v":
      if (key === "V") return () => outputsToPredict(app).revealAll();
      return () => revealAnswer(lessons) || outputsToPredict(app).revealThis();
    case "t":
      return act.toggleTally;
    case "n":
      return openNotes;
    case "q":
      return () => act.toggle("linked");
    case "k":
      return () => act.toggle("tools");
    case "+":
    case "=":
      return () => act.zoomBy(1);
    case "-":
      return () => act.zoomBy(-1);
    case "0":
      return act.zoomBack;
    default:
      return null;
  }
}

/** Back to the first step, or the beginning of the lesson's place, with every answer hidden again. */
export function resetLecture({ app, present, lessons }: Lecture): void {
  present.getState().reset();
  if (lessons.getState().stops) lessons.getState().restart();
  else {
    const { seek, setView, revealed } = app.getState();
    seek(0);
    setView({ revealed: revealed && [], guesses: {} });
  }
}
