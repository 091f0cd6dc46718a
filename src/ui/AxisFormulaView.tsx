import type { AxisFormula } from "../trace/formula";
import { FormulaLetter, FormulaMath, roleClass } from "./FormulaMath";
import type { FormulaAxis } from "./formulaLetters";
import { useText } from "./i18n";

interface AxisFormulaViewProps {
  readonly formula: AxisFormula;
  readonly axis: FormulaAxis;
}

/** One axis: the formula in letters, with its numbers, and the division as a whole with what its remainder means. */
export function AxisFormulaView({ formula, axis }: AxisFormulaViewProps) {
  const t = useText();
  const { notation, symbolic, live, result, definitions, symmetric } = formula;
  const shared = { axis, notation };
  const together = axis === "both" || axis === "all";
  return (
    <div className="formula">
      {together && (
        <math display="block" className="formula-line">
          <mrow>
            {axis === "all" && (
              <>
                <FormulaLetter symbol="outputSize" part="output" axis="depth" notation={notation} />
                <mo>=</mo>
              </>
            )}
            <FormulaLetter symbol="outputSize" part="output" axis="rows" notation={notation} />
            <mo>=</mo>
            <FormulaLetter symbol="outputSize" part="output" axis="columns" notation={notation} />
          </mrow>
        </math>
      )}
      <math display="block" className="formula-line">
        <mrow>
          {!together && <FormulaLetter symbol="outputSize" part="output" {...shared} />}
          <mo form="infix">=</mo>
          <FormulaMath node={symbolic} {...shared} />
        </mrow>
      </math>
      <math display="block" className="formula-line">
        <mrow>
          <mo form="prefix">=</mo>
          <FormulaMath node={live} {...shared} />
          <mo>=</mo>
          <mn className="role-y formula-result">{result}</mn>
        </mrow>
      </math>
      {definitions.map(({ symbol, symbolic: letters, live: numbers, value }) => {
        const part = symbol === "effectiveKernelSize" ? "kernel" : "padding";
        return (
          <div key={symbol} className="formula-where">
            <math>
              <mrow>
                <FormulaLetter symbol={symbol} part={part} {...shared} />
                <mo>=</mo>
                <FormulaMath node={letters} {...shared} />
              </mrow>
            </math>
            <math>
              <mrow>
                <mo form="infix">=</mo>
                <FormulaMath node={numbers} {...shared} />
                <mo>=</mo>
                <mn className={roleClass(part)}>{value}</mn>
              </mrow>
            </math>
          </div>
        );
      })}
      {!symmetric && !together && (
        <p className="formula-words">
          <math>
            <mrow>
              <FormulaLetter symbol="paddingBefore" {...shared} />
              <mo>,</mo>
              <FormulaLetter symbol="paddingAfter" {...shared} />
            </mrow>
          </math>{" "}
          {t(`shape.edges.${axis}`)}
        </p>
      )}
      {formula.rounding !== "none" && <Division formula={formula} axis={axis} />}
    </div>
  );
}

/** The division as a whole, with what rounding it down or up means. */
function Division({ formula, axis }: AxisFormulaViewProps) {
  const t = useText();
  const { dividend, quotient, divisor, remainder, overhang, dropped } = formula;
  return (
    <p className="formula-words">
      <math>
        <mrow>
          <mn>{dividend}</mn>
          <mo>=</mo>
          <mn>{quotient}</mn>
          <mo>·</mo>
          <mn>{divisor}</mn>
          <mo>{overhang > 0 ? "−" : "+"}</mo>
          <mn>{overhang > 0 ? overhang : remainder}</mn>
        </mrow>
      </math>
      {": "}
      {overhang > 0
        ? `${t("shape.ceil", { count: overhang })}${dropped ? ` ${t("shape.ceil.dropped")}` : ""}`
        : remainder > 0
          ? `${t("shape.floor", { remainder })} ${t(`shape.floor.${axis}`, { count: remainder })}`
          : t("shape.whole")}
    </p>
  );
}
