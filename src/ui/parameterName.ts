import { parameterPlaces } from "../trace/parameterPlaces";
import type { TrainingPlan } from "../trace/trainingPlan";

/** What a parameter of a single layer is called, by its flat index: W[0, 1], or b; with its channel where there are several. */
export function parameterName(plan: TrainingPlan, index: number): string {
  const place = parameterPlaces(plan)[index];
  if (!place) return "";
  const channel = plan.channels > 1 ? String(place.out) : "";
  return place.kind === "bias" ? `b${channel}` : `W${channel}[${place.row}, ${place.column}]`;
}
