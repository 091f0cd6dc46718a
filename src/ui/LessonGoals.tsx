import { useEffect, useRef } from "react";
import type { Goal, LessonText } from "../model/lesson";
import { lessonText } from "../model/lesson";
import { useAnnounce } from "./Announcer";
import { Icon } from "./Icon";
import { useShownLanguage, useText } from "./i18n";
import { LessonProse, Marked, spokenText } from "./LessonProse";

interface LessonGoalsProps {
  readonly goals: readonly Goal[];
  readonly reached: readonly number[];
  readonly after: LessonText | undefined;
}

/** What there is to reach, ticked off as the document shows it. */
export function LessonGoals({ goals, reached, after }: LessonGoalsProps) {
  const t = useText();
  const language = useShownLanguage();
  const announce = useAnnounce();
  const done = reached.length === goals.length;
  const before = useRef(reached.length);
  useEffect(() => {
    if (reached.length <= before.current) return;
    before.current = reached.length;
    if (done) announce([t("lesson.done"), after ? spokenText(after, language) : ""].join(". "));
    else announce(t("lesson.goal.step"));
  }, [reached, done, after, announce, t, language]);
  const named = goals.some(({ text }) => text !== undefined);
  return (
    <>
      {named && (
        <ul className="lesson-goals" aria-label={t("lesson.goals")}>
          {goals.map(({ text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a goal is its place
            <li key={index} data-reached={reached.includes(index) || undefined}>
              <span className="lesson-tick">{reached.includes(index) && <Icon name="check" />}</span>
              <span>
                {text !== undefined && <Marked text={lessonText(text, language)} />}
                <span className="visually-hidden">
                  {" "}
                  {t(reached.includes(index) ? "lesson.goal.reached" : "lesson.goal.open")}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {done && (
        <div className="lesson-verdict" data-right>
          <p className="lesson-word">
            <Icon name="check" /> {t("lesson.done")}
          </p>
          {after !== undefined && <LessonProse text={after} />}
        </div>
      )}
    </>
  );
}
