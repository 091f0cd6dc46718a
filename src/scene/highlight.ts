import { usesOfInput } from "../trace/relations";
import { termsAt, windowOrigin } from "../trace/terms";
import { traceOf } from "../trace/trace";
import type { Board } from "./board";
import type { Place } from "./layout";
import { cellPath, type PathMark, type SceneGrid } from "./marks";

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

type Cell = readonly [row: number, column: number];

/**
 * Outlines around every cell that a cell takes part with: an output's window and weights, an input's outputs, a
 * weight's pairs, a product's factors.
 *
 * @param step the step on screen, to which products belong
 */
export function highlightsOf(board: Board, step: number, target: CellTarget): readonly PathMark[] {
  const lit = litCells(board, step, target);
  const { layout } = board;
  return (["input", "kernel", "products", "output"] as const).flatMap((grid) => {
    const d = (lit[grid] ?? []).map(([row, column]) => cellOutline(layout[grid], row, column)).join("");
    const own = target.grid === grid ? cellOutline(layout[grid], target.row, target.column) : "";
    return [
      ...(d ? [{ key: `lit-${grid}`, d, className: `lit ${grid}` }] : []),
      ...(own ? [{ key: `own-${grid}`, d: own, className: `lit own ${grid}` }] : []),
    ];
  });
}

function litCells(
  { document }: Board,
  step: number,
  target: CellTarget,
): Partial<Record<SceneGrid, readonly Cell[]>> {
  const trace = traceOf(document);
  switch (target.grid) {
    case "output": {
      const terms = termsAt(document, target.row * trace.columns + target.column);
      return {
        input: terms.map((term) => [term.row, term.column]),
        kernel: terms.map((term) => [term.kernelRow, term.kernelColumn]),
      };
    }
    case "input": {
      const uses = usesOfInput(document, target.row, target.column);
      return {
        kernel: uses.map((use) => [use.kernelRow, use.kernelColumn]),
        output: uses.map((use) => [use.outputRow, use.outputColumn]),
      };
    }
    case "kernel": {
      const [rowDilation = 1, columnDilation = 1] = document.layers[0].dilation;
      const outputs = Array.from({ length: trace.rows * trace.columns }, (_, n) => n);
      return {
        input: outputs.map((n) => {
          const origin = windowOrigin(document, n);
          return [origin.row + target.row * rowDilation, origin.column + target.column * columnDilation];
        }),
        products: [[target.row, target.column]],
        output: outputs.map((n) => cellOfStep(n, trace.columns)),
      };
    }
    case "products": {
      const term = termsAt(document, step)[target.row * trace.kernelColumns + target.column];
      if (!term) return {};
      return {
        input: [[term.row, term.column]],
        kernel: [[term.kernelRow, term.kernelColumn]],
        output: [cellOfStep(step, trace.columns)],
      };
    }
  }
}

function cellOfStep(step: number, columns: number): Cell {
  return [Math.floor(step / columns), step % columns];
}

/** The path around a cell of a grid. */
export function cellOutline({ x, y, cell }: Place, row: number, column: number): string {
  return cellPath(x + column * cell, y + row * cell, cell, cell < 8 ? 0.25 : 1);
}
