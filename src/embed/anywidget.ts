import type { StateChange } from "./messages";
import { mount } from "./mount";

/** What a notebook or a MyST page hands over: traits that both sides read and write. */
export interface WidgetModel {
  readonly get: (name: string) => unknown;
  readonly set: (name: string, value: unknown) => void;
  readonly on: (name: string, listener: () => void) => void;
  readonly off: (name: string, listener: () => void) => void;
  /** Pages without a kernel have nowhere to save to. */
  readonly save_changes?: () => void;
}

interface Rendering {
  readonly model: WidgetModel;
  readonly el: HTMLElement;
}

/**
 * Shows the trait `document` (pairs of an address, grids also as lists) and the trait `step` (counted from 0), and writes what
 * the reader makes of them back.
 *
 * @returns what takes the figure out again
 */
function render({ model, el }: Rendering): () => void {
  let written: Readonly<Record<string, string>> = {};
  const app = model.get("app");
  // JupyterLab hears keys before the figure does, and leaves alone those pressed under this.
  el.dataset.lmSuppressShortcuts = "true";
  const widget = mount(el, {
    state: { ...documentOf(model), ...stepOf(model) },
    ...(typeof app === "string" && { app }),
    onChange: (state) => write("document", withoutStep(state)),
    onStep: (step) => write("step", step),
  });
  const write = (name: string, value: unknown) => {
    const text = JSON.stringify(value);
    if (text === JSON.stringify(model.get(name))) return;
    written = { ...written, [name]: text };
    model.set(name, value);
    model.save_changes?.();
  };
  // Values that come back are not news.
  const follow = (name: string, change: () => StateChange) => () => {
    if (JSON.stringify(model.get(name)) !== written[name]) widget.setState(change());
  };
  const onDocument = follow("document", () => documentOf(model));
  const onStep = follow("step", () => stepOf(model));
  model.on("change:document", onDocument);
  model.on("change:step", onStep);
  return () => {
    model.off("change:document", onDocument);
    model.off("change:step", onStep);
    widget.destroy();
  };
}

function documentOf(model: WidgetModel): StateChange {
  const value = model.get("document");
  return typeof value === "object" && value !== null ? (value as StateChange) : {};
}

function stepOf(model: WidgetModel): StateChange {
  const step = model.get("step");
  return typeof step === "number" ? { step } : {};
}

function withoutStep({ step: _, ...state }: Readonly<Record<string, string>>): StateChange {
  return state;
}

export default { render };
