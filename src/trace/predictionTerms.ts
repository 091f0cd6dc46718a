import { flipKernel } from "../core/flipKernel";
import { layerParameters, type NetworkLayer } from "../core/network";
import type { LossPass } from "../core/squaredError";
import { taps } from "../core/taps";
import type { Tensor } from "../core/tensor";
import type { TrainingPlan } from "./trainingPlan";

/** One number of the prediction as the sum that makes it. */
export interface PredictionTerms {
  /** What the last layer reads, 0 on a padding zero, with the weight that lies on it. */
  readonly terms: readonly { readonly x: number; readonly weight: number }[];
  readonly bias: number | null;
  readonly sum: number;
}

/**
 * @param facts of `parameters`
 * @param index in the prediction: channel, row and column
 * @throws RangeError if the index lies outside the prediction
 */
export function predictionTerms(
  { problem }: TrainingPlan,
  facts: LossPass,
  parameters: Float64Array,
  index: readonly [channel: number, row: number, column: number],
): PredictionTerms {
  const last = problem.network.length - 1;
  const layer = problem.network[last] as NetworkLayer;
  const read: Tensor = facts.outputs[last - 1] ?? problem.input;
  const { weight, bias } = layerParameters(problem.network, parameters)[last] as ReturnType<
    typeof layerParameters
  >[number];
  const weights = (layer.flipped ? flipKernel(weight) : weight).data;
  const terms = taps(layer, read.shape, [0, ...index]).map(({ inputIndex, kernelIndex }) => ({
    x: inputIndex < 0 ? 0 : (read.data[inputIndex] as number),
    weight: weights[kernelIndex] as number,
  }));
  const offset = bias?.data[index[0]] ?? null;
  const sum = terms.reduce((total, term) => total + term.x * term.weight, offset ?? 0);
  return { terms, bias: offset, sum };
}
