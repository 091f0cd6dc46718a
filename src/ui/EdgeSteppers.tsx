import { useId } from "react";
import type { Pads } from "../core/options";
import { setPadding } from "../model/commands";
import { padding as param } from "../model/params";
import { useText } from "./i18n";
import { Stepper } from "./Stepper";

interface EdgeSteppersProps {
  readonly pads: readonly [rows: Pads, columns: Pads];
  readonly onEdited: () => void;
  readonly locked: boolean;
}

interface Edge {
  readonly edge: "top" | "bottom" | "left" | "right";
  readonly value: number;
  readonly padsOf: (value: number) => readonly Pads[];
}

/** The padding of each edge in a field of its own. */
export function EdgeSteppers({ pads: [rows, columns], onEdited, locked }: EdgeSteppersProps) {
  const t = useText();
  const id = useId();
  const [top, bottom] = rows;
  const [left, right] = columns;
  const edges: readonly Edge[] = [
    { edge: "top", value: top, padsOf: (value: number) => [[value, bottom], columns] },
    { edge: "bottom", value: bottom, padsOf: (value: number) => [[top, value], columns] },
    { edge: "left", value: left, padsOf: (value: number) => [rows, [value, right]] },
    { edge: "right", value: right, padsOf: (value: number) => [rows, [left, value]] },
  ];
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
