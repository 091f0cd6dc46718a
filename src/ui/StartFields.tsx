import type { ConvDocument } from "../model/document";
import { formatNumber } from "../model/formatNumber";
import { networkOf, type StartRule, startParameters, trainingOf } from "../model/training";
import { setStart, setTraining } from "../model/trainingCommands";
import { trainingRanges } from "../model/trainingErrors";
import { ChoiceField } from "./ChoiceField";
import { type Text, useText } from "./i18n";
import { ParameterGroup } from "./ParameterGroup";
import { SeedRow } from "./SeedRow";
import { useTraining } from "./useTraining";

const RULES: readonly StartRule[] = ["zeros", "rand", "uniform", "given"];

/** The weights before the first update: a rule with its seed, or typed. */
export function StartFields() {
  const t = useText();
  const { start, seed, kernelSize, hidden } = useTraining();
  return (
    <ParameterGroup title={t("learn.start")}>
      <ChoiceField<StartRule>
        name={{ full: t("learn.start.rule"), short: t("learn.start.rule.short") }}
        choices={RULES.map((rule) => ({ value: rule, label: t(`learn.start.${rule}`) }))}
        value={start}
        change={(rule) => (rule === "given" ? keepStart : setTraining({ start: rule }))}
        locked={false}
      />
      {(start === "rand" || start === "uniform") && (
        <SeedRow
          name={t("learn.seed")}
          seed={seed}
          largest={trainingRanges.seed.max}
          change={(value) => setTraining({ seed: Math.floor(value) })}
          locked={false}
        />
      )}
      {start !== "zeros" && <p className="row-note">{noteOf(t, start, hidden, kernelSize)}</p>}
    </ParameterGroup>
  );
}

function noteOf(
  t: Text,
  start: Exclude<StartRule, "zeros">,
  hidden: number,
  [rows, columns]: readonly [number, number],
): string {
  if (start !== "uniform") return t(`learn.start.${start}.note`);
  if (hidden > 0) return t("learn.start.uniform.two");
  const fanIn = rows * columns;
  return t("learn.start.uniform.note", { fanIn, bound: formatNumber(1 / Math.sqrt(fanIn)) });
}

/** Holds the present first weights fast, to be changed one by one. */
function keepStart(document: ConvDocument): ConvDocument {
  const training = trainingOf(document);
  return setStart(startParameters(training, networkOf(document, training)))(document);
}
