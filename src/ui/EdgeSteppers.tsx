import { useId } from "react";
import type { Pads } from "../core/options";
import { setPadding } from "../model/commands";
import { padding as param } from "../model/params";
import { useText } from "./i18n";
import { Stepper } from "./Stepper";

interface EdgeSteppersProps {
  /** Of each axis, outermost first. */
  readonly pads: readonly Pads[];
  readonly onEdited: () => void;
  readonly locked: boolean;
}

const SIDES = [
  ["front", "back"],
  ["top", "bottom"],
  ["left", "right"],
] as const;

/** The padding of each edge in a field of its own. */
export function EdgeSteppers({ pads, onEdited, locked }: EdgeSteppersProps) {
  const t = useText();
  const id = useId();
  const edges = SIDES.slice(3 - pads.length).flatMap(([first, last], axis) => {
    const [before, after] = pads[axis] ?? [0, 0];
    return [
      { edge: first, value: before, padsOf: (value: number) => pads.with(axis, [value, after]) },
      { edge: last, value: after, padsOf: (value: number) => pads.with(axis, [before, value]) },
    ];
  });
  return (
    <fieldset className="edges">
      <legend className="row-label">{t("padding.name")}</legend>
      {edges.map(({ edge, value, padsOf }) => (
        <div key={edge} className="edge">
          <label className="edge-label" htmlFor={`${id}${edge}`}>
            {t(`edge.${edge}`)}
          </label>
          <Stepper
            id={`${id}${edge}`}
            name={t(`padding.${edge}`)}
            value={value}
            min={param.min}
            max={param.max}
            change={(next) => setPadding(padsOf(next))}
            onEdited={onEdited}
            locked={locked}
          />
        </div>
      ))}
    </fieldset>
  );
}
