import type { Training } from "../model/training";
import { setTraining } from "../model/trainingCommands";
import { trainingRanges } from "../model/trainingErrors";
import { ChoiceField } from "./ChoiceField";
import { useText } from "./i18n";
import { ParameterGroup } from "./ParameterGroup";
import { RateField } from "./RateField";
import { StepperRow } from "./StepperRow";
import { useTraining } from "./useTraining";

const OPTIMIZERS: readonly Training["optimizer"][] = ["sgd", "momentum", "adam"];

/** How the loss is made smaller: by what rule, at what rate, how often. */
export function DescentFields() {
  const t = useText();
  const { optimizer, momentum, reduction, steps } = useTraining();
  return (
    <ParameterGroup title={t("learn.descent")}>
      <RateField />
      <ChoiceField<Training["optimizer"]>
        name={{ full: t("learn.optimizer"), short: t("learn.optimizer") }}
        choices={OPTIMIZERS.map((word) => ({ value: word, label: t(`learn.optimizer.${word}`) }))}
        value={optimizer}
        change={(word) => setTraining({ optimizer: word })}
        locked={false}
      />
      {optimizer === "momentum" && (
        <StepperRow
          label={t("learn.momentum")}
          name={t("learn.momentum")}
          value={momentum}
          {...trainingRanges.momentum}
          page={10}
          advance={(from, hundredths) => from + hundredths / 100}
          real
          change={(value) => setTraining({ momentum: value })}
        />
      )}
      <ChoiceField<Training["reduction"]>
        name={{ full: t("learn.loss"), short: t("learn.loss") }}
        choices={(["sum", "mean"] as const).map((word) => ({ value: word, label: t(`learn.loss.${word}`) }))}
        value={reduction}
        change={(word) => setTraining({ reduction: word })}
        locked={false}
      />
      <StepperRow
        label={t("learn.updates")}
        name={t("learn.updates")}
        value={steps}
        {...trainingRanges.steps}
        page={10}
        change={(count) => setTraining({ steps: count })}
      />
    </ParameterGroup>
  );
}
