import { useText } from "./i18n";
import { useLesson, useLessonStore } from "./useLesson";

interface LessonWayProps {
  readonly at: number;
  /** Whether there is nothing left to do here. */
  readonly done: boolean;
  /** Whether another button is the one to press now. */
  readonly waits: boolean;
}

/** Back and on. Nobody has to finish a step to go on. */
export function LessonWay({ at, done, waits }: LessonWayProps) {
  const t = useText();
  const store = useLessonStore();
  const first = useLesson(({ stops }) => (stops?.[0] ? 0 : 1));
  const { back, next } = store.getState();
  return (
    <div className="lesson-way">
      <button type="button" className="button" disabled={at <= first} onClick={back}>
        {t("lesson.back")}
      </button>
      <button type="button" className={done && !waits ? "button button-primary" : "button"} onClick={next}>
        {t(done ? "lesson.next" : "lesson.skip")}
      </button>
    </div>
  );
}
