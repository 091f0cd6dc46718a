import { create, type Selection, select } from "d3-selection";
import type { Equation, EquationTerm } from "../scene/equation";
import { setAttributes, setText } from "./setAttributes";

/** The equation's drawing: rebuilt for another output, counted up between two steps without React. */
export interface EquationView {
  /** @param fits how many terms stand before the rest folds */
  readonly draw: (equation: Equation, fits: number) => void;
  /** Marks the terms of a cell that is lit. */
  readonly light: (indices: ReadonlySet<number>) => void;
}

export interface EquationTexts {
  readonly more: (count: number) => string;
  readonly onOpen: () => void;
}

type Parent = Selection<HTMLElement, unknown, null, undefined>;

export function createEquation(host: HTMLElement, texts: EquationTexts): EquationView {
  const root: Parent = select(host);
  let drawn = "";
  let terms: HTMLElement[] = [];
  let lit: ReadonlySet<number> = new Set();
  let sum: Parent | null = null;

  function draw(equation: Equation, fits: number) {
    const { row, column, terms: all, bias } = equation;
    const shape = JSON.stringify([row, column, all, bias, fits]);
    if (shape !== drawn) {
      drawn = shape;
      build(equation, fits);
    }
    terms.forEach((term, i) => {
      term.classList.toggle("pending", i >= equation.counted);
    });
    root.classed("complete", equation.complete);
    const result = equation.activated === null ? [equation.sum] : [equation.sum, equation.activated];
    sum
      ?.selectAll<HTMLSpanElement, string>("span")
      .data(result.filter((text) => text !== ""))
      .join("span")
      .each(function (text, i) {
        setAttributes(this, { class: i === 0 ? "total" : "activated" });
        setText(this, i === 0 ? text : `ReLU ${text}`);
      });
  }

  function build({ row, column, terms: all, bias }: Equation, fits: number) {
    root.selectChildren().remove();
    const output = root.append("span").attr("class", "output-name");
    output.append("i").text("Y");
    output.append("sub").text(`${row},${column}`);
    root.append("span").attr("class", "operator").text(" = ");
    const shown = all.length > fits ? all.slice(0, fits) : all;
    terms = shown.map((term, i) => appendTerm(root, term, i));
    if (shown.length < all.length) appendMore(root, all.length - shown.length, texts);
    if (bias !== null) {
      root.append("span").attr("class", "operator").text(" + ");
      root.append("span").attr("class", "bias").text(bias);
    }
    root.append("span").attr("class", "operator").text(" = ");
    sum = root.append("span").attr("class", "result");
    light(lit);
  }

  function light(indices: ReadonlySet<number>) {
    lit = indices;
    terms.forEach((term, i) => {
      term.classList.toggle("lit", indices.has(i));
    });
  }

  return { draw, light };
}

function appendTerm(root: Parent, term: EquationTerm, index: number): HTMLElement {
  if (index > 0) root.append("span").attr("class", "operator").text(" + ");
  const element = root.append("span").attr("class", term.zero ? "term zero" : "term");
  element.append("span").attr("class", "role-x").text(term.input);
  element.append("span").text("·");
  element.append("span").attr("class", "role-w").text(term.weight);
  return element.node() as HTMLElement;
}

function appendMore(root: Parent, count: number, texts: EquationTexts): void {
  root.append("span").attr("class", "operator").text(" + ");
  const more = create("button").attr("type", "button").attr("class", "more-terms").text(texts.more(count));
  more.on("click", texts.onOpen);
  root.append(() => more.node());
}
