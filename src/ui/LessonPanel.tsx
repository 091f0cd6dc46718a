import { useEffect, useLayoutEffect, useRef } from "react";
import { lessonText } from "../model/lesson";
import { focusAt } from "../model/lessonStops";
import { Icon } from "./Icon";
import { useShownLanguage, useText } from "./i18n";
import "./lesson.css";
import { LessonEnd } from "./LessonEnd";
import { LessonSteps } from "./LessonSteps";
import { LessonStopBody } from "./LessonStopBody";
import { LessonTools } from "./LessonTools";
import { stopText } from "./lessonPlaceText";
import { useAppStore } from "./StoreContext";
import { useLesson, useLessonStore } from "./useLesson";

/** The lesson that is open: where it stands, its words, what there is to do, and the way on. */
export function LessonPanel() {
  const t = useText();
  const language = useShownLanguage();
  const app = useAppStore();
  const store = useLessonStore();
  const { lesson, stops, at, arrived } = useLesson(({ lesson, stops, place, arrived }) => ({
    lesson,
    stops,
    at: place.at,
    arrived,
  }));
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = lesson?.name;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a place that somebody has gone to is read out, in each lesson
  useEffect(() => {
    if (!arrived || !heading.current) return;
    heading.current.focus({ preventScroll: true });
    panel.current?.scrollIntoView?.({ block: "nearest" });
    store.getState().greet();
  }, [store, arrived, at, name]);

  // What a place speaks of is marked where it stands, in any view.
  useLayoutEffect(() => {
    const page = panel.current?.closest<HTMLElement>(".page, .convscope");
    if (!page || !stops) return;
    const parts = focusAt(stops, at).filter((part) => typeof part === "string");
    page.dataset.focus = parts.join(" ");
    return () => {
      delete page.dataset.focus;
    };
  }, [stops, at]);

  const stop = stops?.[at];
  return (
    <section ref={panel} className="lesson" aria-label={t("lesson.region")} aria-busy={!stop}>
      {lesson && stops && stop && (
        <>
          <header className="lesson-head">
            <div className="lesson-title">
              <p className="lesson-name">{lessonText(lesson.title, language)}</p>
              <h2 ref={heading} className="lesson-place" tabIndex={-1}>
                {stopText(t, stops, at)}
              </h2>
            </div>
            <button
              type="button"
              className="button button-icon button-quiet"
              aria-label={t("lesson.close")}
              title={t("lesson.close")}
              onClick={() => app.getState().setView({ lesson: null, at: null })}
            >
              <Icon name="close" />
            </button>
          </header>
          <LessonSteps stops={stops} at={at} />
          {stop.kind === "end" ? (
            <LessonEnd lesson={lesson} stops={stops} />
          ) : (
            <>
              {/* Each place has fields of its own. */}
              <LessonStopBody key={`${lesson.name} ${at}`} stop={stop} at={at} />
              <LessonTools stops={stops} at={at} />
            </>
          )}
        </>
      )}
    </section>
  );
}
