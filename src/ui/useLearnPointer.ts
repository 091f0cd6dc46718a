import { type RefObject, useEffect } from "react";
import { parameterAt } from "../scene/learnHighlight";
import { learnCellAt } from "../scene/learnLayout";
import type { AppStore } from "../store/appStore";
import type { LearnStore } from "../store/learnStore";
import { activeIn } from "./activeIn";
import { isCell } from "./cellOf";
import { isLearnEditable, type LearnCell, learnValue } from "./learnCells";
import type { LearnActions } from "./learnKeys";

/** Hover, click and wheel over Learn's figure, all found by the place they happen at. */
export function useLearnPointer(
  host: RefObject<HTMLElement | null>,
  app: AppStore,
  learn: LearnStore,
  { scene, focusCell, open, change }: LearnActions,
): void {
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    /** What had the focus when the pointer was pressed: the browser gives it to the cell before the click. */
    let focused: Element | null = null;

    const cellUnder = (event: MouseEvent): LearnCell | null => {
      const shown = scene();
      const corner = element.querySelector(".figure")?.getBoundingClientRect();
      if (!shown || !corner || event.target instanceof HTMLInputElement) return null;
      return learnCellAt(shown.board.layout, event.clientX - corner.x, event.clientY - corner.y);
    };
    const canEdit = (cell: LearnCell) => isLearnEditable(cell, app.getState().locked);
    const onMove = (event: PointerEvent) => {
      if (event.pointerType !== "touch") learn.getState().hover(cellUnder(event));
    };
    const onLeave = () => learn.getState().hover(null);
    const onDown = () => {
      focused = activeIn(element);
    };
    const onClick = (event: MouseEvent) => {
      const cell = cellUnder(event);
      const board = scene()?.board;
      if (!cell || !board) return;
      if (isCell(focused, cell) && canEdit(cell)) return open(cell, null);
      const parameter = parameterAt(board, cell);
      if (parameter !== null) learn.getState().toggleSelected(parameter);
      focusCell(cell);
    };
    const onWheel = (event: WheelEvent) => {
      const cell = cellUnder(event);
      const shown = scene();
      // Only over the cell that has the focus: elsewhere the wheel is the page's.
      if (!cell || !shown || event.ctrlKey || event.deltaY === 0 || !canEdit(cell)) return;
      if (!isCell(activeIn(element), cell)) return;
      event.preventDefault();
      const by = (parameterAt(shown.board, cell) === null ? 1 : 0.1) * (event.deltaY < 0 ? 1 : -1);
      change([{ ...cell, value: Number((learnValue(shown, cell) + by).toPrecision(12)) }]);
      learn.getState().hover(cell);
    };

    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerleave", onLeave);
    element.addEventListener("pointerdown", onDown);
    element.addEventListener("click", onClick);
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerleave", onLeave);
      element.removeEventListener("pointerdown", onDown);
      element.removeEventListener("click", onClick);
      element.removeEventListener("wheel", onWheel);
    };
  }, [host, app, learn, scene, focusCell, open, change]);
}
