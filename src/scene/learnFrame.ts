import { easeCubicInOut } from "d3-ease";
import { interpolateNumber } from "d3-interpolate";
import type { LossPass } from "../core/squaredError";
import { formatNumber } from "../model/formatNumber";
import { trainingFacts } from "../trace/trainingFacts";
import { cellMarks, type LearnBoard } from "./learnBoard";
import { type GradientMark, gradientMarks } from "./learnGradients";
import type { LearnGrid } from "./learnLayout";
import type { LearnMoment } from "./learnMoment";
import { type PartMarks, partMarks } from "./learnParts";
import { channelOf } from "./learnScales";
import { numberTexts } from "./learnTexts";
import type { CellMark } from "./marks";

type Cells = Readonly<Partial<Record<LearnGrid, readonly CellMark[]>>>;

/** Everything of the figure that changes while a training goes on: a function of the board, the moment and its weights. */
export interface LearnFrame extends PartMarks {
  readonly moment: LearnMoment;
  readonly facts: LossPass;
  /** The numbers of each grid that the training changes; the same list as long as they are the same numbers. */
  readonly cells: Cells;
  readonly gradients: readonly GradientMark[];
}

/**
 * @param weights after as many updates as the moment says
 * @param next after one more; null where there is none
 */
export function learnFrameAt(
  board: LearnBoard,
  moment: LearnMoment,
  weights: Float64Array,
  next: Float64Array | null,
): LearnFrame {
  const facts = trainingFacts(board.plan, weights);
  const standing = standingAt(board, weights, facts);
  const moving = moment.part === "update" && next ? between(weights, next, moment.progress) : null;
  const cells = moving ? { ...standing.cells, ...parameterCells(board, moving) } : standing.cells;
  return {
    moment,
    facts,
    cells,
    gradients: moving ? gradientMarks(board, moving, facts.gradient) : standing.gradients,
    ...partMarks(board, moment, facts),
  };
}

interface Standing {
  readonly cells: Cells;
  readonly gradients: readonly GradientMark[];
}

const known = new WeakMap<LearnBoard, WeakMap<Float64Array, Standing>>();

/** What stands as long as the weights are the same. */
function standingAt(board: LearnBoard, weights: Float64Array, facts: LossPass): Standing {
  const ofBoard = known.get(board) ?? new WeakMap<Float64Array, Standing>();
  known.set(board, ofBoard);
  const standing = ofBoard.get(weights) ?? {
    cells: { ...parameterCells(board, weights), ...mapCells(board, facts) },
    gradients: gradientMarks(board, weights, facts.gradient),
  };
  ofBoard.set(weights, standing);
  return standing;
}

function between(from: Float64Array, to: Float64Array, progress: number): Float64Array {
  const eased = easeCubicInOut(progress);
  // Three digits, as more would only flicker.
  return from.map((start, i) => Number(interpolateNumber(start, to[i] as number)(eased).toPrecision(3)));
}

function parameterCells(board: LearnBoard, weights: Float64Array): Cells {
  return Object.fromEntries(
    Object.entries(board.parameters).map(([grid, indices]) => [
      grid,
      marksOf(
        board,
        grid as LearnGrid,
        indices.map((index) => weights[index] as number),
      ),
    ]),
  );
}

function mapCells(board: LearnBoard, { outputs, errors }: LossPass): Cells {
  const { plan, sight } = board;
  const { hidden } = plan.training;
  const channel = (values: ArrayLike<number>) => channelOf(values, sight.channel, plan.channels);
  return {
    prediction: marksOf(board, "prediction", channel(outputs.at(-1)?.data ?? [])),
    error: marksOf(board, "error", channel(errors.data)),
    ...(hidden > 0 && {
      hidden: marksOf(board, "hidden", channelOf(outputs[0]?.data ?? [], sight.hiddenChannel, hidden)),
    }),
  };
}

function marksOf(board: LearnBoard, grid: LearnGrid, values: ArrayLike<number>): readonly CellMark[] {
  const marks = board.grids.find((shown) => shown.grid === grid);
  if (!marks) return [];
  // Where no digits are seen, they need not fit.
  const texts = marks.digits
    ? numberTexts(values, marks.place.cell, marks.fontSize)
    : Array.from(values, formatNumber);
  return cellMarks(values, board.scales[grid], texts);
}
