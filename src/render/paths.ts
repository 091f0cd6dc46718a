import type { LabelMark, PathMark, TextPart } from "../scene/marks";
import type { Group } from "./cellGrid";

/** The words of a label part in the language on the page. */
export type PartText = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export function drawPaths(parent: Group, marks: readonly PathMark[]): void {
  parent
    .selectAll<SVGPathElement, PathMark>(":scope > path")
    .data(marks, ({ key }) => key)
    .join("path")
    .attr("class", ({ className }) => className)
    .attr("d", ({ d }) => d);
}

export function drawLabels(parent: Group, marks: readonly LabelMark[], text: PartText): void {
  parent
    .selectAll<SVGTextElement, LabelMark>(":scope > text")
    .data(marks, ({ key }) => key)
    .join("text")
    .attr("class", ({ className }) => className)
    .attr("x", ({ x }) => x)
    .attr("y", ({ y }) => y)
    .attr("text-anchor", ({ anchor }) => anchor)
    .attr("font-size", ({ fontSize }) => fontSize ?? null)
    .each(function (mark) {
      drawParts(this, mark.parts, text);
    });
}

function drawParts(element: SVGTextElement, parts: readonly TextPart[], text: PartText): void {
  const words = (part: TextPart) => (part.message ? text(part.message, part.values) : (part.text ?? ""));
  const [only] = parts;
  if (parts.length === 1 && only && !only.className) {
    const content = words(only);
    if (element.textContent !== content || element.children.length > 0) element.textContent = content;
    return;
  }
  element.replaceChildren(
    ...parts.map((part) => {
      const span = element.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "tspan");
      span.textContent = words(part);
      if (part.className) span.setAttribute("class", part.className);
      return span;
    }),
  );
}
