import { BelowFigure } from "./BelowFigure";
import { EquationBar } from "./EquationBar";
import { FigureTools } from "./FigureTools";
import { PresentFormula } from "./latePresent";
import { Readout } from "./Readout";
import { Stage } from "./Stage";
import { useApp } from "./StoreContext";
import { Transport } from "./Transport";

/** The figure with what speaks of it: what is lit, the equation, time. */
export function FigureColumn() {
  const { equation, formula, tools, below } = useApp((state) => ({
    equation: !state.hidden.includes("equation"),
    formula: state.presenting && !state.hidden.includes("formula"),
    below: !state.presenting && state.revealed === null,
    tools: state.ui === "full" && !state.presenting && !state.hidden.includes("controls"),
  }));
  return (
    <section className="figure-column">
      {tools && <FigureTools />}
      <Stage />
      <Readout />
      {equation && <EquationBar />}
      {formula && <PresentFormula />}
      <Transport />
      {below && <BelowFigure />}
    </section>
  );
}
