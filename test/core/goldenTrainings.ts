import type { Network } from "../../src/core/network";
import type { Optimizer } from "../../src/core/optimizer";
import { tensorFrom } from "../../src/core/tensor";
import type { TrainOptions } from "../../src/core/train";
import { goldenCases } from "./goldenCases";

interface Numbers {
  readonly shape: number[];
  readonly data: number[];
}

/** A case of scripts/golden_training.py: all that goes into a training, and what PyTorch makes of it. */
export interface GoldenTraining {
  readonly name: string;
  readonly network: Network;
  readonly input: Numbers;
  readonly target: Numbers;
  readonly parameters: number[];
  readonly optimizer: Optimizer;
  readonly learningRate: number;
  readonly steps: number;
  readonly reduction: "sum" | "mean";
  readonly trace: readonly {
    readonly step: number;
    readonly loss: number;
    readonly gradient: number[];
    readonly parameters: number[];
  }[];
}

export const goldenTrainings = goldenCases<GoldenTraining>("training");

/** The same training for `train`. */
export function trainOptions(example: GoldenTraining): TrainOptions {
  const { input, target, parameters } = example;
  return {
    ...example,
    input: tensorFrom(input.shape, input.data),
    target: tensorFrom(target.shape, target.data),
    parameters: Float64Array.from(parameters),
  };
}
