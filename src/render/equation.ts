import { create, type Selection, select } from "d3-selection";
import type { ChannelPart, Equation, EquationTerm } from "../scene/equation";
import { setAttributes, setText } from "./setAttributes";

/** The equation's drawing: rebuilt for another output, counted up between two steps without React. */
export interface EquationView {
  /** @param fits how many terms stand before the rest folds */
  readonly draw: (equation: Equation, fits: number) => void;
  /** Marks the terms of a cell that is lit, by their kernel cells. */
  readonly light: (cells: ReadonlySet<number>) => void;
}

export interface EquationTexts {
  readonly more: (count: number) => string;
  readonly onOpen: () => void;
  /** What a button says that writes out another channel. */
  readonly channel: (channel: number) => string;
  readonly onChannel: (channel: number) => void;
  /** Where more than one cell has the largest number. */
  readonly ties: (count: number) => string;
}

type Parent = Selection<HTMLElement, unknown, null, undefined>;

/** What stands around the terms of each kind, and between them. */
const signs: Readonly<Record<Equation["kind"], { before: string; between: string; after: string }>> = {
  sum: { before: "", between: " + ", after: "" },
  max: { before: "max(", between: ", ", after: ")" },
  mean: { before: "(", between: " + ", after: ")" },
  stamp: { before: "", between: ", ", after: "" },
};

export function createEquation(host: HTMLElement, texts: EquationTexts): EquationView {
  const root: Parent = select(host);
  let drawn = "";
  let terms: HTMLElement[] = [];
  let cells: number[] = [];
  let lit: ReadonlySet<number> = new Set();
  let sums = new Map<number, HTMLElement>();
  let result: Parent | null = null;

  function draw(equation: Equation, fits: number) {
    const shape = shapeOf(equation, fits);
    if (shape !== drawn) {
      drawn = shape;
      build(equation, fits);
    }
    terms.forEach((element, i) => {
      const term = equation.terms[i];
      element.classList.toggle("pending", !term?.counted);
      element.classList.toggle("wins", term?.wins === true);
    });
    for (const { channel, sum } of equation.parts) {
      const element = sums.get(channel);
      if (element) setText(element, sum);
    }
    root.classed("complete", equation.complete);
    drawResult(equation);
  }

  function drawResult({ sum, activated, terms: all }: Equation) {
    const winners = all.filter(({ wins }) => wins).length;
    const spans = [
      { name: "total", text: sum },
      { name: "activated", text: activated === null ? "" : `ReLU ${activated}` },
      { name: "ties", text: winners > 1 ? texts.ties(winners) : "" },
    ].filter(({ text }) => text !== "");
    result
      ?.selectAll<HTMLSpanElement, (typeof spans)[number]>("span")
      .data(spans)
      .join("span")
      .each(function ({ name, text }) {
        setAttributes(this, { class: name });
        setText(this, text);
      });
  }

  function build(equation: Equation, fits: number) {
    root.selectChildren().remove();
    terms = [];
    sums = new Map();
    const { kind, parts, bias, divisor } = equation;
    appendName(root, equation);
    if (parts.length > 0) {
      parts.forEach((part, i) => {
        if (i > 0) sign(root, " + ");
        appendPart(part, equation, fits);
      });
    } else {
      if (signs[kind].before) sign(root, signs[kind].before);
      appendTerms(root, equation, fits);
      if (signs[kind].after) sign(root, signs[kind].after);
    }
    if (divisor !== null) sign(root, ` / ${divisor}`);
    if (bias !== null) {
      if (equation.terms.length > 0) sign(root, " + ");
      root.append("span").attr("class", "bias").text(bias);
    }
    cells = equation.terms.map(({ at }) => at);
    if (kind !== "stamp") {
      // Without a term and a bias there is nothing to be equal to but the sum.
      if (equation.terms.length > 0 || bias !== null) sign(root, " = ");
      result = root.append("span").attr("class", "result");
    } else result = null;
    light(lit);
  }

  function appendTerms(parent: Parent, { kind, terms: all }: Equation, fits: number) {
    const shown = all.length > fits ? all.slice(0, fits) : all;
    terms = shown.map((term, i) => {
      if (i > 0) sign(parent, signs[kind].between);
      return appendTerm(parent, term);
    });
    if (shown.length === all.length) return;
    sign(parent, signs[kind].between);
    appendMore(parent, all.length - shown.length, texts);
  }

  /** The terms of the channel on show, with their sum; of another its sum alone, in a button that shows it. */
  function appendPart(part: ChannelPart, equation: Equation, fits: number) {
    const name = (parent: Parent) => {
      const label = parent.append("span").attr("class", "part-name").text("Σ");
      label.append("sub").text(String(part.channel));
    };
    if (part.shown) {
      const group: Parent = root.append("span").attr("class", "part shown");
      name(group);
      sign(group, " (");
      appendTerms(group, equation, fits);
      sign(group, " = ");
      sums.set(part.channel, group.append("span").attr("class", "part-sum").node() as HTMLElement);
      sign(group, ")");
      return;
    }
    const button: Parent = root
      .append<HTMLElement>("button")
      .attr("type", "button")
      .attr("class", "part")
      .attr("title", texts.channel(part.channel));
    name(button);
    sign(button, " ");
    sums.set(part.channel, button.append("span").attr("class", "part-sum").node() as HTMLElement);
    button.on("click", () => texts.onChannel(part.channel));
  }

  function light(places: ReadonlySet<number>) {
    lit = places;
    terms.forEach((term, i) => {
      term.classList.toggle("lit", places.has(cells[i] ?? -1));
    });
  }

  return { draw, light };
}

/** All that a rebuilding depends on: what is counted, and won, changes in place. */
function shapeOf({ kind, indices, terms, parts, bias, divisor }: Equation, fits: number): string {
  const numbers = terms.map(({ input, weight, at }) => [input, weight, at]);
  return JSON.stringify([
    kind,
    indices,
    numbers,
    parts.map(({ channel, shown }) => [channel, shown]),
    bias,
    divisor,
    fits,
  ]);
}

/** "Y₀,₁ =", or of a stamp "X₀,₁ · W:". */
function appendName(root: Parent, { kind, indices }: Equation): void {
  const stamp = kind === "stamp";
  const name = root.append("span").attr("class", stamp ? "stamp-name" : "output-name");
  name.append("i").text(stamp ? "X" : "Y");
  name.append("sub").text(indices.join(","));
  if (!stamp) {
    sign(root, " = ");
    return;
  }
  sign(root, " · ");
  root.append("span").attr("class", "role-w").append("i").text("W");
  sign(root, ": ");
}

function appendTerm(parent: Parent, { input, weight, product, zero }: EquationTerm): HTMLElement {
  const element = parent.append("span").attr("class", zero ? "term zero" : "term");
  element.append("span").attr("class", "role-x").text(input);
  if (weight !== null) {
    element.append("span").text("·");
    element.append("span").attr("class", "role-w").text(weight);
  }
  if (product !== null) {
    element.append("span").text(" = ");
    element.append("span").attr("class", "role-y").text(product);
  }
  return element.node() as HTMLElement;
}

function appendMore(parent: Parent, count: number, texts: EquationTexts): void {
  const more = create("button").attr("type", "button").attr("class", "more-terms").text(texts.more(count));
  more.on("click", texts.onOpen);
  parent.append(() => more.node());
}

function sign(parent: Parent, text: string): void {
  parent.append("span").attr("class", "operator").text(text);
}
