import type { Rectangle } from "../scene/marks";
import { scaleOf } from "./usePointer";

/**
 * Where a cell's editor goes, from the corner of the stage that the figure stands in.
 *
 * @param cell where the cell lies in the figure
 */
export function editorPlace(stage: HTMLElement, cell: Rectangle): Rectangle {
  const figure = stage.querySelector<HTMLElement>(".figure");
  const corner = figure?.getBoundingClientRect();
  const scale = scaleOf(figure);
  const frame = stage.getBoundingClientRect();
  return {
    x: (corner?.left ?? 0) - frame.left + stage.scrollLeft + scale * cell.x,
    y: (corner?.top ?? 0) - frame.top + stage.scrollTop + scale * cell.y,
    width: scale * cell.width,
    height: scale * cell.height,
  };
}
