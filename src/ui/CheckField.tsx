import { useId } from "react";
import type { Command } from "../model/gridCommands";
import { FieldMessage } from "./FieldMessage";
import { useRefusal } from "./useRefusal";

interface CheckFieldProps {
  readonly label: string;
  readonly value: boolean;
  readonly change: (value: boolean) => Command;
  readonly locked: boolean;
}

/** A setting that is on or off. */
export function CheckField({ label, value, change, locked }: CheckFieldProps) {
  const id = useId();
  const { refused, apply } = useRefusal({ over: value, change });
  return (
    <>
      <label className="check-row">
        <input
          type="checkbox"
          checked={value}
          disabled={locked}
          aria-describedby={refused ? id : undefined}
          onChange={(event) => apply(event.currentTarget.checked)}
        />
        {label}
      </label>
      <FieldMessage id={id} refused={refused} label={label} onUse={apply} />
    </>
  );
}
