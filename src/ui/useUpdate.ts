import type { TrainingRun } from "../engine/trainingRun";
import { useLearn } from "./LearnContext";
import { useApp } from "./StoreContext";

/** The update on screen, as a whole number; what uses it renders once for each. */
export function useUpdate(): number {
  const done = useLearn(({ run }) => run?.done ?? 0);
  return useApp(({ position }) => Math.min(Math.floor(position), done));
}

/** The update at the right end of the charts: the last one made, or while there are more to come the last one wanted. */
export function lastUpdate({ ended, options, done }: TrainingRun): number {
  return ended === "running" ? options.steps : done;
}
