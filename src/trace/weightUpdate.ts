/** One parameter's update in numbers: after = before − learningRate · direction. */
export interface WeightUpdate {
  readonly before: number;
  readonly gradient: number;
  readonly learningRate: number;
  /** What the optimiser makes of the gradient: the gradient itself in plain descent. */
  readonly direction: number;
  readonly after: number;
}

/**
 * @param before all parameters before the update
 * @param after all parameters after it
 * @param gradient of the loss with `before`
 * @param index of the parameter in the three
 */
export function updateOf(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  gradient: ArrayLike<number>,
  learningRate: number,
  index: number,
): WeightUpdate {
  const [from = 0, to = 0, slope = 0] = [before[index], after[index], gradient[index]];
  const moved = (from - to) / learningRate;
  // What the two rounded weights leave open: within it, the direction is the gradient.
  const rounding = (4 * Number.EPSILON * (Math.abs(from) + Math.abs(to)) + Number.MIN_VALUE) / learningRate;
  const direction = Math.abs(moved - slope) <= rounding ? slope : moved;
  return { before: from, gradient: slope, learningRate, direction, after: to };
}
