import { type TrainOptions, type TrainStep, train } from "../core/train";
import type { TrainingMessage } from "./trainInMessages";
import type { RunState, TrainingRun } from "./trainingRun";

/** A loss past this many times the first (or 1, if that is smaller) has left for good; squares overflow only later. */
const OVERFLOW = 1e15;

/** A training under way, written down update by update. */
export interface Recording {
  /** What is written so far; what it holds is never changed. */
  readonly run: () => TrainingRun;
  /** Makes updates while `mayGoOn` allows it, asked after each, and the training has not ended. */
  readonly advance: (mayGoOn: () => boolean) => void;
  /** Takes over a part that another recording of the same training has made. */
  readonly take: (part: TrainingMessage) => void;
  /** Ends it where it is. */
  readonly end: (ended: RunState) => void;
}

/**
 * Begins to write down a training: W_0 at once, every loss with its weights, W_t never without L_t. It ends with the last update,
 * or after the first loss that is not finite or above 10¹⁵ · max(1, L_0): no later number is made.
 *
 * @throws RangeError as `train`
 */
export function recordTraining(options: TrainOptions): Recording {
  const { steps } = options;
  const count = options.parameters.length;
  const parameters = new Float64Array((steps + 1) * count);
  const losses = new Float64Array(steps + 1);
  // One step more than updates: it is asked only for its loss, which is that of the last weights.
  const following = train({ ...options, steps: steps + 1 });
  parameters.set(options.parameters);
  let done = 0;
  let ended: RunState = "running";

  const note = ({ step, loss, parameters: next }: TrainStep) => {
    const t = step - 1;
    losses[t] = loss;
    done = Math.max(done, t);
    if (!(loss <= OVERFLOW * Math.max(1, losses[0] as number))) ended = "diverged";
    else if (t === steps) ended = "finished";
    else parameters.set(next, step * count);
  };
  const advance = (mayGoOn: () => boolean) => {
    while (ended === "running") {
      note(following.next().value as TrainStep);
      if (!mayGoOn()) return;
    }
  };
  advance(() => false);
  return {
    run: () => ({
      options,
      count,
      done,
      parameters: parameters.subarray(0, (done + 1) * count),
      losses: losses.subarray(0, done + 1),
      ended,
    }),
    advance,
    take: (part) => {
      parameters.set(part.parameters, part.from * count);
      losses.set(part.losses, part.from);
      done = Math.max(done, part.from + part.losses.length - 1);
      ended = part.ended;
    },
    end: (state) => {
      ended = state;
    },
  };
}
