import { useText } from "./i18n";
import { useLearn, useLearnStore } from "./LearnContext";
import "./learn.css";
import { RateWarning } from "./RateWarning";
import { useLasting } from "./useLasting";

/** A run that is over sooner shows no progress. */
const PATIENCE = 400;

/** Above the figure, while there is something to say: how far a long run is, or how it failed. */
export function LearnStatus() {
  const ended = useLearn((state) => state.run?.ended);
  const isLong = useLasting(ended === "running", PATIENCE);
  if (ended === "running") return isLong && <RunProgress />;
  if (ended === "cancelled" || ended === "failed") return <RunEnd ended={ended} />;
  return <RateWarning />;
}

function RunProgress() {
  const t = useText();
  const store = useLearnStore();
  const { done, steps } = useLearn(({ run }) => ({ done: run?.done ?? 0, steps: run?.options.steps ?? 1 }));
  const label = t("learn.running", { done, steps });
  return (
    <div className="notice learn-status">
      <p>{label}</p>
      <progress aria-label={label} max={steps} value={done} />
      <button type="button" className="button" onClick={() => store.getState().cancel()}>
        {t("learn.cancel")}
      </button>
    </div>
  );
}

function RunEnd({ ended }: { readonly ended: "cancelled" | "failed" }) {
  const t = useText();
  const done = useLearn(({ run }) => run?.done ?? 0);
  return (
    <div className="notice learn-status" role="status">
      <p>{t(`learn.${ended}`, { done })}</p>
    </div>
  );
}
