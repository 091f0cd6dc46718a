import { gradientOf, setGradient } from "../model/gradient";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import { useText } from "./i18n";
import { useAppStore } from "./StoreContext";

/** Gradients of the output to begin with. */
export function GradientPresets() {
  const text = useText();
  const store = useAppStore();
  const fill = (valueAt: (place: number, row: number, column: number) => number) => {
    store.getState().edit((document) => {
      const { shape, data } = gradientOf(document);
      const columns = shape.at(-1) ?? 1;
      const rows = shape.length > 3 ? (shape.at(-2) ?? 1) : 1;
      const values = data.map((_, i) => valueAt(i, Math.floor(i / columns) % rows, i % columns));
      return setGradient({ shape, data: values })(document);
    });
  };
  const one = () => {
    const state = store.getState();
    // Of a transposed layer a step is an input.
    const place = documentOf(state).layers[0].op === "transposed" ? 0 : currentStep(state);
    fill((at) => (at === place ? 1 : 0));
  };
  const presets = [
    ["backward.preset.cell", one],
    ["backward.preset.ones", () => store.getState().edit(setGradient(null))],
    ["backward.preset.checker", () => fill((_, row, column) => ((row + column) % 2 === 0 ? 1 : 0))],
  ] as const;
  return (
    <fieldset className="gradient-presets" aria-label={text("backward.presets")}>
      {presets.map(([key, apply]) => (
        <button key={key} type="button" className="button small-button" onClick={apply}>
          {text(key)}
        </button>
      ))}
    </fieldset>
  );
}
