import { type LossPass, lossPass } from "../core/squaredError";
import type { TrainingPlan } from "./trainingPlan";

const known = new WeakMap<TrainingPlan, WeakMap<Float64Array, LossPass>>();

/** Prediction, errors, loss and gradient of one set of weights, computed once for each array. */
export function trainingFacts(plan: TrainingPlan, parameters: Float64Array): LossPass {
  const ofPlan = known.get(plan) ?? new WeakMap<Float64Array, LossPass>();
  known.set(plan, ofPlan);
  const facts = ofPlan.get(parameters) ?? lossPass(plan.problem, parameters);
  ofPlan.set(parameters, facts);
  return facts;
}
