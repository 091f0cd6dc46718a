import { useId } from "react";
import type { TrainingRun } from "../engine/trainingRun";
import { currentUpdate } from "../store/learnStore";
import { useText } from "./i18n";
import { useLearn, useLearnStore } from "./LearnContext";
import { lossText } from "./lossText";
import { useApp, useAppStore } from "./StoreContext";

const INTERVALS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
/** More lines than this are no report. */
const MOST_LINES = 50;

/** The loss of every so many steps, as a training loop prints it: that of step n is computed before its update. */
export function LossReport() {
  const t = useText();
  const app = useAppStore();
  const learn = useLearnStore();
  const heading = useId();
  const { run, wanted } = useLearn((state) => ({ run: state.run, wanted: state.reportEvery }));
  const update = useApp((state) => currentUpdate(state, learn.getState()));
  if (!run) return null;
  const offered = intervalsFor(run.options.steps);
  const every = offered.find((interval) => interval >= wanted) ?? offered.at(-1) ?? 1;
  return (
    <section className="panel-section" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 className="panel-heading" id={heading}>
          {t("learn.report")}
        </h2>
        <select
          className="choice report-every"
          aria-label={t("learn.report.every")}
          value={every}
          onChange={(event) => learn.getState().set({ reportEvery: Number(event.currentTarget.value) })}
        >
          {offered.map((interval) => (
            <option key={interval} value={interval}>
              {t("learn.report.interval", { count: interval })}
            </option>
          ))}
        </select>
      </div>
      <ol className="report">
        {stepsIn(run, every).map((step) => (
          <li key={step}>
            <button
              type="button"
              className="report-line"
              aria-current={step === update ? "step" : undefined}
              onClick={() => app.getState().seek(step)}
            >
              {t("learn.report.line", { step })}
              <b>{lossText(run.losses[step - 1] ?? 0)}</b>
            </button>
          </li>
        ))}
      </ol>
      <p className="row-note">{t("learn.report.note")}</p>
    </section>
  );
}

/** Those that leave a report to be read at one glance, the first of all among them where it does. */
function intervalsFor(steps: number): readonly number[] {
  return INTERVALS.filter((interval) => {
    const lines = steps / interval;
    return lines <= MOST_LINES && (lines >= 1 || interval === 1);
  });
}

function stepsIn({ losses, options, done }: TrainingRun, every: number): readonly number[] {
  // The last step is over when its update is made.
  const last = Math.min(options.steps, losses.length, Math.max(done, 1));
  return Array.from({ length: Math.floor(last / every) }, (_, i) => (i + 1) * every);
}
