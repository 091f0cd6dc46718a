import { useRef } from "react";
import { useText } from "./i18n";
import { useLearn, useLearnStore } from "./LearnContext";
import "./learn.css";
import { RateWarning } from "./RateWarning";
import { useLasting } from "./useLasting";

/** A run that is over sooner shows no progress. */
const PATIENCE = 400;

/** Above the figure, while there is something to say: how far a long run is, or how it failed. */
export function LearnStatus() {
  const place = useRef<HTMLDivElement>(null);
  const ended = useLearn((state) => state.run?.ended);
  const isLong = useLasting(ended === "running", PATIENCE);
  // The button that was pressed goes: the focus stays where it stood.
  const onActed = () => place.current?.focus();
  return (
    <div ref={place} tabIndex={-1} className="learn-status-place">
      {ended === "running" && isLong && <RunProgress onActed={onActed} />}
      {(ended === "cancelled" || ended === "failed") && <RunEnd ended={ended} />}
      {(ended === "finished" || ended === "diverged") && <RateWarning onActed={onActed} />}
    </div>
  );
}

function RunProgress({ onActed }: { readonly onActed: () => void }) {
  const t = useText();
  const store = useLearnStore();
  const { done, steps } = useLearn(({ run }) => ({ done: run?.done ?? 0, steps: run?.options.steps ?? 1 }));
  const label = t("learn.running", { done, steps });
  return (
    <div className="notice learn-status">
      <p>{label}</p>
      <progress aria-label={label} max={steps} value={done} />
      <button
        type="button"
        className="button"
        onClick={() => {
          store.getState().cancel();
          onActed();
        }}
      >
        {t("learn.cancel")}
      </button>
    </div>
  );
}

function RunEnd({ ended }: { readonly ended: "cancelled" | "failed" }) {
  const t = useText();
  const done = useLearn(({ run }) => run?.done ?? 0);
  return (
    <div className="notice learn-status">
      <p>{t(`learn.${ended}`, { done })}</p>
    </div>
  );
}
