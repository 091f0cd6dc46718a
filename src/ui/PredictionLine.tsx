import { documentOf } from "../store/documentSlice";
import { cellsIn } from "../trace/extent";
import { traceOf } from "../trace/trace";
import { useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";

/** What to do while outputs are hidden, and the way to see them all. */
export function PredictionLine() {
  const text = useText();
  const store = useAppStore();
  const { all, left, asked } = useApp((state) => {
    const count = cellsIn(traceOf(documentOf(state)).output);
    return { all: count, left: count - (state.revealed?.length ?? count), asked: state.lesson !== null };
  });
  // The lesson has a question of its own.
  if (asked) return text("predict.lesson");
  if (left === 0) return text("readout.hint");
  const showAll = () =>
    store.getState().setView({ revealed: Array.from({ length: all }, (_, cell) => cell) });
  return (
    <>
      {text("predict.hint")}{" "}
      <button type="button" className="button small-button" onClick={showAll}>
        {text("predict.showAll")}
      </button>
    </>
  );
}
