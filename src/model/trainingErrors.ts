import type { Target, Training } from "./training";

/** Cells of a kernel that learns, along each axis. */
export const learnKernelSize = { min: 1, max: 7 };
export const maxLearningRate = 1000;
/** Updates of a training that nobody has set: those of the notes. */
export const usualSteps = 10;
/** Output channels of a target. */
export const channelRange = { min: 1, max: 4 };

/** Whole numbers, but for the momentum. */
export const trainingRanges = {
  hidden: { min: 0, max: 4 },
  seed: { min: 0, max: 999999 },
  steps: { min: 1, max: 10000 },
  momentum: { min: 0, max: 0.999 },
};

/** What is out of range: a problem's code and values. */
type TrainingError = readonly [code: string, values: Readonly<Record<string, number>>];

/** The numbers of a target, channel by channel. */
export function gridIn(target: Target) {
  return target.kind === "kernel" ? target.weight : target.values;
}

/** Output channels of a target. */
export function channelsIn(target: Target): number {
  return gridIn(target).shape[target.kind === "kernel" ? 0 : 1] ?? 0;
}

/** What is out of its range in a training; whether it fits the input is for `trainingProblem`. */
export function trainingErrors(training: Training): readonly TrainingError[] {
  const { target, kernelSize, hidden, withBias, learningRate, startValues } = training;
  const found: TrainingError[] = [];
  const check = (
    name: string,
    value: number,
    { min, max }: { readonly min: number; readonly max: number },
  ) => {
    const isSound = value >= min && value <= max && (name === "momentum" || Number.isInteger(value));
    if (!isSound) found.push([`${name}-out-of-range`, { value, min, max }]);
  };
  const channels = channelsIn(target);
  for (const size of kernelSize) check("learn-kernel-size", size, learnKernelSize);
  check("channels", channels, channelRange);
  for (const name of Object.keys(trainingRanges) as (keyof typeof trainingRanges)[])
    check(name, training[name], trainingRanges[name]);
  if (!(learningRate > 0)) found.push(["learning-rate-not-positive", {}]);
  if (learningRate > maxLearningRate) found.push(["learning-rate-too-large", { max: maxLearningRate }]);
  const cells = kernelSize[0] * kernelSize[1] + Number(withBias);
  const needed = hidden ? hidden * cells + channels * (hidden + Number(withBias)) : channels * cells;
  const count = startValues.length;
  if (training.start === "given" && count !== needed) found.push(["start-count", { count, needed }]);
  return found;
}
