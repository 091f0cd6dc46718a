import { useId } from "react";
import { layerParameters } from "../core/network";
import { parametersAt, type TrainingRun } from "../engine/trainingRun";
import type { TrainingPlan } from "../trace/trainingPlan";
import { useText } from "./i18n";
import { KernelPicture } from "./KernelPicture";
import { useLearn } from "./LearnContext";

/** Weights that agree to four digits are said to be the same. */
const ALIKE = 1e-4;

/** What cross-correlation and true convolution learn from the same data, side by side. */
export function CompareNotes() {
  const t = useText();
  const heading = useId();
  const { plan, run, otherPlan, otherRun, channel, hiddenChannel } = useLearn((state) => state);
  if (!plan || !run) return null;
  const shown = plan.training.hidden > 0 ? hiddenChannel : channel;
  const kernels =
    otherPlan && otherRun
      ? ([
          [plan, run],
          [otherPlan, otherRun],
        ] as const)
      : [];
  const [own = [], other = []] = kernels.map(([of, made]) => lastKernel(of, made, shown));
  if (kernels.length === 0) return null;
  return (
    <section className="panel-section" aria-labelledby={heading}>
      <h2 className="panel-heading" id={heading}>
        {t("learn.compare")}
      </h2>
      <div className="compared">
        {kernels.map(([of, made]) => (
          <figure key={opOf(of)} className="compared-kernel">
            <figcaption>{t(`op.${opOf(of)}`)}</figcaption>
            <KernelPicture
              values={lastKernel(of, made, shown)}
              columns={of.training.kernelSize[1]}
              label={t("learn.compare.learned", { update: made.done })}
            />
          </figure>
        ))}
      </div>
      <p className="row-note">
        {t(isTurned(own, other) ? "learn.compare.turned" : "learn.compare.notTurned")}
      </p>
    </section>
  );
}

function opOf({ document }: TrainingPlan): "conv" | "conv-flipped" {
  return document.layers[0].op === "conv-flipped" ? "conv-flipped" : "conv";
}

function lastKernel({ problem }: TrainingPlan, run: TrainingRun, shown: number): readonly number[] {
  const [first] = layerParameters(problem.network, parametersAt(run, run.done));
  const [, , rows = 1, columns = 1] = first?.weight.shape ?? [];
  const cells = rows * columns;
  return Array.from(first?.weight.data.subarray(shown * cells, (shown + 1) * cells) ?? []);
}

function isTurned(own: readonly number[], other: readonly number[]): boolean {
  const size = Math.max(1, ...own.map(Math.abs));
  return own.every((weight, i) => Math.abs(weight - (other.at(-1 - i) ?? 0)) <= ALIKE * size);
}
