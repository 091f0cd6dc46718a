import { lossHessian } from "../core/hessian";
import { parameterCount } from "../core/network";
import { symmetricEigen } from "../core/symmetricEigen";

/** Share of the largest eigenvalue below which one is rounding. */
const ROUNDING = 1e-10;

/**
 * The learning rate at which the slowest direction of plain descent shrinks fastest, 2/(λmax + least λ > 0) of the loss's
 * Hessian: three digits of it, rounded down, so that it stays below the largest stable rate. For one linear layer.
 *
 * @returns null where the loss is flat
 */
export function fastestRate(task: Parameters<typeof lossHessian>[0]): number | null {
  const count = parameterCount(task.network);
  const { values } = symmetricEigen(lossHessian(task, new Float64Array(count)), count);
  const largest = values.at(-1) ?? 0;
  const least = values.find((value) => value > largest * ROUNDING);
  if (!(largest > 0) || least === undefined) return null;
  return roundedDown(2 / (largest + least));
}

function roundedDown(rate: number): number {
  const near = Number(rate.toPrecision(3));
  if (near <= rate) return near;
  const unit = 10 ** (Math.floor(Math.log10(rate)) - 2);
  return Number((near - unit).toPrecision(3));
}
