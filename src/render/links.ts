import type { PathMark } from "../scene/marks";
import type { Group } from "./cellGrid";

/** The bands that lead from the windows to the products and on to the output: made once, moved every frame. */
export function createLinks(parent: Group): (marks: readonly PathMark[]) => void {
  const nodes = new Map<string, SVGPathElement>();
  return (marks) => {
    for (const { key, d, className } of marks) {
      let node = nodes.get(key);
      if (!node) {
        node = parent.append("path").node() as SVGPathElement;
        nodes.set(key, node);
      }
      if (node.getAttribute("class") !== className) node.setAttribute("class", className);
      if (node.getAttribute("d") !== d) node.setAttribute("d", d);
    }
    if (nodes.size === marks.length) return;
    const shown = new Set(marks.map(({ key }) => key));
    for (const [key, node] of nodes) {
      if (shown.has(key)) continue;
      node.remove();
      nodes.delete(key);
    }
  };
}
