import { lossHessian } from "../core/hessian";
import { symmetricEigen } from "../core/symmetricEigen";
import { cellCount, zeroTensor } from "../core/tensor";
import type { TrainingPlan, TrainingTask } from "./trainingPlan";

/** How the loss bends: along each direction by its value, the second derivative. */
export interface LossModes {
  /** Eigenvalues of the Hessian, ascending, one for each parameter. */
  readonly values: Float64Array;
  /** A unit direction for each value. */
  readonly directions: readonly Float64Array[];
}

const ofOneLayer = new WeakMap<TrainingTask, LossModes>();

/** The modes of a network at `parameters`; of one layer they are the same everywhere, and computed once. */
export function lossModes(plan: TrainingPlan, parameters: Float64Array): LossModes {
  const { problem } = plan;
  if (problem.network.length > 1) return modesOf(problem, parameters);
  const modes = ofOneLayer.get(problem) ?? channelModes(plan);
  ofOneLayer.set(problem, modes);
  return modes;
}

function modesOf(task: TrainingTask, parameters: Float64Array): LossModes {
  const count = parameters.length;
  const { values, vectors } = symmetricEigen(lossHessian(task, parameters), count);
  return {
    values,
    directions: Array.from(values, (_, i) => vectors.subarray(i * count, (i + 1) * count)),
  };
}

/**
 * No output channel's loss depends on another's kernel, and all kernels read the same input: the modes of one kernel, once
 * for each channel. The target plays no part, so zeros lose nothing to rounding.
 */
function channelModes({ problem, channels, start }: TrainingPlan): LossModes {
  const [layer] = problem.network as readonly [TrainingTask["network"][number]];
  const cells = cellCount(layer.weightShape.slice(1));
  const alone: TrainingTask = {
    network: [{ ...layer, weightShape: [1, ...layer.weightShape.slice(1)] }],
    input: problem.input,
    target: zeroTensor([1, 1, ...problem.target.shape.slice(2)]),
    reduction: problem.reduction,
  };
  const { values, directions } = modesOf(alone, new Float64Array(cells + (layer.bias ? 1 : 0)));
  const share = problem.reduction === "mean" ? 1 / channels : 1;
  const everyChannel = Array.from({ length: channels }, (_, channel) => channel);
  return {
    values: Float64Array.from([...values].flatMap((value) => everyChannel.map(() => value * share))),
    directions: directions.flatMap((direction) =>
      everyChannel.map((channel) => {
        const whole = new Float64Array(start.length);
        whole.set(direction.subarray(0, cells), channel * cells);
        if (layer.bias) whole[channels * cells + channel] = direction[cells] as number;
        return whole;
      }),
    ),
  };
}
