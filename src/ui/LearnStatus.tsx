import type { Problem } from "../model/problems";
import { fitTarget, setTraining } from "../model/trainingCommands";
import { useProblemText, useText } from "./i18n";
import { useLearn, useLearnStore } from "./LearnContext";
import "./learn.css";
import { RateWarning } from "./RateWarning";
import { useAppStore } from "./StoreContext";
import { useLasting } from "./useLasting";

/** A run that is over sooner shows no progress. */
const PATIENCE = 400;

/** Above the figure, while there is something to say: why nothing can be learned, how far a long run is, or that it failed. */
export function LearnStatus() {
  const { problem, ended } = useLearn((state) => ({ problem: state.problem, ended: state.run?.ended }));
  const isLong = useLasting(ended === "running", PATIENCE);
  if (problem) return <ProblemNotice problem={problem} />;
  if (ended === "running") return isLong && <RunProgress />;
  if (ended === "cancelled" || ended === "failed") return <RunEnd ended={ended} />;
  return <RateWarning />;
}

function ProblemNotice({ problem }: { readonly problem: Problem }) {
  const t = useText();
  const say = useProblemText();
  const store = useAppStore();
  const fix = fixOf(problem);
  return (
    <div className="notice learn-status" role="alert">
      <p>{say(problem)}</p>
      {fix && (
        <button type="button" className="button" onClick={() => store.getState().edit(fix.command)}>
          {t(fix.key, { size: fix.size })}
        </button>
      )}
    </div>
  );
}

/** What a click can do about a problem. */
function fixOf({ code, values }: Problem) {
  if (code === "target-shape") {
    return { key: "learn.fix.target", size: String(values.needed), command: fitTarget() } as const;
  }
  const [rows = 0, columns = 0] = String(values.allowed ?? "")
    .split("×")
    .map(Number);
  if (code !== "learn-kernel-too-large" || rows < 1 || columns < 1) return null;
  const command = setTraining({ kernelSize: [rows, columns] });
  return { key: "learn.fix.kernel", size: `${rows}×${columns}`, command } as const;
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
