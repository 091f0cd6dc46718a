import type { Selection } from "d3-selection";
import { cellPath, type Rectangle } from "../scene/marks";

type Layer = Selection<SVGSVGElement, unknown, null, undefined>;

/**
 * A frame in a layer of its own, drawn once at home and moved by the layer's transform: the browser then has nothing
 * to paint while it glides.
 */
export interface MovingFrame {
  readonly draw: (home: Rectangle, d: string) => void;
  readonly move: (to: Rectangle) => void;
}

export function createMovingFrame(layer: Layer): MovingFrame {
  const path = layer.append("path");
  let home: Rectangle | null = null;
  let transform = "";
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

export function cellFrame({ x, y, width, height }: Rectangle): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}
