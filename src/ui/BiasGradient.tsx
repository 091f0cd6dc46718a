import { useMemo } from "react";
import { noLights, valueTable } from "../scene/numberTable";
import { useText } from "./i18n";
import { NumberGrid } from "./NumberGrid";

const nothingLit = () => noLights;
const nothingElse = () => undefined;

/** One number for each output channel. */
export function BiasGradient({ values }: { readonly values: Float64Array }) {
  const text = useText();
  const marks = useMemo(
    () =>
      valueTable("gradient-bias", values.length, 1, values, {
        rowHeads: values.length > 1 ? Array.from(values.keys(), String) : [],
      }),
    [values],
  );
  return (
    <div className="gradient-sheets">
      <NumberGrid name={text("backward.bias")} marks={marks} lightsOf={nothingLit} onHover={nothingElse} />
    </div>
  );
}
