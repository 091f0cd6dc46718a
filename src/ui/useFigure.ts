import { type RefObject, useLayoutEffect, useRef } from "react";
import { createFigure, type Figure } from "../render/figure";
import type { PartText } from "../render/paths";
import { type Board, type BoardOptions, boardOf } from "../scene/board";
import { frameAt } from "../scene/frame";
import { highlightsOf } from "../scene/highlight";
import { type Box, hasLayoutFor, isNarrow } from "../scene/layout";
import type { AppState, AppStore } from "../store/appStore";
import { documentOf } from "../store/documentSlice";
import { currentStep, lastStep } from "../store/playbackSlice";
import { litTarget } from "../store/viewSlice";
import { momentAt } from "../trace/phases";
import { stepCell } from "../trace/terms";
import { loadLayouts } from "./lateLayouts";
import { type StageSize, stageSize } from "./stageSize";

/** The drawing that stands in the stage, with the board it shows. */
export interface FigureHandle {
  readonly figure: Figure;
  readonly board: () => Board;
}

/**
 * Draws the store's document into `host` for as long as it is mounted. The drawing follows the store by itself: frames
 * never render React.
 */
export function useFigure(
  host: RefObject<HTMLElement | null>,
  store: AppStore,
  text: PartText,
): RefObject<FigureHandle | null> {
  const handle = useRef<FigureHandle | null>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const drawing = startDrawing(element, store, text);
    handle.current = drawing.handle;
    return () => {
      handle.current = null;
      drawing.stop();
    };
  }, [host, store, text]);
  return handle;
}

function startDrawing(element: HTMLElement, store: AppStore, text: PartText) {
  const figure = createFigure(element);
  const still = window.matchMedia?.("(prefers-reduced-motion: reduce)");
  // Asked for at each edit, the size would make the browser lay out what was just written.
  let size = stageSize(element);
  const isFixed = () => element.closest("[data-fit]") !== null;
  const makeBoard = (state: AppState) =>
    boardOf(documentOf(state), boxOf(size, state, isFixed()), shownIn(state));
  let board = makeBoard(store.getState());

  const drawBoard = (state: AppState) => {
    board = makeBoard(state);
    figure.board(board, text);
    drawFrame(state);
    drawHighlight(state);
    if (!hasLayoutFor(board.document)) drawWhenArranged();
  };
  let ended = false;
  const drawWhenArranged = () =>
    loadLayouts().then(
      () => ended || drawBoard(store.getState()),
      () => ended || store.getState().notify({ key: "notices.outdated", values: {} }),
    );
  const drawFrame = ({ position, showAll }: AppState) =>
    figure.frame(frameAt(board, still?.matches ? Math.floor(position) : position, showAll));
  const drawHighlight = (state: AppState) => {
    const target = litTarget(state);
    figure.highlight(target ? highlightsOf(board, currentStep(state), target) : []);
  };

  drawBoard(store.getState());
  const stop = store.subscribe((state, before) => {
    if (changesBoard(state, before)) return drawBoard(state);
    if (state.position !== before.position || state.showAll !== before.showAll) drawFrame(state);
    if (litTarget(state) !== litTarget(before) || currentStep(state) !== currentStep(before))
      drawHighlight(state);
  });
  const observer = new ResizeObserver(() => {
    size = stageSize(element);
    const { width, height } = boxOf(size, store.getState(), isFixed());
    if (width !== board.box.width || height !== board.box.height) drawBoard(store.getState());
  });
  observer.observe(element);
  return {
    handle: { figure, board: () => board },
    stop: () => {
      ended = true;
      observer.disconnect();
      stop();
      figure.destroy();
    },
  };
}

/** Grids below one another take the height they need. */
function boxOf({ width, height }: StageSize, { presenting, lesson }: AppState, fixed: boolean): Box {
  const box = { width, height, fixed, large: presenting };
  if (!isNarrow(box)) return box;
  if (lesson === null || presenting || fixed) return { ...box, height: 0 };
  return { ...box, height: Math.round(window.innerHeight * BESIDE_LESSON), compact: true };
}

/** The share of a small screen's height that a figure has with a lesson beneath it. */
const BESIDE_LESSON = 0.38;

/** Settings that a board follows. */
const BOARD_SETTINGS = [
  "readCounts",
  "presenting",
  "lesson",
  "channelView",
  "channel",
  "depthView",
  "turn",
  "spread",
  "revealed",
] as const satisfies readonly (keyof AppState)[];

function shownIn(state: AppState): BoardOptions {
  const { readCounts, channelView, channel, depthView, turn, spread, revealed } = state;
  return { readCounts, channelView, channel, depthView, turn, spread, revealed, step: stepShown(state) };
}

/** The step whose window moves or stands on screen. */
function stepShown(state: AppState): number {
  return momentAt(state.position, lastStep(state)).step;
}

function changesBoard(state: AppState, before: AppState): boolean {
  const document = documentOf(state);
  if (document !== documentOf(before)) return true;
  if (BOARD_SETTINGS.some((key) => state[key] !== before[key])) return true;
  const [step, last] = [stepShown(state), stepShown(before)];
  return step !== last && stepCell(document, step).channel !== stepCell(document, last).channel;
}
