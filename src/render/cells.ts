import type { Place, Sheet } from "../scene/layout";
import { levelClass } from "../scene/levels";
import type { CellMark } from "../scene/marks";
import type { Group } from "./cellGrid";
import { setAttributes } from "./setAttributes";

/** One cell's elements; painting touches only what differs from the mark painted before. */
export interface CellNodes {
  readonly group: SVGGElement;
  readonly row: number;
  readonly column: number;
  readonly paint: (mark: CellMark, before: CellMark | undefined, computed: boolean) => void;
}

/**
 * Rows and cells joined by their indices, so that a grid that grows keeps those it has.
 *
 * @param roles whether they are a grid's rows and cells to everyone, or a picture
 */
export function createCells(root: Group, rows: number, columns: number, roles: boolean): CellNodes[] {
  const range = (count: number) => Array.from({ length: count }, (_, i) => i);
  const nodes: CellNodes[] = [];
  root
    .selectAll<SVGGElement, number>(":scope > .row")
    .data(range(rows))
    .join((enter) =>
      enter
        .append("g")
        .attr("class", "row")
        .attr("role", roles ? "row" : null),
    )
    .each(function (row) {
      const cells = this.ownerDocument.createDocumentFragment();
      const old = this.childNodes.length;
      for (let column = old - 1; column >= columns; column--) this.lastChild?.remove();
      for (let column = old; column < columns; column++) cells.append(createCell(this, row, column, roles));
      this.append(cells);
      this.childNodes.forEach((node, column) => {
        nodes.push(cellNodes(node as SVGGElement, row, column));
      });
    });
  return nodes;
}

/** @param lift of the digits above the middle of their cells, in pixels */
export function placeCells(
  nodes: readonly CellNodes[],
  place: Place & Pick<Partial<Sheet>, "pitch">,
  fontSize: number,
  lift = 0,
): void {
  const { cell, pitch = cell } = place;
  const gap = cell < 12 ? 0.5 : 1;
  const side = cell - 2 * gap;
  const radius = cell < 20 ? 1 : 4;
  for (const { group, row, column } of nodes) {
    const x = place.x + column * pitch;
    const y = place.y + row * cell;
    const [box, digits] = group.children as unknown as [SVGRectElement, SVGTextElement];
    // No transform: the browser would keep a coordinate system for every cell, through which all frames have to go.
    setAttributes(box, { x: x + gap, y: y + gap, width: side, height: side, rx: radius });
    setAttributes(digits, { x: x + cell / 2, y: y + cell / 2 - lift, "font-size": fontSize });
  }
}

function createCell(parent: Element, row: number, column: number, roles: boolean): SVGGElement {
  const create = <Name extends "g" | "rect" | "text">(name: Name) =>
    parent.ownerDocument.createElementNS("http://www.w3.org/2000/svg", name) as SVGElementTagNameMap[Name];
  const group = create("g");
  if (roles) {
    group.setAttribute("role", "gridcell");
    group.setAttribute("tabindex", "-1");
  }
  group.setAttribute("data-row", String(row));
  group.setAttribute("data-column", String(column));
  group.append(create("rect"), create("text"));
  return group;
}

function cellNodes(group: SVGGElement, row: number, column: number): CellNodes {
  const digits = group.lastChild as SVGTextElement;
  return {
    group,
    row,
    column,
    paint: (mark, before, computed) => {
      if (mark.text !== before?.text) digits.textContent = mark.text;
      const name = classOf(mark, computed);
      if (group.getAttribute("class") !== name) group.setAttribute("class", name);
    },
  };
}

function classOf({ level, state }: CellMark, computed: boolean): string {
  if (!computed || state === "empty") return "cell empty";
  return state ? `cell ${levelClass(level)} ${state}` : `cell ${levelClass(level)}`;
}
