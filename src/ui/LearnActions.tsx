import { layerParameters } from "../core/network";
import { parametersAt } from "../engine/trainingRun";
import type { Grid } from "../model/document";
import { learnFromExplore, takeToExplore } from "../model/trainingCommands";
import { documentOf } from "../store/documentSlice";
import { currentUpdate, type LearnState } from "../store/learnStore";
import { useText } from "./i18n";
import { useLearn, useLearnStore } from "./LearnContext";
import { useApp, useAppStore } from "./StoreContext";

/** From Learn to Explore and back, with the same document. */
export function LearnActions() {
  const t = useText();
  const app = useAppStore();
  const learn = useLearnStore();
  const { canTake, compare } = useLearn((state) => ({
    canTake: state.plan !== null && state.run !== null,
    compare: state.compare,
  }));
  const otherOp = useApp((state) => (documentOf(state).layers[0].op === "conv" ? "conv-flipped" : "conv"));
  const locked = useApp((state) => state.locked.includes("kernel"));
  const take = () => {
    const kernel = kernelShown(learn.getState(), currentUpdate(app.getState(), learn.getState()));
    if (!kernel) return;
    app.getState().edit(takeToExplore(kernel.weight, kernel.bias));
    app.getState().show("explore");
  };
  const learnIt = () => {
    app.getState().edit(learnFromExplore());
    app.getState().seek(0);
  };
  return (
    <section className="panel-section learn-actions" aria-label={t("learn.actions")}>
      <button
        type="button"
        className="button small-button"
        disabled={!canTake || locked}
        title={locked ? t("locked.reason") : undefined}
        onClick={take}
      >
        {t("learn.take")}
      </button>
      <button type="button" className="button small-button" disabled={locked} onClick={learnIt}>
        {t("learn.fromExplore")}
      </button>
      <button type="button" className="button small-button" onClick={() => app.getState().seek(0)}>
        {t("learn.again")}
      </button>
      <button
        type="button"
        className="button small-button"
        aria-pressed={compare}
        disabled={!canTake}
        onClick={() => learn.getState().set({ compare: !compare })}
      >
        {t("learn.compare.with", { operation: t(`op.${otherOp}`) })}
      </button>
    </section>
  );
}

/** The kernel on screen with its bias, after so many updates. */
function kernelShown(
  { plan, run, channel, hiddenChannel }: LearnState,
  update: number,
): { readonly weight: Grid; readonly bias: number } | null {
  if (!plan || !run) return null;
  const [first] = layerParameters(plan.problem.network, parametersAt(run, update));
  if (!first) return null;
  const [, , rows = 1, columns = 1] = first.weight.shape;
  const shown = plan.training.hidden > 0 ? hiddenChannel : channel;
  const cells = rows * columns;
  return {
    weight: {
      shape: [1, 1, rows, columns],
      data: first.weight.data.slice(shown * cells, (shown + 1) * cells),
    },
    bias: first.bias?.data[shown] ?? 0,
  };
}
