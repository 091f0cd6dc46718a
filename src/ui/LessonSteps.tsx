import type { LessonStops } from "../model/lessonStops";
import { useText } from "./i18n";
import { useLesson, useLessonStore } from "./useLesson";

interface LessonStepsProps {
  readonly stops: LessonStops;
  readonly at: number;
}

/** The lesson's places in a row, each a way there; those that are done are filled. */
export function LessonSteps({ stops, at }: LessonStepsProps) {
  const t = useText();
  const store = useLessonStore();
  const { answers, goals } = useLesson(({ place }) => ({ answers: place.answers, goals: place.goals }));
  const places = stops.flatMap((stop, place) =>
    stop?.kind === "step" || stop?.kind === "check" ? [{ stop, place }] : [],
  );
  return (
    <ol className="lesson-steps" aria-label={t("lesson.steps")}>
      {places.map(({ stop, place }) => {
        const step = stop.kind === "step" ? stop.step : null;
        const wanted = step?.kind === "do" || step?.kind === "free" ? step.goals.length : null;
        const done =
          wanted === null
            ? answers[place] !== undefined || (step?.kind === "observe" && place < at)
            : goals[place]?.length === wanted;
        const name = t(stop.kind === "check" ? "lesson.check" : "lesson.place", {
          at: place,
          total: places.length,
        });
        return (
          <li key={place}>
            <button
              type="button"
              className="lesson-step"
              data-done={done || undefined}
              aria-current={place === at ? "step" : undefined}
              aria-label={done ? t("lesson.place.done", { place: name }) : name}
              title={name}
              onClick={() => store.getState().goTo(place)}
            />
          </li>
        );
      })}
    </ol>
  );
}
