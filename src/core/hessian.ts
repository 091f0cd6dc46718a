import type { NetworkLayer } from "./network";
import { type NetworkPass, networkPass } from "./networkPass";
import type { SquaredErrorProblem } from "./squaredError";
import { cellCount } from "./tensor";

/**
 * Second derivatives of the loss by every two parameters, P×P, row-major. One layer without ReLU has the same everywhere.
 * Elsewhere they are those of the smooth piece that `parameters` lie on: every ReLU stays as it is there.
 *
 * Differences of gradients, exact but for rounding: along one parameter the prediction is a straight line, as long as the
 * ReLUs stay, so no gradient is more than a parabola there, and a central difference of any width is its slope.
 *
 * @param parameters flat, as in `layerParameters`
 * @throws RangeError as `lossPass`
 */
export function lossHessian(problem: SquaredErrorProblem, parameters: Float64Array): Float64Array {
  const [first, second] = problem.network;
  if (first && !second && first.activation !== "relu") return ofOneLayer(problem, first, parameters.length);
  return ofPiece(networkPass(problem), parameters);
}

/**
 * For a target of zeros the gradient is the Hessian times the parameters. Output channels know nothing of each other, so
 * that one gradient tells a column of each.
 */
function ofOneLayer(
  problem: SquaredErrorProblem,
  { weightShape, bias }: NetworkLayer,
  count: number,
): Float64Array {
  const { target } = problem;
  const pass = networkPass({
    ...problem,
    target: { shape: target.shape, data: new Float64Array(target.data.length) },
  });
  const channels = weightShape[0] as number;
  const weights = cellCount(weightShape.slice(1));
  const own = weights + (bias ? 1 : 0);
  const flat = (channel: number, i: number) =>
    i < weights ? channel * weights + i : channels * weights + channel;
  const hessian = new Float64Array(count * count);
  const unit = new Float64Array(count);
  for (let i = 0; i < own; i++) {
    for (let channel = 0; channel < channels; channel++) unit[flat(channel, i)] = 1;
    const { gradient } = pass(unit);
    for (let channel = 0; channel < channels; channel++) {
      const row = flat(channel, i);
      for (let j = 0; j < own; j++) {
        const column = flat(channel, j);
        hessian[row * count + column] = gradient[column] as number;
      }
    }
    unit.fill(0);
  }
  return hessian;
}

function ofPiece(pass: NetworkPass, parameters: Float64Array): Float64Array {
  const count = parameters.length;
  const gates = pass(parameters).outputs.map(({ data }) =>
    Uint8Array.from(data, (value) => (value > 0 ? 1 : 0)),
  );
  const hessian = new Float64Array(count * count);
  const moved = parameters.slice();
  for (let i = 0; i < count; i++) {
    const value = parameters[i] as number;
    moved[i] = value + 1;
    const ahead = pass(moved, gates).gradient.slice();
    moved[i] = value - 1;
    const { gradient } = pass(moved, gates);
    moved[i] = value;
    // Half goes to each of the two places where the pair stands: rounding leaves them unlike.
    for (let j = 0; j < count; j++) {
      const quarter = ((ahead[j] as number) - (gradient[j] as number)) / 4;
      hessian[i * count + j] = (hessian[i * count + j] as number) + quarter;
      hessian[j * count + i] = (hessian[j * count + i] as number) + quarter;
    }
  }
  return hessian;
}
