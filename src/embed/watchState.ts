import type { AppState, AppStore } from "../store/appStore";
import { currentStep } from "../store/playbackSlice";
import { stateOf, type WidgetState } from "./widgetState";

interface Listeners {
  readonly onChange?: ((state: WidgetState) => void) | undefined;
  readonly onStep?: ((step: number) => void) | undefined;
}

const SAID = [
  "history",
  "view",
  "position",
  "speed",
  "notation",
  "chosen",
  "theme",
  "language",
  "ui",
  "hidden",
  "locked",
] as const;

/** Tells of every whole step, and at rest, once for all that happens in one task, of the state. */
export function watchState(store: AppStore, listeners: () => Listeners): () => void {
  let said = JSON.stringify(stateOf(store));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    waiting = undefined;
    if (store.getState().playing) return;
    const state = stateOf(store);
    const text = JSON.stringify(state);
    if (text === said) return;
    said = text;
    listeners().onChange?.(state);
  };
  const stop = store.subscribe((state, before) => {
    const step = currentStep(state);
    if (step !== currentStep(before)) listeners().onStep?.(step);
    if (!state.playing && (before.playing || saysMore(state, before))) waiting ??= setTimeout(tell);
  });
  return () => {
    clearTimeout(waiting);
    stop();
  };
}

function saysMore(state: AppState, before: AppState): boolean {
  return SAID.some((name) => state[name] !== before[name]);
}
