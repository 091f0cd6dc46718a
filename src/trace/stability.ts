import type { Training } from "../model/training";
import { lossModes } from "./lossModes";
import { readableBasis } from "./readableBasis";
import { steepestBend } from "./steepestBend";
import type { TrainingPlan } from "./trainingPlan";

/** What the data say of a training before it runs: which rates converge, and what can be learned at all. */
export interface Stability {
  /** Of the loss's Hessian, ascending, one for each parameter; with a ReLU and over 64 parameters the last one alone. */
  readonly eigenvalues: Float64Array;
  /** How many of the `count` parameters the data pin down: directions that change the loss. Null where it isn't looked at. */
  readonly rank: number | null;
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
/** Parameters of a network with a ReLU, whose every pair is still looked at within a frame or two. */
const MOST_PAIRED = 64;
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
  const count = parameters.length;
  if (local && count > MOST_PAIRED) {
    const steepest = steepestBend(plan.problem, parameters);
    const eigenvalues = Float64Array.of(steepest);
    return { eigenvalues, rank: null, count, ...ratesOf(plan.training, steepest, null), untaught: [], local };
  }
  const { values, directions } = lossModes(plan, parameters);
  const steepest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const rounding = steepest * (local ? LOCAL_ROUNDING : ROUNDING);
  const flat = directions.filter((_, i) => Math.abs(values[i] as number) <= rounding);
  const bends = values.filter((value) => value > rounding);
  const [largest = 0, least = 0] = [bends.at(-1), bends[0]];
  return {
    eigenvalues: values,
    rank: count - flat.length,
    count,
    ...ratesOf(plan.training, largest, local ? null : least),
    untaught: readableBasis(flat).slice(0, MOST_UNTAUGHT),
    local,
  };
}

/** @param least null where the loss bends otherwise elsewhere, so that no rate is the fastest for long */
function ratesOf({ optimizer, momentum }: Training, largest: number, least: number | null) {
  const exists = largest > 0 && optimizer !== "adam";
  const reach = optimizer === "momentum" ? 1 + momentum : 1;
  return {
    largestRate: exists ? (2 * reach) / largest : null,
    fastestRate: exists && optimizer === "sgd" && least !== null ? 2 / (largest + least) : null,
  };
}
