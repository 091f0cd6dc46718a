import type { ConvDocument } from "../../src/model/document";
import { gridOf } from "../../src/model/grid";
import { withLayer } from "../../src/model/layer";
import type { TrainingPlan } from "../../src/trace/trainingPlan";
import { naiveSteps } from "./naiveWindows";

type Maps = readonly (readonly number[])[];

/** The loss by its definition: nested loops over the padded input, then over the errors. */
export function naiveLoss(plan: TrainingPlan, parameters: ArrayLike<number>): number {
  const maps = naiveOutput(plan, parameters);
  const squares = maps.flat().map((value, i) => (value - (plan.problem.target.data[i] as number)) ** 2);
  const sum = squares.reduce((all, square) => all + square, 0);
  return plan.training.reduction === "mean" ? sum / squares.length : sum;
}

/** Which sums of the hidden kernels are above 0: between two sets of weights where this differs, the loss has a bend. */
export function activePattern(plan: TrainingPlan, parameters: ArrayLike<number>): string {
  if (plan.training.hidden === 0) return "";
  return firstSums(plan, parameters)
    .flat()
    .map((sum) => (sum > 0 ? "+" : "-"))
    .join("");
}

function naiveOutput(plan: TrainingPlan, parameters: ArrayLike<number>): Maps {
  const { hidden, withBias } = plan.training;
  const sums = firstSums(plan, parameters);
  if (hidden === 0) return sums;
  const bent = sums.map((map) => map.map((sum) => Math.max(0, sum)));
  const mixing = Array.from(parameters).slice(hidden * (cellsOf(plan) + (withBias ? 1 : 0)));
  return Array.from({ length: plan.channels }, (_, out) =>
    (bent[0] ?? []).map((__, place) => {
      let sum = withBias ? (mixing[plan.channels * hidden + out] as number) : 0;
      for (let k = 0; k < hidden; k++)
        sum += (mixing[out * hidden + k] as number) * (bent[k]?.[place] as number);
      return sum;
    }),
  );
}

/** The sums of each kernel that reads the input, bias included. */
function firstSums(plan: TrainingPlan, parameters: ArrayLike<number>): Maps {
  const { hidden, withBias, kernelSize } = plan.training;
  const kernels = hidden || plan.channels;
  const cells = cellsOf(plan);
  const numbers = Array.from(parameters);
  return Array.from({ length: kernels }, (_, out) => {
    const weights = numbers.slice(out * cells, (out + 1) * cells);
    const rows = Array.from({ length: kernelSize[0] }, (__, row) =>
      weights.slice(row * kernelSize[1], (row + 1) * kernelSize[1]),
    );
    const bias = withBias ? (numbers[kernels * cells + out] as number) : 0;
    const layer: Partial<ConvDocument["layers"][0]> = {
      weight: gridOf(rows),
      bias: [bias],
      activation: "none",
    };
    return naiveSteps(withLayer(plan.document, layer))
      .flat()
      .map(({ sum }) => sum);
  });
}

function cellsOf({ training }: TrainingPlan): number {
  return training.kernelSize[0] * training.kernelSize[1];
}
