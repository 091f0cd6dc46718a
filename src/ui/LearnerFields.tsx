import { setOp } from "../model/commands";
import { params } from "../model/params";
import { setTraining } from "../model/trainingCommands";
import { learnKernelSize, trainingRanges } from "../model/trainingErrors";
import { documentOf } from "../store/documentSlice";
import { AxesField } from "./AxesField";
import { ChoiceField } from "./ChoiceField";
import { useText } from "./i18n";
import { ParameterGroup } from "./ParameterGroup";
import { StepperRow } from "./StepperRow";
import { useApp } from "./StoreContext";
import { useTraining } from "./useTraining";

/** Hidden kernels that a second layer starts with. */
const FIRST_HIDDEN = 2;

/** What learns: the size of the kernel, one layer or two, with or without bias, and what sliding means. */
export function LearnerFields() {
  const t = useText();
  const { kernelSize, hidden, withBias } = useTraining();
  const op = useApp((state) => documentOf(state).layers[0].op);
  const locked = useApp((state) => state.locked);
  const is = (part: (typeof locked)[number]) => locked.includes(part);
  return (
    <ParameterGroup title={t("panel.layer")}>
      <AxesField
        param={{ name: params.kernelSize.name, ...learnKernelSize }}
        name={{ full: t("kernel.size"), short: t("kernel.size") }}
        axes={(["kernel.height", "kernel.width"] as const).map((key) => ({ full: t(key), short: t(key) }))}
        values={kernelSize}
        change={([rows = 1, columns = 1]) => setTraining({ kernelSize: [rows, columns] })}
        locked={is("size") || is("kernel")}
      />
      <ChoiceField<"single" | "two">
        name={{ full: t("learn.layers"), short: t("learn.layers") }}
        choices={(["single", "two"] as const).map((word) => ({
          value: word,
          label: t(`learn.layers.${word}`),
        }))}
        value={hidden ? "two" : "single"}
        change={(word) => setTraining({ hidden: word === "two" ? hidden || FIRST_HIDDEN : 0 })}
        locked={is("kernel")}
      />
      {hidden > 0 && (
        <>
          <StepperRow
            label={t("learn.hidden")}
            name={t("learn.hidden")}
            value={hidden}
            min={1}
            max={trainingRanges.hidden.max}
            change={(count) => setTraining({ hidden: count })}
            locked={is("kernel")}
          />
          <p className="row-note">{t("learn.hidden.note")}</p>
        </>
      )}
      <ChoiceField<"none" | "learned">
        name={{ full: t("bias.name"), short: t("bias.name") }}
        choices={(["none", "learned"] as const).map((word) => ({
          value: word,
          label: t(`learn.bias.${word}`),
        }))}
        value={withBias ? "learned" : "none"}
        change={(word) => setTraining({ withBias: word === "learned" })}
        locked={is("bias")}
      />
      <ChoiceField<"conv" | "conv-flipped">
        name={{ full: t("op.name"), short: t("op.name") }}
        choices={(["conv", "conv-flipped"] as const).map((word) => ({ value: word, label: t(`op.${word}`) }))}
        value={op === "conv-flipped" ? op : "conv"}
        change={setOp}
        locked={is("op")}
      />
    </ParameterGroup>
  );
}
