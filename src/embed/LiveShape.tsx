import { formulaOf } from "../trace/formula";
import { useText } from "../ui/i18n";
import { useSettings } from "../ui/useSettings";
import { useWidgetTexts } from "./widgetTexts";

/** Why the output has so many rows, in numbers. */
export function LiveShape() {
  const text = useText();
  const { rows: word } = useWidgetTexts();
  const [rows] = formulaOf(useSettings(), "pytorch");
  const { inputSize, before, after, span, stride, result } = rows;
  const padding = before === after ? `2·${before}` : `${before} + ${after}`;
  const room = `${inputSize} + ${padding} − ${span}`;
  return (
    <section className="bar-shape" aria-label={text("shape.title")}>
      {stride === 1 ? room : `⌊(${room}) / ${stride}⌋`} + 1 = <b>{result}</b> {word}
    </section>
  );
}
