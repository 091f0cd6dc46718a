import { useId } from "react";
import type { Command } from "../model/gridCommands";
import { FieldMessage } from "./FieldMessage";
import { LinkButton } from "./LinkButton";
import { RowLabel } from "./RowLabel";
import { Stepper } from "./Stepper";
import { useParting } from "./useParting";
import { useRefusal } from "./useRefusal";

/** What a control is called: in full for assistive technology, short beside the field. */
export interface FieldName {
  readonly full: string;
  readonly short: string;
  /** Its word in `content/glossary`, where it has one. */
  readonly term?: string;
}

interface AxesFieldProps {
  /** Its limits, and the name under which the page remembers that its axes were set apart. */
  readonly param: { readonly name: string; readonly min: number; readonly max: number };
  readonly name: FieldName;
  /** Of each axis, outermost first. */
  readonly axes: readonly FieldName[];
  readonly values: readonly number[];
  readonly change: (values: readonly number[]) => Command;
  readonly locked: boolean;
}

/**
 * A parameter with a number per axis: one field while all are linked, else one each. Different numbers are never linked; equal
 * ones that were set apart stay so until the chain is closed.
 */
export function AxesField({ param, name, axes, values, change, locked }: AxesFieldProps) {
  const { parted, part, join } = useParting(param.name);
  const closing = useRefusal({ over: values.join(), change, onEdited: join });
  const id = useId();
  const [first = param.min] = values;
  const { term } = name;
  const isSingle = values.length === 1;
  const linked = isSingle || (values.every((value) => value === first) && !parted);
  const all = (value: number) => values.map(() => value);

  const field = (
    key: string,
    { full, short }: FieldName,
    value: number,
    valuesOf: (value: number) => readonly number[],
  ) => (
    <div key={key} className="pair-field">
      <RowLabel htmlFor={`${id}${key}`} term={linked ? term : undefined}>
        {short}
      </RowLabel>
      <Stepper
        id={`${id}${key}`}
        name={full}
        value={value}
        min={param.min}
        max={param.max}
        change={(next) => change(valuesOf(next))}
        // Numbers that become equal by chance stay apart while one of their fields is being used.
        onEdited={linked ? undefined : part}
        locked={locked}
      />
    </div>
  );

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a grid in every browser
    <div
      className={isSingle ? "row" : linked ? "row row-linked" : "row row-linked row-pair"}
      data-axes={values.length}
      role="group"
      aria-label={name.full}
    >
      {linked
        ? field("all", name, first, all)
        : values.map((value, axis) =>
            field(`${axis}`, axes[axis] ?? name, value, (next) => values.with(axis, next)),
          )}
      {!isSingle && (
        <LinkButton
          key="link"
          name={name.short}
          axes={values.length}
          linked={linked}
          locked={locked}
          onToggle={() => (linked ? part() : closing.apply(all(first)))}
        />
      )}
      {!linked && (
        <FieldMessage
          id={`${id}closing`}
          refused={closing.refused}
          label={String(first)}
          onUse={closing.apply}
        />
      )}
    </div>
  );
}
