import type { LessonText } from "../model/lesson";
import { useText } from "./i18n";
import { LessonProse } from "./LessonProse";
import { useLesson, useLessonStore } from "./useLesson";

interface LessonHintsProps {
  readonly hints: readonly LessonText[];
  readonly at: number;
}

/** Help, one piece at a time, for those who ask. */
export function LessonHints({ hints, at }: LessonHintsProps) {
  const t = useText();
  const store = useLessonStore();
  const shown = useLesson(({ place }) => place.hints[at] ?? 0);
  if (hints.length === 0) return null;
  return (
    <div className="lesson-hints" aria-live="polite">
      {hints.slice(0, shown).map((hint, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a hint is its place
        <div key={number} className="lesson-hint">
          <LessonProse text={hint}>
            <strong>{t("lesson.hint.heading")} </strong>
          </LessonProse>
        </div>
      ))}
      {shown < hints.length && (
        <button type="button" className="lesson-link" onClick={store.getState().hint}>
          {t(shown === 0 ? "lesson.hint" : "lesson.hint.more")}
        </button>
      )}
    </div>
  );
}
