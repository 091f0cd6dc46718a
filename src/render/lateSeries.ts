import type { Board } from "../scene/board";
import type { Group } from "./cellGrid";

/** The lines over a figure of one axis, whose code is fetched when the first such figure is shown. */
export interface Series {
  readonly board: (board: Board) => void;
  /** How many outputs show, in scan order. */
  readonly show: (filled: number) => void;
}

type DrawSeries = typeof import("./series").drawSeries;

/** @param parent where they are drawn */
export function createSeries(parent: Group): Series {
  let draw: DrawSeries | null = null;
  let shown: Board | null = null;
  let filled = 0;
  let asked = false;

  function redraw() {
    if (draw && shown?.layout.chart) draw(parent, shown, filled);
    else parent.selectChildren().remove();
  }

  async function fetchDrawing() {
    ({ drawSeries: draw } = await import("./series"));
    redraw();
  }

  return {
    board: (board) => {
      shown = board;
      if (board.layout.chart && !asked) {
        asked = true;
        fetchDrawing().catch(() => {
          // The strips say everything without the lines; the next board asks again.
          asked = false;
        });
      }
      redraw();
    },
    show: (count) => {
      if (count === filled) return;
      filled = count;
      if (shown?.layout.chart) redraw();
    },
  };
}
