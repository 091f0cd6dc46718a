import type { LabelMark, PathMark, TextPart } from "../scene/marks";
import type { Group } from "./cellGrid";
import { setAttributes, setText } from "./setAttributes";

/** The words of a label part in the language on the page. */
export type PartText = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export function drawPaths(parent: Group, marks: readonly PathMark[]): void {
  parent
    .selectAll<SVGPathElement, PathMark>(":scope > path")
    .data(marks, ({ key }) => key)
    .join("path")
    .each(function ({ className, d }) {
      setAttributes(this, { class: className, d });
    });
}

export function drawLabels(parent: Group, marks: readonly LabelMark[], text: PartText): void {
  parent
    .selectAll<SVGTextElement, LabelMark>(":scope > text")
    .data(marks, ({ key }) => key)
    .join("text")
    .each(function ({ className, x, y, anchor, fontSize = null, parts }) {
      setAttributes(this, { class: className, x, y, "text-anchor": anchor, "font-size": fontSize });
      drawParts(this, parts, text);
    });
}

function drawParts(element: SVGTextElement, parts: readonly TextPart[], text: PartText): void {
  const words = (part: TextPart) => (part.message ? text(part.message, part.values) : (part.text ?? ""));
  const [only] = parts;
  if (parts.length === 1 && only && !only.className) {
    setText(element, words(only));
    return;
  }
  const spans = parts.map((part) => {
    const span = element.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "tspan");
    span.textContent = words(part);
    if (part.className) span.setAttribute("class", part.className);
    return span;
  });
  const same = (span: Element, i: number) => !!element.childNodes[i]?.isEqualNode(span);
  if (spans.length !== element.childNodes.length || !spans.every(same)) element.replaceChildren(...spans);
}
