import { axisTaps } from "../core/axisTaps";
import { resolveLayer } from "../core/layer";
import type { AxisSpec } from "../core/options";
import type { LossPass } from "../core/squaredError";
import type { Tensor } from "../core/tensor";
import { type ParameterPlace, parameterPlaces } from "./parameterPlaces";
import type { TrainingPlan } from "./trainingPlan";

/** One pull at a parameter: the number it was multiplied by, times how much the loss changes with the sum it went into. */
export interface BlameTerm {
  /** Of the cell that is read, in the layer's input; both −1 on a padding zero. For a bias: those of the output. */
  readonly row: number;
  readonly column: number;
  /** Input channel of that cell. */
  readonly channel: number;
  readonly outRow: number;
  readonly outColumn: number;
  /** The number read; 1 for a bias. */
  readonly x: number;
  /** ∂L/∂(the sum before the activation); where the activation is none, in one layer: 2·error, over the mean's count. */
  readonly delta: number;
  readonly product: number;
}

export interface Blame {
  readonly layer: number;
  /** One for each window, in scan order. */
  readonly terms: readonly BlameTerm[];
  /** ∂L/∂parameter: the products added up. */
  readonly sum: number;
}

/**
 * Which windows pull a parameter, and how hard.
 *
 * @param parameter flat index, as in `parameterPlaces`
 * @throws RangeError if there is no such parameter
 */
export function blameOf(plan: TrainingPlan, facts: LossPass, parameter: number): Blame {
  const place = parameterPlaces(plan)[parameter];
  if (!place) throw new RangeError(`parameter must be below ${plan.start.length}, got ${parameter}`);
  const input = place.layer === 0 ? plan.problem.input : (facts.outputs[place.layer - 1] as Tensor);
  const [rows, columns] = cellsRead(plan, place, input);
  const deltas = facts.deltas[place.layer] as Tensor;
  const terms: BlameTerm[] = [];
  let sum = 0;
  let at = place.out * rows.length * columns.length;
  for (const [outRow, row] of rows.entries()) {
    for (const [outColumn, column] of columns.entries()) {
      const delta = deltas.data[at++] as number;
      const inside = row >= 0 && column >= 0;
      const x = place.kind === "bias" ? 1 : inside ? numberAt(input, place.in, row, column) : 0;
      // Adding 0 turns a product of −0 into 0.
      const product = x * delta + 0;
      sum += product;
      terms.push({
        row: inside ? row : -1,
        column: inside ? column : -1,
        channel: place.in,
        outRow,
        outColumn,
        x,
        delta,
        product,
      });
    }
  }
  return { layer: place.layer, terms, sum };
}

/** For each output row, and each output column, the input row or column that lies under the parameter; −1 on a zero. */
function cellsRead(plan: TrainingPlan, place: ParameterPlace, input: Tensor): [number[], number[]] {
  const layer = plan.problem.network[place.layer] as TrainingPlan["problem"]["network"][number];
  const { axes, inputSize, outputSize, paddingMode } = resolveLayer("conv", input.shape, layer, 2);
  const along = (axis: 0 | 1, cell: number) => {
    const outputs = outputSize[axis] as number;
    if (place.kind === "bias") return Array.from({ length: outputs }, (_, o) => o);
    const spec = axes[axis] as AxisSpec;
    const taps = axisTaps(inputSize[axis] as number, spec, paddingMode, outputs);
    const under = layer.flipped ? spec.kernelSize - 1 - cell : cell;
    return Array.from({ length: outputs }, (_, o) => taps[o * spec.kernelSize + under] as number);
  };
  return [along(0, place.row), along(1, place.column)];
}

function numberAt({ shape, data }: Tensor, channel: number, row: number, column: number): number {
  const [, , rows = 0, columns = 0] = shape;
  return data[(channel * rows + row) * columns + column] as number;
}
