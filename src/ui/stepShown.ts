import { parametersAt } from "../engine/trainingRun";
import { learnMomentAt, scanIndex } from "../scene/learnMoment";
import {
  blameEquation,
  compareEquation,
  predictEquation,
  type StepEquation,
  type StepFocus,
  startEquation,
  updateEquation,
} from "../scene/stepEquation";
import type { AppState } from "../store/appStore";
import type { LearnState, LearnTarget } from "../store/learnStore";
import { stepMilliseconds } from "../store/playbackSlice";
import { parameterPlaces } from "../trace/parameterPlaces";
import { trainingFacts } from "../trace/trainingFacts";
import type { TrainingPlan } from "../trace/trainingPlan";

/** Of so few weights the update shows them all. */
const FEW = 2;
/** Faster than this, in milliseconds a step, its parts would flicker. */
const SHORTEST_PARTS = 1000;

/** What the equation says now: of the cell or weight that is lit, else of the part of the step that is under way. */
export function stepShown(app: AppState, learn: LearnState): StepEquation | null {
  const { plan, run } = learn;
  if (!plan || !run) return null;
  const isFast = app.playing && stepMilliseconds(app) < SHORTEST_PARTS;
  const moment = learnMomentAt(isFast ? Math.floor(app.position) : app.position, run.done);
  const shown = parametersIn(plan, learn);
  const about = (update: number): Omit<StepFocus, "cell" | "parameters"> => {
    const before = parametersAt(run, update);
    const after = update < run.done ? parametersAt(run, update + 1) : null;
    return { step: update + 1, facts: trainingFacts(plan, before), before, after };
  };
  const now = about(moment.update);
  const cellAt = (index: number): StepFocus["cell"] => {
    const columns = now.facts.errors.shape[3] ?? 1;
    return [learn.channel, Math.floor(index / columns), index % columns];
  };
  const cells = now.facts.errors.data.length / plan.channels;

  const lit = litParameter(plan, learn);
  const litCell = cellOf(learn.hovered, learn.channel);
  const scanned = cellAt(moment.part === "rest" ? 0 : scanIndex(moment, cells));
  const focus: StepFocus = {
    ...now,
    cell: litCell ?? scanned,
    parameters: lit === null ? shown : [lit],
  };
  if (litCell)
    return learn.hovered?.grid === "prediction" ? predictEquation(plan, focus) : compareEquation(plan, focus);
  switch (moment.part) {
    case "predict":
      return lit === null ? predictEquation(plan, focus) : blameEquation(plan, focus);
    case "compare":
      return lit === null ? compareEquation(plan, focus) : blameEquation(plan, focus);
    case "blame": {
      const at = shown[scanIndex(moment, shown.length)] ?? 0;
      return blameEquation(plan, { ...focus, parameters: [lit ?? at] });
    }
    case "update":
      return updateEquation(plan, { ...focus, parameters: fewOf(focus) });
    case "rest": {
      if (lit !== null) return blameEquation(plan, focus);
      if (moment.update === 0) return startEquation(plan, now);
      // At rest the step before has just been made.
      const made = { ...focus, ...about(moment.update - 1) };
      return updateEquation(plan, { ...made, parameters: fewOf(made) });
    }
  }
}

/** All of them where they are few, else the one that is pulled hardest. */
function fewOf({ parameters, facts }: StepFocus): readonly number[] {
  if (parameters.length <= FEW) return parameters;
  const pull = (index: number) => Math.abs(facts.gradient[index] ?? 0);
  return [parameters.reduce((most, index) => (pull(index) > pull(most) ? index : most))];
}

/** The parameters on screen, in the order in which the figure lights them. */
function parametersIn(plan: TrainingPlan, { channel, hiddenChannel }: LearnState): readonly number[] {
  const first = plan.training.hidden > 0 ? hiddenChannel : channel;
  return parameterPlaces(plan).flatMap(({ layer, out }, i) =>
    out === (layer === 0 ? first : channel) ? [i] : [],
  );
}

function litParameter(plan: TrainingPlan, learn: LearnState): number | null {
  const { hovered } = learn;
  if (!hovered) return learn.selected;
  const shown = parametersIn(plan, learn);
  const places = parameterPlaces(plan);
  const found = shown.find((index) => {
    const place = places[index];
    if (place?.kind !== "weight") return false;
    if (hovered.grid === "kernel") {
      return place.layer === 0 && place.row === hovered.row && place.column === hovered.column;
    }
    return hovered.grid === "mixing" && place.layer === 1 && place.in === hovered.column;
  });
  return found ?? null;
}

function cellOf(hovered: LearnTarget | null, channel: number): StepFocus["cell"] | null {
  if (!hovered || !["prediction", "target", "error"].includes(hovered.grid)) return null;
  return [channel, hovered.row, hovered.column];
}
