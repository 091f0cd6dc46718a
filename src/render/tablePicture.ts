import { type Selection, select } from "d3-selection";
import type { TableLights, TableMarks } from "../scene/numberTable";
import type { TablePlace } from "./numberTable";
import { setAttributes } from "./setAttributes";

/** A large table as a picture with a dot for each cell, and the one cell that the keyboard is on. */
export interface TablePicture {
  readonly draw: (marks: TableMarks, name: string) => void;
  readonly light: (lights: TableLights) => void;
  readonly activate: (place: TablePlace) => HTMLElement | null;
  readonly placeOf: (event: MouseEvent) => TablePlace | null;
  readonly clear: () => void;
}

type Frame = Selection<HTMLDivElement, unknown, null, undefined>;

/** Side of a dot in pixels: small tables have larger dots, up to a size at which they are no longer dots. */
function dotSide(rows: number, columns: number): number {
  return Math.max(1, Math.min(6, Math.floor(640 / Math.max(rows, columns))));
}

export function createTablePicture(host: HTMLElement, editable: boolean): TablePicture {
  let frame: Frame | null = null;
  let marks: TableMarks | null = null;

  function build(): Frame {
    const made = select(host).append("div").attr("class", "table-picture") as Frame;
    for (const name of ["values", "lights"]) {
      made.append("canvas").attr("class", `table-${name}`).attr("aria-hidden", "true");
    }
    const grid = made
      .append("div")
      .attr("role", "grid")
      .attr("aria-readonly", editable ? null : "true");
    grid.append("div").attr("role", "row").append("div").attr("role", "gridcell").attr("tabindex", 0);
    return made;
  }

  function draw(next: TableMarks, name: string) {
    frame ??= build();
    marks = next;
    const { rows, columns, cells } = next;
    const side = dotSide(rows, columns);
    frame.style("inline-size", `${columns * side}px`).style("aspect-ratio", `${columns} / ${rows}`);
    const grid = frame.select<HTMLElement>("[role=grid]").node();
    if (grid) setAttributes(grid, { "aria-label": name, "aria-rowcount": rows, "aria-colcount": columns });
    const context = contextOf(frame, ".table-values", columns, rows);
    if (!context) return;
    const colours = colourReader(host);
    const image = context.createImageData(columns, rows);
    const pixels = new Uint32Array(image.data.buffer);
    const known = new Map<string, number>();
    for (const [i, { className }] of cells.entries()) {
      let colour = known.get(className);
      if (colour === undefined) {
        colour = colours.read(className);
        known.set(className, colour);
      }
      pixels[i] = colour;
    }
    colours.stop();
    context.putImageData(image, 0, 0);
    light({ rows: [], columns: [], cells: [] });
  }

  function light({ rows, columns, cells }: TableLights) {
    if (!frame || !marks) return;
    const context = contextOf(frame, ".table-lights", marks.columns, marks.rows);
    if (!context) return;
    context.clearRect(0, 0, marks.columns, marks.rows);
    context.fillStyle = getComputedStyle(host).color;
    context.globalAlpha = 0.35;
    for (const row of rows) context.fillRect(0, row, marks.columns, 1);
    for (const column of columns) context.fillRect(column, 0, 1, marks.rows);
    context.globalAlpha = 0.8;
    for (const place of cells)
      context.fillRect(place % marks.columns, Math.floor(place / marks.columns), 1, 1);
  }

  function activate({ row, column }: TablePlace): HTMLElement | null {
    const cell = frame?.select<HTMLElement>("[role=gridcell]").node();
    if (!cell || !marks) return null;
    const mark = marks.cells[row * marks.columns + column];
    setAttributes(cell, {
      class: "table-dot",
      "data-row": row,
      "data-column": column,
      "aria-rowindex": row + 1,
      "aria-colindex": column + 1,
    });
    cell.textContent = mark?.text ?? "";
    cell.style.insetInlineStart = `${(100 * column) / marks.columns}%`;
    cell.style.insetBlockStart = `${(100 * row) / marks.rows}%`;
    cell.style.inlineSize = `${100 / marks.columns}%`;
    cell.style.blockSize = `${100 / marks.rows}%`;
    return cell;
  }

  function placeOf({ clientX, clientY }: MouseEvent): TablePlace | null {
    const box = frame?.node()?.getBoundingClientRect();
    if (!box || !marks || box.width === 0) return null;
    const column = Math.floor(((clientX - box.left) / box.width) * marks.columns);
    const row = Math.floor(((clientY - box.top) / box.height) * marks.rows);
    const inside = row >= 0 && row < marks.rows && column >= 0 && column < marks.columns;
    return inside ? { row, column } : null;
  }

  function clear() {
    frame?.remove();
    frame = null;
    marks = null;
  }

  return { draw, light, activate, placeOf, clear };
}

function contextOf(frame: Frame, name: string, width: number, height: number) {
  const canvas = frame.select<HTMLCanvasElement>(name).node();
  if (!canvas) return null;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return canvas.getContext("2d");
}

/** Reads what the stylesheet gives a class, as a pixel in the byte order of the machine. */
function colourReader(host: HTMLElement) {
  const probe = select(host).append("span").attr("class", "table-probe");
  const element = probe.node() as HTMLSpanElement;
  const canvas = host.ownerDocument.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return {
    read: (className: string): number => {
      element.className = `table-probe ${className}`;
      if (!context) return 0;
      context.fillStyle = getComputedStyle(element).backgroundColor;
      context.fillRect(0, 0, 1, 1);
      return new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0;
    },
    stop: () => probe.remove(),
  };
}
