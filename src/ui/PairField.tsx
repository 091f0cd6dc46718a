import { useId } from "react";
import type { Command } from "../model/gridCommands";
import { FieldMessage } from "./FieldMessage";
import { LinkButton } from "./LinkButton";
import { Stepper } from "./Stepper";
import { useParting } from "./useParting";
import { useRefusal } from "./useRefusal";

export type Pair = readonly [rows: number, columns: number];

/** What a control is called: in full for assistive technology, short beside the field. */
export interface FieldName {
  readonly full: string;
  readonly short: string;
}

interface PairFieldProps {
  /** Its limits, and the name under which the page remembers that its axes were set apart. */
  readonly param: { readonly name: string; readonly min: number; readonly max: number };
  readonly name: FieldName;
  readonly rows: FieldName;
  readonly columns: FieldName;
  readonly values: Pair;
  readonly change: (pair: Pair) => Command;
  readonly locked: boolean;
}

/**
 * A parameter with a number per axis: one field while both are linked, else two. Different numbers are never linked; equal
 * ones that were set apart stay so until the chain is closed.
 */
export function PairField({ param, name, rows, columns, values, change, locked }: PairFieldProps) {
  const { parted, part, join } = useParting(param.name);
  const closing = useRefusal({ over: values.join(), change, onEdited: join });
  const id = useId();
  const linked = values[0] === values[1] && !parted;

  const field = (key: string, { full, short }: FieldName, value: number, pairOf: (value: number) => Pair) => (
    <div key={key} className="pair-field">
      <label className="row-label" htmlFor={`${id}${key}`}>
        {short}
      </label>
      <Stepper
        id={`${id}${key}`}
        name={full}
        value={value}
        min={param.min}
        max={param.max}
        change={(next) => change(pairOf(next))}
        // Numbers that become equal by chance stay apart while one of their fields is being used.
        onEdited={linked ? undefined : part}
        locked={locked}
      />
    </div>
  );

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a grid in every browser
    <div
      className={linked ? "row row-linked" : "row row-linked row-pair"}
      role="group"
      aria-label={name.full}
    >
      {linked
        ? field("both", name, values[0], (value) => [value, value])
        : [
            field("rows", rows, values[0], (value) => [value, values[1]]),
            field("columns", columns, values[1], (value) => [values[0], value]),
          ]}
      <LinkButton
        key="link"
        name={name.short}
        linked={linked}
        locked={locked}
        onToggle={() => (linked ? part() : closing.apply([values[0], values[0]]))}
      />
      {!linked && (
        <FieldMessage
          id={`${id}closing`}
          refused={closing.refused}
          label={String(values[0])}
          onUse={closing.apply}
        />
      )}
    </div>
  );
}
