import learn from "../ui/learn.css?inline";
import charts from "../ui/learnCharts.css?inline";
import figure from "../ui/learnFigure.css?inline";
import view from "../ui/learnView.css?inline";
import panels from "../ui/panels.css?inline";
import popover from "../ui/popover.css?inline";
import { addStyles } from "./widgetStyles";

/** Learn's styles, which most widgets do without. */
export function addLearnStyles(): void {
  addStyles([panels, popover, learn, charts, figure, view]);
}
