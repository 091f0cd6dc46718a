import { lessonTracks } from "../content/lessonList";
import { type Lesson, lessonText } from "../model/lesson";
import { rightChecks } from "../model/lessonProgress";
import type { LessonStops } from "../model/lessonStops";
import { OWN_LESSON } from "../store/lessonStore";
import { useShownLanguage, useText } from "./i18n";
import { LessonProse } from "./LessonProse";
import { LessonsLink } from "./LessonsLink";
import { useApp, useAppStore } from "./StoreContext";
import { useLesson, useLessonStore } from "./useLesson";

interface LessonEndProps {
  readonly lesson: Lesson;
  readonly stops: LessonStops;
}

/** After the last check: what one can do now, and what comes next. */
export function LessonEnd({ lesson, stops }: LessonEndProps) {
  const t = useText();
  const language = useShownLanguage();
  const app = useAppStore();
  const store = useLessonStore();
  const place = useLesson((state) => state.place);
  const isOwn = useApp((state) => state.lesson?.startsWith(OWN_LESSON) ?? false);
  const checks = stops.flatMap((stop, at) => (stop?.kind === "check" ? [at] : []));
  const all = lessonTracks.flatMap(({ lessons }) => lessons);
  const next = isOwn ? undefined : all[all.findIndex(({ name }) => name === lesson.name) + 1];
  return (
    <>
      <LessonProse text={lesson.goal} />
      {checks.length > 0 && (
        <p className="lesson-score">
          {t("lesson.score", { count: checks.length, right: rightChecks(place, checks) })}
        </p>
      )}
      <div className="lesson-next">
        <h3 className="panel-heading">{t("lesson.nextUp")}</h3>
        {next ? (
          <button
            type="button"
            className="button button-primary"
            onClick={() => app.getState().setView({ lesson: next.name, at: null })}
          >
            {t("lesson.nextUp.title", { title: lessonText(next.title, language) })}
          </button>
        ) : (
          !isOwn && <p className="prose">{t("lesson.all")}</p>
        )}
        <LessonsLink />
        <button type="button" className="lesson-link" onClick={store.getState().startOver}>
          {t("lesson.startOver")}
        </button>
        <button
          type="button"
          className="lesson-link"
          onClick={() => app.getState().setView({ lesson: null, at: null })}
        >
          {t("lesson.close")}
        </button>
      </div>
      <div className="lesson-way">
        <button type="button" className="button" onClick={store.getState().back}>
          {t("lesson.back")}
        </button>
      </div>
    </>
  );
}
