import { type CSSProperties, type KeyboardEvent, useRef } from "react";
import { formatNumber } from "../model/formatNumber";
import { setTraining } from "../model/trainingCommands";
import { useText } from "./i18n";
import { advanceRate, placeOfRate, RATE_PLACES, type RateScale, rateAtPlace } from "./rateScale";
import { useAppStore } from "./StoreContext";

interface RateSliderProps {
  readonly scale: RateScale;
  readonly rate: number;
  readonly fastest: number | null;
  /** The largest stable rate: the track is another one beyond it. */
  readonly limit: number | null;
}

/** The learning rate on a logarithmic scale. A drag shows each rate at once and is one undo step. */
export function RateSlider({ scale, rate, fastest, limit }: RateSliderProps) {
  const t = useText();
  const store = useAppStore();
  const dragging = useRef(false);
  const shown = formatNumber(rate);
  const share = (value: number) => placeOfRate(scale, value) / RATE_PLACES;

  const put = (value: number) => {
    const command = setTraining({ learningRate: value });
    const { edit, preview } = store.getState();
    if (dragging.current) preview(command);
    else edit(command);
  };
  const onPointerEnd = () => {
    dragging.current = false;
    store.getState().commitPreview();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = rateForKey(event.key, rate, scale);
    if (next === null) return;
    event.preventDefault();
    put(Math.max(scale.min, Math.min(next, scale.max)));
  };
  const valueText = () => {
    if (limit === null) return shown;
    const values = { rate: shown, limit: formatNumber(limit) };
    return t(rate < limit ? "learn.rate.below" : rate > limit ? "learn.rate.above" : "learn.rate.at", values);
  };

  return (
    <div
      className={limit === null ? "rate-track" : "rate-track limited"}
      style={{ "--limit": limit === null ? 1 : share(limit) } as CSSProperties}
    >
      <input
        type="range"
        className="step-slider rate-slider"
        aria-label={t("learn.rate.slider")}
        aria-valuetext={valueText()}
        min={0}
        max={RATE_PLACES}
        step="any"
        value={placeOfRate(scale, rate)}
        onPointerDown={() => {
          dragging.current = true;
        }}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onChange={(event) => put(rateAtPlace(scale, event.currentTarget.valueAsNumber))}
        onKeyDown={onKeyDown}
      />
      {fastest !== null && <RateTick name="fastest" share={share(fastest)} />}
      {limit !== null && <RateTick name="limit" share={share(limit)} />}
    </div>
  );
}

function RateTick({ name, share }: { readonly name: "fastest" | "limit"; readonly share: number }) {
  return <span className={`rate-tick ${name}`} style={{ "--share": share } as CSSProperties} />;
}

function rateForKey(key: string, rate: number, { min, max }: RateScale): number | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return advanceRate(rate, 1);
    case "ArrowLeft":
    case "ArrowDown":
      return advanceRate(rate, -1);
    case "PageUp":
      return advanceRate(rate, 10);
    case "PageDown":
      return advanceRate(rate, -10);
    case "Home":
      return min;
    case "End":
      return max;
    default:
      return null;
  }
}
