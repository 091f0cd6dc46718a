import { formulaOf } from "../trace/formula";
import { AxisFormulaView } from "./AxisFormulaView";
import { useText } from "./i18n";
import { formulasToSay } from "./OutputShape";
import { useApp } from "./StoreContext";
import { useSettings } from "./useSettings";

/** The output's size in letters and with the numbers on screen, beside the equation. */
export function PresentFormula() {
  const text = useText();
  const document = useSettings();
  const notation = useApp((state) => state.notation);
  return (
    <section className="present-formula" aria-label={text("shape.title")}>
      {formulasToSay(formulaOf(document, notation)).map(([axis, formula]) => (
        <AxisFormulaView key={axis} formula={formula} axis={axis} />
      ))}
    </section>
  );
}
