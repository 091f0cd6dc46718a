import { type Layer, resolveLayer } from "../core/layer";
import type { Network, NetworkLayer } from "../core/network";
import type { Tensor } from "../core/tensor";
import type { TrainOptions } from "../core/train";
import type { ConvDocument } from "../model/document";
import {
  channelsOf,
  networkOf,
  startParameters,
  type Training,
  targetValues,
  trainingOf,
} from "../model/training";
import { trainingProblem } from "../model/trainingProblem";

/** What is minimised: the squared error between a network's output and the target. */
export interface TrainingTask {
  readonly network: Network;
  /** `[1, 1, rows, columns]` */
  readonly input: Tensor;
  /** `[1, channels, rows, columns]` */
  readonly target: Tensor;
  readonly reduction: "sum" | "mean";
}

/** A document's training with everything resolved that a run and a picture of it need. */
export interface TrainingPlan {
  readonly document: ConvDocument;
  readonly training: Training;
  readonly problem: TrainingTask;
  /** All parameters before the first update, in the network's flat order. */
  readonly start: Float64Array;
  /** Of the target. */
  readonly channels: number;
  /** The layer of the kernels that read the input. */
  readonly layer: Layer;
}

/** The last plan of an input: where another rate or number of updates is tried, what does not depend on it stays. */
const latest = new WeakMap<object, TrainingPlan>();

const known = new WeakMap<object, WeakMap<object, WeakMap<object, TrainingPlan | null>>>();

/** The plan of a document, the same one for the same input, layer and training; null where `trainingProblem` says why. */
export function trainingPlanOf(document: ConvDocument): TrainingPlan | null {
  const { input, layers, training } = document;
  const ofInput = known.get(input) ?? new WeakMap<object, WeakMap<object, TrainingPlan | null>>();
  known.set(input, ofInput);
  const ofLayer = ofInput.get(layers[0]) ?? new WeakMap<object, TrainingPlan | null>();
  ofInput.set(layers[0], ofLayer);
  // Without a training of its own, a document's follows from its input and layer.
  const key = training ?? layers[0];
  const cached = ofLayer.get(key);
  if (cached !== undefined) return cached;
  const plan = trainingProblem(document) ? null : planOf(document, latest.get(input) ?? null);
  ofLayer.set(key, plan);
  if (plan) latest.set(input, plan);
  return plan;
}

/** The run of a plan, for the core. */
export function trainOptionsOf({ problem, training, start }: TrainingPlan): TrainOptions {
  const { optimizer, momentum, learningRate, steps } = training;
  return {
    ...problem,
    parameters: start,
    optimizer: optimizer === "momentum" ? { kind: optimizer, momentum } : { kind: optimizer },
    learningRate,
    steps,
  };
}

/** What of a training its task is made of, besides input and layer; and what its first weights are. */
const TASK = ["target", "kernelSize", "hidden", "withBias", "reduction"] as const;
const START = ["start", "startValues", "seed"] as const;

function planOf(document: ConvDocument, before: TrainingPlan | null): TrainingPlan {
  const training = trainingOf(document);
  const unchanged = (fields: readonly (keyof Training)[]) =>
    before !== null && fields.every((field) => before.training[field] === training[field]);
  const sameTask = before?.document.layers[0] === document.layers[0] && unchanged(TASK);
  const problem = before && sameTask ? before.problem : taskOf(document, training);
  return {
    document,
    training,
    problem,
    start: before && sameTask && unchanged(START) ? before.start : startParameters(training, problem.network),
    channels: channelsOf(training),
    layer: resolveLayer("conv", document.input.shape, problem.network[0] as NetworkLayer, 2),
  };
}

function taskOf(document: ConvDocument, training: Training): TrainingTask {
  return {
    network: networkOf(document, training),
    input: document.input,
    target: targetValues(document, training),
    reduction: training.reduction,
  };
}
