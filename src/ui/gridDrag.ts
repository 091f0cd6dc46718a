import { type CellValue, setCells, setInputSize, setKernelSize } from "../model/gridCommands";
import { axesOf } from "../model/layer";
import { inputSize, kernelSize } from "../model/params";
import type { Board } from "../scene/board";
import type { CellTarget } from "../scene/highlight";
import { cellAtPoint, type EdgeTarget } from "../scene/hit";
import type { AppStore } from "../store/appStore";
import { currentStep } from "../store/playbackSlice";
import { windowOrigin } from "../trace/terms";
import { traceOf } from "../trace/trace";

/** A point of the figure, in its own pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Something in progress under a pressed pointer. */
export interface Drag {
  readonly move: (to: Point) => void;
  readonly end: () => void;
}

/** The window follows the pointer, from one reachable position to the next. */
export function dragWindow(store: AppStore, board: Board, from: Point): Drag {
  const { document, layout } = board;
  const { rows, columns } = traceOf(document);
  const [rowAxis, columnAxis] = axesOf(document);
  const origin = windowOrigin(document, currentStep(store.getState()));
  const cellOf = ({ x, y }: Point) => ({
    row: (y - layout.input.y) / layout.input.cell,
    column: (x - layout.input.x) / layout.input.cell,
  });
  const grabbed = cellOf(from);
  const snapped = (place: number, axis: typeof rowAxis, count: number) =>
    axis ? Math.max(0, Math.min(Math.round((place + axis.padding[0]) / axis.stride), count - 1)) : 0;
  return {
    move: (to) => {
      const now = cellOf(to);
      const row = snapped(origin.row + now.row - grabbed.row, rowAxis, rows);
      const column = snapped(origin.column + now.column - grabbed.column, columnAxis, columns);
      store.getState().seek(row * columns + column);
    },
    end: () => undefined,
  };
}

/** A stroke of the brush over the cells of the grid where it began: one step of the history. */
export function dragBrush(store: AppStore, board: Board, start: CellTarget): Drag {
  const { grid } = start;
  const paint = (cell: CellTarget) => {
    if (cell.grid !== grid || (grid !== "input" && grid !== "kernel")) return;
    const { brush, preview } = store.getState();
    preview(setCells(grid, [{ ...storedCell(board, cell), value: brush }]));
  };
  paint(start);
  return {
    move: ({ x, y }) => {
      const cell = cellAtPoint(board.layout, x, y);
      if (cell) paint(cell);
    },
    end: () => store.getState().commitPreview(),
  };
}

/** The grid grows and shrinks with its edge, by whole cells. */
export function dragEdge(store: AppStore, board: Board, { grid, edge }: EdgeTarget, from: Point): Drag {
  const { cell, rows, columns } = board.layout[grid];
  const { min, max } = grid === "input" ? inputSize : kernelSize;
  const sized = (size: number, moved: number) =>
    Math.max(min, Math.min(size + Math.round(moved / cell), max));
  return {
    move: ({ x, y }) => {
      const newRows = edge === "right" ? rows : sized(rows, y - from.y);
      const newColumns = edge === "bottom" ? columns : sized(columns, x - from.x);
      const { preview, history } = store.getState();
      // From the committed numbers, so that what was cut off comes back with the edge.
      preview((grid === "input" ? setInputSize : setKernelSize)(newRows, newColumns), history.present);
    },
    end: () => store.getState().commitPreview(),
  };
}

/** The document's cell under a cell on the page: true convolution shows its kernel turned by 180°. */
export function storedCell(
  { document, layout }: Pick<Board, "document" | "layout">,
  { grid, row, column }: CellTarget,
): Pick<CellValue, "row" | "column"> {
  if (grid !== "kernel" || document.layers[0].op !== "conv-flipped") return { row, column };
  return { row: layout.kernel.rows - 1 - row, column: layout.kernel.columns - 1 - column };
}
