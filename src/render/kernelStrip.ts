import { select } from "d3-selection";
import type { KernelStrip, Snapshot } from "../scene/kernelStrip";
import type { Group } from "./cellGrid";
import { drawPaths } from "./paths";
import { setAttributes } from "./setAttributes";

/** The drawn strip: its snapshots are the options of a list, one of which is chosen. */
export interface StripDrawing {
  /** @param nameOf what a snapshot is called, and what it shows */
  readonly draw: (strip: KernelStrip, nameOf: (snapshot: Snapshot) => string) => void;
  /** Rings a snapshot; its id is what the list says is active. */
  readonly choose: (index: number) => string;
  readonly destroy: () => void;
}

/** @param id starts the ids of the snapshots; one of its own for each strip on the page */
export function createKernelStrip(host: HTMLElement, id: string): StripDrawing {
  const svg = select(host).append("svg").attr("class", "strip-drawing").attr("role", "presentation");
  const rows = svg.append("g").attr("class", "strip-rows").attr("aria-hidden", "true");
  const list = svg.append("g").attr("role", "presentation");
  let chosen = -1;
  const optionAt = (index: number) => list.node()?.children[index];

  function draw(strip: KernelStrip, nameOf: (snapshot: Snapshot) => string) {
    setAttributes(svg.node() as SVGSVGElement, { width: strip.width, height: strip.height });
    rows
      .selectAll<SVGTextElement, number>(":scope > text")
      .data(strip.rows)
      .join("text")
      .each(function (y, row) {
        setAttributes(this, { class: row === 0 ? "strip-row" : "strip-row other", x: 4, y });
        if (this.textContent !== "W") this.textContent = "W";
      });
    list
      .selectAll<SVGGElement, Snapshot>(":scope > g")
      .data(strip.snapshots, ({ update }) => update)
      .join((enter) => {
        const option = enter.append("g").attr("class", "snapshot").attr("role", "option");
        option.append("rect").attr("class", "snapshot-frame").attr("rx", 4);
        option.append("g");
        return option;
      })
      .order()
      .each(function (snapshot) {
        setAttributes(this, { id: `${id}${snapshot.update}`, "aria-label": nameOf(snapshot) });
        setAttributes(this.firstChild as SVGRectElement, { ...snapshot.frame });
        drawPaths(select(this.lastChild as SVGGElement) as unknown as Group, snapshot.paths);
      });
    choose(Math.max(0, Math.min(chosen, strip.snapshots.length - 1)));
  }

  function choose(index: number): string {
    if (index !== chosen) optionAt(chosen)?.setAttribute("aria-selected", "false");
    chosen = index;
    const option = optionAt(index);
    for (const each of list.node()?.children ?? [])
      setAttributes(each, { "aria-selected": String(each === option) });
    return option?.id ?? "";
  }

  return { draw, choose, destroy: () => void svg.remove() };
}
