import { isGridChoice, lessonText, type Question } from "../model/lesson";
import { type LessonAnswer, rightAnswer } from "../model/lessonAnswer";
import { goalsAt, type LessonStop, questionAt } from "../model/lessonStops";
import { TALLY_LETTERS } from "../store/presentStore";
import { useShownLanguage, useText } from "./i18n";
import { NumbersShown } from "./LessonNumbers";
import { LessonProse, Marked } from "./LessonProse";
import { lessonPlaceText } from "./lessonPlaceText";
import { useLesson } from "./useLesson";
import "./lesson.css";

/** What the open lesson asks or tells, for the whole room; the answer once it has been revealed. */
export function PresentLesson() {
  const t = useText();
  const language = useShownLanguage();
  const { lesson, stops, place } = useLesson(({ lesson, stops, place }) => ({ lesson, stops, place }));
  if (!lesson || !stops) return null;
  const { at } = place;
  const stop = stops[at];
  if (!stop) return null;
  const question = questionAt(stops, at);
  const done = (place.goals[at] ?? []).length === goalsAt(stops, at).length;
  return (
    <section className="present-card present-lesson" aria-label={t("lesson.region")}>
      <p className="present-place">{lessonPlaceText(t, language, lesson, stops, at)}</p>
      {question ? (
        <Asked question={question} answer={place.answers[at]} />
      ) : (
        <Told stop={stop} done={done} goal={lessonText(lesson.goal, language)} />
      )}
    </section>
  );
}

function Asked({
  question,
  answer,
}: {
  readonly question: Question;
  readonly answer: LessonAnswer | undefined;
}) {
  const t = useText();
  const language = useShownLanguage();
  const right = answer ? rightAnswer(question) : null;
  return (
    <>
      <LessonProse text={question.text} />
      {question.kind === "choice" && (
        <ol className="present-choices">
          {question.choices.map(({ value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place
            <li key={at} data-right={at === right || undefined}>
              <b>{TALLY_LETTERS[at]}</b>
              {isGridChoice(value) ? (
                <NumbersShown numbers={value} />
              ) : (
                <span>
                  <Marked text={lessonText(value, language)} />
                </span>
              )}
              {at === right && <span className="visually-hidden">{t("lesson.right")}</span>}
            </li>
          ))}
        </ol>
      )}
      {question.kind === "number" && (
        <p className="present-answer">
          {t("lesson.result")} {right === null ? "?" : <NumbersShown numbers={question.answer} />}
        </p>
      )}
      {answer && <LessonProse text={question.after} />}
    </>
  );
}

function Told({
  stop,
  done,
  goal,
}: {
  readonly stop: LessonStop;
  readonly done: boolean;
  readonly goal: string;
}) {
  const t = useText();
  if (stop.kind !== "step" || stop.step.kind === "predict") {
    return (
      <p>
        {t("lesson.end")}: {goal}
      </p>
    );
  }
  const { step } = stop;
  return (
    <>
      <LessonProse text={step.text} />
      {done && step.kind !== "observe" && step.after && <LessonProse text={step.after} />}
    </>
  );
}
