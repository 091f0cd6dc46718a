import { gridOf } from "./grid";
import type { Training } from "./training";
import { usualSteps } from "./trainingErrors";

/** What an address means that says little of a training: the edge kernel is learned as in d2l, printed every second step. */
export const defaultTraining: Training = {
  target: { kind: "kernel", weight: gridOf([[1, -1]]) },
  kernelSize: [1, 2],
  hidden: 0,
  withBias: false,
  start: "zeros",
  startValues: [],
  seed: 0,
  optimizer: "sgd",
  momentum: 0.9,
  learningRate: 0.03,
  reduction: "sum",
  steps: usualSteps,
};
