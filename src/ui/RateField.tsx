import { formatNumber } from "../model/formatNumber";
import { setTraining } from "../model/trainingCommands";
import { maxLearningRate } from "../model/trainingErrors";
import type { Stability } from "../trace/stability";
import { type Text, useText } from "./i18n";
import { RateSlider } from "./RateSlider";
import { advanceRate, rateScale } from "./rateScale";
import { StepperRow } from "./StepperRow";
import { useAppStore } from "./StoreContext";
import { useStability } from "./useStability";
import { useTraining } from "./useTraining";

/** The learning rate as a number and on a slider, with the rates that these data set marked on it. */
export function RateField() {
  const t = useText();
  const { learningRate } = useTraining();
  const stability = useStability();
  const scale = rateScale(stability?.largestRate ?? null);
  const note = stability && noteOf(t, stability);
  return (
    <div className="rate">
      <StepperRow
        label={t("learn.rate")}
        name={t("learn.rate")}
        value={learningRate}
        min={scale.min}
        max={maxLearningRate}
        page={10}
        advance={advanceRate}
        real
        change={setRate}
      />
      <RateSlider
        scale={scale}
        rate={learningRate}
        fastest={stability?.fastestRate ?? null}
        limit={stability?.largestRate ?? null}
      />
      <div className="rate-marks">
        <RateMark name="fastest" rate={stability?.fastestRate ?? null} />
        <RateMark name="limit" rate={stability?.largestRate ?? null} />
      </div>
      {note && <p className="row-note">{note}</p>}
    </div>
  );
}

interface RateMarkProps {
  readonly name: "fastest" | "limit";
  readonly rate: number | null;
}

/** What a mark on the slider means; a click takes its rate. */
function RateMark({ name, rate }: RateMarkProps) {
  const t = useText();
  const store = useAppStore();
  if (rate === null) return null;
  const shown = formatNumber(rate);
  const label = t(name === "limit" ? "learn.rate.useLimit" : "learn.rate.useFastest", { rate: shown });
  return (
    <button
      type="button"
      className={`rate-mark-button ${name}`}
      aria-label={label}
      title={label}
      onClick={() => store.getState().edit(setRate(rate))}
    >
      <span className="rate-sign" aria-hidden="true" />
      {t(`learn.rate.${name}`)} <b>{shown}</b>
    </button>
  );
}

function setRate(rate: number) {
  return setTraining({ learningRate: rate });
}

/** Why there is no mark, or how far the marks hold. */
function noteOf(t: Text, { eigenvalues, largestRate, local }: Stability): string | null {
  if (largestRate !== null) return local ? t("learn.rate.local") : null;
  return t(eigenvalues.every((value) => value === 0) ? "learn.rate.flat" : "learn.rate.adam");
}
