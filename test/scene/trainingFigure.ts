import { train } from "../../src/core/train";
import type { ConvDocument } from "../../src/model/document";
import type { Box } from "../../src/scene/layout";
import { type LearnBoard, type LearnSight, learnBoardOf } from "../../src/scene/learnBoard";
import { type LearnFrame, learnFrameAt } from "../../src/scene/learnFrame";
import { learnMomentAt } from "../../src/scene/learnMoment";
import { trainOptionsOf } from "../../src/trace/trainingPlan";
import { planFor } from "../trace/trainings";

export const DESK: Box = { width: 816, height: 520, large: false };
export const SIGHT: LearnSight = { channel: 0, hiddenChannel: 0, showTarget: true };

/** A training's board, and its frame at any position. */
export interface TrainingFigure {
  readonly board: LearnBoard;
  readonly frame: (position: number) => LearnFrame;
}

export function trainingFigure(document: ConvDocument, box = DESK, sight = SIGHT): TrainingFigure {
  const plan = planFor(document);
  const weights = [plan.start, ...[...train(trainOptionsOf(plan))].map(({ parameters }) => parameters)];
  const last = weights.length - 1;
  const board = learnBoardOf(plan, sight, box, weights[last] ?? null);
  return {
    board,
    frame: (position) => {
      const moment = learnMomentAt(position, last);
      const { update } = moment;
      return learnFrameAt(board, moment, weights[update] ?? plan.start, weights[update + 1] ?? null);
    },
  };
}

/** The corners of an outline's cells, as rows and columns of a grid. */
export function cellsIn(
  d: string,
  { x, y, cell }: { readonly x: number; readonly y: number; readonly cell: number },
) {
  return [...d.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].map(([, left, top]) => [
    Math.floor((Number(top) - y) / cell),
    Math.floor((Number(left) - x) / cell),
  ]);
}
