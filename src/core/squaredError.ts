import type { Network } from "./network";
import { networkPass } from "./networkPass";
import type { Tensor } from "./tensor";

/** What training makes small: the squared distance between a network's prediction and a target. */
export interface SquaredErrorProblem {
  readonly network: Network;
  /** `[N, Cin, …spatial]` */
  readonly input: Tensor;
  /** In the shape of the last layer's output. */
  readonly target: Tensor;
  /** Whether the loss is the sum of the squared errors or their mean. */
  readonly reduction: "sum" | "mean";
}

/** One way forwards and back through a network. */
export interface LossPass {
  readonly loss: number;
  /** Of each layer, after its activation; the last is the prediction. */
  readonly outputs: readonly Tensor<Float64Array>[];
  /** Prediction − target. */
  readonly errors: Tensor<Float64Array>;
  /** ∂loss/∂(the sums before the activation), for each layer in the shape of its output. */
  readonly deltas: readonly Tensor<Float64Array>[];
  /** ∂loss/∂parameters, flat as they are. */
  readonly gradient: Float64Array;
}

/**
 * Loss and gradient of a network with these parameters, and what lies between, all in double precision. A ReLU passes
 * nothing back where its sum is 0, as in PyTorch.
 *
 * @param parameters flat, as in `layerParameters`
 * @throws RangeError if a shape does not fit, `validate` finds an error in a layer, or the reduction is unknown
 */
export function lossPass(problem: SquaredErrorProblem, parameters: Float64Array): LossPass {
  return networkPass(problem)(parameters);
}
