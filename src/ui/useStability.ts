import { type Stability, stabilityOf } from "../trace/stability";
import { useLearn } from "./LearnContext";

/** What the data say of the training; null while there is none that can run. */
export function useStability(): Stability | null {
  const plan = useLearn((state) => state.plan);
  return plan && stabilityOf(plan);
}
