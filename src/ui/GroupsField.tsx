import { setGroups } from "../model/channelCommands";
import { params } from "../model/params";
import { possibleGroups } from "./channelGroups";
import { GroupWires } from "./GroupWires";
import { useText } from "./i18n";
import { StepperRow } from "./StepperRow";

export interface GroupsFieldProps {
  readonly inputs: number;
  readonly outputs: number;
  readonly groups: number;
  readonly locked: boolean;
}

/** Into how many lanes the channels are split, as a number and as wires. */
export function GroupsField({ inputs, outputs, groups, locked }: GroupsFieldProps) {
  const t = useText();
  const possible = possibleGroups(inputs, outputs);
  const next = (from: number, steps: number) =>
    (steps > 0 ? possible.find((other) => other > from) : possible.findLast((other) => other < from)) ?? from;
  const wiring =
    groups === 1
      ? t("groups.all")
      : groups === inputs
        ? t("groups.depthwise")
        : t("groups.some", { groups, inputs, size: inputs / groups });
  return (
    <>
      <StepperRow
        label={t("groups.name")}
        term="groups"
        name={t("groups.name")}
        value={groups}
        min={params.groups.min}
        max={possible.at(-1) ?? 1}
        advance={next}
        change={setGroups}
        locked={locked}
      />
      <GroupWires inputs={inputs} outputs={outputs} groups={groups} locked={locked} />
      <p className="row-note">
        {wiring} {t("groups.allowed", { inputs, outputs, allowed: possible.join(", ") })}
      </p>
    </>
  );
}
