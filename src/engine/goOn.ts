import { forMilliseconds } from "./forMilliseconds";
import type { Recording } from "./recording";
import type { TrainingMessage } from "./trainInMessages";
import address from "./trainingWorker?worker&url";
import { workerAddress } from "./workerPolicy";

/** Milliseconds that a slice on the page's own thread may take: half a frame. */
const SLICE = 8;
/** Milliseconds from one report of slices to the next. */
const INTERVAL = 50;

/**
 * Lets a training go on aside: in a worker, or, where none starts, in slices on the page's own thread.
 *
 * @param tell called whenever the recording holds more, and when it has ended
 * @returns what stops it
 */
export function goOn(recording: Recording, tell: () => void): () => void {
  let stop: () => void;
  const inSlices = () => {
    stop = goOnInSlices(recording, tell);
  };
  try {
    // A page in one file has none beside it.
    if (address) stop = goOnInWorker(recording, tell, inSlices);
    else inSlices();
  } catch {
    inSlices();
  }
  return () => stop();
}

/**
 * The worker begins anew: it is through what there is already sooner than an optimiser's memory could be handed to it.
 *
 * @param otherwise called where the worker comes to nothing
 * @throws where none can be made: no such thing here, or forbidden
 */
function goOnInWorker(recording: Recording, tell: () => void, otherwise: () => void): () => void {
  const worker = new Worker(workerAddress(address), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<TrainingMessage>) => {
    recording.take(data);
    if (data.ended !== "running") worker.terminate();
    tell();
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    worker.terminate();
    otherwise();
  });
  worker.postMessage(recording.run().options);
  return () => worker.terminate();
}

function goOnInSlices(recording: Recording, tell: () => void): () => void {
  let told = performance.now();
  const slice = () => {
    try {
      recording.advance(forMilliseconds(SLICE));
    } catch {
      recording.end("failed");
    }
    const goesOn = recording.run().ended === "running";
    if (goesOn) timer = setTimeout(slice);
    if (goesOn && performance.now() - told < INTERVAL) return;
    told = performance.now();
    tell();
  };
  let timer = setTimeout(slice);
  return () => clearTimeout(timer);
}
