import type { ConvDocument, Grid } from "../model/document";
import type { Command } from "../model/gridCommands";
import { resizedGrid } from "../model/resizedGrid";
import { channelsOf, type Target, trainingOf } from "../model/training";
import { setChannels, setTraining, targetFromKernel, typeTarget } from "../model/trainingCommands";
import { channelRange } from "../model/trainingErrors";
import { ChoiceField } from "./ChoiceField";
import { useText } from "./i18n";
import { KernelValues } from "./KernelValues";
import { useLearn, useLearnStore } from "./LearnContext";
import { ParameterGroup } from "./ParameterGroup";
import { StepperRow } from "./StepperRow";
import { useApp } from "./StoreContext";
import { useTraining } from "./useTraining";

/** What is to be predicted: made by a kernel, which can be hidden, or typed. */
export function TargetFields() {
  const t = useText();
  const training = useTraining();
  const { kind } = training.target;
  const locked = useApp((state) => state.locked.includes("kernel"));
  return (
    <ParameterGroup title={t("learn.target")} tools={kind === "kernel" && <TargetToggle />}>
      <ChoiceField<Target["kind"]>
        name={{ full: t("learn.target.kind"), short: t("learn.target.kind.short") }}
        choices={(["kernel", "values"] as const).map((word) => ({
          value: word,
          label: t(`learn.target.${word}`),
        }))}
        value={kind}
        change={(chosen) => (chosen === "kernel" ? targetFromKernel() : typeTarget())}
        locked={locked}
      />
      {kind === "kernel" && (
        <KernelValues
          name={t("learn.target.kernelValues")}
          weightOf={firstTargetKernel}
          put={aimAt}
          locked={locked}
        />
      )}
      <StepperRow
        label={t("learn.channels")}
        name={t("learn.channels")}
        value={channelsOf(training)}
        {...channelRange}
        change={setChannels}
        locked={locked}
      />
    </ParameterGroup>
  );
}

/** Shows the kernel that made the target, or leaves it to be found. */
function TargetToggle() {
  const t = useText();
  const store = useLearnStore();
  const shown = useLearn((state) => state.showTarget);
  return (
    <button
      type="button"
      className="button small-button"
      aria-pressed={shown}
      onClick={() => store.getState().set({ showTarget: !shown })}
    >
      {t("learn.target.show")}
    </button>
  );
}

function firstTargetKernel(document: ConvDocument): Grid {
  const { target } = trainingOf(document);
  // Asked only while a kernel makes the target.
  return target.kind === "kernel" ? firstOf(target.weight) : target.values;
}

const first = new WeakMap<Grid, Grid>();

/** The same grid for the same weights, so that what looks at it stays as it is. */
function firstOf(weight: Grid): Grid {
  const known = first.get(weight) ?? resizedGrid(weight, weight.shape.with(0, 1));
  first.set(weight, known);
  return known;
}

/** Has the first channel's target made by another kernel; those of other channels take its size. */
function aimAt(kernel: Grid): Command {
  return (document) => {
    const { target } = trainingOf(document);
    if (target.kind !== "kernel") return document;
    const [, , ...size] = kernel.shape;
    const weight = resizedGrid(target.weight, [target.weight.shape[0] ?? 1, 1, ...size]);
    const data = weight.data.slice();
    data.set(kernel.data);
    return setTraining({ target: { kind: "kernel", weight: { shape: weight.shape, data } } })(document);
  };
}
