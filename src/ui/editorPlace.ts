import type { CellTarget } from "../scene/highlight";
import type { Place } from "../scene/layout";
import type { Rectangle } from "../scene/marks";

/** Where a cell's editor goes, from the corner of the stage that the figure stands in. */
export function editorPlace(
  stage: HTMLElement,
  { x, y, cell }: Place,
  { row, column }: CellTarget<string>,
): Rectangle {
  const figure = stage.querySelector(".figure")?.getBoundingClientRect();
  const frame = stage.getBoundingClientRect();
  return {
    x: (figure?.left ?? 0) - frame.left + stage.scrollLeft + x + column * cell,
    y: (figure?.top ?? 0) - frame.top + stage.scrollTop + y + row * cell,
    width: cell,
    height: cell,
  };
}
