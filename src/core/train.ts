import { requireParameters } from "./network";
import { type NetworkPass, networkPass } from "./networkPass";
import { createOptimizer, type Optimizer } from "./optimizer";
import { requireIntegers } from "./requireIntegers";
import type { SquaredErrorProblem } from "./squaredError";

export interface TrainOptions extends SquaredErrorProblem {
  /** Where to start: flat, as in `layerParameters`. */
  readonly parameters: Float64Array;
  readonly optimizer: Optimizer;
  readonly learningRate: number;
  /** Number of updates. */
  readonly steps: number;
}

export interface TrainStep {
  /** 1 for the first update. */
  readonly step: number;
  /** Before the update. */
  readonly loss: number;
  /** Before the update. */
  readonly gradient: Float64Array;
  /** After the update; a copy that later steps leave alone. */
  readonly parameters: Float64Array;
}

/**
 * Trains a network to give the target, one update after the other. Nothing is computed before it is asked for. A training
 * that diverges goes on to numbers that are not finite: stopping is for whoever asks.
 *
 * @throws RangeError at once as `lossPass`, or if the number of parameters is wrong, the learning rate is not finite or the
 *   number of steps is not a whole number ≥ 0
 */
export function train(options: TrainOptions): IterableIterator<TrainStep> {
  const { network, parameters, learningRate, steps } = options;
  requireIntegers({ steps }, 0);
  if (!Number.isFinite(learningRate))
    throw new RangeError(`learningRate must be a finite number, got ${learningRate}`);
  const pass = networkPass(options);
  requireParameters(network, parameters);
  return updates(options, pass);
}

function* updates(options: TrainOptions, pass: NetworkPass): Generator<TrainStep, undefined, undefined> {
  const { optimizer, learningRate, steps } = options;
  const update = createOptimizer(optimizer, learningRate, options.parameters.length);
  let parameters = options.parameters;
  for (let step = 1; step <= steps; step++) {
    const { loss, gradient } = pass(parameters);
    parameters = update(parameters, gradient);
    yield { step, loss, gradient: gradient.slice(), parameters };
  }
}
