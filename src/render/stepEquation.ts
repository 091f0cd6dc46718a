import { create, type Selection, select } from "d3-selection";
import type { EquationPiece, EquationSum } from "../scene/stepEquation";

/** The drawing of an equation of a training step; it is written anew where something changed. */
export interface StepEquationView {
  /** @param fits how many terms of a sum stand before the rest folds */
  readonly draw: (pieces: readonly (EquationPiece | EquationSum)[], fits: number) => void;
}

export interface StepEquationTexts {
  readonly more: (count: number) => string;
  readonly onOpen: () => void;
}

type Parent = Selection<HTMLElement, unknown, null, undefined>;

export function createStepEquation(host: HTMLElement, texts: StepEquationTexts): StepEquationView {
  const root: Parent = select(host);
  let drawn = "";

  function draw(pieces: readonly (EquationPiece | EquationSum)[], fits: number) {
    const shape = JSON.stringify([pieces, fits]);
    if (shape === drawn) return;
    drawn = shape;
    root.selectChildren().remove();
    for (const piece of pieces) {
      if ("terms" in piece) appendSum(piece, fits);
      else appendPiece(root, piece);
    }
  }

  function appendSum({ terms }: EquationSum, fits: number) {
    // A button that stands for one term alone would take its room.
    const shown = terms.length > fits + 1 ? terms.slice(0, fits) : terms;
    for (const [i, term] of shown.entries()) {
      if (i > 0) root.append("span").attr("class", "operator").text(" + ");
      appendPiece(root, term);
    }
    if (shown.length === terms.length) return;
    root.append("span").attr("class", "operator").text(" + ");
    const more = create("button").attr("type", "button").attr("class", "more-terms");
    more.text(texts.more(terms.length - shown.length)).on("click", texts.onOpen);
    root.append(() => more.node());
  }

  return { draw };
}

function appendPiece(root: Parent, { className, parts }: EquationPiece): void {
  const element = root.append("span").attr("class", className);
  for (const part of parts) {
    element
      .append(part.tag ?? "span")
      .attr("class", part.className || null)
      .text(part.text);
  }
}
