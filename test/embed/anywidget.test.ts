// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import type { WidgetOptions } from "../../src/embed/mount";

const shown = {
  options: {} as WidgetOptions,
  setState: vi.fn(),
  destroy: vi.fn(),
};

vi.mock("../../src/embed/mount", () => ({
  mount: (_: HTMLElement, options: WidgetOptions) => {
    shown.options = options;
    return { setState: shown.setState, destroy: shown.destroy };
  },
}));

const { default: notebook } = await import("../../src/embed/anywidget");

/** A notebook's model: tells its listeners of every value that is set, on both sides. */
function newModel(values: Record<string, unknown>) {
  const listeners = new Map<string, () => void>();
  return {
    values,
    listeners,
    get: (name: string) => values[name],
    set: (name: string, value: unknown) => {
      values[name] = value;
      listeners.get(`change:${name}`)?.();
    },
    on: (name: string, listener: () => void) => void listeners.set(name, listener),
    off: (name: string) => void listeners.delete(name),
  };
}

beforeEach(() => vi.clearAllMocks());

test("the figure opens with the notebook's document and step, and follows them", () => {
  const model = newModel({ document: { stride: 2 }, step: 3 });
  notebook.render({ model, el: document.createElement("div") });
  expect(shown.options.state).toEqual({ stride: 2, step: 3 });
  model.set("document", { stride: 1, input: [[1, 2]] });
  model.set("step", 5);
  expect(shown.setState.mock.calls).toEqual([[{ stride: 1, input: [[1, 2]] }], [{ step: 5 }]]);
});

test("what the reader makes of the figure comes back, without a kernel to save to, and is no news to the figure", () => {
  const model = newModel({ document: {}, step: 0 });
  notebook.render({ model, el: document.createElement("div") });
  shown.options.onStep?.(4);
  shown.options.onChange?.({ padding: "1", step: "4" });
  expect(model.values).toEqual({ document: { padding: "1" }, step: 4 });
  expect(shown.setState).not.toHaveBeenCalled();
});

test("with a kernel, each change is saved once", () => {
  const save = vi.fn();
  const model = { ...newModel({ document: {}, step: 0 }), save_changes: save };
  notebook.render({ model, el: document.createElement("div") });
  shown.options.onStep?.(4);
  shown.options.onStep?.(4);
  expect(save).toHaveBeenCalledTimes(1);
});

test("what was rendered is taken out again, and listens no more", () => {
  const model = newModel({ document: {}, step: 0 });
  notebook.render({ model, el: document.createElement("div") })();
  expect(shown.destroy).toHaveBeenCalledOnce();
  expect(model.listeners.size).toBe(0);
});
