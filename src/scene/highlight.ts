import { type Cell, cellsIn } from "../trace/extent";
import { usesOf } from "../trace/relations";
import { stepCell, stepOf, termsAt, windowPlace } from "../trace/terms";
import { traceOf } from "../trace/trace";
import type { Board } from "./board";
import { cellOutline, sheetOf } from "./hit";
import type { PathMark, SceneGrid } from "./marks";

/** One cell of one grid, counted from 0. */
export interface GridCell<Grid extends string> {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
}

/** One cell of one sheet of the figure; the channel of a kernel or of products is counted among those of the step. */
export interface CellTarget extends GridCell<SceneGrid> {
  readonly channel: number;
  readonly depth: number;
}

type LitCells = Partial<Record<SceneGrid, readonly Cell[]>>;

/**
 * Outlines around every cell on show that a cell takes part with: an output's window and weights, an input's outputs in all
 * channels, a weight's pairs, a product's factors.
 *
 * @param step the step on screen, to which kernel and products belong
 */
export function highlightsOf(board: Board, step: number, target: CellTarget): readonly PathMark[] {
  const lit = litCells(board, step, target);
  const outline = (grid: SceneGrid, { channel, depth, row, column }: Cell) => {
    const sheet = sheetOf(board.layout, { grid, channel, depth });
    return sheet ? cellOutline(sheet, row, column) : "";
  };
  return (["input", "kernel", "products", "output"] as const).flatMap((grid) => {
    const d = [...new Set((lit[grid] ?? []).map((cell) => outline(grid, cell)))].join("");
    const own = target.grid === grid ? outline(grid, target) : "";
    return [
      ...(d ? [{ key: `lit-${grid}`, d, className: `lit ${grid}` }] : []),
      ...(own ? [{ key: `own-${grid}`, d: own, className: `lit own ${grid}` }] : []),
    ];
  });
}

function litCells({ document }: Board, step: number, target: CellTarget): LitCells {
  const trace = traceOf(document);
  const { grid: covered, origin } = windowPlace(document, step);
  const stepped = covered === "input" ? "output" : "input";
  const shown = stepCell(document, step);
  // What a stamp would add past the output's edge is nowhere.
  const isThere = ({ source }: { source: Cell | null }) => covered === "input" || source !== null;
  if (target.grid === stepped) {
    const terms = termsAt(document, stepOf(document, target)).filter(isThere);
    return {
      [covered]: terms.map(({ place }) => place),
      // Another channel's kernel is not on show.
      kernel: target.channel === shown.channel ? terms.map(({ kernel }) => kernel) : [],
    };
  }
  if (target.grid === covered) {
    const uses = usesOf(document, target);
    return {
      [stepped]: uses.map((use) => use.step),
      kernel: uses.filter((use) => use.step.channel === shown.channel).map(({ kernel }) => kernel),
    };
  }
  if (target.grid === "products") {
    const { window } = trace;
    const at = ((target.channel * window.depth + target.depth) * window.rows + target.row) * window.columns;
    const term = termsAt(document, step)[at + target.column];
    if (!term) return {};
    return { [covered]: isThere(term) ? [term.place] : [], kernel: [term.kernel], [stepped]: [shown] };
  }
  const { steps, axes } = trace;
  const count = cellsIn({ ...steps, channels: 1 });
  const own = Array.from({ length: count }, (_, n) => shown.channel * count + n);
  return {
    [covered]: own
      .map((n) => {
        const { origin: from } = windowPlace(document, n);
        return {
          channel: origin.channel + target.channel,
          depth: from.depth + target.depth * axes[0].dilation,
          row: from.row + target.row * axes[1].dilation,
          column: from.column + target.column * axes[2].dilation,
        };
      })
      .filter((cell) => covered === "input" || isInside(cell, trace.output)),
    products: [target],
    [stepped]: own.map((n) => stepCell(document, n)),
  };
}

function isInside(cell: Cell, extent: Readonly<Record<"depth" | "rows" | "columns", number>>): boolean {
  return (
    cell.depth >= 0 &&
    cell.depth < extent.depth &&
    cell.row >= 0 &&
    cell.row < extent.rows &&
    cell.column >= 0 &&
    cell.column < extent.columns
  );
}
