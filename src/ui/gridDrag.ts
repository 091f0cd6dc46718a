import { setCells, setInputSize, setKernelSize } from "../model/gridCommands";
import { inputSizeOf, kernelSizeOf } from "../model/layer";
import { inputSize, kernelSize } from "../model/params";
import type { Board } from "../scene/board";
import { cellAtPoint, type EdgeTarget, sheetOf } from "../scene/hit";
import type { AppStore } from "../store/appStore";
import { currentStep } from "../store/playbackSlice";
import { type EditableTarget, storedCell } from "./storedCell";

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

/**
 * A stroke of the brush over the cells of the grid where it began, on any of its sheets: one step of the history.
 *
 * @param slide how far the kernel has glided, in pixels
 */
export function dragBrush(store: AppStore, board: Board, start: EditableTarget, slide: number): Drag {
  const { grid } = start;
  const step = currentStep(store.getState());
  const paint = (cell: EditableTarget) => {
    const { brush, preview } = store.getState();
    preview(setCells(grid, [{ ...storedCell(board.document, step, cell), value: brush }]));
  };
  paint(start);
  return {
    move: ({ x, y }) => {
      const cell = cellAtPoint(board.layout, x, y, slide);
      if (cell?.grid === grid) paint({ ...cell, grid });
    },
    end: () => store.getState().commitPreview(),
  };
}

/** The grid grows and shrinks with its edge, by whole cells, and all of its sheets with it. */
export function dragEdge(store: AppStore, board: Board, { grid, edge }: EdgeTarget, from: Point): Drag {
  const { document, layout } = board;
  const sizes = grid === "input" ? inputSizeOf(document) : kernelSizeOf(document.layers[0]);
  const sheet = sheetOf(layout, { grid, channel: 0, depth: 0 }) ?? layout.sheets[grid][0];
  const { cell = 1, pitch = cell } = sheet ?? {};
  const { min, max } = grid === "input" ? inputSize : kernelSize;
  const sized = (size: number, moved: number) => Math.max(min, Math.min(size + Math.round(moved), max));
  const [columnAxis, rowAxis] = [sizes.length - 1, sizes.length - 2];
  return {
    move: ({ x, y }) => {
      const grown = sizes.map((size, axis) => {
        if (axis === columnAxis && edge !== "bottom") return sized(size, (x - from.x) / pitch);
        return axis === rowAxis && edge !== "right" ? sized(size, (y - from.y) / cell) : size;
      });
      const { preview, history } = store.getState();
      // From the committed numbers, so that what was cut off comes back with the edge.
      preview((grid === "input" ? setInputSize : setKernelSize)(grown), history.present);
    },
    end: () => store.getState().commitPreview(),
  };
}
