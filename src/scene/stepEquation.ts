import type { LossPass } from "../core/squaredError";
import { formatNumber } from "../model/formatNumber";
import { blameOf } from "../trace/blame";
import { parameterPlaces } from "../trace/parameterPlaces";
import { predictionTerms } from "../trace/predictionTerms";
import type { TrainingPlan } from "../trace/trainingPlan";
import { updateOf } from "../trace/weightUpdate";
import type { LearnPart } from "./learnMoment";

/** A piece of an equation: its texts with the classes and elements that they stand in. */
export interface EquationPiece {
  readonly className: string;
  readonly parts: readonly {
    readonly text: string;
    readonly className?: string;
    readonly tag?: "i" | "sub";
  }[];
}

/** Pieces that are added up; what is too long folds. */
export interface EquationSum {
  readonly terms: readonly EquationPiece[];
}

/** A part of a step in words and numbers. */
export interface StepEquation {
  readonly part: Exclude<LearnPart, "rest">;
  readonly words: {
    readonly key: StepWords;
    readonly values: Readonly<Record<string, string | number>>;
  };
  readonly pieces: readonly (EquationPiece | EquationSum)[];
}

export type StepWords =
  | "start"
  | "predict"
  | "compare.sum"
  | "compare.mean"
  | "blame"
  | "blame.through"
  | "update"
  | "update.momentum"
  | "update.adam";

/** What a part of a step is about. */
export interface StepFocus {
  /** Of the update that the step makes, from 1; 0 before the first. */
  readonly step: number;
  readonly facts: LossPass;
  readonly before: Float64Array;
  /** Null where no update follows. */
  readonly after: Float64Array | null;
  /** The channel, row and column of a number of the prediction. */
  readonly cell: readonly [channel: number, row: number, column: number];
  /** Flat indices of the weights in question. */
  readonly parameters: readonly number[];
}

/** The loss before the first update. */
export function startEquation(plan: TrainingPlan, { facts }: Pick<StepFocus, "facts">): StepEquation {
  return { part: "predict", words: { key: "start", values: {} }, pieces: lossPieces(plan, facts) };
}

/** One number of the prediction as the sum of its window. */
export function predictEquation(plan: TrainingPlan, focus: StepFocus): StepEquation {
  const { cell, step } = focus;
  const [, row, column] = cell;
  const { terms, bias, sum } = predictionTerms(plan, focus.facts, focus.before, cell);
  return {
    part: "predict",
    words: { key: "predict", values: { step, row, column } },
    pieces: [
      name("Ŷ", `${row},${column}`, "role-y"),
      operator("="),
      {
        terms: [
          ...terms.map(({ x, weight }) => product(x, "role-x", weight, "role-w")),
          ...(bias === null
            ? []
            : [{ className: "term", parts: [{ text: factor(bias), className: "role-w" }] }]),
        ],
      },
      operator("="),
      total(formatNumber(sum), "role-y"),
    ],
  };
}

/** The error in one place, and the loss of them all. */
export function compareEquation(plan: TrainingPlan, { facts, cell, step }: StepFocus): StepEquation {
  const [channel, row, column] = cell;
  const [, , rows = 0, columns = 0] = facts.errors.shape;
  const at = (channel * rows + row) * columns + column;
  const [error = 0, target = 0] = [facts.errors.data[at], plan.problem.target.data[at]];
  const index = `${row},${column}`;
  return {
    part: "compare",
    words: { key: `compare.${plan.problem.reduction}`, values: { step } },
    pieces: [
      name("Ŷ", index, "role-y"),
      operator("−"),
      name("Y", index, ""),
      operator("="),
      number(formatNumber(facts.outputs.at(-1)?.data[at] ?? 0), "role-y"),
      operator("−"),
      number(factor(target)),
      operator("="),
      total(formatNumber(error), ""),
      gap,
      ...lossPieces(plan, facts),
    ],
  };
}

/** What pulls a weight: the number that each window read there, times how the loss changes with the window's sum. */
export function blameEquation(plan: TrainingPlan, { facts, parameters, step }: StepFocus): StepEquation {
  const [parameter = 0] = parameters;
  const { terms, sum, layer } = blameOf(plan, facts, parameter);
  const pulling = terms.filter(({ product: pull }) => pull !== 0);
  const isLast = layer === plan.problem.network.length - 1;
  return {
    part: "blame",
    words: {
      key: isLast ? "blame" : "blame.through",
      values: { step, count: pulling.length, total: terms.length },
    },
    pieces: [
      gradientName(plan, parameter),
      operator("="),
      ...(pulling.length > 0
        ? [{ terms: pulling.map(({ x, delta }) => product(x, "role-x", delta, "")) }, operator("=")]
        : []),
      total(formatNumber(sum), "role-w"),
    ],
  };
}

/** The weights before, and what the rate takes off them. */
export function updateEquation(plan: TrainingPlan, focus: StepFocus): StepEquation {
  const { before, facts, parameters, step } = focus;
  const { learningRate, optimizer } = plan.training;
  const after = focus.after ?? before;
  const updates = parameters.map((index) => ({
    index,
    ...updateOf(before, after, facts.gradient, learningRate, index),
  }));
  const [first] = updates;
  return {
    part: "update",
    words: {
      key: optimizer === "sgd" ? "update" : `update.${optimizer}`,
      values: {
        step,
        rate: formatNumber(learningRate),
        gradient: formatNumber(first?.gradient ?? 0),
        direction: formatNumber(first?.direction ?? 0),
      },
    },
    pieces: updates.flatMap(({ index, direction, ...update }, i) => [
      ...(i > 0 ? [gap] : []),
      parameterName(plan, index),
      operator("="),
      number(formatNumber(update.before), "role-w"),
      operator("−"),
      { className: "term", parts: [{ text: `${formatNumber(learningRate)}·${factor(direction)}` }] },
      operator("="),
      total(formatNumber(update.after), "role-w"),
    ]),
  };
}

function lossPieces({ problem }: TrainingPlan, { loss, errors }: LossPass): readonly EquationPiece[] {
  const mean = problem.reduction === "mean" ? `1/${errors.data.length} · ` : "";
  return [
    name("L", "", ""),
    operator("="),
    { className: "term", parts: [{ text: `${mean}Σ(` }, { text: "Ŷ − Y", tag: "i" }, { text: ")²" }] },
    operator("="),
    total(formatNumber(loss), ""),
  ];
}

function parameterName(plan: TrainingPlan, parameter: number): EquationPiece {
  const { letter, index } = letterOf(plan, parameter);
  return name(letter, index, "role-w");
}

function gradientName(plan: TrainingPlan, parameter: number): EquationPiece {
  const { letter, index } = letterOf(plan, parameter);
  return name(`∂L/∂${letter}`, index, "");
}

/** w and b of the kernels that read the input, v and c of the layer that mixes what they give. */
function letterOf(plan: TrainingPlan, parameter: number): { letter: string; index: string } {
  const place = parameterPlaces(plan)[parameter];
  const isMixing = (place?.layer ?? 0) > 0;
  if (place?.kind === "bias") return { letter: isMixing ? "c" : "b", index: "" };
  return isMixing
    ? { letter: "v", index: String(place?.in ?? 0) }
    : { letter: "w", index: `${place?.row ?? 0},${place?.column ?? 0}` };
}

function name(letter: string, index: string, className: string): EquationPiece {
  return {
    className: `equation-name ${className}`.trim(),
    parts: [{ text: letter, tag: "i" }, ...(index === "" ? [] : [{ text: index, tag: "sub" as const }])],
  };
}

function operator(sign: string): EquationPiece {
  return { className: "operator", parts: [{ text: ` ${sign} ` }] };
}

/** Between two equations. */
const gap: EquationPiece = { className: "equation-gap", parts: [{ text: " " }] };

function number(text: string, className = ""): EquationPiece {
  return { className: `term ${className}`.trim(), parts: [{ text }] };
}

function total(text: string, className: string): EquationPiece {
  return { className: `step-total ${className}`.trim(), parts: [{ text }] };
}

function product(a: number, aClass: string, b: number, bClass: string): EquationPiece {
  return {
    className: a * b === 0 ? "term zero" : "term",
    parts: [{ text: factor(a), className: aClass }, { text: "·" }, { text: factor(b), className: bClass }],
  };
}

/** Negative numbers stand in brackets. */
function factor(value: number): string {
  return value < 0 ? `(${formatNumber(value)})` : formatNumber(value);
}
