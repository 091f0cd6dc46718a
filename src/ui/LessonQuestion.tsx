import { type FormEvent, type ReactNode, useState } from "react";
import type { LessonText, Question } from "../model/lesson";
import { type Given, judge, rightAnswer, rowsOfNumbers } from "../model/lessonAnswer";
import { parseNumber } from "../model/parseNumber";
import { useAnnounce } from "./Announcer";
import { useProblemText, useShownLanguage, useText } from "./i18n";
import { LessonChoices } from "./LessonChoices";
import { LessonHints } from "./LessonHints";
import { LessonNumbers } from "./LessonNumbers";
import { LessonProse, spokenText } from "./LessonProse";
import { LessonVerdict } from "./LessonVerdict";
import { useLesson, useLessonStore } from "./useLesson";

interface LessonQuestionProps {
  readonly question: Question;
  readonly kind: "predict" | "check" | "review";
  readonly hints: readonly LessonText[];
  /** Back and on. */
  readonly way: ReactNode;
}

/** A question with its answer: locked in, then held against what is so. */
export function LessonQuestion({ question, kind, hints, way }: LessonQuestionProps) {
  const t = useText();
  const language = useShownLanguage();
  const problemText = useProblemText();
  const announce = useAnnounce();
  const store = useLessonStore();
  const { at, answer } = useLesson(({ place }) => ({ at: place.at, answer: place.answers[place.at] }));
  const [choice, setChoice] = useState<number | null>(null);
  const [entries, setEntries] = useState(() => emptyEntries(question));
  const [problem, setProblem] = useState<string | null>(null);
  const isOpen = answer === undefined;
  const isSettled = answer !== undefined && (kind !== "check" || answer.right || answer.told);

  const lockIn = (given: Given) => {
    store.getState().answer(given);
    const { right, mistake } = judge(question, given);
    const said = [t(right ? "lesson.right" : "lesson.wrong")];
    if (mistake) said.push(spokenText(mistake, language));
    if (right || kind !== "check") said.push(spokenText(question.after, language));
    announce(said.join(". "));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isOpen) return;
    if (question.kind === "choice") {
      if (choice === null) setProblem(t("lesson.choose"));
      else lockIn(choice);
      return;
    }
    if (entries.flat().some((entry) => entry.trim() === "")) return setProblem(t("lesson.incomplete"));
    const read = entries.map((row) => row.map((entry) => parseNumber(entry)));
    const wrong = read.flat().find((cell) => "problem" in cell);
    if (wrong && "problem" in wrong) return setProblem(problemText(wrong.problem));
    const rows = read.map((row) => row.map((cell) => ("value" in cell ? cell.value : 0)));
    lockIn(inFormOf(question.answer, rows));
  };
  const tryAgain = () => {
    setChoice(null);
    setEntries(emptyEntries(question));
    store.getState().tryAgain();
  };

  return (
    <form className="lesson-question" onSubmit={onSubmit} noValidate>
      <LessonProse text={question.text} />
      {question.kind === "choice" && (
        <LessonChoices
          name={t("lesson.answer")}
          choices={question.choices}
          chosen={answer && typeof answer.given === "number" ? answer.given : choice}
          right={isSettled ? Number(rightAnswer(question)) : null}
          locked={!isOpen}
          onChoose={(chosen) => {
            setChoice(chosen);
            setProblem(null);
          }}
        />
      )}
      {isOpen && (
        <div className="lesson-asked">
          {question.kind === "number" && (
            <LessonNumbers
              entries={entries}
              problem={problem}
              onChange={(row, column, entry) => {
                setProblem(null);
                setEntries(entries.with(row, (entries[row] ?? []).with(column, entry)));
              }}
            />
          )}
          <button type="submit" className="button button-primary">
            {t(kind === "predict" ? "lesson.lockIn" : "lesson.checkIt")}
          </button>
        </div>
      )}
      {problem && (
        <p className="lesson-problem" id="lesson-problem" role="alert">
          {problem}
        </p>
      )}
      {answer && <LessonVerdict question={question} answer={answer} settled={isSettled} />}
      {answer && !isSettled && (
        <div className="lesson-asked">
          <button type="button" className="button button-primary" onClick={tryAgain}>
            {t("lesson.tryAgain")}
          </button>
          <button type="button" className="button" onClick={store.getState().tell}>
            {t("lesson.tell")}
          </button>
        </div>
      )}
      <LessonHints hints={isOpen ? hints : []} at={at} />
      {way}
    </form>
  );
}

function emptyEntries(question: Question): readonly (readonly string[])[] {
  return question.kind === "number" ? rowsOfNumbers(question.answer).map((row) => row.map(() => "")) : [];
}

/** Rows of numbers in the form in which the answer is written. */
function inFormOf(answer: Given, rows: readonly (readonly number[])[]): Given {
  if (typeof answer === "number") return rows[0]?.[0] ?? 0;
  return Array.isArray(answer[0]) ? rows : (rows[0] ?? []);
}
