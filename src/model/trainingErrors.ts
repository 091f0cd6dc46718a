import type { ConvDocument } from "./document";
import { MAX_ENTRY } from "./params";
import { isEntry } from "./plainNumber";
import type { Problem } from "./problems";
import type { Target, Training } from "./training";

/** Cells of a kernel that learns, along each axis. */
export const learnKernelSize = { min: 1, max: 7 };
export const maxLearningRate = 1000;
/** Output channels of a target. */
export const channelRange = { min: 1, max: 4 };

/** Whole numbers, but for the momentum. */
export const trainingRanges = {
  hidden: { min: 0, max: 4 },
  seed: { min: 0, max: 999999 },
  steps: { min: 1, max: 10000 },
  momentum: { min: 0, max: 0.999 },
};

/** Output channels of a target. */
export function channelsIn(target: Target): number {
  return (target.kind === "kernel" ? target.weight.shape[0] : target.values.shape[1]) ?? 0;
}

/** How many parameters a training has. */
export function parametersIn({ target, kernelSize, hidden, withBias }: Training): number {
  const channels = channelsIn(target);
  const bias = withBias ? 1 : 0;
  const kernels = (hidden || channels) * (kernelSize[0] * kernelSize[1] + bias);
  return kernels + (hidden && channels * (hidden + bias));
}

/** What is out of its range in a document's training; whether it fits the input is for `trainingProblem`. */
export function trainingErrors({ training }: ConvDocument): Problem[] {
  if (!training) return [];
  const { target, kernelSize, learningRate, start, startValues } = training;
  const found: Problem[] = [];
  const refuse = (code: string, field: Problem["field"], values: Problem["values"] = {}) =>
    found.push({ code, field, severity: "error", values });
  const check = (
    name: string,
    field: Problem["field"],
    value: number,
    { min, max }: { readonly min: number; readonly max: number },
  ) => {
    if (!(value >= min && value <= max && (max < 1 || Number.isInteger(value))))
      refuse(`${name}-out-of-range`, field, { value, min, max });
  };
  for (const size of kernelSize) check("learn-kernel-size", "kernelSize", size, learnKernelSize);
  check("channels", "target", channelsIn(target), channelRange);
  for (const name of Object.keys(trainingRanges) as (keyof typeof trainingRanges)[])
    check(name, name, training[name], trainingRanges[name]);
  if (!(learningRate > 0)) refuse("learning-rate-not-positive", "learningRate");
  if (learningRate > maxLearningRate)
    refuse("learning-rate-too-large", "learningRate", { max: maxLearningRate });
  const { data } = target.kind === "kernel" ? target.weight : target.values;
  for (const [field, numbers] of [
    ["target", data],
    ["start", startValues],
  ] as const)
    if (!numbers.every(isEntry)) refuse("cell-range", field, { min: `${-MAX_ENTRY}`, max: `${MAX_ENTRY}` });
  const needed = parametersIn(training);
  const count = startValues.length;
  if (start === "given" && count !== needed) refuse("start-count", "start", { count, needed });
  return found;
}
