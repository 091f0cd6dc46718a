import { useId } from "react";
import { unreadOf } from "../scene/unread";
import type { Notation } from "../store/viewSlice";
import { type AxisFormula, formulaOf } from "../trace/formula";
import { AxisFormulaView } from "./AxisFormulaView";
import type { FormulaAxis } from "./formulaLetters";
import { useText } from "./i18n";
import { UnreadNote } from "./lateResults";
import { SegmentedControl } from "./SegmentedControl";
import { ShapesInPyTorch } from "./ShapesInPyTorch";
import { useApp, useAppStore } from "./StoreContext";
import { Term } from "./Term";
import { useSettings } from "./useSettings";

/** Why the output has its size: the formula in letters and with the numbers on screen, once or for each axis. */
export function OutputShape() {
  const t = useText();
  const store = useAppStore();
  const document = useSettings();
  const notation = useApp((state) => state.notation);
  const heading = useId();
  const unread = unreadOf(document);
  return (
    <section className="panel-section" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 className="panel-heading" id={heading}>
          <Term slug="output-shape">{t("shape.title")}</Term>
        </h2>
        <SegmentedControl<Notation>
          name={t("shape.notation")}
          segments={[
            { value: "pytorch", label: t("shape.notation.pytorch") },
            { value: "d2l", label: t("shape.notation.d2l") },
          ]}
          value={notation}
          onChange={(chosen) => store.getState().setView({ notation: chosen })}
        />
      </div>
      <div className="formula-card">
        {formulasToSay(formulaOf(document, notation)).map(([axis, formula]) => (
          <AxisFormulaView key={axis} formula={formula} axis={axis} />
        ))}
      </div>
      {unread.cells > 0 && <UnreadNote {...unread} />}
      <ShapesInPyTorch />
    </section>
  );
}

/** One formula for axes that are alike; uneven edges have names of their own on each axis. */
export function formulasToSay(
  formulas: readonly AxisFormula[],
): readonly (readonly [axis: FormulaAxis, formula: AxisFormula])[] {
  const [first, ...others] = formulas;
  if (!first) return [];
  if (others.length === 0) return [["length", first]];
  if ((first.symmetric || first.notation === "d2l") && others.every((other) => alike(first, other))) {
    return [[others.length === 1 ? "both" : "all", first]];
  }
  return formulas.map((formula) => [formula.axis, formula]);
}

function alike(one: AxisFormula, other: AxisFormula): boolean {
  const names = [
    "inputSize",
    "kernelSize",
    "before",
    "after",
    "stride",
    "dilation",
    "outputPadding",
  ] as const;
  return names.every((name) => one[name] === other[name]);
}
