import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import type { AppState } from "../store/appStore";
import { lastStep } from "../store/playbackSlice";
import { useText } from "./i18n";
import { useAppStore } from "./StoreContext";

export interface StepSliderProps {
  readonly step: number;
  readonly last: number;
}

/**
 * Scrubs through the steps: continuously under the pointer, in whole steps by keys. Frames between whole steps move
 * the thumb in the DOM, past React.
 */
export function StepSlider({ step, last }: StepSliderProps) {
  const text = useText();
  const store = useAppStore();
  const slider = useRef<HTMLInputElement>(null);
  const dragging = useRef(false);

  useLayoutEffect(() => {
    const move = () => slider.current && showPosition(slider.current, store.getState());
    move();
    return store.subscribe((state, before) => {
      if (state.position !== before.position || lastStep(state) !== lastStep(before)) move();
    });
  }, [store]);
  // The browser has clamped the value to the old end.
  useLayoutEffect(() => {
    if (slider.current) showPosition(slider.current, store.getState());
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = keyMove(event.key, store.getState());
    if (!move) return;
    event.preventDefault();
    move();
  };
  // A drag ends on a whole step: between two, nothing on the page belongs to a single output.
  const onPointerEnd = () => {
    dragging.current = false;
    store.getState().seek(Math.round(store.getState().position));
  };

  return (
    <input
      ref={slider}
      type="range"
      className="step-slider"
      aria-label={text("transport.step")}
      aria-valuetext={text("transport.stepOf", { step: step + 1, total: last + 1 })}
      min={0}
      max={last}
      step="any"
      defaultValue={0}
      onPointerDown={() => {
        dragging.current = true;
      }}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onChange={(event) => {
        const position = event.currentTarget.valueAsNumber;
        store.getState().seek(dragging.current ? position : Math.round(position));
      }}
      onKeyDown={onKeyDown}
    />
  );
}

/** Places of the thumb along its track: finer ones nobody sees, and each has the browser lay the slider out. */
const PLACES = 1000;

function showPosition(slider: HTMLInputElement, state: AppState): void {
  const last = lastStep(state);
  const position = Math.min(state.position, last);
  const share = last > 0 ? Math.round((PLACES * position) / last) / PLACES : 1;
  const shown = Number.isInteger(position) ? position : share * last;
  // Under the pointer it stands right already, finer than a place.
  if (slider.valueAsNumber !== position && slider.valueAsNumber !== shown) slider.value = String(shown);
  const progress = `${100 * share}%`;
  if (slider.style.getPropertyValue("--progress") !== progress)
    slider.style.setProperty("--progress", progress);
}

/** What a key does to time, on whatever scrubs through it. */
export function keyMove(key: string, state: AppState): (() => void) | null {
  const page = Math.max(1, Math.round(lastStep(state) / 10));
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return () => state.stepBy(1);
    case "ArrowLeft":
    case "ArrowDown":
      return () => state.stepBy(-1);
    case "PageUp":
      return () => state.seek(Math.round(state.position) + page);
    case "PageDown":
      return () => state.seek(Math.round(state.position) - page);
    case "Home":
      return () => state.seek(0);
    case "End":
      return () => state.seek(lastStep(state));
    default:
      return null;
  }
}
