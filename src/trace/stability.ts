import type { Training } from "../model/training";
import { lossModes } from "./lossModes";
import { readableBasis } from "./readableBasis";
import type { TrainingPlan } from "./trainingPlan";

/** What the data say of a training before it runs: which rates converge, and what can be learned at all. */
export interface Stability {
  /** Of the loss's Hessian, ascending, one for each parameter. */
  readonly eigenvalues: Float64Array;
  /** How many of the `count` parameters the data pin down: independent directions that change the loss. */
  readonly rank: number;
  readonly count: number;
  /** Below it every direction shrinks: 2(1 + momentum)/λmax. Null where nothing says so: Adam, or a loss that is flat. */
  readonly largestRate: number | null;
  /** The rate at which plain descent's slowest direction is fastest: 2/(λmax + least λ > 0). Null for other optimisers. */
  readonly fastestRate: number | null;
  /** Unit directions of the parameters that leave the loss as it is; at most 4. */
  readonly untaught: readonly Float64Array[];
  /** With a ReLU all of this holds near the weights it was computed at, and only there; then no rate is the fastest. */
  readonly local: boolean;
}

const MOST_UNTAUGHT = 4;
/** Shares of the largest eigenvalue under which one is rounding: of exact second derivatives, and of differences. */
const ROUNDING = 1e-10;
const LOCAL_ROUNDING = 1e-9;

const known = new WeakMap<TrainingPlan, WeakMap<Float64Array, Stability>>();

/**
 * Computed once for each plan, and for a network with a ReLU once for each array of weights.
 *
 * @param parameters where to look at a network with a ReLU; one layer is alike everywhere
 * @see https://doi.org/10.23915/distill.00006 (Goh, Why Momentum Really Works) for the rates
 */
export function stabilityOf(plan: TrainingPlan, parameters = plan.start): Stability {
  const local = plan.problem.network.length > 1;
  const key = local ? parameters : plan.start;
  const ofPlan = known.get(plan) ?? new WeakMap<Float64Array, Stability>();
  known.set(plan, ofPlan);
  const stability = ofPlan.get(key) ?? judged(plan, key, local);
  ofPlan.set(key, stability);
  return stability;
}

function judged(plan: TrainingPlan, parameters: Float64Array, local: boolean): Stability {
  const { values, directions } = lossModes(plan, parameters);
  const steepest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const rounding = steepest * (local ? LOCAL_ROUNDING : ROUNDING);
  const isFlat = (value: number) => Math.abs(value) <= rounding;
  const largest = values.at(-1) ?? 0;
  const least = values.find((value) => value > 0 && !isFlat(value)) ?? largest;
  const bends = largest > 0 && !isFlat(largest);
  const flat = directions.filter((_, i) => isFlat(values[i] as number));
  return {
    eigenvalues: values,
    rank: values.length - flat.length,
    count: values.length,
    largestRate: bends ? largestRate(plan.training, largest) : null,
    fastestRate: bends && !local && plan.training.optimizer === "sgd" ? 2 / (largest + least) : null,
    untaught: readableBasis(flat).slice(0, MOST_UNTAUGHT),
    local,
  };
}

function largestRate({ optimizer, momentum }: Training, steepest: number): number | null {
  if (optimizer === "adam") return null;
  return (2 * (1 + (optimizer === "momentum" ? momentum : 0))) / steepest;
}
