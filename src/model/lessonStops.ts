import type { Focus, Goal, Lesson, LessonAction, LessonControl, LessonStep, Question } from "./lesson";

/** One place of a lesson: an old question, a step, a check, or the end. */
export type LessonStop =
  | { readonly kind: "review"; readonly question: Question }
  | { readonly kind: "step"; readonly step: LessonStep }
  | { readonly kind: "check"; readonly question: Question }
  | { readonly kind: "end" };

/**
 * A lesson's places in their order. The first step is at 1, as people and addresses count them; at 0 stands the question
 * from an earlier lesson where there is one.
 */
export type LessonStops = readonly [LessonStop | null, ...LessonStop[]];

/** @param review the question from an earlier lesson that this one opens with */
export function stopsOf(lesson: Lesson, review?: Question): LessonStops {
  return [
    review ? { kind: "review", question: review } : null,
    ...lesson.steps.map((step) => ({ kind: "step", step }) as const),
    ...lesson.checks.map((question) => ({ kind: "check", question }) as const),
    { kind: "end" },
  ];
}

/** How many places are counted on the page: steps and checks. */
export function stopCount(stops: LessonStops): number {
  return stops.length - 2;
}

/** A place that there is. */
export function stopWithin(stops: LessonStops, at: number): number {
  return Math.max(stops[0] ? 0 : 1, Math.min(Math.floor(at), stops.length - 1));
}

/** The question that is asked at a place. */
export function questionAt(stops: LessonStops, at: number): Question | null {
  const stop = stops[at];
  if (stop?.kind === "check" || stop?.kind === "review") return stop.question;
  return stop?.kind === "step" && stop.step.kind === "predict" ? stop.step.question : null;
}

/** What is to be reached at a place. */
export function goalsAt(stops: LessonStops, at: number): readonly Goal[] {
  const step = stepAt(stops, at);
  return step?.kind === "do" || step?.kind === "free" ? step.goals : [];
}

export function stepAt(stops: LessonStops, at: number): LessonStep | null {
  const stop = stops[at];
  return stop?.kind === "step" ? stop.step : null;
}

/** What a place opens with, as a fragment of an address; undefined where it goes on with what is there. */
export function startAt(lesson: Lesson, stops: LessonStops, at: number): string | undefined {
  const own = stepAt(stops, at)?.start ?? questionAt(stops, at)?.start;
  return own ?? (at === 1 ? lesson.start : undefined);
}

/** Controls and actions on show: a place that names none has those of the one before it. */
export function toolsAt(
  stops: LessonStops,
  at: number,
): { readonly controls: readonly LessonControl[]; readonly actions: readonly LessonAction[] } {
  for (let place = at; place > 0; place--) {
    const step = stepAt(stops, place);
    if (step?.controls || step?.actions)
      return { controls: step.controls ?? [], actions: step.actions ?? [] };
  }
  return { controls: [], actions: [] };
}

export function focusAt(stops: LessonStops, at: number): readonly Focus[] {
  return stepAt(stops, at)?.focus ?? [];
}
