import { type AxisFormula, formulaOf } from "../trace/formula";
import { useText } from "../ui/i18n";
import { useSettings } from "../ui/useSettings";
import { useWidgetTexts } from "./widgetTexts";

/** Why the output has so many rows, or of a strip columns, in numbers. */
export function LiveShape() {
  const text = useText();
  const words = useWidgetTexts();
  const axes = formulaOf(useSettings(), "pytorch");
  const formula = axes.find(({ axis }) => axis === "rows") ?? axes[0];
  if (!formula) return null;
  return (
    <section className="bar-shape" aria-label={text("shape.title")}>
      {sizeText(formula)} = <b>{formula.result}</b> {formula.axis === "rows" ? words.rows : words.columns}
    </section>
  );
}

function sizeText(formula: AxisFormula): string {
  const { inputSize, before, after, span, stride, rounding, outputPadding, dropped } = formula;
  const padding = before === after ? `2·${before}` : `${before} + ${after}`;
  if (rounding === "none") {
    const cut = before === after ? padding : `(${padding})`;
    return `(${inputSize} − 1)·${stride} − ${cut} + ${span}${outputPadding > 0 ? ` + ${outputPadding}` : ""}`;
  }
  const room = `${inputSize} + ${padding} − ${span}`;
  const [open, close] = rounding === "ceil" ? "⌈⌉" : "⌊⌋";
  const whole = stride === 1 ? room : `${open}(${room}) / ${stride}${close}`;
  return `${whole} + 1${dropped ? " − 1" : ""}`;
}
