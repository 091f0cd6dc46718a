import type { Board } from "../scene/board";
import type { Group } from "./cellGrid";

const TURN = { duration: 700, easing: "ease-in-out" } as const;

/** Turns each sheet of the kernel by 180° when a change of operation flipped it, its digits upright all the way. */
export function turnKernel(kernel: Group, before: Board | null, after: Board): void {
  if (!before || isFlipped(before) === isFlipped(after)) return;
  if (before.document.layers[0].weight !== after.document.layers[0].weight) return;
  const grid = kernel.node();
  if (!grid?.animate || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const turn = (degrees: number) => [{ transform: `rotate(${degrees}deg)` }, { transform: "none" }];
  for (const sheet of grid.querySelectorAll(":scope > .sheet")) sheet.animate(turn(-180), TURN);
  for (const digits of grid.querySelectorAll("text")) digits.animate(turn(180), TURN);
}

function isFlipped({ document }: Board): boolean {
  return document.layers[0].op === "conv-flipped";
}
