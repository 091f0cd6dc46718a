import { train } from "../core/train";
import { trainingOf } from "../model/training";
import type { Fact, LessonMoment } from "./lessonMoment";
import { nestedNumbers } from "./nestedNumbers";
import { trainingFacts } from "./trainingFacts";
import { type TrainingPlan, trainingPlanOf, trainOptionsOf } from "./trainingPlan";

/** What a lesson can ask about a training. */
export const trainingFactsOfLessons = {
  /** Whether there is something to learn */
  learns: ({ document }) => trainingPlanOf(document) !== null,
  learningRate: ({ document }) => trainingOf(document).learningRate,
  /** `sum`, `mean` */
  reduction: ({ document }) => trainingOf(document).reduction,
  /** `sgd`, `momentum`, `adam` */
  optimizer: ({ document }) => trainingOf(document).optimizer,
  /** Updates of the whole training */
  updates: ({ document }) => trainingOf(document).steps,
  /** Size of the kernel that learns */
  learnSize: ({ document }) => trainingOf(document).kernelSize,
  hidden: ({ document }) => trainingOf(document).hidden,
  /** All parameters before the first update, layer by layer */
  startWeights: ({ document }) => numbers(trainingPlanOf(document)?.start),
  target: ({ document }) => {
    const target = trainingPlanOf(document)?.problem.target;
    return target && nestedNumbers(target.shape, target.data, 2);
  },
  targetShape: ({ document }) => trainingPlanOf(document)?.problem.target.shape,
  /** The update on show, a whole number from 0 */
  update: ({ update }) => Math.floor(update),
  /** Loss, parameters and prediction after the update on show */
  loss: ({ document, update }) => lossAt(document, Math.floor(update)),
  learnedWeights: ({ document, update }) => numbers(weightsAt(document, Math.floor(update))),
  prediction: ({ document, update }) => {
    const plan = trainingPlanOf(document);
    const weights = weightsAt(document, Math.floor(update));
    if (!plan || !weights) return undefined;
    return nestedNumbers(
      plan.problem.target.shape,
      trainingFacts(plan, weights).outputs.at(-1)?.data ?? [],
      2,
    );
  },
  /** Loss and parameters after the last update, whichever is on show */
  lastLoss: ({ document }) => lossAt(document, trainingOf(document).steps),
  lastWeights: ({ document }) => numbers(weightsAt(document, trainingOf(document).steps)),
} as const satisfies Readonly<Record<string, Fact>>;

interface Run {
  readonly steps: ReturnType<typeof train>;
  /** The parameters after each update that has been made. */
  readonly parameters: Float64Array[];
}

const runs = new WeakMap<TrainingPlan, Run>();

/** The parameters after so many updates; no more of them are made than are asked for. */
function weightsAt(document: LessonMoment["document"], update: number): Float64Array | undefined {
  const plan = trainingPlanOf(document);
  if (!plan) return undefined;
  const run = runs.get(plan) ?? { steps: train(trainOptionsOf(plan)), parameters: [plan.start] };
  runs.set(plan, run);
  while (run.parameters.length <= update) {
    const next = run.steps.next();
    if (next.done) break;
    run.parameters.push(next.value.parameters);
  }
  return run.parameters[Math.min(update, run.parameters.length - 1)];
}

function lossAt(document: LessonMoment["document"], update: number): number | undefined {
  const plan = trainingPlanOf(document);
  const weights = weightsAt(document, update);
  return plan && weights ? trainingFacts(plan, weights).loss : undefined;
}

function numbers(values: Float64Array | undefined): readonly number[] | undefined {
  return values && [...values];
}
