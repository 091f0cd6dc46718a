import "d3-transition";
import type { Board } from "../scene/board";
import type { Group } from "./cellGrid";

const MILLISECONDS = 700;

/** Turns the kernel by 180° when a change of operation flipped it, its digits upright all the way. */
export function turnKernel(kernel: Group, before: Board | null, after: Board): void {
  if (!before || isFlipped(before) === isFlipped(after)) return;
  if (before.document.layers[0].weight !== after.document.layers[0].weight) return;
  if (kernel.node()?.ownerDocument.defaultView?.matchMedia("(prefers-reduced-motion: reduce)").matches)
    return;
  const { x, y, cell, rows, columns } = after.layout.kernel;
  const digits = kernel.selectAll<SVGTextElement, unknown>("text");
  kernel
    .transition("turn")
    .duration(MILLISECONDS)
    .attrTween("transform", () => (part) => {
      const angle = part < 1 ? 180 * (part - 1) : 0;
      digits.attr("transform", angle ? `rotate(${-angle},${cell / 2},${cell / 2})` : null);
      return `rotate(${angle},${x + (columns * cell) / 2},${y + (rows * cell) / 2})`;
    })
    .on("end interrupt", () => {
      kernel.attr("transform", null);
      digits.attr("transform", null);
    });
}

function isFlipped({ document }: Board): boolean {
  return document.layers[0].op === "conv-flipped";
}
