import type { Selection } from "d3-selection";
import type { Marker, SheetWindow } from "../scene/frame";
import { cellOutline, cornerOf } from "../scene/hit";
import { cellPath, type Rectangle } from "../scene/marks";

type Layer = Selection<SVGSVGElement, unknown, null, undefined>;

/**
 * A frame in a layer of its own, drawn once at home and moved by the layer's transform: the browser then has nothing
 * to paint while it glides.
 */
export interface MovingFrame {
  readonly draw: (home: Point, d: string) => void;
  readonly move: (to: Point) => void;
  /** How much of it shows, 0…1. */
  readonly fade: (opacity: number) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export function createMovingFrame(layer: Layer): MovingFrame {
  const path = layer.append("path");
  let home: Point | null = null;
  let transform = "";
  let opacity = "";
  return {
    draw: (at, d) => {
      home = at;
      if (path.attr("d") !== d) path.attr("d", d);
    },
    move: ({ x, y }) => {
      if (!home) return;
      const next = x === home.x && y === home.y ? "" : `translate(${x - home.x}px,${y - home.y}px)`;
      if (next === transform) return;
      transform = next;
      const node = layer.node();
      if (node) node.style.transform = next;
    },
    fade: (share) => {
      const next = share < 1 ? share.toFixed(2) : "";
      if (next === opacity) return;
      opacity = next;
      const node = layer.node();
      if (node) node.style.opacity = next;
    },
  };
}

/** A kernel over an input: its size and dilation, rows first, and the side of an input cell in pixels. */
export interface WindowShape {
  readonly kernelSize: readonly number[];
  readonly dilation: readonly number[];
  readonly cell: number;
}

/** The outline of the window; of a dilated kernel also the cells it reads, between those it skips. */
export function windowPath(
  { kernelSize: [rows = 1, columns = 1], dilation, cell }: WindowShape,
  { x, y, width, height }: Rectangle,
): string {
  const [rowDilation = 1, columnDilation = 1] = dilation;
  const frame = `M${x} ${y}h${width}v${height}h${-width}z`;
  if (rowDilation === 1 && columnDilation === 1) return frame;
  const taps = Array.from({ length: rows * columns }, (_, k) =>
    cellPath(
      x + (k % columns) * columnDilation * cell,
      y + Math.floor(k / columns) * rowDilation * cell,
      cell,
      2,
    ),
  );
  return frame + taps.join("");
}

/** The outline of a window on a sheet, which may be in perspective. */
export function sheetWindowPath(window: SheetWindow): string {
  const { sheet, row, column, rows, columns, kernelSize, dilation } = window;
  if (!sheet.skew && !sheet.pitch) return windowPath({ kernelSize, dilation, cell: sheet.cell }, window);
  if (!sheet.skew) return cellFrame(window);
  const corner = (down: number, across: number) => cornerOf(sheet, row + down, column + across).join(" ");
  const frame = `M${corner(0, 0)}L${corner(0, columns)}L${corner(rows, columns)}L${corner(rows, 0)}z`;
  const [rowDilation, columnDilation] = dilation;
  if (rowDilation === 1 && columnDilation === 1) return frame;
  const taps = Array.from({ length: kernelSize[0] * kernelSize[1] }, (_, k) =>
    cellOutline(
      sheet,
      row + Math.floor(k / kernelSize[1]) * rowDilation,
      column + (k % kernelSize[1]) * columnDilation,
      2,
    ),
  );
  return frame + taps.join("");
}

/** The outline of the cell that a step computes, or that stamps. */
export function markerPath({ sheet, row, column, ...box }: Marker): string {
  return sheet?.skew ? cellOutline(sheet, row, column, 0) : cellFrame(box);
}

function cellFrame({ x, y, width, height }: Rectangle): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}
