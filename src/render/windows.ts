import type { Selection } from "d3-selection";
import type { Frame, SheetWindow } from "../scene/frame";
import { createMovingFrame, sheetWindowPath } from "./movingFrame";

/** The windows on all sheets under the kernel: moved together, and drawn anew only when they come to other sheets. */
export interface Windows {
  /** Forgets where the windows are drawn. */
  readonly forget: () => void;
  readonly draw: (frame: Frame) => void;
}

export function createWindows(layer: Selection<SVGSVGElement, unknown, null, undefined>): Windows {
  const moving = createMovingFrame(layer);
  let home: readonly SheetWindow[] | null = null;

  return {
    forget: () => {
      home = null;
    },
    draw: ({ windows, opacity }) => {
      if (!home || !onSameSheets(home, windows)) {
        home = windows;
        moving.draw(windows[0] ?? { x: 0, y: 0 }, windows.map(sheetWindowPath).join(""));
      }
      const [first] = windows;
      if (first) moving.move(first);
      moving.fade(opacity);
    },
  };
}

function onSameSheets(before: readonly SheetWindow[], after: readonly SheetWindow[]): boolean {
  return before.length === after.length && before.every(({ sheet }, i) => sheet === after[i]?.sheet);
}
