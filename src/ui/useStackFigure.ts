import { type RefObject, useLayoutEffect, useRef } from "react";
import type { PartText } from "../render/paths";
import { createStackFigure, type StackFigure } from "../render/stackFigure";
import { WIDE_FROM } from "../scene/layout";
import { type StackBoard, stackBoardOf } from "../scene/stackBoard";
import { placeOnMap } from "../scene/stackLayout";
import type { AppStore } from "../store/appStore";
import type { StackState, StackStore } from "../store/stackStore";
import { stageSize } from "./stageSize";

/** The drawing that stands in the stage, with what it shows. */
export interface StackFigureHandle {
  readonly figure: StackFigure;
  readonly board: () => StackBoard | null;
}

const SHOWN = ["stack", "chosen", "weights", "channel"] as const satisfies readonly (keyof StackState)[];

/** Draws the stack's maps into `host` for as long as it is mounted. */
export function useStackFigure(
  host: RefObject<HTMLElement | null>,
  app: AppStore,
  stack: StackStore,
  text: PartText,
): RefObject<StackFigureHandle | null> {
  const handle = useRef<StackFigureHandle | null>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const drawing = startDrawing(element, app, stack, text);
    handle.current = drawing.handle;
    return () => {
      handle.current = null;
      drawing.stop();
    };
  }, [host, app, stack, text]);
  return handle;
}

function startDrawing(element: HTMLElement, app: AppStore, stack: StackStore, text: PartText) {
  const figure = createStackFigure(element);
  let board: StackBoard | null = null;
  let size = stageSize(element);

  const draw = () => {
    const state = stack.getState();
    board = stackBoardOf(state.stack, state, boxOf(size, app.getState().presenting));
    figure.draw(board, text, (grid) => nameOf(grid, text));
    const { layer, cell } = state.chosen;
    const sizes = state.stack.maps[layer]?.shape.slice(2) ?? [];
    figure.activate(String(layer), ...placeOnMap(cell, sizes));
  };

  draw();
  const stops = [
    stack.subscribe((state, before) => {
      if (SHOWN.some((key) => state[key] !== before[key])) draw();
    }),
    app.subscribe((state, before) => {
      if (state.presenting !== before.presenting) draw();
    }),
  ];
  const observer = new ResizeObserver(() => {
    const next = stageSize(element);
    if (next.width === size.width && next.height === size.height) return;
    size = next;
    draw();
  });
  observer.observe(element);
  return {
    handle: { figure, board: () => board },
    stop: () => {
      observer.disconnect();
      for (const stop of stops) stop();
      figure.destroy();
    },
  };
}

function nameOf(grid: string, text: PartText): string {
  if (grid === "weights") return text("stack.weightsOf");
  return grid === "0" ? text("stack.input") : text("stack.map", { layer: Number(grid) });
}

/** Maps below one another take the height they need. */
function boxOf({ width, height }: ReturnType<typeof stageSize>, large: boolean) {
  return { width, height: width < WIDE_FROM ? 0 : height, large };
}
