import { networkPass } from "../core/networkPass";
import { createRandom } from "../core/random";
import { symmetricEigen } from "../core/symmetricEigen";
import type { TrainingTask } from "./trainingPlan";

/** Directions of a growing space in which the steepest is looked for: enough for three digits of it. */
const DIRECTIONS = 24;
/** Step of the differences, which in a network of two layers are exact but for its square. */
const STEP = 1e-4;

/**
 * The largest eigenvalue of the loss's Hessian without the Hessian, by Lanczos's method: for networks with too many
 * parameters to look at every pair of them. Every ReLU stays as it is at `parameters`.
 *
 * @see https://en.wikipedia.org/wiki/Lanczos_algorithm
 */
export function steepestBend(task: TrainingTask, parameters: Float64Array): number {
  const pass = networkPass(task);
  const gates = pass(parameters).outputs.map(({ data }) => Uint8Array.from(data, (sum) => (sum > 0 ? 1 : 0)));
  const slopesAt = (direction: Float64Array, step: number) =>
    pass(
      parameters.map((value, i) => value + step * (direction[i] as number)),
      gates,
    ).gradient.slice();
  const bend = (direction: Float64Array) => {
    const behind = slopesAt(direction, -STEP);
    return slopesAt(direction, STEP).map((slope, i) => (slope - (behind[i] as number)) / (2 * STEP));
  };

  const random = createRandom(1);
  const basis: Float64Array[] = [];
  const bent: Float64Array[] = [];
  let next = unit(parameters.map(() => random() - 0.5));
  while (next && basis.length < Math.min(DIRECTIONS, parameters.length)) {
    const image = bend(next);
    basis.push(next);
    bent.push(image);
    next = unit(apart(apart(image, basis), basis));
  }
  const size = basis.length;
  const seen = Float64Array.from({ length: size * size }, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    // A difference is a little askew: both halves count.
    return (entry(basis, bent, i, j) + entry(basis, bent, j, i)) / 2;
  });
  return symmetricEigen(seen, size).values.at(-1) ?? 0;
}

function entry(basis: readonly Float64Array[], bent: readonly Float64Array[], i: number, j: number): number {
  return dot(basis[i] as Float64Array, bent[j] as Float64Array);
}

/** What of a vector is at right angles to the basis. */
function apart(vector: Float64Array, basis: readonly Float64Array[]): Float64Array {
  return basis.reduce((rest, direction) => {
    const share = dot(rest, direction);
    return rest.map((value, i) => value - share * (direction[i] as number));
  }, vector);
}

/** Null for a vector that is nothing. */
function unit(vector: Float64Array): Float64Array | null {
  const length = Math.sqrt(dot(vector, vector));
  return length > 1e-12 ? vector.map((value) => value / length) : null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
