import type { Question } from "../model/lesson";
import { judge, type LessonAnswer } from "../model/lessonAnswer";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { NumbersShown } from "./LessonNumbers";
import { LessonProse } from "./LessonProse";

interface LessonVerdictProps {
  readonly question: Question;
  readonly answer: LessonAnswer;
  /** Whether the right answer may be seen. */
  readonly settled: boolean;
}

/** What was said beside what is so; a wrong answer's mistake is named. */
export function LessonVerdict({ question, answer, settled }: LessonVerdictProps) {
  const t = useText();
  const { given, right, told } = answer;
  const { mistake } = judge(question, given);
  return (
    <div className="lesson-verdict" data-right={right || undefined}>
      {!told && (
        <p className="lesson-word">
          <Icon name={right ? "check" : "close"} /> {t(right ? "lesson.right" : "lesson.wrong")}
        </p>
      )}
      {question.kind === "number" && (
        <dl className="lesson-both">
          {!told && (
            <div>
              <dt>{t("lesson.yours")}</dt>
              <dd>
                <NumbersShown numbers={given} />
              </dd>
            </div>
          )}
          {settled && !right && (
            <div>
              <dt>{t("lesson.result")}</dt>
              <dd>
                <NumbersShown numbers={question.answer} />
              </dd>
            </div>
          )}
        </dl>
      )}
      {!right && !told && mistake !== undefined && <LessonProse text={mistake} />}
      {settled && <LessonProse text={question.after} />}
    </div>
  );
}
