import { type Command, setCell } from "../model/gridCommands";
import { setStart, setStartValue, setTargetCell, setTargetKernelCell } from "../model/trainingCommands";
import type { GridCell } from "../scene/highlight";
import type { LearnBoard } from "../scene/learnBoard";
import type { LearnFrame } from "../scene/learnFrame";
import { parameterAt } from "../scene/learnHighlight";
import type { LearnGrid } from "../scene/learnLayout";
import { channelOf } from "../scene/learnScales";
import type { AppState } from "../store/appStore";
import { isLocked } from "./usePointer";

export type LearnCell = GridCell<LearnGrid>;

/** A figure as it stands: what its cells mean, and where the training is. */
export interface LearnScene {
  readonly board: LearnBoard;
  readonly frame: LearnFrame;
  /** The weights on screen. */
  readonly weights: Float64Array;
}

/** A link can lock input, kernel and bias. */
const LOCKS: Readonly<Partial<Record<LearnGrid, string>>> = {
  input: "input",
  kernel: "kernel",
  mixing: "kernel",
  bias: "bias",
  mixingBias: "bias",
};

/** Whether a cell holds a number of the user's; of what is computed none does. */
export function isLearnEditable({ grid }: LearnCell, locked: AppState["locked"]): boolean {
  return !["hidden", "prediction", "error"].includes(grid) && !isLocked(locked, LOCKS[grid] ?? "");
}

/** The exact numbers of a grid, row by row. */
export function learnValues({ board, frame, weights }: LearnScene, grid: LearnGrid): Float64Array {
  const { plan, sight, parameters } = board;
  const { target, hidden } = plan.training;
  const of = (values: ArrayLike<number>) => channelOf(values, sight.channel, plan.channels);
  switch (grid) {
    case "input":
      return plan.document.input.data;
    case "target":
      return of(plan.problem.target.data);
    case "targetKernel":
      return target.kind === "kernel" ? of(target.weight.data) : new Float64Array(0);
    case "prediction":
      return of(frame.facts.outputs.at(-1)?.data ?? []);
    case "error":
      return of(frame.facts.errors.data);
    case "hidden":
      return channelOf(frame.facts.outputs[0]?.data ?? [], sight.hiddenChannel, hidden);
    default:
      return Float64Array.from(parameters[grid] ?? [], (index) => weights[index] as number);
  }
}

export function learnValue(scene: LearnScene, { grid, row, column }: LearnCell): number {
  const columns = scene.board.layout.places[grid]?.columns ?? 1;
  return learnValues(scene, grid)[row * columns + column] ?? 0;
}

/** Whether a change of the cell starts the training anew from the weights on screen. */
export function startsAnew({ board, frame }: LearnScene, cell: LearnCell): boolean {
  return frame.moment.update > 0 && parameterAt(board, cell) !== null;
}

/** The edit that puts numbers into cells of one grid; those outside it are left out. */
export function learnEdit(
  scene: LearnScene,
  cells: readonly (LearnCell & { readonly value: number })[],
): Command {
  const { board, weights } = scene;
  const { channel } = board.sight;
  if (cells.some((cell) => startsAnew(scene, cell))) {
    const changed = weights.slice();
    for (const cell of cells) {
      const index = parameterAt(board, cell);
      if (index !== null) changed[index] = cell.value;
    }
    return setStart(changed);
  }
  const commands = cells.map((cell): Command => {
    const { grid, row, column, value } = cell;
    const index = parameterAt(board, cell);
    if (index !== null) return setStartValue(index, value);
    if (grid === "input") return setCell("input", { row, column }, value);
    if (grid === "target") return setTargetCell(channel, row, column, value);
    return setTargetKernelCell(channel, row, column, value);
  });
  return (document) => commands.reduce((changed, command) => command(changed), document);
}
