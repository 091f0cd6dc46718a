import type { TrainOptions } from "../core/train";
import { forMilliseconds } from "./forMilliseconds";
import { recordTraining } from "./recording";
import type { RunState } from "./trainingRun";

/** A part of a training: the updates from `from` on with their losses, and whether more will follow. */
export interface TrainingMessage {
  readonly from: number;
  readonly parameters: Float64Array<ArrayBuffer>;
  readonly losses: Float64Array<ArrayBuffer>;
  readonly ended: RunState;
}

/** Milliseconds from one message to the next: three frames. */
const INTERVAL = 50;

/** Trains to the end and hands on every 50 ms what has been made meanwhile. */
export function trainInMessages(options: TrainOptions, say: (message: TrainingMessage) => void): void {
  const recording = recordTraining(options);
  for (let from = 0; ; ) {
    recording.advance(forMilliseconds(INTERVAL));
    const { parameters, losses, count, done, ended } = recording.run();
    say({ from, parameters: parameters.slice(from * count), losses: losses.slice(from), ended });
    if (ended !== "running") return;
    from = done + 1;
  }
}
