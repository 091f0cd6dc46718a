import { type RefObject, useEffect } from "react";
import { setCell, setCells, setInputSize } from "../model/gridCommands";
import { indexOf } from "../model/gridPlace";
import { inputSizeOf } from "../model/layer";
import { inputSize } from "../model/params";
import { mapCellAt, mapEdgeAt } from "../scene/stackLayout";
import type { AppStore } from "../store/appStore";
import type { StackStore } from "../store/stackStore";
import { activeIn } from "./activeIn";
import { isCell } from "./cellOf";
import type { Drag, Point } from "./gridDrag";
import { inputPlace, type MapCell } from "./stackCells";
import { canEditMap, type StackActions } from "./stackKeys";

/** A pointer that moved less than this, in pixels, has clicked. */
const CLICK_REACH = 4;

/** Click, drag and wheel over the stack's maps: cells are chosen, those of the input painted, its edges pulled. */
export function useStackPointer(
  host: RefObject<HTMLElement | null>,
  app: AppStore,
  stack: StackStore,
  { board, choose, open }: StackActions,
): void {
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let drag: Drag | null = null;
    let pressed: { readonly at: Point; readonly corner: Point; readonly focused: Element | null } | null =
      null;

    const cornerNow = (): Point =>
      element.querySelector(".figure")?.getBoundingClientRect() ?? { x: 0, y: 0 };
    // A drag that resizes the input moves the figure too: until it ends, points count from where the figure was.
    const pointOf = (event: MouseEvent): Point => {
      const corner = (drag && pressed?.corner) || cornerNow();
      return { x: event.clientX - corner.x, y: event.clientY - corner.y };
    };
    const cellAt = ({ x, y }: Point): MapCell | null => {
      const shown = board();
      const found = shown && mapCellAt(shown.layout, x, y);
      return found && { grid: String(found.map), row: found.row, column: found.column };
    };
    const edgeAt = ({ x, y }: Point) => {
      const shown = board();
      const { locked } = app.getState();
      if (!shown || locked.includes("input") || locked.includes("size")) return null;
      return mapEdgeAt(shown.layout, x, y, stack.getState().document.input.shape.length === 4);
    };
    const canPaint = (cell: MapCell) => app.getState().tool === "paint" && canEditMap(app, cell);
    const paint = (cell: MapCell) => {
      const { brush, preview } = app.getState();
      const { document, channel } = stack.getState();
      preview(setCells("input", [{ ...inputPlace(document.input, channel, cell), value: brush }]));
    };
    const commit = () => app.getState().commitPreview();

    const startDrag = (from: Point): Drag | null => {
      const edge = edgeAt(from);
      if (edge) return pullEdge(edge, from);
      const cell = cellAt(from);
      if (!cell || !canPaint(cell)) return null;
      paint(cell);
      return {
        move: (to) => {
          const under = cellAt(to);
          if (under?.grid === cell.grid) paint(under);
        },
        end: commit,
      };
    };
    const pullEdge = (edge: "right" | "bottom" | "corner", from: Point): Drag => {
      const sizes = inputSizeOf(stack.getState().document);
      const cell = board()?.layout.places[0]?.cell ?? 1;
      const grown = (size: number, moved: number) =>
        Math.max(inputSize.min, Math.min(size + Math.round(moved / cell), inputSize.max));
      return {
        move: ({ x, y }) => {
          const next = sizes.map((size, axis) => {
            if (axis === sizes.length - 1) return edge === "bottom" ? size : grown(size, x - from.x);
            return axis === sizes.length - 2 && edge !== "right" ? grown(size, y - from.y) : size;
          });
          const { preview, history } = app.getState();
          // From the committed numbers, so that what was cut off comes back with the edge.
          preview(setInputSize(next), history.present);
        },
        end: commit,
      };
    };

    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || event.target instanceof HTMLInputElement) return;
      pressed = { at: pointOf(event), corner: cornerNow(), focused: activeIn(element) };
    };
    const onMove = (event: PointerEvent) => {
      const at = pointOf(event);
      if (pressed && !drag && Math.hypot(at.x - pressed.at.x, at.y - pressed.at.y) > CLICK_REACH) {
        drag = startDrag(pressed.at);
        if (drag) element.setPointerCapture(event.pointerId);
      }
      if (drag) return drag.move(at);
      const over = edgeAt(at) ?? "";
      if (element.dataset.over !== over) element.dataset.over = over;
    };
    const onUp = (event: PointerEvent) => {
      const press = pressed;
      const cell = drag || !press ? null : cellAt(pointOf(event));
      finish();
      if (!cell || !press) return;
      const again = isCell(press.focused, cell) && canEditMap(app, cell);
      if (canPaint(cell)) {
        paint(cell);
        commit();
      } else if (again) open(cell, null);
      else choose(cell);
    };
    const finish = () => {
      drag?.end();
      drag = null;
      pressed = null;
    };
    const onTouchMove = (event: TouchEvent) => {
      if (drag || (pressed && edgeAt(pressed.at))) event.preventDefault();
    };
    const onWheel = (event: WheelEvent) => {
      const cell = cellAt(pointOf(event));
      // Only over the cell that has the focus: elsewhere the wheel is the page's.
      if (!cell || event.ctrlKey || event.deltaY === 0 || !canEditMap(app, cell)) return;
      if (!isCell(activeIn(element), cell)) return;
      event.preventDefault();
      const { document, channel } = stack.getState();
      const place = inputPlace(document.input, channel, cell);
      const value = document.input.data[indexOf(document.input, place)] ?? 0;
      const next = Number((value + (event.deltaY < 0 ? 1 : -1)).toPrecision(12));
      app.getState().edit(setCell("input", place, next));
    };

    element.addEventListener("pointerdown", onDown);
    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerup", onUp);
    element.addEventListener("pointercancel", finish);
    element.addEventListener("touchmove", onTouchMove, { passive: false });
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      element.removeEventListener("pointerdown", onDown);
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerup", onUp);
      element.removeEventListener("pointercancel", finish);
      element.removeEventListener("touchmove", onTouchMove);
      element.removeEventListener("wheel", onWheel);
    };
  }, [host, app, stack, board, choose, open]);
}
