import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { defaultDocument } from "../model/defaultDocument";
import { matchLanguage, preferredLanguage } from "../model/settings";
import { addLayouts } from "../scene/layout";
import { otherLayouts } from "../scene/otherLayouts";
import { type AppStore, createAppStore } from "../store/appStore";
import { currentStep } from "../store/playbackSlice";
import { drawInTurn } from "./drawInTurn";
import { followBoxKind } from "./followBoxKind";
import { handleKeys } from "./handleKeys";
import type { ImageKind, StateChange, StepTarget } from "./messages";
import { pauseOffScreen } from "./pauseOffScreen";
import { Widget as View } from "./Widget";
import { watchState } from "./watchState";
import { applyState, stateOf, type WidgetState } from "./widgetState";
import { adoptStyles } from "./widgetStyles";

export type { ImageKind, StateChange, StepTarget, WidgetState };

export interface WidgetOptions {
  /** What to show, as the pairs of an address: `{ input: [[0, 1], [2, 3]], stride: 2, step: 4 }`. */
  readonly state?: StateChange;
  /** Address of Convscope's page, such as `/convscope/index.html`: the widget then has a link that opens the figure there. */
  readonly app?: string;
  /** Called when what is shown has changed and is at rest. */
  readonly onChange?: ((state: WidgetState) => void) | undefined;
  /** Called at every whole step, counted from 0, also while it plays. */
  readonly onStep?: ((step: number) => void) | undefined;
}

/** A figure in somebody's page. */
export interface Widget {
  /** Changes what is given; `state` is merged with what is shown. */
  readonly update: (options: WidgetOptions) => void;
  /** Takes the figure out of the page, with all that listens. */
  readonly destroy: () => void;
  readonly getState: () => WidgetState;
  /** Merges with what is shown, as one step of undo; what can't be used falls back to its default and is told in the widget. */
  readonly setState: (change: StateChange) => Promise<void>;
  readonly play: () => void;
  readonly pause: () => void;
  /** To a step, or some steps on; without an argument to the next. */
  readonly step: (target?: StepTarget) => void;
  /** The figure alone, as it stands. */
  readonly exportImage: (kind: ImageKind) => Promise<Blob>;
}

/**
 * Puts a figure into an element of any page, in a shadow root of its own: as high as the element if its height is given, else as
 * high as it needs. It leaves the page's address, storage, focus, scroll and keys alone.
 */
export function mount(element: HTMLElement, options: WidgetOptions = {}): Widget {
  const host = element.ownerDocument.createElement("div");
  // A page that resets every element resets this one too, but nothing inside.
  host.style.setProperty("display", "block", "important");
  host.style.setProperty("block-size", "100%", "important");
  element.append(host);
  const widget = mountIn(host.attachShadow({ mode: "open" }), options);
  return {
    ...widget,
    destroy: () => {
      widget.destroy();
      host.remove();
    },
  };
}

let count = 0;

/** `mount` for those who have a shadow root. */
export function mountIn(root: ShadowRoot, first: WidgetOptions): Widget {
  let options = first;
  addLayouts(otherLayouts);
  const store = createAppStore(defaultDocument);
  store.setState({ language: languageAt(root.host) });
  if (options.state) void applyState(store, options.state);
  adoptStyles(root);
  const room = root.ownerDocument.createElement("div");
  room.className = "room";
  const probe = root.ownerDocument.createElement("div");
  probe.className = "probe";
  const place = root.ownerDocument.createElement("div");
  place.style.display = "contents";
  room.append(probe, place);
  root.append(room);

  const view = createRoot(place, { identifierPrefix: `c${++count}` });
  const render = () => view.render(<View store={store} app={options.app} />);
  const stops = [
    followBoxKind(probe, (given) => room.toggleAttribute("data-fit", given)),
    handleKeys(room, store),
    pauseOffScreen(room, store),
    watchState(store, () => options),
  ];
  const drawing = drawInTurn(root.host, () => flushSync(render));
  return {
    update: ({ state, ...others }) => {
      options = { ...options, ...others };
      if (state) void applyState(store, state);
      drawing.now();
      render();
    },
    destroy: () => {
      drawing.cancel();
      for (const stop of stops) stop();
      store.getState().pause();
      view.unmount();
      room.remove();
    },
    getState: () => stateOf(store),
    setState: async (change) => {
      await applyState(store, change);
    },
    play: () => store.getState().play(),
    pause: () => store.getState().pause(),
    step: (target = { by: 1 }) => goTo(store, target),
    exportImage: async (kind) => {
      drawing.now();
      return (await import("./figureImage")).figureImage(room, kind);
    },
  };
}

function goTo(store: AppStore, target: StepTarget): void {
  const state = store.getState();
  const step = typeof target === "number" ? target : currentStep(state) + target.by;
  if (Number.isFinite(step)) state.seek(Math.round(step));
}

/** The language of the text around, if Convscope speaks it, else the reader's. */
function languageAt(host: Element) {
  const around = host.closest("[lang]")?.getAttribute("lang");
  return (around && matchLanguage(around)) || preferredLanguage(navigator.languages);
}
