import { type RefObject, useEffect } from "react";
import { setCell } from "../model/gridCommands";
import { gridIn, indexOf } from "../model/gridPlace";
import type { Control } from "../model/settings";
import type { Board } from "../scene/board";
import { frameAt } from "../scene/frame";
import type { CellTarget } from "../scene/highlight";
import { cellAtPoint, type EdgeTarget, edgeAtPoint } from "../scene/hit";
import type { AppState, AppStore } from "../store/appStore";
import { currentStep } from "../store/playbackSlice";
import { stepOf, windowPlace } from "../trace/terms";
import { activeIn } from "./activeIn";
import { isTarget } from "./cellOf";
import { type Drag, dragBrush, dragEdge, type Point } from "./gridDrag";
import { type EditableTarget, storedCell } from "./storedCell";
import type { FigureHandle } from "./useFigure";
import { dragWindow, isOnWindow } from "./windowDrag";

/** A pointer that moved less than this, in pixels, has clicked. */
const CLICK_REACH = 4;

export interface PointerActions {
  /** Puts the keyboard on a cell. */
  readonly focusCell: (target: CellTarget) => void;
  readonly editCell: (target: CellTarget) => void;
  /** Asks for the number of an output that is hidden; false where it isn't. */
  readonly predictCell: (target: CellTarget) => boolean;
}

/** Hover, click, drag and wheel over the figure, all found by the place they happen at. */
export function usePointer(
  host: RefObject<HTMLElement | null>,
  handle: RefObject<FigureHandle | null>,
  store: AppStore,
  { focusCell, editCell, predictCell }: PointerActions,
): void {
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let drag: Drag | null = null;
    let pressed: { readonly at: Point; readonly focused: Element | null } | null = null;

    // A drag that resizes a grid moves the figure too: until it ends, points count from where the figure was.
    let dragCorner: Point | null = null;
    const figure = () => element.querySelector<HTMLElement>(".figure");
    const cornerNow = (): Point => figure()?.getBoundingClientRect() ?? { x: 0, y: 0 };
    const pointOf = (event: MouseEvent): Point => {
      const corner = dragCorner ?? cornerNow();
      const scale = scaleOf(figure());
      return { x: (event.clientX - corner.x) / scale, y: (event.clientY - corner.y) / scale };
    };
    const cellAt = ({ x, y }: Point): CellTarget | null => {
      const board = handle.current?.board();
      return board ? cellAtPoint(board.layout, x, y, slideOf(board, store)) : null;
    };
    const cellUnder = (event: MouseEvent) => cellAt(pointOf(event));
    const edgeUnder = ({ x, y }: Point): EdgeTarget | null => {
      const board = handle.current?.board();
      const edge = board ? edgeAtPoint(board.layout, x, y, slideOf(board, store)) : null;
      const { locked } = store.getState();
      return edge && !isLocked(locked, edge.grid) && !locked.includes("size") ? edge : null;
    };

    const onMove = (event: PointerEvent) => {
      const at = pointOf(event);
      if (pressed && !drag && Math.hypot(at.x - pressed.at.x, at.y - pressed.at.y) > CLICK_REACH) {
        drag = startDrag(pressed.at, event.pointerType);
        if (drag) {
          dragCorner = cornerNow();
          element.setPointerCapture(event.pointerId);
        }
      }
      if (drag) return drag.move(at);
      const edge = edgeUnder(at);
      const cell = edge ? null : cellUnder(event);
      const over = edge?.edge ?? (onWindow(at) ? "window" : (cell?.grid ?? ""));
      if (element.dataset.over !== over) element.dataset.over = over;
      if (event.pointerType !== "touch") store.getState().setHover(cell);
    };
    const onWindow = (at: Point): boolean => {
      const board = handle.current?.board();
      const state = store.getState();
      return !!board && state.tool === "move" && isOnWindow(board, currentStep(state), at);
    };
    const startDrag = (from: Point, pointerType: string): Drag | null => {
      const board = handle.current?.board();
      if (!board) return null;
      const edge = edgeUnder(from);
      if (edge) return dragEdge(store, board, edge, from);
      const cell = cellAt(from);
      const { tool, locked } = store.getState();
      if (onWindow(from)) return dragWindow(store, board, from);
      if (!cell) return null;
      if (tool === "paint") {
        const canPaint = isEditable(cell) && !isLocked(locked, cell.grid);
        return canPaint ? dragBrush(store, board, cell, slideOf(board, store)) : null;
      }
      // Beside the window a finger scrolls the page.
      const slides = cell.grid === windowPlace(board.document, 0).grid;
      return slides && pointerType !== "touch" ? dragWindow(store, board, from) : null;
    };
    const onTouchMove = (event: TouchEvent) => {
      if (drag || (pressed && (edgeUnder(pressed.at) || onWindow(pressed.at)))) event.preventDefault();
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || event.target instanceof HTMLInputElement) return;
      pressed = { at: pointOf(event), focused: activeIn(element) };
    };
    const onUp = (event: PointerEvent) => {
      const press = pressed;
      pressed = null;
      if (drag) {
        drag.end();
        drag = null;
        dragCorner = null;
      } else if (press) click(cellUnder(event), press.focused);
    };
    const click = (cell: CellTarget | null, before: Element | null) => {
      const board = handle.current?.board();
      if (!cell || !board) return;
      const state = store.getState();
      // A step belongs to an output, or of a transposed layer to an input.
      const stepped = windowPlace(board.document, 0).grid === "input" ? "output" : "input";
      if (cell.grid === stepped) state.seek(stepOf(board.document, cell));
      if (predictCell(cell)) return;
      const again = isTarget(before, cell);
      if (again && isEditable(cell) && state.tool === "move") return editCell(cell);
      if (state.tool === "paint" && isEditable(cell) && !isLocked(state.locked, cell.grid))
        dragBrush(store, board, cell, 0).end();
      else state.togglePin(cell);
      focusCell(cell);
    };
    const onCancel = () => {
      drag?.end();
      drag = null;
      dragCorner = null;
      pressed = null;
    };
    const onLeave = () => {
      if (!drag) store.getState().setHover(null);
    };
    const onWheel = (event: WheelEvent) => {
      const cell = cellUnder(event);
      const board = handle.current?.board();
      const { locked, edit } = store.getState();
      // Only over the cell that has the focus: elsewhere the wheel is the page's.
      if (!cell || !board || !isEditable(cell) || event.ctrlKey || isLocked(locked, cell.grid)) return;
      if (event.deltaY === 0 || !isTarget(activeIn(element), cell)) return;
      event.preventDefault();
      const place = storedCell(board.document, currentStep(store.getState()), cell);
      const numbers = gridIn(board.document, cell.grid);
      const value = numbers.data[indexOf(numbers, place)] ?? 0;
      const next = Number((value + (event.deltaY < 0 ? 1 : -1)).toPrecision(12));
      edit(setCell(cell.grid, place, next));
      store.getState().setHover(cell);
    };

    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerdown", onDown);
    element.addEventListener("pointerup", onUp);
    element.addEventListener("pointercancel", onCancel);
    element.addEventListener("pointerleave", onLeave);
    element.addEventListener("touchmove", onTouchMove, { passive: false });
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerdown", onDown);
      element.removeEventListener("pointerup", onUp);
      element.removeEventListener("pointercancel", onCancel);
      element.removeEventListener("pointerleave", onLeave);
      element.removeEventListener("touchmove", onTouchMove);
      element.removeEventListener("wheel", onWheel);
    };
  }, [host, handle, store, focusCell, editCell, predictCell]);
}

/** How much larger the figure is shown than it was drawn. */
export function scaleOf(figure: HTMLElement | null): number {
  return figure && figure.offsetWidth > 0 ? figure.getBoundingClientRect().width / figure.offsetWidth : 1;
}

/** How far the kernel stands from its place in a figure where it glides, in pixels. */
export function slideOf(board: Board, store: AppStore): number {
  const { position, showAll } = store.getState();
  return board.layout.glide === 0 ? 0 : frameAt(board, position, showAll).slide;
}

export function isEditable(cell: CellTarget): cell is EditableTarget {
  return cell.grid === "input" || cell.grid === "kernel";
}

export function isLocked(locked: AppState["locked"], grid: Control | string): boolean {
  return locked.some((control) => control === grid);
}
