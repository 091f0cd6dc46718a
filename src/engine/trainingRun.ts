import type { TrainOptions } from "../core/train";
import { goOn } from "./goOn";
import { recordTraining } from "./recording";
import { trainingWork } from "./trainingWork";

/** Multiply-adds that take some 5 ms: a training up to here is whole at once. */
const AT_ONCE = 1e6;

/** Where a run has come to; `failed` is a training that could not be computed at all. */
export type RunState = "running" | "finished" | "diverged" | "cancelled" | "failed";

/** What a training has made so far: W_t and L_t for every t from 0 to `done`. */
export interface TrainingRun {
  readonly options: TrainOptions;
  /** Numbers in one set of weights. */
  readonly count: number;
  /** Updates made. */
  readonly done: number;
  /** `(done + 1) × count`: the weights after each update, those of the start first. */
  readonly parameters: Float64Array;
  /** `done + 1` losses, each with the weights of its place. */
  readonly losses: Float64Array;
  readonly ended: RunState;
}

const views = new WeakMap<ArrayBufferLike, Map<number, Float64Array>>();

/**
 * The weights after t updates. The same array for the same t of a run, also while the run still grows, so that what is
 * computed from them can be kept by it.
 *
 * @throws RangeError if t is not a whole number from 0 to `run.done`
 */
export function parametersAt(run: TrainingRun, t: number): Float64Array {
  const { count, done, parameters } = run;
  if (!Number.isInteger(t) || t < 0 || t > done)
    throw new RangeError(`t must be from 0 to ${done}, got ${t}`);
  const known = views.get(parameters.buffer) ?? new Map<number, Float64Array>();
  views.set(parameters.buffer, known);
  const start = parameters.byteOffset + t * count * Float64Array.BYTES_PER_ELEMENT;
  const view = known.get(start) ?? parameters.subarray(t * count, (t + 1) * count);
  known.set(start, view);
  return view;
}

/**
 * Trains, and reports what has been made so far until it has ended. A small training is whole in its first report, before
 * this returns. Of a larger one the first report holds the start; then a worker goes on, or, where none starts, slices on
 * the page's own thread: the numbers are the same. `cancel` works at once and keeps what was learned.
 *
 * @throws RangeError as `train`, before any report
 */
export function runTraining(
  options: TrainOptions,
  report: (run: TrainingRun) => void,
): { readonly cancel: () => void } {
  const recording = recordTraining(options);
  const tell = () => report(recording.run());
  if (trainingWork(options) <= AT_ONCE) recording.advance(() => true);
  tell();
  if (recording.run().ended !== "running") return { cancel: () => undefined };
  // A task later, so that what a quick hand tries and changes again starts no worker.
  const timer = setTimeout(() => {
    stop = goOn(recording, tell);
  });
  let stop = () => clearTimeout(timer);
  return {
    cancel: () => {
      if (recording.run().ended !== "running") return;
      stop();
      recording.end("cancelled");
      tell();
    },
  };
}
