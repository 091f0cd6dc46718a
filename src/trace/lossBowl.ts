import type { LossPass } from "../core/squaredError";
import { lossModes } from "./lossModes";
import { trainingFacts } from "./trainingFacts";
import type { TrainingPlan } from "./trainingPlan";

/** How the loss bends along a unit direction. */
export interface BowlAxis {
  /** Second derivative, never negative. */
  readonly value: number;
  readonly direction: readonly [number, number];
  /** Whether the loss is the same all along it. */
  readonly flat: boolean;
}

/** The loss of one layer with two parameters: half a quadratic form around its least value. */
export interface LossBowl {
  /** Where the loss is least; where that is a line, the point of it that is nearest to the start. */
  readonly minimum: readonly [number, number];
  readonly least: number;
  /** The flattest first. */
  readonly axes: readonly [BowlAxis, BowlAxis];
}

/** Share of the largest second derivative under which one is rounding. */
const ROUNDING = 1e-10;

const known = new WeakMap<TrainingPlan, LossBowl | null>();

/** The bowl of a plan; null where it has another number of parameters than two, or a layer that bends. */
export function lossBowlOf(plan: TrainingPlan): LossBowl | null {
  const cached = known.get(plan);
  if (cached !== undefined) return cached;
  const bowl = plan.start.length === 2 && plan.problem.network.length === 1 ? bowlOf(plan) : null;
  known.set(plan, bowl);
  return bowl;
}

/** The bowl's loss at a pair of weights. */
export function bowlLoss({ minimum, least, axes }: LossBowl, [a, b]: readonly [number, number]): number {
  return axes.reduce((loss, { value, direction, flat }) => {
    const along = (a - minimum[0]) * direction[0] + (b - minimum[1]) * direction[1];
    return flat ? loss : loss + (value * along * along) / 2;
  }, least);
}

function bowlOf(plan: TrainingPlan): LossBowl {
  const { values, directions } = lossModes(plan, plan.start);
  const steepest = values[1] as number;
  const axisAt = (i: number): BowlAxis => {
    const value = Math.max(0, values[i] as number);
    const [x = 0, y = 0] = directions[i] ?? [];
    return { value, direction: [x, y], flat: value <= ROUNDING * steepest };
  };
  const axes = [axisAt(0), axisAt(1)] as const;
  const minimum = clean(minimumFrom(plan.start, trainingFacts(plan, plan.start), axes));
  const facts = trainingFacts(plan, Float64Array.from(minimum));
  return { minimum, least: facts.loss, axes };
}

/** From any point one step of Newton's leads to the least loss of a quadratic form. */
function minimumFrom(
  start: Float64Array,
  { gradient }: LossPass,
  axes: readonly BowlAxis[],
): readonly [number, number] {
  const [down = 0, right = 0] = gradient;
  let [a = 0, b = 0] = start;
  for (const { value, direction, flat } of axes) {
    if (flat) continue;
    const slope = down * direction[0] + right * direction[1];
    a -= (slope / value) * direction[0];
    b -= (slope / value) * direction[1];
  }
  return [a, b];
}

/** Without what rounding has left on numbers that are short. */
function clean([a, b]: readonly [number, number]): readonly [number, number] {
  const short = (value: number) => {
    const rounded = Math.round(value * 1e9) / 1e9;
    return Math.abs(value - rounded) < 1e-12 ? rounded + 0 : value;
  };
  return [short(a), short(b)];
}
