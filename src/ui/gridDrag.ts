import type { Rows } from "../model/grid";
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

/** Whether a point lies on the window of a step, padding included. */
export function isOnWindow({ document, layout: { input } }: Board, step: number, { x, y }: Point): boolean {
  const origin = windowOrigin(document, step);
  const [rows, columns] = axesOf(document);
  const within = (place: number, start: number, axis: typeof rows) =>
    !!axis && place >= start && place < start + (axis.kernelSize - 1) * axis.dilation + 1;
  return (
    within((y - input.y) / input.cell, origin.row, rows) &&
    within((x - input.x) / input.cell, origin.column, columns)
  );
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
  board: Pick<Board, "document" | "layout">,
  { grid, row, column }: CellTarget,
): Pick<CellValue, "row" | "column"> {
  if (grid !== "kernel" || !isTurned(board)) return { row, column };
  const { rows, columns } = board.layout.kernel;
  return { row: rows - 1 - row, column: columns - 1 - column };
}

/** Numbers put in from a cell on the page on, as they lie in the document; null where they don't fit. */
export function storedBlock(
  board: Pick<Board, "document" | "layout">,
  { grid, row, column }: CellTarget,
  rows: Rows,
): { readonly rows: Rows; readonly at: readonly [row: number, column: number] } | null {
  const [lastRow, lastColumn] = [row + rows.length - 1, column + (rows[0]?.length ?? 0) - 1];
  const place = board.layout[grid];
  if (lastRow >= place.rows || lastColumn >= place.columns) return null;
  if (grid !== "kernel" || !isTurned(board)) return { rows, at: [row, column] };
  const first = storedCell(board, { grid, row: lastRow, column: lastColumn });
  return { rows: rows.map((line) => line.toReversed()).toReversed(), at: [first.row, first.column] };
}

function isTurned({ document }: Pick<Board, "document">): boolean {
  return document.layers[0].op === "conv-flipped";
}
