import { type RefObject, useLayoutEffect, useRef } from "react";
import { parametersAt } from "../engine/trainingRun";
import { createLearnFigure, type LearnFigure } from "../render/learnFigure";
import type { PartText } from "../render/paths";
import type { GridCell } from "../scene/highlight";
import { WIDE_FROM } from "../scene/layout";
import { type LearnBoard, learnBoardOf } from "../scene/learnBoard";
import { type LearnFrame, learnFrameAt } from "../scene/learnFrame";
import { cellOfParameter, type Lit, learnHighlights } from "../scene/learnHighlight";
import { channelShown } from "../scene/learnLabels";
import type { LearnGrid } from "../scene/learnLayout";
import { learnMomentAt } from "../scene/learnMoment";
import type { AppState, AppStore } from "../store/appStore";
import type { LearnState, LearnStore } from "../store/learnStore";
import { stepMilliseconds } from "../store/playbackSlice";
import { followLearn } from "./followLearn";
import { stageSize } from "./stageSize";

/** The drawing that stands in the stage, with what it shows; there is no board where nothing can be learned. */
export interface LearnFigureHandle {
  readonly figure: LearnFigure;
  readonly board: () => LearnBoard | null;
  readonly frame: () => LearnFrame | null;
  /** A grid's name in words. */
  readonly nameOf: (grid: LearnGrid) => string;
}

/** Updates that follow each other faster than this, in milliseconds, are shown without their parts: these would flicker. */
const SHORTEST_PARTS = 1000;

/** Draws the training into `host` for as long as it is mounted, by itself: frames never render React. */
export function useLearnFigure(
  host: RefObject<HTMLElement | null>,
  app: AppStore,
  learn: LearnStore,
  text: PartText,
): RefObject<LearnFigureHandle | null> {
  const handle = useRef<LearnFigureHandle | null>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const drawing = startDrawing(element, app, learn, text);
    handle.current = drawing.handle;
    return () => {
      handle.current = null;
      drawing.stop();
    };
  }, [host, app, learn, text]);
  return handle;
}

function startDrawing(element: HTMLElement, app: AppStore, learn: LearnStore, text: PartText) {
  const figure = createLearnFigure(element);
  const still = window.matchMedia?.("(prefers-reduced-motion: reduce)");
  let size = stageSize(element);
  let board: LearnBoard | null = null;
  let frame: LearnFrame | null = null;
  let lit: { readonly of: readonly unknown[]; readonly marks: Lit } | null = null;

  const nameOf = (grid: LearnGrid) => {
    const number = board && channelShown(grid, board.plan, board.sight);
    const name = text(`learnFigure.${grid}`);
    return number === null ? name : `${name} ${number}`;
  };
  const drawBoard = () => {
    const state = learn.getState();
    board =
      state.plan && learnBoardOf(state.plan, state, boxOf(size, app.getState()), finalWeights(state), board);
    if (board) figure.board(board, text, nameOf);
    drawFrame();
  };
  const drawFrame = () => {
    frame = board && frameOf(board, app.getState(), learn.getState(), still?.matches ?? false);
    if (board && frame) figure.frame(frame, litNow(board, frame));
  };
  const litNow = (shown: LearnBoard, { facts }: LearnFrame): Lit | null => {
    const target = litTarget(shown, learn.getState());
    if (!target) return null;
    const of = [shown, facts, target.grid, target.row, target.column];
    if (!lit?.of.every((part, i) => part === of[i])) {
      lit = { of, marks: learnHighlights(shown, facts, target) };
    }
    return lit.marks;
  };

  drawBoard();
  const stops = [
    app.subscribe((state, before) => {
      if (state.presenting !== before.presenting) drawBoard();
      else if (state.position !== before.position || state.playing !== before.playing) drawFrame();
    }),
    followLearn(learn, (state, before) => {
      if (changesBoard(state, before)) drawBoard();
      else if (FRAME_STATE.some((key) => state[key] !== before[key])) drawFrame();
    }),
  ];
  const observer = new ResizeObserver(() => {
    size = stageSize(element);
    const { width, height } = boxOf(size, app.getState());
    if (width !== board?.box.width || height !== board.box.height) drawBoard();
  });
  observer.observe(element);
  return {
    handle: { figure, board: () => board, frame: () => frame, nameOf },
    stop: () => {
      observer.disconnect();
      for (const stop of stops) stop();
      figure.destroy();
    },
  };
}

const BOARD_STATE = ["plan", "channel", "hiddenChannel", "showTarget"] as const;
const FRAME_STATE = ["run", "hovered", "selected"] as const;

function changesBoard(state: LearnState, before: LearnState): boolean {
  return (
    BOARD_STATE.some((key) => state[key] !== before[key]) || finalWeights(state) !== finalWeights(before)
  );
}

/** Where a training ends; one that diverges has no end that colours could be scaled by. */
function finalWeights({ run }: LearnState): Float64Array | null {
  return run?.ended === "finished" ? parametersAt(run, run.done) : null;
}

function frameOf(board: LearnBoard, state: AppState, { run }: LearnState, still: boolean): LearnFrame {
  const done = run?.done ?? 0;
  const whole = still || (state.playing && stepMilliseconds(state) < SHORTEST_PARTS);
  const moment = learnMomentAt(whole ? Math.floor(state.position) : state.position, done);
  const weightsAt = (update: number) => (run ? parametersAt(run, update) : board.plan.start);
  const next = moment.update < done ? weightsAt(moment.update + 1) : null;
  return learnFrameAt(board, moment, weightsAt(moment.update), next);
}

/** The cell under the pointer or the keyboard, else the weight that a click keeps lit. */
function litTarget(board: LearnBoard, { hovered, selected }: LearnState): GridCell<LearnGrid> | null {
  return hovered ?? (selected === null ? null : cellOfParameter(board, selected));
}

/** Grids below one another take the height they need. */
function boxOf({ width, height }: ReturnType<typeof stageSize>, { presenting }: AppState) {
  return { width, height: width < WIDE_FROM ? 0 : height, large: presenting };
}
