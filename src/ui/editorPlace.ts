import type { Rectangle } from "../scene/marks";

/**
 * Where a cell's editor goes, from the corner of the stage that the figure stands in.
 *
 * @param cell where the cell lies in the figure
 */
export function editorPlace(stage: HTMLElement, cell: Rectangle): Rectangle {
  const figure = stage.querySelector(".figure")?.getBoundingClientRect();
  const frame = stage.getBoundingClientRect();
  return {
    ...cell,
    x: (figure?.left ?? 0) - frame.left + stage.scrollLeft + cell.x,
    y: (figure?.top ?? 0) - frame.top + stage.scrollTop + cell.y,
  };
}
