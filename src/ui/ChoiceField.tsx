import { type ReactNode, useId } from "react";
import type { Command } from "../model/gridCommands";
import type { FieldName } from "./AxesField";
import { FieldMessage } from "./FieldMessage";
import { RowLabel } from "./RowLabel";
import { useRefusal } from "./useRefusal";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Choices of one group stand together under its name. */
  readonly group?: string;
}

interface ChoiceFieldProps<Value extends string> {
  readonly name: FieldName;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly change: (value: Value) => Command;
  readonly locked: boolean;
  /** What stands beside the list. */
  readonly children?: ReactNode;
}

/** One of several words. A word that the document refuses stays in the field with its reason below. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { name, choices, value, change, locked, children } = props;
  const id = useId();
  const messageId = useId();
  const { refused, apply } = useRefusal({ over: value, change });
  const shown = refused?.value ?? value;
  return (
    <div className="row">
      <RowLabel htmlFor={id} term={name.term}>
        {name.short}
      </RowLabel>
      <span className="row-control">
        <select
          id={id}
          className="choice"
          aria-label={name.full}
          aria-invalid={refused?.message != null || undefined}
          aria-describedby={refused ? messageId : undefined}
          value={shown}
          disabled={locked}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
            if (chosen) apply(chosen.value);
          }}
        >
          {groupsOf(choices).map(({ name: group, members }) =>
            group ? (
              <optgroup key={group} label={group}>
                {members.map(option)}
              </optgroup>
            ) : (
              members.map(option)
            ),
          )}
        </select>
        {children}
      </span>
      <FieldMessage
        id={messageId}
        refused={refused}
        label={choices.find((choice) => choice.value === shown)?.label ?? shown}
        onUse={apply}
      />
    </div>
  );
}

function option({ value, label }: Choice<string>) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

function groupsOf(choices: readonly Choice<string>[]) {
  const names = [...new Set(choices.map(({ group = "" }) => group))];
  return names.map((name) => ({ name, members: choices.filter(({ group = "" }) => group === name) }));
}
