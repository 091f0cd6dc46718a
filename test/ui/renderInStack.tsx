import type { ReactNode } from "react";
import { stackEn } from "../../src/content/messages/stack.en";
import { readAddress } from "../../src/model/address";
import { start } from "../../src/model/history";
import type { AppStore } from "../../src/store/appStore";
import { addTexts } from "../../src/ui/lateTexts";
import { StackProvider } from "../../src/ui/StackContext";
import { renderFigure } from "./figureInApp";

addTexts(stackEn);

/** A part of the Stack view on the document of an address. */
export function renderInStack(part: ReactNode, address: string): AppStore {
  const { state } = readAddress(`#view=stack&${address}`);
  return renderFigure(<StackProvider>{part}</StackProvider>, {
    view: "stack",
    history: start(state.document),
    stackCell: null,
  });
}

/** The numbers of a map, row by row: `0` is the input. */
export function mapNumbers(grid: number | "weights"): number[] {
  const cells = document.querySelectorAll(`[data-grid="${grid}"] [role=gridcell]`);
  return Array.from(cells, ({ textContent }) => Number(textContent?.replace("\u2212", "-")));
}

export function mapCell(grid: number | "weights", row: number, column: number): SVGGElement {
  const found = document.querySelector<SVGGElement>(
    `[data-grid="${grid}"] [data-row="${row}"][data-column="${column}"]`,
  );
  if (!found) throw new Error(`no cell ${row}, ${column} in map ${grid}`);
  return found;
}
