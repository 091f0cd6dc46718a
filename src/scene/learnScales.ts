import { trainingFacts } from "../trace/trainingFacts";
import type { TrainingPlan } from "../trace/trainingPlan";
import type { LearnBoard, LearnSight } from "./learnBoard";
import type { LearnGrid } from "./learnLayout";
import { LEVELS, levelOf, maxMagnitude } from "./levels";

/** One channel of a map or of the kernels, which lie one after the other. */
export function channelOf(values: ArrayLike<number>, channel: number, channels: number): Float64Array {
  const size = values.length / channels;
  return Float64Array.from({ length: size }, (_, i) => values[channel * size + i] as number);
}

/** The colour step of a number on a scale that it may have left. */
export function levelOn(scale: number, value: number): number {
  return Math.max(-LEVELS, Math.min(levelOf(value, scale), LEVELS));
}

/** The magnitude at which each grid's colours end: that of what is wanted, and of how the training begins and ends. */
export function scalesOf(
  plan: TrainingPlan,
  { channel, hiddenChannel }: LearnSight,
  parameters: LearnBoard["parameters"],
  final: Float64Array | null,
): LearnBoard["scales"] {
  const { target } = plan.training;
  const ends = final ? [plan.start, final] : [plan.start];
  const facts = ends.map((weights) => trainingFacts(plan, weights));
  const largest = (...values: readonly ArrayLike<number>[]) => Math.max(...values.map(maxMagnitude)) || 1;
  const map = largest(
    channelOf(plan.problem.target.data, channel, plan.channels),
    ...facts.map(({ outputs }) => channelOf(outputs.at(-1)?.data ?? [], channel, plan.channels)),
  );
  const weights = (grid: LearnGrid) =>
    ends.map((end) => (parameters[grid] ?? []).map((index) => end[index] as number));
  const made = target.kind === "kernel" ? [channelOf(target.weight.data, channel, plan.channels)] : [];
  const kernel = largest(...made, ...weights("kernel"));
  const { hidden } = plan.training;
  return {
    input: maxMagnitude(plan.document.input.data),
    kernel,
    targetKernel: kernel,
    bias: largest(...weights("bias")),
    hidden: hidden
      ? largest(...facts.map(({ outputs }) => channelOf(outputs[0]?.data ?? [], hiddenChannel, hidden)))
      : 1,
    mixing: largest(...weights("mixing")),
    mixingBias: largest(...weights("mixingBias")),
    prediction: map,
    target: map,
    error: map,
  };
}
