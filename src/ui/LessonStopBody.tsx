import type { LessonStop } from "../model/lessonStops";
import { useText } from "./i18n";
import { LessonGoals } from "./LessonGoals";
import { LessonHints } from "./LessonHints";
import { LessonProse } from "./LessonProse";
import { LessonQuestion } from "./LessonQuestion";
import { LessonWay } from "./LessonWay";
import { useLesson } from "./useLesson";

interface LessonStopBodyProps {
  readonly stop: Exclude<LessonStop, { readonly kind: "end" }>;
  readonly at: number;
}

/** A place's words and what is asked for there. */
export function LessonStopBody({ stop, at }: LessonStopBodyProps) {
  const t = useText();
  const { answer, reached } = useLesson(({ place }) => ({
    answer: place.answers[at],
    reached: place.goals[at],
  }));
  if (stop.kind !== "step" || stop.step.kind === "predict") {
    const question =
      stop.kind !== "step" ? stop.question : (stop.step.kind === "predict" && stop.step.question) || null;
    const isSettled = answer !== undefined && (stop.kind !== "check" || answer.right || answer.told);
    return (
      question && (
        <LessonQuestion
          question={question}
          kind={stop.kind === "step" ? "predict" : stop.kind}
          hints={stop.kind === "step" ? (stop.step.hints ?? []) : []}
          way={<LessonWay at={at} done={isSettled} waits={answer === undefined} />}
        />
      )
    );
  }
  const { step } = stop;
  if (step.kind === "observe") {
    return (
      <>
        <LessonProse text={step.text} />
        <LessonHints hints={step.hints ?? []} at={at} />
        <LessonWay at={at} done waits={false} />
      </>
    );
  }
  const done = (reached?.length ?? 0) === step.goals.length;
  return (
    <>
      <LessonProse text={step.text}>
        {step.kind === "free" && <strong className="lesson-free">{t("lesson.free")} · </strong>}
      </LessonProse>
      <LessonGoals goals={step.goals} reached={reached ?? []} after={step.after} />
      <LessonHints hints={done ? [] : (step.hints ?? [])} at={at} />
      <LessonWay at={at} done={done} waits={false} />
    </>
  );
}
