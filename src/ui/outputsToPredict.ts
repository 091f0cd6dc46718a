import type { AppStore } from "../store/appStore";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import { cellsIn, indexIn } from "../trace/extent";
import { termsAt } from "../trace/terms";
import { traceOf } from "../trace/trace";

/** What can be done with outputs that are hidden. */
export function outputsToPredict(store: AppStore) {
  const all = () =>
    Array.from({ length: cellsIn(traceOf(documentOf(store.getState())).output) }, (_, i) => i);
  const { setView } = store.getState();
  return {
    /** Hides all, or shows all and no longer asks. */
    toggle: () => setView({ revealed: store.getState().revealed ? null : [], guesses: {} }),
    revealAll: () => setView({ revealed: store.getState().revealed && all() }),
    /** Shows the output of the step on screen; of a transposed layer, those that it stamps. */
    revealThis: () => {
      const state = store.getState();
      if (!state.revealed) return;
      const cells = cellsOfStep(store);
      setView({ revealed: [...new Set([...state.revealed, ...cells])] });
    },
  };
}

function cellsOfStep(store: AppStore): readonly number[] {
  const document = documentOf(store.getState());
  const step = currentStep(store.getState());
  const { op, output } = traceOf(document);
  if (op !== "transposed") return [step];
  return termsAt(document, step).flatMap(({ source }) => (source ? [indexIn(output, source)] : []));
}
