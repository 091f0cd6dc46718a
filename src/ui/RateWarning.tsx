import type { TrainingRun } from "../engine/trainingRun";
import { formatNumber } from "../model/formatNumber";
import { setTraining } from "../model/trainingCommands";
import type { Stability } from "../trace/stability";
import type { TrainingPlan } from "../trace/trainingPlan";
import { type Text, useText } from "./i18n";
import { useLearn } from "./LearnContext";
import { lossText } from "./lossText";
import { useAppStore } from "./StoreContext";
import { useStability } from "./useStability";

/** A part of the limit that is safely below it, where no rate is the fastest. */
const SAFE = 0.9;

/** That the loss grew instead of falling, how that comes about, and a rate that works. */
export function RateWarning({ onActed }: { readonly onActed: () => void }) {
  const t = useText();
  const store = useAppStore();
  const { plan, run } = useLearn((state) => ({ plan: state.plan, run: state.run }));
  const stability = useStability();
  if (!plan || !run || !stability || !hasGrown(run)) return null;
  const rate = rateOffered(plan, stability);
  return (
    <div className="notice learn-status">
      <p>
        {whatHappened(t, run)} {why(t, plan, stability)}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => {
          store.getState().edit(setTraining({ learningRate: rate }));
          onActed();
        }}
      >
        {t("learn.useRate", { rate: formatNumber(rate) })}
      </button>
    </div>
  );
}

function hasGrown({ ended, losses }: TrainingRun): boolean {
  const [first = 0] = losses;
  return ended === "diverged" || (ended === "finished" && (losses.at(-1) ?? 0) > first);
}

function whatHappened(t: Text, { ended, losses, done }: TrainingRun): string {
  const last = losses.at(-1) ?? 0;
  const values = { done, first: lossText(losses[0] ?? 0), last: lossText(last) };
  if (ended !== "diverged") return t("learn.grown", values);
  return t(Number.isFinite(last) ? "learn.diverged" : "learn.overflow", values);
}

function why(t: Text, { training }: TrainingPlan, { largestRate, eigenvalues, local }: Stability): string {
  const { learningRate, optimizer } = training;
  if (largestRate === null || learningRate <= largestRate) return t("learn.grown.smaller");
  const values = { rate: formatNumber(learningRate), limit: formatNumber(largestRate) };
  if (optimizer !== "sgd" || local) return t("learn.grown.limit", values);
  const factor = 1 - learningRate * (eigenvalues.at(-1) ?? 0);
  return t("learn.grown.factor", { ...values, factor: formatNumber(factor) });
}

/** The fastest rate, else one below the limit, else a tenth of the present one. */
function rateOffered({ training }: TrainingPlan, { fastestRate, largestRate }: Stability): number {
  if (fastestRate !== null) return fastestRate;
  const safe = (largestRate ?? Number.POSITIVE_INFINITY) * SAFE;
  const below = safe < training.learningRate ? safe : training.learningRate / 10;
  return Number(below.toPrecision(2));
}
