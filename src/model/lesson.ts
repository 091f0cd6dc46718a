/** A text in one language for all, or in several; English stands in for a language that is missing. */
export type LessonText = string | ({ readonly en: string } & Readonly<Record<string, string>>);

/** What a condition compares with, as JSON says it. */
export type FactValue = number | string | boolean | null | readonly FactValue[];

/**
 * One lesson, as the page's own are written and as an author's file says it. All of it is data; `start` and the like are
 * fragments of the page's address.
 */
export interface Lesson {
  /** Its word in the address. */
  readonly name: string;
  readonly title: LessonText;
  /** What the learner can do afterwards. */
  readonly goal: LessonText;
  /** What many believe before; for those who teach. */
  readonly misconception?: LessonText;
  readonly start: string;
  readonly steps: readonly LessonStep[];
  /** Asked after the last step. */
  readonly checks: readonly Question[];
  /** The check with other numbers, asked again at the beginning of a later lesson. */
  readonly review?: readonly Question[];
}

export type LessonStep = PredictStep | DoStep | ObserveStep | FreeStep;

interface StepBasics {
  /** On request, one after another. */
  readonly hints?: readonly LessonText[];
  /** Opened where the step begins; without it the step goes on with what is there. */
  readonly start?: string;
  /** Controls and actions on show, at most four together; the step before's where there are none. */
  readonly controls?: readonly LessonControl[];
  readonly actions?: readonly LessonAction[];
  /** What the step speaks of. */
  readonly focus?: readonly Focus[];
  /** For the one who teaches: what to say, what to watch for. */
  readonly notes?: LessonText;
  /** How long it takes in a lecture. */
  readonly minutes?: number;
}

/** The answer is locked in before the result shows. */
export interface PredictStep extends StepBasics {
  readonly kind: "predict";
  readonly question: Question;
  /** Pairs of an address that are set once it has been answered, so that the result is seen. */
  readonly reveal?: string;
}

/** Something to do; done as soon as each of its goals has been seen, in whatever way it came about. */
export interface DoStep extends StepBasics {
  readonly kind: "do";
  readonly text: LessonText;
  readonly goals: readonly Goal[];
  /** Told when it is done. */
  readonly after?: LessonText;
}

/** Something to look at. */
export interface ObserveStep extends StepBasics {
  readonly kind: "observe";
  readonly text: LessonText;
}

/** A goal without instructions. */
export interface FreeStep extends StepBasics {
  readonly kind: "free";
  readonly text: LessonText;
  readonly goals: readonly Goal[];
  readonly after?: LessonText;
}

/** Reached once all its conditions have held at the same moment. */
export interface Goal {
  /** Says which of several it is. */
  readonly text?: LessonText;
  readonly all: readonly Condition[];
}

/** A fact of the document and its moment, held against a value. */
export interface Condition {
  /** One of `trace/lessonFacts.ts`. */
  readonly fact: string;
  readonly is?: FactValue;
  readonly not?: FactValue;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export type Question = NumberQuestion | ChoiceQuestion;

interface QuestionBasics {
  readonly text: LessonText;
  /** What the figure shows with it. */
  readonly start?: string;
  /** Told with the answer: why it is so. */
  readonly after: LessonText;
}

/** A number, a row of numbers or a grid of them, typed in. */
export interface NumberQuestion extends QuestionBasics {
  readonly kind: "number";
  readonly answer: Numbers;
  /** How far off counts as right; 0 when absent. */
  readonly tolerance?: number;
  readonly mistakes: readonly { readonly value: Numbers; readonly text: LessonText }[];
}

/** One of several answers; exactly one is right, each other one names the mistake that leads to it. */
export interface ChoiceQuestion extends QuestionBasics {
  readonly kind: "choice";
  readonly choices: readonly Choice[];
}

/** Shown as words, or as a small grid of numbers. */
export interface Choice {
  readonly value: LessonText | readonly (readonly number[])[];
  readonly right?: true;
  readonly mistake?: LessonText;
}

export type Numbers = number | readonly number[] | readonly (readonly number[])[];

/** Whether a choice is shown as a small grid. */
export function isGridChoice(value: Choice["value"]): value is readonly (readonly number[])[] {
  return Array.isArray(value);
}

/** A part of the page, or a cell of a grid. */
export type Focus =
  | "input"
  | "kernel"
  | "products"
  | "output"
  | "equation"
  | "formula"
  | "cost"
  | "transport"
  | {
      readonly grid: "input" | "kernel" | "products" | "output";
      readonly channel?: number;
      readonly depth?: number;
      readonly row: number;
      readonly column: number;
    };

export const lessonControls = [
  "activation",
  "bias",
  "channel-view",
  "channels",
  "dilation",
  "dims",
  "groups",
  "input-size",
  "kernel-size",
  "learn-kernel-size",
  "learning-rate",
  "layers",
  "op",
  "output-padding",
  "padding",
  "padding-mode",
  "padding-same",
  "padding-sides",
  "read-counts",
  "reduction",
  "show",
  "start-weights",
  "stride",
  "target",
] as const;

export type LessonControl = (typeof lessonControls)[number];

export const lessonCommands = [
  "blank-input",
  "restore-input",
  "rotate-kernel",
  "transpose-input",
  "transpose-kernel",
  "scramble-unread",
  "shift-input",
  "swap-channels",
] as const;

/** A button of the lesson: sets pairs of an address on what is there, or does one of the named commands. */
export interface LessonAction {
  readonly text: LessonText;
  readonly set?: string;
  readonly command?: (typeof lessonCommands)[number];
}

/** The text in a language. */
export function lessonText(text: LessonText, language: string): string {
  return typeof text === "string" ? text : (text[language] ?? text.en);
}
