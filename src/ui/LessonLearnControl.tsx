import type { LessonControl } from "../model/lesson";
import { params } from "../model/params";
import type { Training } from "../model/training";
import { setTraining } from "../model/trainingCommands";
import { learnKernelSize } from "../model/trainingErrors";
import { AxesField } from "./AxesField";
import { ChoiceField } from "./ChoiceField";
import { useText } from "./i18n";
import "./learn.css";
import { RateField } from "./RateField";
import { StartFields } from "./StartFields";
import { TargetFields } from "./TargetFields";
import { useTraining } from "./useTraining";

/** A control of the view Learn. */
export function LessonLearnControl({ control }: { readonly control: LessonControl }) {
  const t = useText();
  const { kernelSize, reduction } = useTraining();
  switch (control) {
    case "learn-kernel-size":
      return (
        <AxesField
          param={{ name: params.kernelSize.name, ...learnKernelSize }}
          name={{ full: t("kernel.size"), short: t("kernel.size") }}
          axes={(["kernel.height", "kernel.width"] as const).map((key) => ({ full: t(key), short: t(key) }))}
          values={kernelSize}
          change={([rows = 1, columns = 1]) => setTraining({ kernelSize: [rows, columns] })}
          locked={false}
        />
      );
    case "learning-rate":
      return <RateField />;
    case "reduction":
      return (
        <ChoiceField<Training["reduction"]>
          name={{ full: t("learn.loss"), short: t("learn.loss") }}
          choices={(["sum", "mean"] as const).map((word) => ({
            value: word,
            label: t(`learn.loss.${word}`),
          }))}
          value={reduction}
          change={(word) => setTraining({ reduction: word })}
          locked={false}
        />
      );
    case "start-weights":
      return <StartFields />;
    case "target":
      return <TargetFields />;
    default:
      return null;
  }
}
